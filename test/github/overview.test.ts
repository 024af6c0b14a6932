/** Looking at a repository: what it costs, and which desk is in force. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { Unavailable } from "../../src/github/forge.js";
import { DESK, openNewsroom, postText, type Newsroom, type NewsroomOptions } from "./newsroom.js";

describe("a look", () => {
  let room: Newsroom;
  const open = async (options?: NewsroomOptions) => (room = await openNewsroom(options));
  afterEach(() => room.close());

  const opens = (login: string, slug: string, text = postText(slug)) => {
    const person = room.github.as(login);
    person.push(room.repo, slug, { [`posts/${slug}.md`]: text });
    return person.opens(room.repo, { branch: slug, title: slug });
  };
  const routes = async (doing: () => Promise<unknown>) => (await room.asked(doing)).map(({ method, path }) => `${method} ${path}`);

  it("[GH5] at a repository where nothing has changed is one request", async () => {
    await open({ files: { "posts/2013/old.md": postText("Old") } });
    opens("samoht", "introducing-irmin");
    const merged = opens("avsm", "update-on-vchan");
    room.github.as("avsm").merges(room.repo, merged.number);
    const first = await room.look();
    expect(await routes(() => room.look())).toEqual(["POST /graphql"]);
    expect(await room.look()).toEqual(first);
  });

  it("[GH5] after a pull request was opened is two: the look, and its text", async () => {
    await open();
    await room.look();
    opens("samoht", "introducing-irmin");
    expect(await routes(() => room.look())).toEqual(["POST /graphql", "POST /graphql"]);
  });

  it("[GH5] after one was opened that changes a post asks for the changed lines too, once for each head", async () => {
    const old = postText("Old", "One.\n\nTwo.\n");
    await open({ files: { "posts/old.md": old } });
    await room.look();
    const pull = opens("samoht", "old", `${old.replace("Two.", "Three.")}\nFour.\n`);
    const listing = `GET /repos/mirage/mirage-www/pulls/${pull.number}/files`;
    const asked = await routes(() => room.look());
    expect(asked.map((one) => one.split("?")[0])).toEqual(["POST /graphql", listing, "POST /graphql"]);
    expect(await routes(() => room.look())).toEqual(["POST /graphql"]);
    const lines = (await room.look()).open[0]?.posts[0]?.changed ?? [];
    const text = `${old.replace("Two.", "Three.")}\nFour.\n`.split("\n");
    expect(lines.flatMap(({ from, to }) => text.slice(from - 1, to))).toEqual(["Three.", "", "Four."]);
  });

  it("[GH5] by another process that shares the ledger is one request too", async () => {
    await open({ files: { "posts/2013/old.md": postText("Old") } });
    opens("samoht", "introducing-irmin");
    const facts = await room.look();
    const other = room.anew();
    expect(await routes(() => other.read(room.repository))).toEqual(["POST /graphql"]);
    expect(await other.read(room.repository)).toEqual(facts);
  });

  it("[GH5] by one that has lost the ledger finds the same facts, for more requests", async () => {
    await open({ files: { "posts/2013/old.md": postText("Old") } });
    opens("samoht", "introducing-irmin");
    const facts = await room.look();
    expect(await room.anew({ remembering: false }).read(room.repository)).toEqual(facts);
  });

  it("[GH6] at a hundred submissions costs at most five points", async () => {
    await open();
    const person = room.github.as("samoht");
    for (let n = 0; n < 100; n += 1) {
      person.push(room.repo, `post-${n}`, { [`posts/post-${n}.md`]: postText(`Post ${n}`) });
      person.opens(room.repo, { branch: `post-${n}`, title: `Post ${n}` });
    }
    expect((await room.look()).open).toHaveLength(100);
    const asked = await room.asked(() => room.look());
    expect(asked.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(5);
    expect(asked).toHaveLength(3);
    expect(room.forge.spent.points).toBe(room.github.spent.points);
    expect(room.forge.spent.calls).toBe(room.github.spent.calls);
  });

  it("[GH27] that takes GitHub too long is tried with fewer pull requests at once", async () => {
    await open();
    for (let n = 0; n < 20; n += 1) opens("samoht", `post-${n}`);
    const { open: facts } = await room.look();
    room.github.trouble.failing({ next: 1, how: 502, when: ({ path }) => path === "/graphql" });
    const asked = await room.asked(async () => {
      expect((await room.look()).open).toEqual(facts);
    });
    const sizes = asked.map(({ body }) => (body as { variables: { first?: number } }).variables.first);
    expect(sizes.slice(0, 2)).toEqual([45, 15]);
  });

  it("[GH9] tells the facts of the repository and of the desk on its default branch", async () => {
    await open({ files: { "posts/2013/old.md": postText("Old"), "posts/notes.txt": "no post", "drafts/later.md": "no post" } });
    const facts = await room.look();
    expect(facts.repository).toEqual({
      owner: "mirage",
      name: "mirage-www",
      url: "http://localhost:3000/mirage/mirage-www",
      defaultBranch: "main",
      archived: false,
      private: false,
    });
    expect(facts.app).toBe("presstime[bot]");
    expect(facts.at).toBe("2014-07-01T09:00:00Z");
    expect(facts.desk.campaigns.map(({ name }) => name)).toEqual(["OSCON 2014"]);
    expect(facts.deskFindings).toEqual([]);
    expect(facts.published.map(({ path }) => path)).toEqual(["posts/2013/old.md"]);
  });

  it("[GH9] finds a post that goes live, for one request more, once", async () => {
    await open({ files: { "posts/deep/2013/12/31/old.md": postText("Old") } });
    await room.look();
    room.github.as("avsm").push(room.repo, "main", { "posts/new.md": postText("New") });
    expect(await routes(() => room.look())).toEqual(["POST /graphql", expect.stringContaining("GET /repos/mirage/mirage-www/git/trees/")]);
    expect((await room.look()).published.map(({ path }) => path)).toEqual(["posts/deep/2013/12/31/old.md", "posts/new.md"]);
    expect(await routes(() => room.look())).toEqual(["POST /graphql"]);
  });

  it("[GH9] keeps the last good desk in force while the one on the default branch is broken", async () => {
    await open();
    const { desk } = await room.look();
    room.github.as("avsm").push(room.repo, "main", { ".github/presstime.yml": "zone: Atlantis\n" });
    const broken = await room.look();
    expect(broken.desk).toEqual(desk);
    expect(broken.deskFindings.map(({ severity }) => severity)).toContain("error");
    room.github.as("avsm").push(room.repo, "main", { ".github/presstime.yml": DESK.replace("OSCON", "FOSDEM") });
    const fixed = await room.look();
    expect([fixed.deskFindings, fixed.desk.campaigns[0]?.name]).toEqual([[], "FOSDEM 2014"]);
  });

  it("[GH9] a good desk that was kept while `fixDates` was called `mendDates` still lets dates be set", async () => {
    await open();
    const { desk, at } = await room.look();
    const { atSlot, method, missed } = desk.merge;
    const older = { oid: "of-before", desk: { ...desk, merge: { atSlot, method, missed, mendDates: true } } };
    await room.ledger.cache("good desk 2", new Map([[String(room.repository.id), older]]), at);
    room.github.as("avsm").push(room.repo, "main", { ".github/presstime.yml": "zone: Atlantis\n" });
    expect((await room.look()).desk.merge.fixDates).toBe(true);
  });

  it.each([
    ["broken YAML", "people: [\n"],
    ["a file of another encoding", Buffer.from([0x7a, 0x6f, 0x6e, 0x65, 0x3a, 0x20, 0xe9])],
    ["an empty promise", "campaigns: 7\n"],
  ])("[GH9] says what is wrong with a desk that never was good, and promises nothing: %s", async (_, text) => {
    await open({ files: { ".github/presstime.yml": text } });
    const { desk, deskFindings } = await room.look();
    expect(deskFindings.length).toBeGreaterThan(0);
    expect([desk.people, desk.campaigns, desk.merge.atSlot]).toEqual([[], [], false]);
  });

  it("[GH9] takes the owner's desk for a repository without one, and does nothing where neither has one", async () => {
    await open({ files: { ".github/presstime.yml": null } });
    expect(await room.forge.read(room.repository)).toBeNull();
    room.github.createRepository({ owner: "mirage", name: ".github", files: { ".github/presstime.yml": DESK } });
    expect((await room.look()).desk.campaigns.map(({ name }) => name)).toEqual(["OSCON 2014"]);
  });

  it("[GH9] reads a proposed desk for what is wrong with it, and never uses it", async () => {
    await open();
    const { desk } = await room.look();
    const amir = room.github.as("amirmc");
    amir.push(room.repo, "bad", { ".github/presstime.yml": "zone: Atlantis\nposts: [everything]\n" });
    amir.opens(room.repo, { branch: "bad", title: "Change the desk", number: 30 });
    amir.push(room.repo, "good", { ".github/presstime.yml": DESK.replace("OSCON", "FOSDEM") });
    amir.opens(room.repo, { branch: "good", title: "Change the desk", number: 31 });
    amir.push(room.repo, "none", { ".github/presstime.yml": null });
    amir.opens(room.repo, { branch: "none", title: "Remove the desk", number: 32 });
    const facts = await room.look();
    expect(facts.desk).toEqual(desk);
    expect(facts.open.map((pull) => pull.desk?.findings.map(({ severity }) => severity))).toEqual([["error"], [], ["warning"]]);
    expect(await routes(() => room.look())).toEqual(["POST /graphql"]);
  });

  it("[GH403] of a list of files that is cut off reads each folder, and hides no post", async () => {
    const paths = [1, 2, 3, 4, 5, 6].map((n) => `posts/200${n}/post-${n}.md`);
    await open({ files: Object.fromEntries(paths.map((path) => [path, postText(path)])) });
    room.github.trouble.truncateTrees(3);
    expect((await room.look()).published.map(({ path }) => path)).toEqual(paths);
  });

  it("[GH24] follows a repository that was renamed, and is not taken in by one that has its old name", async () => {
    await open();
    await room.look();
    room.github.as("mirage-admin").renames(room.repo, "mirage-site");
    expect((await room.look()).repository.name).toBe("mirage-site");
    expect(
      await room.bringAbout([{ kind: "board", campaign: "OSCON 2014", issue: null, mark: "board/OSCON 2014", title: "T", body: "B" }]),
    ).toMatchObject([{ outcome: { kind: "done" } }]);
    room.github.createRepository({ owner: "mirage", name: "mirage-www", files: { ".github/presstime.yml": DESK } });
    expect((await room.look()).repository.name).toBe("mirage-site");
  });

  it("[GH24] at one that is gone, or out of the App's reach, says that it cannot be had now", async () => {
    await open({ private: true });
    await room.look();
    room.github.removesFromInstallation(room.repo);
    const error: unknown = await room.look().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect((error as Unavailable).until).toBe("2014-07-01T09:01:00Z");
  });

  it("[GH28] that GitHub cannot serve now says when to look again", async () => {
    await open();
    const until = async () => {
      const error: unknown = await room.look().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Unavailable);
      return (error as Unavailable).until;
    };
    room.github.trouble.failing({ next: 1, how: 500 });
    expect(await until()).toBe("2014-07-01T09:01:00Z");
    room.github.trouble.failing({ next: 1, how: "reset" });
    expect(await until()).toBe("2014-07-01T09:01:00Z");
    room.github.trouble.secondaryLimit({ after: 0, retryAfterSeconds: 120 });
    expect(await until()).toBe("2014-07-01T09:02:00Z");
    room.github.trouble.over();
    room.github.trouble.exhaust("graphql");
    expect(await until()).toBe("2014-07-01T10:00:01Z");
  });
});

/** Asking who may write here: of whom, how often, and what it costs. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE } from "../../src/desk/time/zone.js";
import { openNewsroom, postText, type Newsroom, type NewsroomOptions } from "./newsroom.js";

describe("who may write", () => {
  let room: Newsroom;
  const open = async (options?: NewsroomOptions) => {
    room = await openNewsroom(options);
    const samoht = room.github.as("samoht");
    samoht.push(room.repo, "irmin", { "posts/irmin.md": postText("Irmin") });
    samoht.opens(room.repo, { branch: "irmin", title: "Irmin", number: 1 });
  };
  afterEach(() => room.close());
  const askedAbout = async (doing: () => Promise<unknown> = () => room.look()) =>
    (await room.asked(doing)).flatMap(({ path }) => /\/collaborators\/([^/]+)\/permission$/.exec(path)?.[1] ?? []);
  const approves = (login: string) => room.github.as(login).reviews(room.repo, 1, { state: "APPROVED" });
  const says = (login: string, body: string) => room.github.as(login).comments(room.repo, 1, body);
  const accesses = async () => {
    const { open: pulls } = await room.look();
    return pulls.flatMap(({ reviews, comments }) => [...reviews, ...comments].map(({ by }) => `${by?.login ?? ""} ${by?.access ?? "-"}`));
  };

  it("[GH36] is asked of those alone whose word depends on it: not of the desk, of plain remarks and comments", async () => {
    await open({ collaborators: { amirmc: "admin", samoht: "write", maya: "maintain", tara: "triage", rita: "read", zoe: "write" } });
    for (const who of ["maya", "tara", "rita", "amirmc"]) approves(who);
    room.github.as("nosy").reviews(room.repo, 1, { state: "COMMENTED", body: "Nice." });
    says("chatty", "A remark, and/or two.");
    says("mistyping", "/hodl");
    says("samoht", "/hold");
    says("zoe", "/hold");
    expect((await askedAbout()).sort()).toEqual(["tara", "amirmc", "maya", "rita", "zoe"].sort());
    expect((await accesses()).filter((one) => !one.endsWith("-")).sort()).toEqual([
      "amirmc write",
      "maya write",
      "rita none",
      "tara none",
      "zoe write",
    ]);
  });

  it("[GH36] is asked once a person and day, by whichever process, and of those first who have to do with what is open", async () => {
    await open();
    approves("mallory");
    approves("avsm");
    expect(await askedAbout()).toHaveLength(2);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    expect(await room.asked(() => room.anew().read(room.repository))).toHaveLength(1);
    await room.github.clock.advance(DAY - MINUTE);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    expect((await room.look()).asked?.againAt).toBe("2014-07-02T09:00:00Z");
    await room.github.clock.advance(MINUTE);
    expect(await askedAbout()).toHaveLength(2);
  });

  it("[GH36] of whom GitHub said no is asked again once they speak, be it by an edit; of whom it said yes is not", async () => {
    await open();
    const comment = says("mallory", "/hold");
    says("avsm", "/hold");
    expect(await askedAbout()).toEqual(["mallory", "avsm"]);
    says("avsm", "/unhold");
    expect(await askedAbout()).toEqual([]);
    await room.github.clock.advance(MINUTE);
    room.github.collaborator(room.repo, "mallory", "write");
    room.github.as("mallory").editsComment(room.repo, comment.id, "/hold please");
    expect(await askedAbout()).toEqual(["mallory"]);
    expect(await accesses()).toContain("mallory write");
  });

  it("[GH36] of more than thirty people is asked in several looks, the next of which comes by itself", async () => {
    await open({ collaborators: ["samoht", "zoe"] });
    for (let n = 0; n < 40; n += 1) approves(`stranger-${n}`);
    approves("zoe");
    expect(await askedAbout()).toHaveLength(30);
    room.github.trouble.failing({ next: 99, how: 503, when: ({ path }) => path.endsWith("/permission") });
    await expect(room.look()).rejects.toThrow("does not answer");
    room.github.trouble.over();
    const asked = await askedAbout(async () => {
      expect((await room.look()).asked).toMatchObject({ of: { zoe: "write" }, refused: null, againAt: "2014-07-02T09:00:00Z" });
    });
    expect(asked).toHaveLength(11);
  });

  it("[GH36] of those beyond is what was known before, and where that is nothing it is said to be unknown", async () => {
    await open({ collaborators: ["samoht", "zoe"] });
    approves("zoe");
    await room.look();
    room.github.as("zoe").dismisses(room.repo, 1, approves("zoe").id, "Once more");
    await room.github.clock.advance(DAY);
    for (let n = 0; n < 40; n += 1) approves(`aardvark-${n}`);
    const { asked } = await room.look();
    expect(asked?.againAt).toBe("2014-07-02T09:01:00Z");
    expect(Object.values(asked?.of ?? {}).filter((access) => access === "unknown")).toHaveLength(11);
    expect(asked?.refused).toBeNull();
  });

  it("[GH36] is unknown where GitHub refuses to say, for an hour, and keeps what it said before of what was said before", async () => {
    await open();
    says("avsm", "/hold");
    await room.look();
    await room.github.clock.advance(DAY);
    room.github.trouble.failing({ next: 1, how: 403, when: ({ path }) => path.endsWith("/permission") });
    says("avsm", "/unhold");
    const { asked, open: pulls } = await room.look();
    expect(asked).toEqual({
      of: { avsm: "unknown" },
      refused: expect.stringContaining("metadata: read"),
      againAt: "2014-07-02T10:00:00Z",
    });
    expect(pulls[0]?.comments.map(({ by }) => by?.access)).toEqual(["write", "unknown"]);
    await room.github.clock.advance(HOUR);
    expect((await room.look()).asked).toEqual({ of: { avsm: "write" }, refused: null, againAt: "2014-07-03T10:00:00Z" });
  });

  it("[GH36] is asked of everybody who commands a desk that names no coordinator, and of whoever changed its file last", async () => {
    const text = "zone: Europe/London\nposts: [posts/**/*.md]\npeople: [{ login: samoht }, { login: avsm }]\n";
    await open({ files: { ".github/presstime.yml": text } });
    expect(await room.look()).toMatchObject({ desk: { coordinators: ["mirage-admin"], coordinatorFrom: "last change" }, deskFindings: [] });
    says("avsm", "/drop");
    says("samoht", "/hold");
    approves("avsm");
    expect((await askedAbout()).sort()).toEqual(["avsm", "samoht"]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    room.github.as("avsm").push(room.repo, "main", { "README.md": "# Anew\n" });
    expect((await room.look()).desk.coordinators).toEqual(["mirage-admin"]);
    room.github.as("avsm").push(room.repo, "main", { ".github/presstime.yml": `${text}slots: [Tue 12:00]\n` });
    expect((await room.look()).desk.coordinators).toEqual(["avsm"]);
  });

  it("[GH39] is asked of the desk file's commits once for each text that it gets, whatever they are wanted for, and anew when an old one comes back", async () => {
    const text = (posts: readonly string[]) =>
      [
        "zone: Europe/London\nposts: [posts/**/*.md]\npeople: [{ login: samoht }, { login: avsm }]",
        "campaigns:\n  - name: OSCON 2014\n    deadline: 2014-07-21T09:00[Europe/London]\n    posts:",
        ...posts.map((slug) => `      - { slug: ${slug}, title: ${slug}, byline: [samoht] }`),
        "",
      ].join("\n");
    const commits = async () => (await room.asked(() => room.look())).filter(({ path }) => path.endsWith("/commits"));
    const pushes = (login: string, posts: readonly string[]) =>
      room.github.as(login).push(room.repo, "main", { ".github/presstime.yml": text(posts) });
    await open({ files: { ".github/presstime.yml": text(["irmin"]) } });
    expect(await commits()).toHaveLength(1);
    await room.github.clock.advance(HOUR);
    pushes("avsm", ["irmin", "tls"]);
    const changed = room.github.clock.now().toISOString().slice(0, 19);
    await room.github.clock.advance(HOUR);
    expect(await commits()).toHaveLength(1);
    expect(await commits()).toEqual([]);
    const facts = await room.look();
    expect(facts).toMatchObject({ desk: { coordinators: ["avsm"] }, deskChange: { by: "avsm" } });
    expect(facts.desk.campaigns[0]?.posts[1]).toMatchObject({ slug: "tls", since: { at: `${changed}Z`, exact: true } });
    pushes("samoht", ["irmin"]);
    expect(await commits()).toHaveLength(1);
    expect(await room.look()).toMatchObject({ desk: { coordinators: ["samoht"] }, deskChange: { by: "samoht" } });
  });

  it("[GH39] asks further back where the file was changed more often than that since it was looked at", async () => {
    const text = (posts: readonly string[]) =>
      [
        "zone: Europe/London\nposts: [posts/**/*.md]\npeople: [{ login: samoht }]\ncoordinators: [samoht]",
        "campaigns:\n  - name: OSCON 2014\n    deadline: 2014-07-21T09:00[Europe/London]\n    posts:",
        ...posts.map((slug) => `      - { slug: ${slug}, title: ${slug}, byline: [samoht] }`),
        "",
      ].join("\n");
    await open({ files: { ".github/presstime.yml": text(["irmin"]) } });
    await room.look();
    await room.github.clock.advance(HOUR);
    const first = room.github.clock.now().toISOString().slice(0, 19);
    for (let n = 0; n < 7; n += 1) {
      room.github.as("samoht").push(room.repo, "main", { ".github/presstime.yml": `${text(["irmin", "tls"])}# ${n}\n` });
      await room.github.clock.advance(MINUTE);
    }
    expect((await room.look()).desk.campaigns[0]?.posts[1]?.since).toEqual({ at: `${first}Z`, exact: true });
  });
});

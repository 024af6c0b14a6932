/** What was said and done on a pull request, as the snapshot tells it. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { PullRequest } from "../../src/desk/facts/snapshot.js";
import { HOUR } from "../../src/desk/time/zone.js";
import { withMark } from "../../src/github/marker.js";
import { openNewsroom, postText, type Newsroom, type NewsroomOptions } from "./newsroom.js";

describe("a pull request", () => {
  let room: Newsroom;
  const open = async (options?: NewsroomOptions) => (room = await openNewsroom(options));
  afterEach(() => room.close());
  const only = async (): Promise<PullRequest> => {
    const [pull, ...more] = (await room.look()).open;
    expect(more).toEqual([]);
    if (!pull) throw new Error("Unexpected lack of a pull request");
    return pull;
  };
  const irmin = () => {
    const samoht = room.github.as("samoht");
    const amir = room.github.as("amirmc");
    const fork = amir.fork(room.repo);
    samoht.push(fork, "irmin", { "posts/irmin.md": postText("Introducing Irmin") });
    amir.opens(room.repo, { branch: "irmin", from: fork, title: "Irmin post", body: "By @samoht\r\nDue Friday", draft: true, number: 186 });
    return fork;
  };

  it("[GH29] tells who opened it, from which fork, and what its text says", async () => {
    await open();
    const fork = irmin();
    expect(await only()).toEqual({
      number: 186,
      title: "Irmin post",
      body: "By @samoht\nDue Friday",
      closes: [],
      openedBy: { login: "amirmc", bot: false, node: expect.any(String) },
      openedAt: "2014-07-01T09:00:00Z",
      draft: true,
      standing: "open",
      endedAt: null,
      base: "main",
      head: { sha: fork.branches.get("irmin"), branch: "irmin", repository: "amirmc/mirage-www", since: "2014-07-01T09:00:00Z" },
      labels: [],
      posts: [
        {
          path: "posts/irmin.md",
          previousPath: null,
          change: "added",
          blob: expect.stringMatching(/^[0-9a-f]{40}$/),
          reading: expect.objectContaining({ post: expect.objectContaining({ slug: "irmin" }) }),
        },
      ],
      changes: ["posts/irmin.md"],
      desk: null,
      filesComplete: true,
      requested: [],
      wereAsked: [],
      wereAssigned: [],
      reviews: [],
      comments: [],
      description: expect.objectContaining({ id: 186, by: { login: "amirmc", bot: false }, editedAt: null, in: { kind: "description" } }),
      mergeable: "blocked",
      checks: null,
    });
  });

  it("[GH29] whose fork was deleted is read all the same", async () => {
    await open();
    const fork = irmin();
    room.github.as("amirmc").deletes(fork);
    const pull = await only();
    expect(pull.head.repository).toBeNull();
    expect(pull.posts.map(({ reading }) => reading?.post.title?.value)).toEqual(["Introducing Irmin"]);
  });

  it("[GH2] believes the app's mark only in what the app wrote", async () => {
    await open();
    irmin();
    await room.look();
    await room.bringAbout([{ kind: "notice", pull: 186, comment: null, mark: "notice", body: "What is missing." }]);
    room.github.as("talex5").comments(room.repo, 186, withMark("notice", "Nothing is missing."));
    const { comments } = await only();
    expect(comments.map(({ by, mark, body }) => ({ by, mark, body }))).toEqual([
      { by: { login: "presstime[bot]", bot: true }, mark: "notice", body: "What is missing." },
      { by: { login: "talex5", bot: false }, mark: null, body: "<!-- presstime notice -->\nNothing is missing." },
    ]);
  });

  it("[GH29] gives comments as they stand, with what the app thought of them", async () => {
    await open();
    irmin();
    const stranger = room.github.as("passer-by");
    const comment = stranger.comments(room.repo, 186, "/hold\r\nuntil Friday");
    await room.github.clock.advance(HOUR);
    stranger.editsComment(room.repo, comment.id, "/hold\r\nuntil Monday");
    await room.look();
    await room.bringAbout([{ kind: "react", issue: 186, comment: { id: comment.id, node: comment.nodeId }, reaction: "confused" }]);
    stranger.reacts(room.repo, comment.id, "+1");
    expect((await only()).comments).toEqual([
      {
        id: comment.id,
        node: comment.nodeId,
        by: { login: "passer-by", bot: false, access: "none" },
        at: "2014-07-01T09:00:00Z",
        editedAt: "2014-07-01T10:00:00Z",
        body: "/hold\nuntil Monday",
        mark: null,
        reactions: ["confused"],
      },
    ]);
  });

  it("[GH29] says who is asked for a review, and since when", async () => {
    await open();
    irmin();
    await room.github.clock.advance(HOUR);
    room.github.as("avsm").asks(room.repo, 186, ["avsm", "talex5"]);
    await room.github.clock.advance(HOUR);
    room.github.as("avsm").unasks(room.repo, 186, ["talex5"]);
    room.github.as("avsm").asks(room.repo, 186, ["talex5"]);
    expect((await only()).requested).toEqual([
      { login: "avsm", at: "2014-07-01T10:00:00Z" },
      { login: "talex5", at: "2014-07-01T11:00:00Z" },
    ]);
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    expect((await only()).requested.map(({ login }) => login)).toEqual(["talex5"]);
  });

  it("[GH10] calls a review outdated for the paths of which something else is changed since, and for no other", async () => {
    await open();
    const samoht = room.github.as("samoht");
    samoht.push(room.repo, "two", { "posts/irmin.md": postText("Irmin"), "posts/git.md": postText("Git") });
    samoht.opens(room.repo, { branch: "two", title: "Two posts", number: 186 });
    const reviewed = room.repo.branches.get("two");
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED", body: "Lovely.\r\n" });
    expect((await only()).reviews).toMatchObject([
      { by: { login: "avsm" }, says: "approves", head: reviewed, outdated: [], body: "Lovely.\n" },
    ]);
    samoht.push(room.repo, "two", { "posts/irmin.md": postText("Irmin", "Other words.\n"), "README.md": "# More\n" });
    room.github.as("talex5").reviews(room.repo, 186, { state: "CHANGES_REQUESTED", body: "A figure?" });
    expect((await only()).reviews.map(({ says, outdated }) => ({ says, outdated }))).toEqual([
      { says: "approves", outdated: ["README.md", "posts/irmin.md"] },
      { says: "requests changes", outdated: [] },
    ]);
    expect(await room.asked(() => room.look())).toHaveLength(1);
  });

  it("[GH10] keeps a review over a rebase that leaves the text as it was", async () => {
    await open();
    const samoht = room.github.as("samoht");
    const text = postText("Irmin");
    samoht.push(room.repo, "irmin", { "posts/irmin.md": text });
    samoht.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    room.github.as("avsm").push(room.repo, "main", { "README.md": "# Moved on\n" });
    samoht.push(room.repo, "irmin", { "posts/irmin.md": text }, { force: true });
    const { reviews, head } = await only();
    expect(reviews[0]?.head).not.toBe(head.sha);
    expect(reviews[0]?.outdated).toEqual([]);
  });

  it("[GH10] drops a review that was dismissed", async () => {
    await open();
    irmin();
    const review = room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    room.github.as("avsm").dismisses(room.repo, 186, review.id, "Too soon");
    expect((await only()).reviews.map(({ says }) => says)).toEqual(["dismissed"]);
  });

  it("[GH11] remembers since when its head is what it is, whatever happens later", async () => {
    await open();
    const fork = irmin();
    await room.github.clock.advance(HOUR);
    room.github.as("samoht").push(fork, "irmin", { "posts/irmin.md": postText("Irmin", "Better words.\n") });
    expect((await only()).head.since).toBe("2014-07-01T10:00:00Z");
    await room.github.clock.advance(5 * HOUR);
    room.github.as("avsm").comments(room.repo, 186, "Nice");
    expect((await only()).head.since).toBe("2014-07-01T10:00:00Z");
  });

  it("[GH11] dates a forced push by GitHub's own record of it, though the ledger be lost", async () => {
    await open();
    const fork = irmin();
    await room.github.clock.advance(HOUR);
    room.github.as("samoht").push(fork, "irmin", { "posts/irmin.md": postText("Irmin", "Rewritten.\n") }, { force: true });
    await room.github.clock.advance(5 * HOUR);
    room.github.as("avsm").comments(room.repo, 186, "Nice");
    expect((await only()).head.since).toBe("2014-07-01T10:00:00Z");
  });

  it("[GH12] hears other people's checks, and not its own", async () => {
    await open();
    const fork = irmin();
    const head = fork.branches.get("irmin") ?? "";
    await room.look();
    await room.bringAbout([
      {
        kind: "check",
        pull: 186,
        head,
        name: "presstime/review",
        conclusion: "action_required",
        title: "0 of 1",
        summary: "A review is missing.",
        annotations: [],
      },
    ]);
    expect((await only()).checks).toBeNull();
    room.github.reports(room.repo, head, "ci", { name: "build", conclusion: null });
    expect((await only()).checks).toBe("running");
    room.github.reports(room.repo, head, "ci", { name: "build", conclusion: "success" });
    expect((await only()).checks).toBe("passing");
    room.github.setsStatus(room.repo, head, "travis", "failure");
    expect((await only()).checks).toBe("failing");
  });

  it("[GH301] counts the newest run of each name and App, also among more than a hundred", async () => {
    await open();
    room.github.trouble.listsSupersededRuns();
    const head = irmin().branches.get("irmin") ?? "";
    room.github.reports(room.repo, head, "ci", { name: "build", conclusion: "cancelled" });
    expect((await only()).checks).toBe("failing");
    room.github.reports(room.repo, head, "ci", { name: "build", conclusion: "success" });
    expect((await only()).checks).toBe("passing");
    for (let n = 0; n < 130; n += 1) room.github.reports(room.repo, head, "ci", { name: `part ${n}`, conclusion: "success" });
    expect((await only()).checks).toBe("passing");
    room.github.reports(room.repo, head, "ci", { name: "part 3", conclusion: "failure" });
    expect((await only()).checks).toBe("failing");
    room.github.reports(room.repo, head, "ci", { name: "part 3", conclusion: "success" });
    const asked = await room.asked(async () => {
      expect((await only()).checks).toBe("passing");
    });
    expect(asked.map(({ body }) => /query \w+/.exec(JSON.stringify(body))?.[0])).toEqual(["query Look", "query MoreContexts"]);
  });

  it("[GH12] says whether it could be merged", async () => {
    await open({ files: { "posts/irmin.md": postText("Irmin") } });
    const samoht = room.github.as("samoht");
    samoht.push(room.repo, "irmin", { "posts/irmin.md": postText("Irmin", "One way.\n") });
    samoht.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
    expect((await only()).mergeable).toBe("yes");
    room.github.trouble.unknownMergeability(186, 1);
    expect((await only()).mergeable).toBe("unknown");
    room.github.protect(room.repo, "main", { approvals: 1 });
    expect((await only()).mergeable).toBe("blocked");
    room.github.as("avsm").push(room.repo, "main", { "posts/irmin.md": postText("Irmin", "Another way.\n") });
    expect((await only()).mergeable).toBe("conflicts");
  });

  it("[GH15] pages back to a thousand remarks, and asks for them again only when something happens", async () => {
    await open();
    irmin();
    for (let n = 0; n < 250; n += 1) room.github.as("avsm").comments(room.repo, 186, `Remark ${n}`);
    const asked = await room.asked(async () => {
      expect((await only()).comments.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, n) => `Remark ${n}`));
    });
    expect(asked.length).toBeGreaterThan(2);
    expect(await room.asked(() => room.look())).toHaveLength(1);
    for (let n = 250; n < 1200; n += 1) room.github.as("avsm").comments(room.repo, 186, `Remark ${n}`);
    const { comments } = await only();
    expect([comments.length, comments.at(0)?.body, comments.at(-1)?.body]).toEqual([1000, "Remark 200", "Remark 1199"]);
  });

  it("[GH29] gives boards with what is said on them, and takes no other issue for one", async () => {
    await open();
    await room.look();
    await room.bringAbout([
      { kind: "board", campaign: "OSCON 2014", issue: null, mark: "board/OSCON 2014", title: "OSCON", body: "| post |" },
    ]);
    const [board] = (await room.look()).boards;
    room.github.as("avsm").comments(room.repo, board?.number ?? 0, "/status");
    const false_ = room.github.as("talex5").opensIssue(room.repo, { title: "Mine", body: withMark("board/Mine", "| x |") });
    room.github.as("talex5").labels(room.repo, false_.number, ["presstime/board"]);
    const { boards } = await room.look();
    expect(
      boards.map(({ campaign, body, open: isOpen, comments }) => ({
        campaign,
        body,
        isOpen,
        said: comments.map((one) => one.body),
      })),
    ).toEqual([{ campaign: "OSCON 2014", body: "| post |", isOpen: true, said: ["/status"] }]);
    room.github.as("avsm").closes(room.repo, board?.number ?? 0);
    expect((await room.look()).boards.map((one) => one.open)).toEqual([false]);
  });
});

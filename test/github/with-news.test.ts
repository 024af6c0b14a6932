/** A reading together with what was told or done a short while ago and it does not show; and what is read once more before a merge. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { instant, plus } from "../../src/desk/time/zone.js";
import type { Facts } from "../../src/github/forge.js";
import { newsTold } from "../../src/server/told/news-told.js";
import type { News } from "../../src/news.js";
import { openNewsroom, postText, type Newsroom } from "./newsroom.js";

let room: Newsroom;
let head: string;
beforeEach(async () => {
  room = await openNewsroom();
  room.github.deliverTo("http://127.0.0.1:9/");
  const amir = room.github.as("amirmc");
  head = amir.push(room.repo, "irmin", { "posts/irmin.md": postText("Irmin") });
  amir.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
  await room.github.clock.advance(60_000);
});
afterEach(() => room.close());

const now = () => instant(room.github.clock.now());

async function look(news: readonly News[], age = 0): Promise<Facts> {
  const facts = await room.forge.read(
    room.repository,
    [],
    news.map((one) => ({ ...one, since: plus(now(), -age) })),
  );
  if (!facts) throw new Error("Unexpected lack of facts, expected a desk file");
  return facts;
}

/** What the webhooks of an act tell, while reads are ten seconds behind. */
async function toldAhead(act: () => void): Promise<readonly News[]> {
  room.github.trouble.lagging(10_000);
  await room.github.clock.advance(20_000);
  const before = room.github.letters.length;
  act();
  return room.github.letters.slice(before).flatMap(({ name, text }) => newsTold(name, JSON.parse(text)));
}

describe("what a delivery told is so, though a read does not show it", () => {
  it("[GH200] a comment was said, edited or deleted; nothing is done there until the read shows it", async () => {
    const news = await toldAhead(() => room.github.as("avsm").comments(room.repo, 186, "/hold"));
    const { open, behind } = await look(news);
    expect(open[0]?.comments).toMatchObject([{ by: { login: "avsm" }, body: "/hold", mark: null }]);
    expect(behind).toEqual({ apart: [186], all: false, again: plus(now(), 2_000) });
    await room.github.clock.advance(10_000);
    expect(await look(news, 10_000)).toMatchObject({ behind: null, open: [{ comments: [{ body: "/hold" }] }] });
    const { id } = room.github.world.comments.values().next().value ?? { id: 0 };
    const edited = await toldAhead(() => {
      room.github.as("avsm").editsComment(room.repo, id, "/unhold");
    });
    expect((await look(edited)).open[0]?.comments).toMatchObject([{ body: "/unhold" }]);
    const deleted = await toldAhead(() => {
      room.github.as("avsm").deletesComment(room.repo, id);
    });
    expect((await look(deleted)).open[0]?.comments).toEqual([]);
  });

  it("[GH200] somebody has reviewed, and answered the request; a dismissal is the last word", async () => {
    room.github.as("amirmc").asks(room.repo, 186, ["avsm"]);
    const news = await toldAhead(() => room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" }));
    const { open, behind } = await look(news);
    expect(open[0]).toMatchObject({ requested: [], reviews: [{ by: { login: "avsm" }, says: "approves", head }] });
    expect(behind?.apart).toEqual([186]);
    expect((await look(news.map((one) => ({ ...one, state: "DISMISSED" }) as News))).open[0]?.reviews[0]?.says).toBe("dismissed");
  });

  it("[GH200] a pull request has another head, or ended: it is left alone, for a minute at most", async () => {
    const pushed = await toldAhead(() => room.github.as("amirmc").push(room.repo, "irmin", { "posts/irmin.md": postText("Other") }));
    expect(pushed).toMatchObject([{ kind: "pull stood", before: head }]);
    const { open, behind } = await look(pushed, 5_000);
    expect(open[0]?.head.sha).toBe(head);
    expect(behind).toEqual({ apart: [186], all: false, again: plus(now(), 10_000) });
    expect((await look(pushed, 60_000)).behind).toBeNull();
    const closed = await toldAhead(() => {
      room.github.as("amirmc").closes(room.repo, 186);
    });
    expect((await look(closed)).behind?.apart).toEqual([186]);
  });

  it("[GH200] of several that came in one second the head counts that came in the place of the other, in whatever order they are told", async () => {
    const [stood] = await toldAhead(() => room.github.as("amirmc").push(room.repo, "irmin", { "posts/irmin.md": postText("Other") }));
    const before = { ...stood, head, before: null } as News;
    await room.github.clock.advance(10_000);
    for (const news of [
      [stood, before],
      [before, stood],
    ] as News[][])
      expect((await look(news, 10_000)).behind).toBeNull();
  });

  it("[GH200] the default branch has moved on: everything waits for a read that shows it", async () => {
    const news = await toldAhead(() => room.github.as("amirmc").push(room.repo, "main", { "a.md": "A" }));
    expect((await look(news)).behind).toMatchObject({ all: true });
    await room.github.clock.advance(10_000);
    expect((await look(news, 10_000)).behind).toBeNull();
  });

  it("[GH200] a delivery of another shape tells nothing", () => {
    expect(newsTold("issue_comment", { action: "created" })).toEqual([]);
    expect(newsTold("star", {})).toEqual([]);
  });
});

describe("what the app did is so, though a read does not show it", () => {
  it("[GH200] its comments, boards, labels, requests and reactions are there, and a merged head is left alone", async () => {
    room.github.trouble.lagging(10_000);
    await room.github.clock.advance(20_000);
    const comment = room.github.as("avsm").comments(room.repo, 186, "/hold");
    await room.github.clock.advance(10_000);
    await room.look();
    const applied = await room.bringAbout([
      { kind: "notice", pull: 186, comment: null, mark: "notice", body: "First." },
      { kind: "board", campaign: "OSCON 2014", issue: null, mark: "board/OSCON 2014", title: "OSCON", body: "One." },
      { kind: "labels", pull: 186, add: ["status/draft"], remove: [] },
      { kind: "ask", pull: 186, head, logins: ["samoht"] },
      { kind: "react", issue: 186, comment: { id: comment.id, node: comment.nodeId }, reaction: "+1" },
    ]);
    const news = applied.flatMap(({ outcome }) => (outcome.kind === "done" ? (outcome.news ?? []) : []));
    expect((await room.look()).boards).toEqual([]);
    const { open, boards, behind } = await look(news);
    expect(open[0]).toMatchObject({
      labels: ["status/draft"],
      requested: [{ login: "samoht" }],
      comments: [
        { body: "/hold", reactions: ["+1"] },
        { mark: "notice", body: "First." },
      ],
    });
    expect(boards).toMatchObject([{ campaign: "OSCON 2014", body: "One.", open: true }]);
    expect(behind).toMatchObject({ apart: [], all: false });
    const [merged] = await room.bringAbout([{ kind: "merge", pull: 186, head, method: "merge", slugs: [] }]);
    expect(merged?.outcome).toEqual({ kind: "done", news: [{ kind: "left", pull: 186, head }] });
    expect((await look([{ kind: "left", pull: 186, head }])).behind?.apart).toEqual([186]);
  });

  it("[GH200] what it did twice to one thing counts as it did it last, and no read has to show what was in between", async () => {
    const board = { kind: "board", campaign: "OSCON 2014", mark: "board/OSCON 2014", title: "OSCON" } as const;
    const labels = { kind: "labels", pull: 186 } as const;
    const first = await room.bringAbout([
      { ...board, issue: null, body: "One." },
      { ...labels, add: ["status/draft"], remove: [] },
    ]);
    const made = (await room.look()).boards[0];
    if (!made) throw new Error("Unexpected lack of a board, expected the one that was made");
    const second = await room.bringAbout([
      { ...board, issue: { number: made.number, node: made.node }, body: "Two." },
      { ...labels, add: [], remove: ["status/draft"] },
    ]);
    const news = [...first, ...second].flatMap(({ outcome }) => (outcome.kind === "done" ? (outcome.news ?? []) : []));
    expect(news).toHaveLength(4);
    expect(await look(news)).toMatchObject({ behind: null, boards: [{ body: "Two." }], open: [{ labels: [] }] });
  });
});

describe("before a merge", () => {
  const merge = async () => (await room.bringAbout([{ kind: "merge", pull: 186, head, method: "merge", slugs: [] }]))[0]?.outcome.kind;

  it.each([
    ["somebody commented", () => void room.github.as("avsm").comments(room.repo, 186, "Wait.")],
    ["somebody reviewed", () => void room.github.as("avsm").reviews(room.repo, 186, { state: "CHANGES_REQUESTED", body: "No." })],
    [
      "its description was edited",
      () => {
        room.github.as("amirmc").edits(room.repo, 186, { body: "/hold" });
      },
    ],
    ["somebody pushed", () => void room.github.as("amirmc").push(room.repo, "irmin", { "posts/irmin.md": postText("Other") })],
  ])("[GH201] it is read whether %s since it was judged, and if so judged again", async (_, act) => {
    await room.look();
    act();
    expect(await merge()).toBe("stale");
    expect(room.github.pullRequest(room.repo, 186).standing).toBe("open");
  });

  it("[GH201] what the app itself has said since is no news", async () => {
    await room.look();
    await room.bringAbout([{ kind: "notice", pull: 186, comment: null, mark: "notice", body: "First." }]);
    expect(await merge()).toBe("done");
  });
});

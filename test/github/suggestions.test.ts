/** Suggestions and commits on a submission's branch: given in one review, closed when mended, made upon the judged head alone. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { keyOf, type Commit, type Effect, type Suggest } from "../../src/desk/effect.js";
import { openNewsroom, type Newsroom } from "./newsroom.js";

const PATH = "posts/2014-07-18-irmin.md";
const TEXT = "\uFEFF---\r\ntitle: Irmin\r\ndate: 2014-07-18 # soon\r\n---\r\n\r\nWords — ünïcode.\r\n";

let room: Newsroom;
let head: string;

beforeEach(async () => {
  room = await openNewsroom();
  const amir = room.github.as("amirmc");
  head = amir.push(room.repo, "irmin", { [PATH]: TEXT });
  amir.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
  await room.look();
});
afterEach(() => room.close());

const outcomes = async (effects: readonly Effect[], doubtful: readonly string[] = []) =>
  (await room.bringAbout(effects, doubtful)).map(({ outcome }) => outcome);
const pull = async () => {
  const found = (await room.look()).open.find(({ number }) => number === 186);
  if (!found) throw new Error("Unexpected absence of #186, expected it open");
  return found;
};
const remarks = () =>
  room.github
    .pullRequest(room.repo, 186)
    .conversation.flatMap((turn) => (turn.kind === "reviewed" ? turn.remarks.map((remark) => ({ ...remark, review: turn.body })) : []));
const suggest = (more: Partial<Suggest> = {}): Suggest => ({
  kind: "suggest",
  pull: 186,
  head,
  mark: "suggest/one,two",
  body: "Two small things.",
  comments: [
    { path: PATH, startLine: null, line: 3, mark: "suggest/one", body: "```suggestion\ndate: 2014-07-22\n```" },
    { path: PATH, startLine: 4, line: 6, mark: "suggest/two", body: "Other words." },
  ],
  ...more,
});
const commit = async (more: Partial<Commit> = {}): Promise<Commit> => {
  const blob = (await pull()).posts[0]?.blob ?? "";
  const place = { line: 3, column: 7, endLine: 3, endColumn: 17 };
  const edits = [{ place, was: "2014-07-18", replacement: "2014-07-22" }];
  const changes = [{ path: PATH, blob, to: "posts/2014-07-22-irmin.md", edits }];
  return { kind: "commit", pull: 186, head, branch: "irmin", changes, message: "Set the day\n\nOf its slot.", ...more };
};
const file = (path: string) => room.github.file(room.repo, path, "irmin");

describe("suggestions", () => {
  it("[GH30] are one review, which approves nothing, with a comment on each place; its mark comes back with it", async () => {
    const asked = await room.asked(() => room.bringAbout([suggest()]));
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([expect.stringMatching(/^POST .*\/pulls\/186\/reviews$/)]);
    expect(remarks()).toMatchObject([
      { path: PATH, startLine: null, line: 3, resolved: false },
      { path: PATH, startLine: 4, line: 6 },
    ]);
    expect((await pull()).reviews).toMatchObject([
      { by: { login: "presstime[bot]", bot: true }, says: "comments", mark: "suggest/one,two", body: "Two small things.", head },
    ]);
  });

  it("[GH30] of a line that is not in the difference are refused whole, in GitHub's words", async () => {
    const [one] = suggest().comments;
    const outside = suggest({ comments: one ? [one, { ...one, line: 99 }] : [] });
    expect(await outcomes([outside])).toEqual([{ kind: "refused", why: "Unprocessable Entity: Line could not be resolved" }]);
    expect(remarks()).toEqual([]);
  });

  it("[GH30] of somebody else who writes our mark are that person's review", async () => {
    room.github.as("avsm").reviews(room.repo, 186, { state: "COMMENTED", body: "<!-- presstime suggest/one -->\nHa." });
    expect((await pull()).reviews).toMatchObject([{ mark: null, body: "<!-- presstime suggest/one -->\nHa." }]);
  });

  it("[GH31] are closed by their marks, the app's own alone, and not twice", async () => {
    await outcomes([suggest()]);
    const own = { path: PATH, side: "RIGHT", startLine: null, line: 2, body: "<!-- presstime suggest/one -->\nMine." } as const;
    room.github.as("avsm").reviews(room.repo, 186, { state: "COMMENTED", body: "Me too.", comments: [own] });
    expect(await outcomes([{ kind: "resolve", pull: 186, marks: ["suggest/one"] }])).toMatchObject([{ kind: "done" }]);
    expect(remarks().map(({ resolved }) => resolved)).toEqual([true, false, false]);
    const asked = await room.asked(() => outcomes([{ kind: "resolve", pull: 186, marks: ["suggest/one"] }]));
    expect(asked).toHaveLength(1);
  });

  it("[GH21] cannot be closed without the permission for contents, and that is said", async () => {
    await outcomes([suggest()]);
    room.github.trouble.withdraw("contents");
    expect(await outcomes([{ kind: "resolve", pull: 186, marks: ["suggest/one"] }])).toMatchObject([
      { kind: "refused", why: expect.stringContaining("`contents: write`") },
    ]);
  });
});

describe("a commit", () => {
  it("[GH32] changes the characters it names and no others, moves the file, and keeps the byte order mark, line endings and comments", async () => {
    expect(await outcomes([await commit()])).toMatchObject([{ kind: "done" }]);
    expect(file(PATH)).toBeNull();
    expect(file("posts/2014-07-22-irmin.md")).toBe(TEXT.replace("2014-07-18", "2014-07-22"));
    const { conversation } = room.github.pullRequest(room.repo, 186);
    expect(conversation.filter((turn) => turn.kind === "committed")).toMatchObject([{}, { message: "Set the day\n\nOf its slot." }]);
    expect((await pull()).posts).toMatchObject([{ path: "posts/2014-07-22-irmin.md", change: "added" }]);
  });

  it("[GH32] is made upon the judged head alone, and on a text that says what was read", async () => {
    const made = await commit();
    const wrong = made.changes.map((change) => ({ ...change, edits: change.edits.map((edit) => ({ ...edit, was: "2014-07-19" })) }));
    expect(await outcomes([{ ...made, changes: wrong }])).toMatchObject([{ kind: "stale" }]);
    const pushed = room.github.as("amirmc").push(room.repo, "irmin", { [PATH]: TEXT.replace("Words", "Other words") });
    expect(await outcomes([made])).toMatchObject([{ kind: "stale", why: expect.stringContaining("Expected branch to point to") }]);
    expect(room.repo.branches.get("irmin")).toBe(pushed);
  });

  it("[GH32] that was begun before a crash is not made again, whichever request the crash was at", async () => {
    const made = await commit();
    const requests = 2;
    for (let request = 1; request <= requests; request += 1) {
      room.github.trouble.hook({
        after: (k) => {
          if (k === request) throw new Error("the process dies");
        },
      });
      expect(await outcomes([made], request === 1 ? [] : [keyOf(made)])).toMatchObject([{ kind: "later" }]);
      room.github.trouble.over();
    }
    expect(await outcomes([made], [keyOf(made)])).toMatchObject([{ kind: "stale" }]);
    const { conversation } = room.github.pullRequest(room.repo, 186);
    expect(conversation.filter((turn) => turn.kind === "committed")).toHaveLength(2);
  });

  it("[GH33] leaves a review of the text before it a review of the text after it, and of no other", async () => {
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    await outcomes([await commit()]);
    const { reviews, head: after } = await pull();
    expect(after.sha).not.toBe(head);
    expect(reviews).toMatchObject([{ says: "approves", head, outdated: [] }]);
    const moved = "posts/2014-07-22-irmin.md";
    const again = await commit({ head: after.sha });
    const [change] = again.changes;
    const blob = (await pull()).posts[0]?.blob ?? "";
    const edits = (change?.edits ?? []).map((edit) => ({ ...edit, was: "2014-07-22", replacement: "2014-07-25" }));
    expect(await outcomes([{ ...again, changes: [{ path: moved, blob, to: moved, edits }] }])).toMatchObject([{ kind: "done" }]);
    expect((await pull()).reviews).toMatchObject([{ outdated: [] }]);
    room.github.as("amirmc").push(room.repo, "irmin", { [moved]: TEXT.replace("2014-07-18", "2014-07-26") });
    expect((await pull()).reviews).toMatchObject([{ outdated: [PATH, moved] }]);
  });

  it("[GH33] is remembered by the ledger alone: without it the approval lapses, and nothing is published unseen", async () => {
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    await outcomes([await commit()]);
    const forgetful = await room.anew({ remembering: false }).read(room.repository);
    expect(forgetful?.open[0]?.reviews).toMatchObject([{ outdated: [PATH, "posts/2014-07-22-irmin.md"] }]);
    const knowing = await room.anew({ remembering: true }).read(room.repository);
    expect(knowing?.open[0]?.reviews).toMatchObject([{ outdated: [] }]);
  });

  it("[GH21] without the permission for contents says which one is missing", async () => {
    const made = await commit();
    room.github.permits(room.repo, { ...room.github.installation(room.repo).permissions, contents: "read" });
    expect(await outcomes([made])).toMatchObject([{ kind: "refused", why: expect.stringContaining("`contents: write`") }]);
  });
});

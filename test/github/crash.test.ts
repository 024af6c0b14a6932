/** Dying between the beginning and the end of each kind of effect, before and after every request that it takes. */
import { describe, expect, it } from "@jest/globals";
import type { ReviewComment } from "../../sandbox/state/thread.js";
import { keyOf, type Annotation, type Check, type Effect } from "../../src/desk/effect.js";
import type { ConnectedForge } from "../../src/github/connect.js";
import { openNewsroom, postText, type Newsroom } from "./newsroom.js";

const HEAD_BRANCH = "irmin";

async function openRoom(): Promise<Newsroom> {
  const room = await openNewsroom();
  const amir = room.github.as("amirmc");
  amir.push(room.repo, HEAD_BRANCH, { "posts/irmin.md": postText("Irmin") });
  amir.opens(room.repo, { branch: HEAD_BRANCH, title: "Irmin", number: 186 });
  await room.look();
  return room;
}

const headOf = (room: Newsroom) => room.repo.branches.get(HEAD_BRANCH) ?? "";

const annotation = (n: number): Annotation => ({
  path: "posts/irmin.md",
  rule: "no-tabs",
  severity: "warning",
  message: `Unexpected tab number ${n}`,
  place: { line: 1, column: 1, endLine: 1, endColumn: 3 },
});

const check = (room: Newsroom, count: number): Check => ({
  kind: "check",
  pull: 186,
  head: headOf(room),
  name: "presstime/lint",
  conclusion: "neutral",
  title: `${count} remarks`,
  summary: "Remarks are advice.",
  annotations: Array.from({ length: count }, (_, n) => annotation(n)),
});

/** Somebody remarks upon a line. */
function remark(room: Newsroom): ReviewComment {
  const comments = [{ path: "posts/irmin.md", body: "/slot yesterday", side: "RIGHT" as const, line: 5, startLine: null }];
  room.github.as("avsm").reviews(room.repo, 186, { state: "COMMENTED", body: "/hold", comments });
  const [thread] = room.repo.threads.get(186)?.pull?.reviewThreads ?? [];
  const [comment] = thread?.comments ?? [];
  if (!comment) throw new Error("Unexpected lack of a conversation, expected the one that was begun");
  return comment;
}

/** Sets the scene, and gives the effect that is wanted then. */
type Scene = (room: Newsroom) => Effect | Promise<Effect>;

const SCENES: Readonly<Record<string, Scene>> = {
  "a notice that is made": () => ({ kind: "notice", pull: 186, comment: null, mark: "notice", body: "What is missing." }),
  "a notice that is edited": async (room) => {
    await room.bringAbout([{ kind: "notice", pull: 186, comment: null, mark: "notice", body: "First." }]);
    const [comment] = (await room.look()).open[0]?.comments ?? [];
    return { kind: "notice", pull: 186, comment: comment ?? null, mark: "notice", body: "Second." };
  },
  "a check": (room) => check(room, 3),
  "a check of many annotations": (room) => check(room, 130),
  "reviewers who are asked": (room) => ({ kind: "ask", pull: 186, head: headOf(room), logins: ["samoht", "talex5"] }),
  "a reviewer who is let go": (room) => {
    room.github.as("avsm").asks(room.repo, 186, ["samoht"]);
    return { kind: "withdraw", pull: 186, logins: ["samoht"] };
  },
  labels: (room) => {
    room.github.as("avsm").labels(room.repo, 186, ["status/draft"]);
    return { kind: "labels", pull: 186, add: ["status/in-review", "waiting-on/review"], remove: ["status/draft"] };
  },
  "an answer on lines": (room) => {
    const { id } = remark(room);
    return { kind: "reply", issue: 186, thread: id, mark: `reply/line-${id}/1`, body: "Unexpected slot, expected another." };
  },
  "a reaction on a line": (room) => {
    const { id, nodeId: node } = remark(room);
    return { kind: "react", issue: 186, comment: { id, node, in: { kind: "line", thread: id, review: null } }, reaction: "+1" };
  },
  "a reaction to the words of a review": (room) => {
    const { id, nodeId: node } = remark(room).review;
    return { kind: "react", issue: 186, comment: { id, node, in: { kind: "review" } }, reaction: "confused" };
  },
  "a reaction to a description": () => ({
    kind: "react",
    issue: 186,
    comment: { id: 186, node: "", in: { kind: "description" } },
    reaction: "+1",
  }),
  "a board": () => ({ kind: "board", campaign: "OSCON", issue: null, mark: "board/OSCON", title: "OSCON", body: "| post |" }),
  "a reminder": () => ({
    kind: "remind",
    issue: 186,
    channel: "pull request",
    to: "samoht",
    about: ["irmin"],
    mark: "remind/1",
    body: "Please.",
  }),
  "a reply": () => ({ kind: "reply", issue: 186, mark: "reply/1", body: "Yes." }),
  "a reaction": (room) => {
    const { id, nodeId } = room.github.as("avsm").comments(room.repo, 186, "/status");
    return { kind: "react", issue: 186, comment: { id, node: nodeId }, reaction: "+1" };
  },
  suggestions: (room) => ({
    kind: "suggest",
    pull: 186,
    head: headOf(room),
    mark: "suggest/abc",
    body: "One small thing.",
    comments: [{ path: "posts/irmin.md", startLine: null, line: 2, mark: "suggest/abc", body: "```suggestion\ntitle: Irmin\n```" }],
  }),
  "closing a conversation": async (room) => {
    const comments = [{ path: "posts/irmin.md", startLine: null, line: 2, mark: "suggest/abc", body: "Other words." }];
    await room.bringAbout([{ kind: "suggest", pull: 186, head: headOf(room), mark: "suggest/abc", body: "One.", comments }]);
    return { kind: "resolve", pull: 186, marks: ["suggest/abc"] };
  },
  "a merge": (room) => ({ kind: "merge", pull: 186, head: headOf(room), method: "squash", slugs: ["irmin"] }),
};

interface Ended {
  readonly seen: string;
  readonly checkRuns: number;
  readonly requests: number;
}

const apply = async (forge: ConnectedForge, room: Newsroom, effect: Effect, doubtful: readonly string[]) => {
  const kinds: string[] = [];
  for await (const { outcome } of forge.apply(room.repository, [effect], new Set(doubtful))) kinds.push(outcome.kind);
  return kinds;
};

const ended = (room: Newsroom, requests: number): Ended => ({
  seen: room.github.fingerprint(room.repo),
  checkRuns: room.repo.checks.length,
  requests,
});

async function inRoom<Result>(act: (room: Newsroom) => Promise<Result>): Promise<Result> {
  const room = await openRoom();
  try {
    return await act(room);
  } finally {
    await room.close();
  }
}

const undisturbed = (scene: Scene): Promise<Ended> =>
  inRoom(async (room) => {
    const effect = await scene(room);
    await room.look();
    const requests = await room.asked(() => room.bringAbout([effect]));
    return ended(room, requests.length);
  });

/** The connection breaks at that request; another process, which knows only that the effect was begun, takes it up. */
const disturbed = (scene: Scene, request: number, side: "before" | "after"): Promise<Ended> =>
  inRoom(async (room) => {
    const effect = await scene(room);
    await room.look();
    const dies = (here: typeof side) => (k: number) => {
      if (k === request && here === side) throw new Error("the process dies");
    };
    room.github.trouble.hook({ before: dies("before"), after: dies("after") });
    expect(await apply(room.forge, room, effect, [])).toEqual(["later"]);
    room.github.trouble.over();
    const again = room.anew();
    await again.read(room.repository);
    const tries = () => apply(again, room, effect, [keyOf(effect)]);
    const first = await tries();
    // What cannot be taken back is looked for until reads can be behind no more.
    if (first.includes("later")) await room.github.clock.advance(30_000);
    expect(first.includes("later") ? await tries() : first).toEqual(["done"]);
    return ended(room, 0);
  });

describe("an effect that was begun before a crash", () => {
  it.each(Object.entries(SCENES))("[GH23] is neither lost nor doubled, wherever the crash is: %s", async (_, scene) => {
    const whole = await undisturbed(scene);
    for (let request = 1; request <= whole.requests; request += 1) {
      for (const side of ["before", "after"] as const) {
        expect({ ...(await disturbed(scene, request, side)), at: `${side} ${request}` }).toEqual({
          ...whole,
          requests: 0,
          at: `${side} ${request}`,
        });
      }
    }
  });
});

/** Since when a post could have gone live, and whether its slot was missed: told of one post whose calendar let it go at noon. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { Comment, PullRequest, Snapshot } from "../../../src/desk/facts/snapshot.js";
import type { Clearance } from "../../../src/desk/going-live/clearance.js";
import { askedWhenMissed, missedMark } from "../../../src/desk/going-live/missed.js";
import { readySince } from "../../../src/desk/going-live/ready-since.js";
import { MINUTE, plus, readInstant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld } from "../paper-world.js";

const NOON = readInstant("2014-07-09T11:00:00Z");
const after = (minutes: number) => plus(NOON, minutes * MINUTE);

/** A post as it is at four in the afternoon, opened two days before. */
function aPost(more: Partial<Desk["merge"]> = {}) {
  const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])], merge: { ...desk().merge, ...more } } });
  const number = world.submits("ann", "irmin");
  world.looks();
  world.sleeps("55 hours");
  const snapshot: Snapshot = { ...world.facts(), at: after(240) };
  const [dossier] = gatherDossiers(snapshot).posts;
  if (!dossier?.leading) throw new Error("Unexpected absence of the post, expected it");
  return { world, snapshot, dossier, leading: dossier.leading, pull: world.pull(number) };
}

describe("a post that the calendar let go at noon", () => {
  const { snapshot, dossier, leading, pull } = aPost();
  const [board] = snapshot.boards;
  const said = (body: string, minutes: number, more: Partial<Comment> = {}): Comment => ({
    id: 7,
    node: "IC_7",
    by: { login: "amir", bot: false },
    at: after(minutes),
    editedAt: null,
    body,
    mark: null,
    reactions: [],
    ...more,
  });
  const review = (says: PullRequest["reviews"][number]["says"], minutes: number): PullRequest["reviews"][number] => ({
    id: 8,
    by: { login: "ben", bot: false },
    at: after(minutes),
    says,
    head: pull.head.sha,
    outdated: [],
    body: "",
    mark: null,
  });
  interface Case {
    readonly pull?: Partial<PullRequest>;
    readonly onPull?: readonly Comment[];
    readonly onBoard?: readonly Comment[];
    readonly live?: readonly (typeof NOON | null)[];
  }
  const since = ({ onPull = [], onBoard = [], live = [], ...more }: Case) => {
    const there = { ...pull, comments: onPull, ...more.pull };
    const post = { ...dossier, brought: [{ ...leading, pull: there }] };
    return readySince(post, there, NOON, live, { ...snapshot, boards: board ? [{ ...board, comments: onBoard }] : [] });
  };

  const rows: readonly (readonly [string, Case, number])[] = [
    ["at noon, where nothing else was missing", {}, 0],
    ["when it was opened", { pull: { openedAt: after(5) } }, 5],
    ["when its text came", { pull: { head: { ...pull.head, since: after(10) } } }, 10],
    ["when it was approved", { pull: { reviews: [review("approves", -30), review("approves", 15)] } }, 15],
    ["when a request for changes was taken back", { pull: { reviews: [review("dismissed", 20)] } }, 20],
    ["at noon, whoever comments later", { pull: { reviews: [review("comments", 20)] } }, 0],
    ["when its hold was ended on its pull request", { onPull: [said("/unhold", 25)] }, 25],
    ["when its hold was ended on the board", { onBoard: [said("/unhold irmin", 30)] }, 30],
    ["when the last of its holds was ended", { onPull: [said("/unhold", 45), said("/unhold", 35)] }, 45],
    ["when its hold was taken back", { onPull: [said("Sorry.\n\n/undo", 35)] }, 35],
    ["when a comment was edited so that it ends its hold", { onPull: [said("/unhold", -90, { editedAt: after(40) })] }, 40],
    ["at noon, whatever else is said", { onPull: [said("/hold", 50), said("unhold", 50), said("It is live/soon.", 50)] }, 0],
    ["at noon, whatever a bot says", { onPull: [said("/unhold", 50, { by: { login: "robot", bot: true } })] }, 0],
    ["at noon, whatever was said by an account that is gone", { onPull: [said("/unhold", 50, { by: null })] }, 0],
    ["when what it comes after was live", { live: [after(55), null, after(50)] }, 55],
  ];

  it.each(rows)("[PB7] could go %s", (_, given, minutes) => {
    expect(since(given)).toBe(after(minutes));
  });
});

describe("a slot that went by", () => {
  const goes: Clearance = { kind: "goes", turn: "nobody", missing: [], from: NOON, againAt: null, retryAt: null, alarm: null };
  interface Case {
    readonly kind?: Clearance["kind"];
    readonly slot?: typeof NOON | null;
    readonly missed?: Desk["merge"]["missed"];
    /** Minutes after noon. */
    readonly at: number;
    readonly since?: number;
    readonly lookedAt?: number | null;
    /** The slot that it was told to have missed. */
    readonly told?: typeof NOON;
    readonly unwritten?: true;
  }
  const isAsked = ({ kind = "goes", slot = NOON, missed = "ask", at, since = 0, lookedAt = null, told, unwritten }: Case) => {
    const { snapshot, dossier, leading, world, pull } = aPost({ missed });
    if (told) world.says("presstime[bot]", pull.number, "");
    const comments = world.pull(pull.number).comments.map((one, n, all) => ({
      ...one,
      mark: told && n === all.length - 1 ? missedMark("irmin", told) : one.mark,
    }));
    const post = { ...dossier, leading: unwritten ? null : { ...leading, pull: { ...pull, comments } } };
    const then: Snapshot = { ...snapshot, at: after(at), lookedAt: lookedAt === null ? null : after(lookedAt) };
    const clearance = askedWhenMissed({ ...goes, kind }, post, slot, after(since), then);
    return clearance.alarm === "missed" ? clearance : clearance.kind;
  };
  const ASKED = { ...goes, kind: "stopped", turn: "coordinator", missing: [{ kind: "missed", at: NOON }], alarm: "missed" };

  const rows: readonly (readonly [string, Case, object | string])[] = [
    ["is missed when nobody looked for more than twenty minutes", { at: 21 }, ASKED],
    ["is not missed within twenty minutes", { at: 20 }, "goes"],
    ["is not missed where it was looked at since", { at: 60, lookedAt: 45 }, "goes"],
    ["is missed where the last look was before it", { at: 60, lookedAt: -5 }, ASKED],
    ["is missed where the last look is long ago too", { at: 60, lookedAt: 30 }, ASKED],
    ["is not missed where the post was not ready before", { at: 60, since: 50 }, "goes"],
    ["stays missed once that was told", { at: 60, since: 55, told: NOON }, ASKED],
    ["is another than the one that was told", { at: 60, since: 55, told: after(-1440) }, "goes"],
    ["is caught up where the desk says so", { at: 60, missed: "catch up" }, "goes"],
    ["is not missed by what has none", { at: 60, slot: null }, "goes"],
    ["is not missed by what something stops", { at: 60, kind: "waits" }, "waits"],
    ["is not missed by what nobody has begun", { at: 10, unwritten: true }, "goes"],
  ];

  it.each(rows)("[PB6] %s", (_, given, clearance) => {
    expect(isAsked(given)).toEqual(clearance);
  });
});

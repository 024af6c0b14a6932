/** What a post that may go is let do beside those that come with it, in one pull request or in one set. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import type { PullRequest, Snapshot } from "../../../src/desk/facts/snapshot.js";
import type { Clearance } from "../../../src/desk/going-live/clearance.js";
import { clearedInPull } from "../../../src/desk/going-live/pull-clearance.js";
import { clearedTogether, setClearanceOf } from "../../../src/desk/going-live/set-clearance.js";
import type { Missing } from "../../../src/desk/stage.js";
import { HOUR, plus, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld } from "../paper-world.js";

const SLUGS = ["one", "two", "three"];
const world = paperWorld({ desk: { campaigns: [campaign(SLUGS, { together: true })] } });
const number = world.submits("ann", "one", { with: ["two", "three"] });
const snapshot: Snapshot = world.facts();
const NOW = snapshot.at;
const hours = (n: number): Instant => plus(NOW, n * HOUR);
const [one, two, three] = SLUGS.map((slug) => {
  const dossier = gatherDossiers(snapshot).posts.find((post) => post.slug === slug);
  if (!dossier) throw new Error(`Unexpected absence of ${slug}, expected it`);
  return dossier;
}) as [Dossier, Dossier, Dossier];
const pull = world.pull(number);

const CHECKS: Missing = { kind: "checks", verdict: "failing" };
const CONFLICTS: Missing = { kind: "conflicts" };
const slotAt = (at: Instant): Missing => ({ kind: "slot", at, merges: true });
const goes: Clearance = { kind: "goes", turn: "nobody", missing: [], from: NOW, againAt: null, retryAt: null, alarm: null };
const waits: Clearance = { ...goes, kind: "waits", from: hours(2), missing: [slotAt(hours(2))] };
const stopped: Clearance = { ...goes, kind: "stopped", turn: "coordinator", missing: [CHECKS], alarm: "stopped" };
const byHand: Clearance = { ...goes, kind: "by hand", turn: "coordinator", missing: [{ kind: "may go", coordinators: ["amir"] }] };
const again: Clearance = { ...goes, kind: "again", turn: "coordinator", retryAt: hours(1), missing: [CONFLICTS], alarm: "stopped" };

describe("a post beside another in one pull request", () => {
  type Other = readonly [Clearance | null, Partial<Dossier>?];
  const beside = (own: Clearance, [clearance, more = {}]: Other, dossier: Dossier = one, ...others: readonly Other[]) => {
    const parts = [
      { dossier, clearance: own },
      { dossier: { ...two, ...more }, clearance },
      ...others.map(([third, its = {}]) => ({ dossier: { ...three, ...its }, clearance: third })),
    ];
    return clearedInPull(own, dossier, parts, pull, snapshot);
  };
  const bars = (which: object, slug = "two", correction = false) => ({ kind: "beside", pull: number, slug, correction, which });
  const stop = (by: string) => ({ by, why: "", at: NOW });
  const held = { decided: { ...two.decided, held: stop("amir") } };
  const dropped = { decided: { ...two.decided, dropped: stop("eve") } };
  const live = { live: { at: NOW, pull: 9, path: "posts/two.md" } };
  const elsewhere = { leading: two.leading && { ...two.leading, pull: { ...two.leading.pull, number: 900 } } };

  it("[PB17] goes when the other goes too, and when it is alone", () => {
    expect(beside(goes, [goes])).toEqual(goes);
    expect(beside(byHand, [byHand])).toEqual(byHand);
    expect(clearedInPull(goes, one, [{ dossier: one, clearance: goes }], pull, snapshot)).toEqual(goes);
    expect(clearedInPull(waits, one, [{ dossier: one, clearance: waits }], pull, snapshot)).toEqual(waits);
  });

  const stopping: readonly (readonly [string, Other, object, string | null])[] = [
    ["which another pull request leads", [goes, elsewhere], { kind: "led", by: 900 }, null],
    ["which another pull request leads to a later time", [{ ...waits, from: hours(5) }, elsewhere], { kind: "led", by: 900 }, null],
    ["which nothing leads any more", [goes, { leading: null }], { kind: "led", by: null }, null],
    ["which is live already", [goes, live], { kind: "led", by: null }, null],
    ["which is held", [goes, held], { kind: "held", by: "amir" }, null],
    ["which was dropped", [goes, dropped], { kind: "dropped", by: "eve" }, null],
    ["which is not ready", [null], { kind: "not ready" }, "two"],
    ["which something stops", [stopped], { kind: "waits", missing: CHECKS }, "two"],
    ["which waits though its time has come", [{ ...waits, from: NOW }], { kind: "waits", missing: slotAt(hours(2)) }, "two"],
  ];

  it.each(stopping)("[PB17] that might go is stopped by one %s", (_, other, which, behind) => {
    expect(beside(goes, other)).toEqual({
      ...goes,
      kind: "stopped",
      turn: "byline",
      missing: [bars(which)],
      alarm: "stopped",
      ...(behind !== null && { behind }),
    });
  });

  it.each(stopping)("[PB17] that waits for its slot reads of one %s, and is not told at once", (_, other, which, behind) => {
    expect(beside(waits, other)).toEqual({
      ...waits,
      turn: "byline",
      missing: [bars(which), slotAt(hours(2))],
      againAt: hours(2),
      ...(behind !== null && { behind }),
    });
  });

  it("[PB17] reads of one that waits for somebody, though its time has not come", () => {
    expect(beside(waits, [{ ...waits, turn: "byline", missing: [CONFLICTS] }])).toMatchObject({
      kind: "waits",
      turn: "byline",
      behind: "two",
      missing: [bars({ kind: "waits", missing: CONFLICTS }), slotAt(hours(2))],
    });
  });

  it("[PB17] of which somebody has the move already keeps it, and reads of the other after its own", () => {
    expect(beside(stopped, [goes, held])).toEqual({ ...stopped, missing: [CHECKS, bars({ kind: "held", by: "amir" })] });
    expect(beside({ ...stopped, alarm: "missed" }, [null])).toMatchObject({ turn: "coordinator", alarm: "missed" });
    expect(beside(stopped, [null])).not.toHaveProperty("behind");
    expect(beside(stopped, [{ ...waits, turn: "byline" }])).toMatchObject({ kind: "stopped", alarm: "stopped" });
    const ours: Clearance = { ...waits, turn: "coordinator" };
    expect(beside(ours, [goes, held])).toMatchObject({
      kind: "waits",
      turn: "coordinator",
      missing: [bars({ kind: "held", by: "amir" }), slotAt(hours(2))],
    });
    expect(beside(byHand, [goes, held])).toMatchObject({ kind: "stopped", turn: "byline", missing: [bars({ kind: "held", by: "amir" })] });
  });

  it("[PB17] reads of all that keep it back, and waits behind the first", () => {
    expect(beside(goes, [null], one, [goes, { decided: { ...three.decided, held: stop("amir") } }])).toMatchObject({
      missing: [bars({ kind: "not ready" }), bars({ kind: "held", by: "amir" }, "three")],
      behind: "two",
    });
  });

  it("[SC36] waits for the slot of the other, which merges both", () => {
    expect(beside(goes, [waits])).toEqual({ ...waits, missing: [slotAt(hours(2))], againAt: hours(2) });
    expect(beside(byHand, [waits])).toMatchObject({ kind: "waits", turn: "nobody", from: hours(2), missing: [slotAt(hours(2))] });
    const soon: Clearance = { ...waits, from: hours(1), missing: [slotAt(hours(1))], againAt: hours(1) };
    expect(beside(soon, [waits])).toEqual({ ...soon, from: hours(2) });
    expect(beside(waits, [soon])).toEqual({ ...waits, againAt: hours(2) });
    expect(beside(stopped, [waits])).toEqual(stopped);
    const overdue: Clearance = { ...waits, from: NOW, turn: "coordinator", alarm: "stopped" };
    expect(beside(overdue, [goes])).toEqual(overdue);
  });

  it("[PB17] which changes what readers have goes with the new one, at its time", () => {
    const change: Dossier = { ...one, correction: true };
    expect(beside(goes, [waits], change)).toMatchObject({
      kind: "waits",
      from: hours(2),
      missing: [{ kind: "together", slugs: ["two"], at: hours(2) }],
    });
    expect(beside(goes, [null], change)).toMatchObject({ kind: "stopped", missing: [bars({ kind: "not ready" })] });
    expect(beside({ ...waits, from: NOW }, [{ ...waits, from: NOW, turn: "byline", missing: [CONFLICTS] }], change)).toMatchObject({
      kind: "waits",
      missing: [bars({ kind: "waits", missing: CONFLICTS }), { kind: "together", slugs: ["two"], at: null }],
    });
    // With nothing new beside it there is nothing that it could go with.
    expect(beside(goes, [waits, { correction: true }], change)).toMatchObject({ kind: "waits", missing: [slotAt(hours(2))] });
    expect(beside(goes, [null, { correction: true }], change)).toMatchObject({ missing: [bars({ kind: "not ready" }, "two", true)] });
  });

  it("[PB17] never waits for one that waits for it", () => {
    const besideOne: Clearance = { ...stopped, missing: [bars({ kind: "not ready" }, "one") as Missing] };
    expect(beside(goes, [besideOne])).toEqual(goes);
    expect(beside(besideOne, [null])).toEqual(besideOne);
    expect(beside(goes, [{ ...stopped, missing: [] }])).toEqual(goes);
  });
});

describe("a post of a set", () => {
  const set = { campaign: "OSCON 2014", order: SLUGS, live: [], at: NOW, unready: [], missed: null, againAt: null };
  const cleared = (own: Clearance, together: Partial<typeof set> | object = {}, slot: Instant | null = NOW, dossier = one) =>
    clearedTogether(own, dossier, slot, { ...set, ...together }, snapshot);
  const TOGETHER = { kind: "together", slugs: ["two", "three"], at: hours(2) };

  it("[PB8] goes when all of them do", () => {
    for (const own of [goes, byHand, { ...again, retryAt: NOW }]) expect(cleared(own)).toEqual(own);
    expect(cleared(goes, { at: null })).toEqual(goes);
  });

  it("[PB8] waits for the time of the last, and whoever it waits for by itself", () => {
    expect(cleared(goes, { at: hours(2) }, hours(2))).toEqual({ ...waits, missing: [TOGETHER] });
    expect(cleared({ ...waits, from: hours(1) }, { at: hours(2) }, hours(2))).toEqual({ ...waits, missing: [TOGETHER, slotAt(hours(2))] });
    expect(cleared(byHand, { at: hours(2) }, hours(2))).toMatchObject({ turn: "nobody", missing: [TOGETHER] });
    expect(cleared({ ...waits, turn: "byline" }, { at: hours(2) }, NOW)).toMatchObject({ turn: "byline" });
    expect(cleared(goes, { at: hours(2) }, null)).toMatchObject({ turn: "nobody" });
    expect(cleared(goes, { at: hours(2), order: ["one"] }, null)).toMatchObject({ kind: "waits", missing: [] });
  });

  it("[PB9] whose own slot has gone by is the coordinators' move until then", () => {
    expect(cleared(goes, { at: hours(2) }, NOW)).toMatchObject({ kind: "waits", turn: "coordinator", from: hours(2) });
    expect(cleared(goes, { at: hours(2) }, plus(NOW, 1000))).toMatchObject({ turn: "nobody" });
  });

  it("[PB9] says what stops it by itself before it speaks of the others", () => {
    for (const own of [stopped, again, { ...again, retryAt: null }])
      expect(cleared(own, { at: hours(2), unready: ["one", "two"] })).toEqual(own);
    expect(cleared({ ...again, retryAt: NOW }, { at: hours(2) })).toMatchObject({ kind: "waits" });
  });

  it("[PB9] does not go while one of them is not ready, and says which, and what is live already", () => {
    expect(cleared(goes, { unready: ["two"], live: ["zero"] })).toEqual({
      ...goes,
      kind: "stopped",
      turn: "coordinator",
      missing: [{ kind: "set", slugs: ["two"], live: ["zero"] }],
    });
  });

  it("[PB9] that GitHub would not merge says so", () => {
    const is = (mergeable: PullRequest["mergeable"]) => ({
      ...one,
      leading: one.leading && { ...one.leading, pull: { ...pull, mergeable } },
    });
    const notMergeable = (mergeable: string) => ({
      ...goes,
      kind: "stopped",
      turn: "coordinator",
      missing: [{ kind: "not mergeable", is: mergeable }],
    });
    expect(cleared(goes, { unready: ["one", "two"] }, NOW, is("behind"))).toEqual(notMergeable("behind"));
    expect(cleared(goes, { unready: ["one"] }, NOW, { ...one, leading: null })).toEqual(notMergeable("unknown"));
  });
});

describe("a set", () => {
  interface Given {
    readonly clearance?: Clearance | null;
    readonly slot?: Instant | null;
    readonly dossier?: Partial<Dossier>;
    readonly mergeable?: PullRequest["mergeable"];
  }
  const setOf = (...members: readonly Given[]) =>
    setClearanceOf(
      "OSCON 2014",
      members.map(({ clearance = goes, slot = NOW, dossier = {}, mergeable = "yes" }, n) => {
        const its = [one, two, three][n] ?? one;
        return {
          dossier: { ...its, leading: its.leading && { ...its.leading, pull: { ...pull, mergeable } }, ...dossier },
          clearance,
          slot,
        };
      }),
      snapshot,
    );
  const plain = { campaign: "OSCON 2014", order: SLUGS, live: [], at: NOW, unready: [], missed: null, againAt: null };
  const announced = (slot: Instant) => ({ announced: [{ slot, at: hours(-60), by: null, why: "" }] });
  const live = { live: { at: hours(-1), pull: 9, path: null } };

  it("[PB8] goes in order, without what is live or dropped, at the time of the last", () => {
    expect(setOf({}, {}, {})).toEqual(plain);
    expect(setOf({}, { clearance: { ...waits, from: hours(3) } }, { clearance: waits })).toEqual({
      ...plain,
      at: hours(3),
      againAt: hours(3),
    });
    expect(setOf({ dossier: live }, {}, { dossier: { decided: { ...three.decided, dropped: { by: "amir", why: "", at: NOW } } } })).toEqual(
      {
        ...plain,
        order: ["two"],
        live: ["one"],
      },
    );
    const behind = { promised: one.promised && { ...one.promised, after: ["three"] } };
    expect(setOf({ dossier: behind }, {}, {}).order).toEqual(["three", "one", "two"]);
    expect(setOf({ dossier: { decided: { ...one.decided, after: ["two"] } } }, {}, {}).order).toEqual(["two", "one", "three"]);
    expect(setOf({ dossier: { promised: null } }, {}, {}).order).toEqual(SLUGS);
  });

  // What the first of two lacks, whether that is more than its time, and when it is looked at again.
  const rows: readonly (readonly [string, Given, boolean, Instant | null])[] = [
    ["goes", {}, false, null],
    ["waits for its time", { clearance: waits }, false, hours(2)],
    ["waits though its time has come", { clearance: { ...waits, from: NOW } }, true, null],
    ["is stopped", { clearance: stopped }, true, null],
    ["is merged by hand, whatever GitHub says", { clearance: byHand, mergeable: "blocked" }, false, null],
    ["goes, and GitHub says that it is blocked", { mergeable: "blocked" }, false, null],
    ["has conflicts", { mergeable: "conflicts" }, true, null],
    ["is of unknown state at GitHub, which is asked again in a moment", { mergeable: "unknown" }, true, plus(NOW, 5000)],
    ["is asked for again later", { clearance: again }, true, null],
    ["is asked for again now", { clearance: { ...again, retryAt: NOW } }, false, null],
    ["has no pull request", { dossier: { leading: null } }, true, null],
  ];
  it.each(rows)("[PB9] waits for more than time, or not, where one %s", (_, given, isUnready, againAt) => {
    const { unready, missed, againAt: looksAgain } = setOf(given, { slot: null });
    expect({ unready, missed, looksAgain }).toEqual({
      unready: isUnready ? ["one"] : [],
      missed: isUnready ? NOW : null,
      looksAgain: againAt,
    });
  });

  it("[PB9] has missed the last slot that has gone by, where some were ready or are live", () => {
    const lacking: Given = { clearance: null, slot: hours(4) };
    expect(setOf(lacking, { slot: hours(-2) }, { slot: hours(-1) })).toMatchObject({ missed: hours(-1), unready: ["one"], at: hours(4) });
    expect(setOf(lacking, { slot: hours(1) }).missed).toBeNull();
    expect(setOf(lacking, { slot: null }).missed).toBeNull();
    expect(setOf({ ...lacking, dossier: announced(hours(-3)) }, { slot: null }).missed).toBe(hours(-3));
    // Nobody was ready: the notices of each say what it lacks.
    expect(setOf({ ...lacking, slot: hours(-1) }, { clearance: stopped }).missed).toBeNull();
    expect(setOf({ ...lacking, slot: hours(-1) }, { clearance: stopped }, { dossier: live }).missed).toBe(NOW);
  });

  it("[PB9] asks GitHub nothing of what nobody has made ready", () => {
    expect(setOf({ clearance: null, mergeable: "unknown" }, { clearance: null }).againAt).toBeNull();
    expect(setOf({ clearance: null, slot: null }, { clearance: null, slot: null }).at).toBeNull();
  });
});

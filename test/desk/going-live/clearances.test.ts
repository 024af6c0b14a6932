/** Clearances of all posts at one instant: which have one, and what each is, given all the others; told in hours from now. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import { PLAIN_CALENDAR, type Desk } from "../../../src/desk/facts/desk.js";
import type { PullRequest, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { clearancesAt } from "../../../src/desk/going-live/clearances.js";
import { UNREVIEWED, type ReviewVerdict } from "../../../src/desk/reviews/verdict-of.js";
import { HOUR, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld } from "../paper-world.js";

const NOW = readInstant("2014-07-09T11:00:00Z");
const at = (hours: number): Instant => plus(NOW, hours * HOUR);
const SET = [["one"], ["two"], ["three"]];
const APPROVED: ReviewVerdict = { ...UNREVIEWED, approvedBy: ["ben"], passes: true };

interface Case {
  /** What each pull request brings; each of `one` and `two` its own when left out. */
  readonly pulls?: readonly (readonly string[])[];
  /** By slug, hours from now; null for none. Of others it is now. */
  readonly slots?: Readonly<Record<string, number | null>>;
  readonly dossiers?: Readonly<Record<string, (was: Dossier) => Partial<Dossier>>>;
  readonly together?: boolean;
  readonly verdicts?: Readonly<Record<string, ReviewVerdict | null>>;
  readonly desk?: Partial<Desk>;
  readonly lookedAt?: number;
}

/** `one`, `two` and `three` are of one campaign, `four` is of another; all are approved, and each has a slot now. */
function judged({ pulls = [["one"], ["two"]], slots = {}, dossiers = {}, together = false, verdicts = {}, lookedAt, ...more }: Case) {
  const campaigns = [campaign(["one", "two", "three"], { together }), campaign(["four"], { name: "ICFP 2014" })];
  const world = paperWorld({ desk: { campaigns, ...more.desk } });
  for (const [first = "", ...others] of pulls) world.submits("ann", first, { with: others });
  const snapshot: Snapshot = { ...world.facts(), at: NOW, lookedAt: lookedAt === undefined ? null : at(lookedAt) };
  const reviewed = gatherDossiers(snapshot).posts.map((dossier) => ({
    dossier: { ...dossier, ...dossiers[dossier.slug]?.(dossier) },
    verdict: dossier.slug in verdicts ? (verdicts[dossier.slug] ?? null) : APPROVED,
    requests: null,
  }));
  const placed = reviewed.flatMap(({ dossier: { slug } }) => {
    const { [slug]: hours = 0 } = slots;
    return hours === null ? [] : [[slug, { slot: { at: at(hours), by: null } }] as const];
  });
  return clearancesAt(reviewed, new Map(placed), snapshot);
}
const kinds = (given: Case) => Object.fromEntries([...judged(given).of].map(([slug, { kind }]) => [slug, kind]));
const missing = (given: Case, slug = "one") => judged(given).of.get(slug)?.missing;

const withPull = (change: Partial<PullRequest>) => (was: Dossier) => ({
  leading: was.leading && { ...was.leading, pull: { ...was.leading.pull, ...change } },
});
const stop = { by: "amir", why: "", at: at(-5) };
const live = { live: { at: at(-1), pull: 9, path: null } };
const held = (was: Dossier) => ({ decided: { ...was.decided, held: stop } });
const dropped = (was: Dossier) => ({ decided: { ...was.decided, dropped: stop } });
const after =
  (...slugs: readonly string[]) =>
  (was: Dossier) => ({ promised: was.promised && { ...was.promised, after: slugs } });

describe("a post that lacks more than its time", () => {
  const rows: readonly (readonly [string, Case])[] = [
    ["is a draft", { dossiers: { one: withPull({ draft: true }) } }],
    ["is of a pull request that is not open", { dossiers: { one: withPull({ standing: "closed" }) } }],
    ["is not written", { dossiers: { one: () => ({ leading: null }) } }],
    ["is not approved", { verdicts: { one: { ...APPROVED, passes: false } } }],
    ["was never judged", { verdicts: { one: null } }],
    ["is live", { dossiers: { one: () => live } }],
    ["is held", { dossiers: { one: held } }],
    ["was dropped", { dossiers: { one: dropped } }],
    ["conflicts with the default branch", { dossiers: { one: withPull({ mergeable: "conflicts" }) } }],
  ];
  it.each(rows)("[ST4] [ST7] has no clearance: it %s", (_, given) => {
    expect(kinds(given)).toEqual({ two: "goes" });
  });

  it("[ST4] is none that waits for its slot, and none that goes", () => {
    expect(kinds({ slots: { one: 1 } })).toEqual({ one: "waits", two: "goes" });
  });
});

describe("a post that comes after another", () => {
  const WAITS = [{ kind: "waits for", slugs: ["two"] }];
  const inVain = (...slugs: readonly string[]) => [{ kind: "waits in vain", slugs }];
  const rows: readonly (readonly [string, Case, readonly object[] | "goes"])[] = [
    ["waits for it by the plan", { dossiers: { one: after("two") } }, WAITS],
    ["waits for it by a command", { dossiers: { one: (was) => ({ decided: { ...was.decided, after: ["two"] } }) } }, WAITS],
    ["goes once it is live", { dossiers: { one: after("two"), two: () => live } }, "goes"],
    [
      "goes where nobody knows since when it is live",
      { dossiers: { one: after("two"), two: () => ({ live: { ...live.live, at: null } }) } },
      "goes",
    ],
    ["waits in vain where it was dropped", { dossiers: { one: after("two"), two: dropped } }, inVain("two")],
    ["waits in vain for one that nobody knows", { dossiers: { one: after("nine", "eight") } }, inVain("nine", "eight")],
    ["waits for the one that it translates", { dossiers: { one: () => ({ translates: "two" }) } }, WAITS],
    [
      "waits for none where it changes a translation that is live",
      { pulls: [["one", "three"], ["two"]], dossiers: { one: () => ({ translates: "two", correction: true }) } },
      "goes",
    ],
    ["does not wait for one of its own set", { together: true, pulls: SET, dossiers: { one: after("two") } }, "goes"],
    ["waits for none where nobody promised it", { dossiers: { one: () => ({ promised: null }) } }, "goes"],
  ];
  it.each(rows)("[ST8] [ST64] %s", (_, given, what) => {
    const cleared = judged(given).of.get("one");
    expect(cleared?.kind === "goes" ? "goes" : cleared?.missing).toEqual(what);
  });

  it("[ST8] of another campaign waits, whatever set that one is of", () => {
    expect(missing({ together: true, pulls: [...SET, ["four"]], dossiers: { four: after("two") } }, "four")).toEqual(WAITS);
    expect(missing({ together: true, pulls: [...SET, ["four"]], dossiers: { one: after("four") } })).toEqual([
      { kind: "waits for", slugs: ["four"] },
    ]);
  });

  it("[PB7] could go since that one was live", () => {
    expect(judged({ slots: { one: -2 }, dossiers: { one: after("two"), two: () => live } }).of.get("one")?.since).toBe(at(-1));
  });
});

describe("a pull request", () => {
  const change = () => ({ correction: true });

  it("[PB17] that changes a live post goes with what is new in it, and alone is for people", () => {
    expect(kinds({ pulls: [["one"]], dossiers: { one: change } })).toEqual({ one: "by hand" });
    expect(kinds({ pulls: [["one", "two"]], dossiers: { one: change } })).toEqual({ one: "goes", two: "goes" });
    expect(kinds({ pulls: [["one", "two"]], dossiers: { one: change, two: change } })).toEqual({ one: "by hand", two: "by hand" });
  });

  it("[PB17] is held back by a post of it that nothing leads any more", () => {
    expect(kinds({ pulls: [["one", "two"]], dossiers: { one: change, two: () => ({ leading: null }) } })).toEqual({ one: "stopped" });
  });

  it("[PB17] goes at the last slot of what it brings", () => {
    expect(kinds({ pulls: [["one", "two"]], slots: { two: 2 } })).toEqual({ one: "waits", two: "waits" });
    expect(kinds({ pulls: [["one", "two"]], dossiers: { two: held } })).toEqual({ one: "stopped" });
  });

  it("[PB8] waits for the set of which it brings a post, with all that it brings", () => {
    const given: Case = { together: true, pulls: [["one", "four"], ["two"], ["three"]], slots: { one: 1, two: 3, three: 2, four: 1 } };
    expect(kinds(given)).toEqual({ one: "waits", two: "waits", three: "waits", four: "waits" });
    expect(judged(given).of.get("four")).toMatchObject({ turn: "nobody", from: at(3) });
    expect(judged(given).sets).toMatchObject([{ order: ["one", "two", "three"], at: at(3) }]);
    // Whose own slot has gone by is somebody's move until then.
    const late = judged({ together: true, pulls: SET, slots: { one: -1, two: 3, three: 2 } }).of;
    expect(["one", "two", "three"].map((slug) => late.get(slug)?.turn)).toEqual(["coordinator", "nobody", "nobody"]);
    const slotless = judged({ together: true, pulls: SET, slots: { one: null, two: 3 }, desk: { slots: [] } }).of;
    expect(slotless.get("one")).toMatchObject({ kind: "waits", turn: "nobody", from: at(3) });
  });
});

describe("a slot that nobody was there for", () => {
  const ask: Case["desk"] = { merge: { ...desk().merge, missed: "ask" } };
  const hourAgo: Case = { desk: ask, slots: { one: -1, two: -1, three: -1 } };
  const MISSED = { kind: "stopped", alarm: "missed", missing: [{ kind: "missed", at: at(-1) }] };

  it("[PB6] is missed by what could have gone, alone or together", () => {
    expect(judged(hourAgo).of.get("one")).toMatchObject(MISSED);
    expect(kinds({ desk: { ...ask, slots: [] }, slots: { one: null } })).toEqual({ one: "goes", two: "goes" });
    expect(kinds({ ...hourAgo, lookedAt: -0.2 })).toEqual({ one: "goes", two: "goes" });
    expect(judged({ ...hourAgo, pulls: [["one", "two"]] }).of.get("two")).toMatchObject({ kind: "stopped", alarm: "missed" });
    const set: Case = { ...hourAgo, together: true, pulls: SET };
    expect(judged(set).of.get("two")).toMatchObject(MISSED);
  });

  it("[PB7] is missed by nothing that waited for others, nor for the last of them to be ready", () => {
    const latecomer = { two: withPull({ openedAt: at(-0.1) }) };
    expect(judged({ ...hourAgo, pulls: [["one", "two"]], slots: { one: -1, two: 1 } }).of.get("one")).toMatchObject({
      kind: "waits",
      alarm: null,
    });
    expect(kinds({ ...hourAgo, pulls: [["one", "two"]], dossiers: latecomer })).toEqual({ one: "goes", two: "goes" });
    const set: Case = { ...hourAgo, together: true, pulls: SET };
    expect(kinds({ ...set, dossiers: latecomer })).toEqual({ one: "goes", two: "goes", three: "goes" });
    expect(judged({ ...set, verdicts: { two: null } }).of.get("one")).toMatchObject({
      kind: "stopped",
      alarm: null,
      missing: [{ kind: "set", slugs: ["two"] }],
    });
    expect(judged({ ...set, slots: { ...set.slots, three: 2 } }).of.get("one")).toMatchObject({ kind: "waits", alarm: null });
  });
});

describe("the next look", () => {
  it("[PB12] is at the next slot, or when a set goes, and never now or before", () => {
    expect(judged({})).toMatchObject({ goesAt: null, againAt: null, sets: [] });
    expect(judged({ slots: { one: 3, two: 2 } })).toMatchObject({ goesAt: at(2), againAt: at(2) });
    expect(judged({ slots: { one: 3 } })).toMatchObject({ goesAt: at(3), againAt: at(3) });
    expect(judged({ together: true, pulls: [["one"]], slots: { one: -1, two: 4, three: 3 } })).toMatchObject({ goesAt: at(4) });
    // What nobody has made ready may be ready by then.
    expect(judged({ together: true, pulls: [], slots: { one: 4, two: null, three: 3 } })).toMatchObject({ goesAt: at(4) });
    expect(kinds({ slots: { one: null } })).toEqual({ one: "waits", two: "goes" });
    const failing = judged({ slots: { two: 2 }, dossiers: { one: withPull({ checks: "failing" }) } });
    expect(failing).toMatchObject({ goesAt: at(2), againAt: at(1 / 12) });
  });

  it("[PB1] is when a freeze begins, where something is to go live", () => {
    const freezes = [{ from: at(1), to: at(9), why: "the launch", pass: [] }];
    const frozen: Case = { desk: { calendar: { ...PLAIN_CALENDAR, freezes } } };
    expect(judged(frozen)).toMatchObject({ goesAt: null, againAt: at(1) });
    expect(judged({ ...frozen, verdicts: { one: null, two: null } })).toMatchObject({ goesAt: null, againAt: null });
  });

  it("[PB8] is none for a set that is live", () => {
    expect(judged({ together: true, dossiers: { one: () => live, two: () => live, three: () => live } }).sets).toEqual([]);
    expect(judged({ together: true, dossiers: { one: () => live } }).sets).toMatchObject([{ order: ["two", "three"], live: ["one"] }]);
  });

  it("[PB9] is in a moment where GitHub has not worked out whether it would merge one of a set", () => {
    const unknown = { three: withPull({ mergeable: "unknown" }) };
    const { againAt, goesAt } = judged({ together: true, pulls: SET, dossiers: unknown });
    expect({ againAt, goesAt }).toEqual({ againAt: plus(NOW, 5000), goesAt: null });
  });
});

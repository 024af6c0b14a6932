/** What holds one post at its instant, and whose move that makes it: told in minutes from its slot, Wednesday 9 July at noon in London. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import { PLAIN_CALENDAR, type Desk } from "../../../src/desk/facts/desk.js";
import { headKey, labelsKey } from "../../../src/desk/facts/ledger-key.js";
import { sayLackOf } from "../../../src/desk/facts/missing-permission.js";
import type { PullRequest, Remembered, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { clearanceOf, type Clearance } from "../../../src/desk/going-live/clearance.js";
import { MINUTE, plus, readInstant, type Day, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person } from "../paper-world.js";

const SLOT = readInstant("2014-07-09T11:00:00Z");
const at = (minutes: number): Instant => plus(SLOT, minutes * MINUTE);

interface Case {
  /** Minutes after its slot; at it when left out. */
  readonly at?: number;
  /** False where it has none. */
  readonly slotted?: false;
  /** A line of its front matter. */
  readonly says?: string;
  /** Minutes until which it has an embargo. */
  readonly embargo?: number;
  readonly freezes?: readonly (readonly [number, number])[];
  /** What it comes after: not live yet, never to be, or live since. */
  readonly after?: Readonly<Record<string, "to come" | "never" | number>>;
  readonly errors?: number;
  readonly accompanies?: true;
  readonly desk?: Partial<Desk>;
  readonly merge?: Partial<Desk["merge"]>;
  readonly pull?: Partial<PullRequest>;
  /** Who began conversations on lines that are open. */
  readonly conversations?: readonly string[];
  /** Minutes after its slot at which the app set its labels. */
  readonly labelled?: number;
  /** What came of the merge that was tried. */
  readonly tried?: Partial<Remembered>;
  readonly dossier?: Partial<Dossier>;
}

function cleared(given: Case): Clearance {
  const { says = "tags: [irmin]", freezes = [], after = {}, errors = 0, embargo } = given;
  const calendar = {
    ...PLAIN_CALENDAR,
    freezes: freezes.map(([from, to]) => ({ from: at(from), to: at(to), why: "the launch", pass: [] })),
  };
  const promise = { slug: "irmin", byline: ["ann"], ...(embargo !== undefined && { notBefore: at(embargo) }) };
  const staff = { merge: { ...desk().merge, ...given.merge }, calendar, campaigns: [campaign([promise])], ...given.desk };
  const world = paperWorld({ desk: staff });
  const text = ["---", "title: Irmin", "author: ann", says, "---", "", "What it is.", ""].join("\n");
  const number = world.submits("ann", "irmin", { file: { path: "posts/irmin.md", text } });
  for (const who of given.conversations ?? []) world.remarks(who, number, "Is it five?");
  world.becomes(number, { reviews: [], ...given.pull });
  const pull = world.pull(number);
  const last: Remembered = { digest: "", ended: "refused", why: "Merge conflict", at: SLOT, ...given.tried };
  const effects = {
    ...(given.tried && { [headKey("merge", number, pull.head.sha)]: last }),
    ...(given.labelled !== undefined && { [labelsKey(number)]: { ...last, ended: "done", why: null, at: at(given.labelled) } as const }),
  };
  const snapshot: Snapshot = { ...world.facts(), at: at(given.at ?? 0), memory: { effects, announced: {} } };
  const [dossier] = gatherDossiers(snapshot).posts;
  if (!dossier) throw new Error("Unexpected absence of the post, expected it");
  const candidate = {
    dossier: { ...dossier, ...given.dossier },
    pull,
    slot: given.slotted === false ? null : { at: SLOT, by: null },
    after: Object.entries(after).map(([slug, how]) => ({
      slug,
      live: typeof how === "number",
      liveAt: typeof how === "number" ? at(how) : null,
      never: how === "never",
    })),
    errors,
    accompanies: given.accompanies ?? false,
  };
  return clearanceOf(candidate, snapshot);
}

const slot = { kind: "slot", at: SLOT, merges: true };
const checks = (verdict: string) => ({ kind: "checks", verdict });
const conversations = { kind: "conversations", open: [{ path: "posts/irmin.md", by: "ben", counts: true }] };
const freeze = (to: number) => ({ kind: "freeze", to: at(to), why: "the launch" });
const waitsFor = (...slugs: readonly string[]) => ({ kind: "waits for", slugs });
const inVain = (...slugs: readonly string[]) => ({ kind: "waits in vain", slugs });
const errorsOf = (errors: number) => ({ kind: "unreadable", errors });
const embargoed = (until: number) => ({ kind: "embargo", until: at(until) });
const unclear = { kind: "date unclear", says: "never" };
const block: Partial<Desk> = { review: { approvals: 1, ask: 1, conversations: "block" } };
const NO_PERMISSION = sayLackOf("contents: write");
/** Hugo hides a post until its hour. */
const hugo: Case = { desk: { site: "hugo" }, says: "date: 2014-07-09T18:00:00+01:00" };
const expired: Case = { desk: { site: "hugo", slots: [] }, says: "expirydate: 2014-07-01", slotted: false };
const hidden = expect.objectContaining({ kind: "would not show" });

describe("before its slot, or behind others", () => {
  type Row = readonly [string, Case, Clearance["turn"], readonly unknown[], Partial<Clearance>?];
  const early: readonly Row[] = [
    ["waits for its slot", {}, "nobody", [slot]],
    ["says that nobody merges it then, where the desk does not", { merge: { atSlot: false } }, "nobody", [{ ...slot, merges: false }]],
    ["has no time for checks that fail", { pull: { checks: "failing" } }, "byline", [checks("failing"), slot]],
    ["has time for checks that run", { pull: { checks: "running" } }, "nobody", [slot]],
    ["has errors that its writer mends", { errors: 2 }, "byline", [errorsOf(2), slot]],
    ["has a conversation that the desk wants closed", { desk: block, conversations: ["ben"] }, "byline", [conversations, slot]],
    ["has a date that nobody can read", { says: "date: never" }, "byline", [unclear, slot]],
    ["would be hidden at its slot", hugo, "byline", [hidden, slot]],
    [
      "is told of a date after its slot, and not that it would be hidden",
      { ...hugo, says: "date: 2014-07-16" },
      "byline",
      [{ kind: "dated later", from: readInstant("2014-07-16T00:00:00Z") }, slot],
    ],
    ["waits for the end of a freeze", { freezes: [[-10, 90]] }, "nobody", [freeze(90), slot], { from: at(90), againAt: at(90) }],
    ["waits for the end of its embargo", { embargo: 45 }, "nobody", [embargoed(45), slot], { from: at(45), againAt: at(45) }],
    ["waits for what it comes after", { after: { mirage: "to come", xen: "to come" } }, "nobody", [waitsFor("mirage", "xen"), slot]],
    ["waits in vain for what never comes", { after: { mirage: "never", xen: 0 } }, "coordinator", [inVain("mirage"), slot]],
    [
      "says all that it waits for, what people have to do first",
      {
        errors: 1,
        after: { mirage: "never", xen: "to come" },
        embargo: 10,
        freezes: [[5, 20]],
        pull: { checks: "failing" },
        says: "date: never",
      },
      "byline",
      [inVain("mirage"), errorsOf(1), unclear, checks("failing"), waitsFor("xen"), embargoed(10), freeze(20), slot],
      { from: at(20), againAt: at(20) },
    ],
  ];
  it.each(early)("[PB3] [PB4] [PB14] a post %s", (_, given, turn, missing, more = {}) => {
    expect(cleared({ at: -60, ...given })).toEqual({
      kind: "waits",
      turn,
      missing,
      from: SLOT,
      againAt: SLOT,
      retryAt: null,
      alarm: null,
      ...more,
    });
  });

  const late: readonly Row[] = [
    ["a freeze", { freezes: [[-10, 90]] }, "coordinator", [freeze(90)], { from: at(90), againAt: at(90) }],
    ["its embargo", { embargo: 45 }, "coordinator", [embargoed(45)], { from: at(45), againAt: at(45) }],
    ["what it comes after", { after: { mirage: "to come" } }, "coordinator", [waitsFor("mirage")]],
    ["what it comes after, and errors", { after: { mirage: "to come" }, errors: 1 }, "byline", [errorsOf(1), waitsFor("mirage")]],
    ["what it comes after, and being hidden", { ...hugo, after: { mirage: "to come" } }, "byline", [hidden, waitsFor("mirage")]],
    [
      "what it comes after, and checks",
      { after: { mirage: "to come" }, pull: { checks: "failing" } },
      "byline",
      [checks("failing"), waitsFor("mirage")],
    ],
  ];
  it.each(late)("[LV1] a post that is kept after its slot by %s is somebody's move, and told", (_, given, turn, missing, more = {}) => {
    expect(cleared(given)).toEqual({ kind: "waits", turn, missing, from: SLOT, againAt: null, retryAt: null, alarm: "stopped", ...more });
  });

  const unslotted: readonly Row[] = [
    ["waits for one", {}, "coordinator", [{ kind: "no slot" }]],
    [
      "waits for the day that its text says",
      { says: "date: 2014-07-16" },
      "nobody",
      [{ kind: "dated", from: readInstant("2014-07-15T23:00:00Z") }],
      { againAt: readInstant("2014-07-15T23:00:00Z") },
    ],
    ["waits for its writer, where nobody can read its date", { says: "date: never" }, "byline", [unclear]],
    [
      "waits for its coordinators rather than for who could unhide it",
      { ...expired, desk: { site: "hugo" } },
      "coordinator",
      [{ kind: "no slot" }],
    ],
    [
      "is told that it would be hidden, where there are no slots",
      { ...expired, after: { mirage: "to come" } },
      "byline",
      [hidden, waitsFor("mirage")],
    ],
  ];
  it.each(unslotted)("[SC35] a post without a slot %s", (_, given, turn, missing, more = {}) => {
    expect(cleared({ slotted: false, ...given })).toEqual({
      kind: "waits",
      turn,
      missing,
      from: SLOT,
      againAt: null,
      retryAt: null,
      alarm: null,
      ...more,
    });
  });
});

describe("at its slot", () => {
  const stops: readonly (readonly [string, Case, Clearance["turn"], unknown, Partial<Clearance>?])[] = [
    ["failing checks", { pull: { checks: "failing" } }, "coordinator", checks("failing")],
    [
      "running checks, of which nobody is told for half an hour",
      { pull: { checks: "running" } },
      "nobody",
      checks("running"),
      { alarm: null },
    ],
    [
      "running checks, until they have run for half an hour",
      { at: 28, pull: { checks: "running" } },
      "nobody",
      checks("running"),
      { alarm: null, againAt: at(30) },
    ],
    ["checks that have run for half an hour", { at: 30, pull: { checks: "running" } }, "coordinator", checks("overdue")],
    ["errors, before failing checks", { errors: 3, pull: { checks: "failing" }, says: "date: never" }, "byline", errorsOf(3)],
    ["an open conversation", { desk: block, conversations: ["ben"] }, "byline", conversations],
    ["a date that nobody can read, before failing checks", { says: "date: never", pull: { checks: "failing" } }, "byline", unclear],
    ["being hidden", hugo, "byline", hidden],
    ["failing checks, before being hidden", { ...hugo, pull: { checks: "failing" } }, "coordinator", checks("failing")],
    ["having expired, without a slot", { ...expired, at: -2 * 24 * 60 }, "byline", hidden, { againAt: null }],
  ];
  it.each(stops)("[PB4] [PB14] a post is stopped by %s", (_, given, turn, missing, more = {}) => {
    const now = given.at ?? 0;
    expect(cleared(given)).toEqual({
      kind: "stopped",
      turn,
      missing: [missing],
      from: at(now),
      againAt: at(now + 5),
      retryAt: null,
      alarm: "stopped",
      ...more,
    });
  });

  it("[PB4] what is stopped is looked at for an hour from when it was due, and then left to the sweep", () => {
    const failing: Case = { pull: { checks: "failing" } };
    const looks = (given: Case, ...minutes: readonly number[]) => minutes.map((one) => cleared({ ...failing, ...given, at: one }).againAt);
    expect(looks({}, 0, 59, 60, 61)).toEqual([at(5), at(64), null, null]);
    expect(looks({ freezes: [[-5, 30]] }, 30, 89, 90)).toEqual([at(35), at(94), null]);
    // Without a slot it is due once it is as it is, and reviewed.
    const slotless: Case = { slotted: false, desk: { slots: [] } };
    expect(looks(slotless, 0)).toEqual([null]);
    const { head } = paperWorldPull();
    const checked = { checks: "failing" } as const;
    expect(looks({ ...slotless, pull: { ...checked, head: { ...head, since: at(-30) } } }, 0, 30)).toEqual([at(5), null]);
    expect(looks({ ...slotless, pull: { ...checked, openedAt: at(-10) } }, 0, 50)).toEqual([at(5), null]);
    const review = { id: 1, by: null, at: at(-20), says: "approves", head: null, outdated: [], body: "", mark: null } as const;
    expect(looks({ ...slotless, pull: { ...checked, reviews: [review] } }, 0, 40)).toEqual([at(5), null]);
  });

  it("[PB301] checks have twenty seconds to begin when the app has set a label, where there are checks of others that count", () => {
    const passing: Case = { pull: { checks: "passing" }, labelled: -0.25 };
    expect(cleared(passing)).toMatchObject({ kind: "stopped", turn: "nobody", againAt: plus(SLOT, 5_000) });
    expect(cleared({ ...passing, labelled: -0.5 }).kind).toBe("goes");
    expect(cleared({ ...passing, pull: { checks: null } }).kind).toBe("goes");
    expect(cleared({ ...passing, merge: { checks: "required" } }).kind).toBe("goes");
  });

  it("[PB4] checks that began with a push after the slot have half an hour from then", () => {
    const { head } = paperWorldPull();
    const pushed: Case = { pull: { checks: "running", head: { ...head, since: at(40) } } };
    expect(cleared({ ...pushed, at: 69 })).toMatchObject({ turn: "nobody", againAt: at(70) });
    expect(cleared({ ...pushed, at: 70 })).toMatchObject({ turn: "coordinator", missing: [checks("overdue")] });
  });

  const going: readonly (readonly [string, Case, number])[] = [
    ["at it", {}, 0],
    ["though nobody promised it", { dossier: { promised: null } }, 0],
    ["when the checks of others pass", { pull: { checks: "passing" } }, 0],
    ["after what it comes after was live", { at: 20, after: { mirage: 10 } }, 10],
    ["at the end of a freeze", { at: 60, freezes: [[-5, 30]] }, 30],
    ["with a conversation that the desk does not ask to be closed", { conversations: ["ben"] }, 0],
    ["with a conversation that a stranger began", { desk: block, conversations: ["zoe"] }, 0],
    ["as a change to a live post, beside what is new", { dossier: { correction: true }, accompanies: true }, 0],
    ["though merging another text was refused", { tried: { ended: "done" } }, 0],
  ];
  it.each(going)("[ST4] a post goes %s", (_, given, since) => {
    expect(cleared(given)).toEqual({
      kind: "goes",
      turn: "nobody",
      missing: [slot],
      from: at(given.at ?? 0),
      againAt: null,
      retryAt: null,
      alarm: null,
      since: at(since),
    });
  });

  it("[SC35] a post goes without a slot where the desk knows none", () => {
    expect(cleared({ slotted: false, desk: { slots: [] } })).toMatchObject({
      kind: "goes",
      missing: [],
      since: readInstant("2014-07-07T08:00:00Z"),
    });
  });

  const refused = (more: Partial<Remembered> = {}): Case => ({ at: 7, tried: { at: at(4), ...more } });
  const away = [{ from: "2014-07-09" as Day, to: "2014-07-09" as Day }];
  const alone: Case = { dossier: { correction: true } };
  const byHand: readonly (readonly [string, Case, readonly string[], number | null])[] = [
    ["the desk does not merge", { merge: { atSlot: false } }, ["amir"], null],
    ["the desk does not merge, whatever was refused before", { merge: { atSlot: false }, ...refused() }, ["amir"], null],
    ["its coordinators are away", { merge: { atSlot: false }, desk: { people: [person("amir", { away })] } }, [], null],
    ["it changes a live post and comes alone", alone, ["amir"], null],
    ["it changes a live post, whatever was refused before", { ...alone, ...refused() }, ["amir"], null],
    ["the app lacks a permission, which is tried again", refused({ why: NO_PERMISSION }), ["amir"], 34],
  ];
  it.each(byHand)("[ST6] [PB11] a person merges a post where %s", (_, given, coordinators, retry) => {
    const missing = [{ kind: "may go", coordinators }];
    expect(cleared(given)).toEqual({
      kind: "by hand",
      turn: "coordinator",
      missing,
      from: at(given.at ?? 0),
      againAt: null,
      retryAt: retry === null ? null : at(retry),
      alarm: null,
    });
  });

  it("[PB10] a post that GitHub refused is told, with its reason, and asked for again", () => {
    const again = (why: string, retry: number) => ({
      kind: "again",
      turn: "coordinator",
      missing: [{ kind: "refused", what: "to merge it", why }],
      from: at(7),
      againAt: at(12),
      retryAt: at(retry),
      alarm: "stopped",
    });
    expect(cleared(refused())).toEqual(again("Merge conflict", 9));
    expect(cleared({ ...refused({ why: null }), pull: { mergeable: "blocked" } })).toEqual(again("", 34));
  });
});

function paperWorldPull(): PullRequest {
  const world = paperWorld();
  return world.pull(world.submits("ann", "irmin", { number: 1001 }));
}

/** What leaves the time of a post open: told of one post, its text, and the slot that it has on Wednesday 9 July at noon in London. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import { PLAIN_CALENDAR, type Desk } from "../../../src/desk/facts/desk.js";
import { timeBar } from "../../../src/desk/going-live/time-bar.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld } from "../paper-world.js";

const SLOT = readInstant("2014-07-09T11:00:00Z");
const ELSEWHEN = readInstant("2014-07-10T11:00:00Z");
const textOf = (date: string) => ["---", "title: Irmin", "author: ann", date, "---", "", "What it is.", ""].join("\n");

interface Case {
  /** A line of its front matter. */
  readonly says?: string;
  readonly slot?: typeof SLOT | null;
  readonly pinned?: typeof SLOT;
  readonly decided?: Partial<Dossier["decided"]>;
  readonly desk?: Partial<Desk>;
  /** On a branch of the repository, where the app may commit. */
  readonly own?: boolean;
  readonly dossier?: Partial<Dossier>;
}

function barOf({ says = "tags: [irmin]", slot = SLOT, pinned, decided = {}, own = false, ...more }: Case) {
  const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann"], pinned: pinned ?? null }])], ...more.desk } });
  const number = world.submits("ann", "irmin", { own, file: { path: "posts/irmin.md", text: textOf(says) } });
  const snapshot = world.facts();
  const [dossier] = gatherDossiers(snapshot).posts;
  if (!dossier) throw new Error("Unexpected absence of the post, expected it");
  const post = { ...dossier, decided: { ...dossier.decided, ...decided }, ...more.dossier };
  return timeBar(post, world.pull(number), slot && { at: slot, by: null }, snapshot);
}

const setting: Partial<Desk> = { merge: { ...desk().merge, fixDates: true } };
const NEVER = { missing: { kind: "date unclear", says: "never" }, turn: "byline" };
const NO_SLOT = { missing: { kind: "no slot" }, turn: "coordinator" };
const laterOn = (day: string) => ({ missing: { kind: "dated later", from: readInstant(day) }, turn: "byline" });
const from = readInstant("2014-07-15T23:00:00Z");
const LATER = laterOn("2014-07-15T23:00:00Z");
const bySlot = (at: typeof SLOT): Partial<Dossier["decided"]> => ({ slot: { at, by: "ann" } });

describe("the time of a post", () => {
  const plain: readonly (readonly [string, Case])[] = [
    ["with a slot, which says nothing of its day", {}],
    ["whose date is before its slot", { says: "date: 2014-07-01" }],
    ["whose date is on the day of its slot, though at a later hour", { says: "date: 2014-07-09 23:00" }],
    ["whose later date the app will set", { says: "date: 2014-07-16", own: true, desk: setting }],
    ["with a slot, though nobody promised it", { says: "date: 2014-07-09", dossier: { promised: null } }],
    ["whose slot somebody asked for, whatever its text says", { says: "date: 2014-07-16", decided: bySlot(SLOT) }],
    ["whose slot the plan pins", { says: "date: 2014-07-16", pinned: SLOT }],
    ["whose slot somebody pinned", { says: "date: never", decided: { pin: { at: SLOT, by: "amir" } } }],
    ["which changes what readers have", { says: "date: 2014-07-16", dossier: { correction: true } }],
    ["of which there is no text", { slot: null, dossier: { leading: null } }],
    ["without a slot, on a desk that knows none", { slot: null, desk: { slots: [] } }],
    ["without a slot, whose day has come, on a desk that knows none", { slot: null, says: "date: 2014-07-07", desk: { slots: [] } }],
    ["without a slot, which translates another", { slot: null, dossier: { translates: "mirage" } }],
  ];

  it.each(plain)("[SC35] is plain: %s", (_, given) => {
    expect(barOf(given)).toBeNull();
  });

  const extra = [readInstant("2014-07-01T11:00:00Z")];
  const open: readonly (readonly [string, Case, object])[] = [
    ["whose date nobody can read", { says: "date: never" }, NEVER],
    [
      "whose date nobody can read, and which has no slot that the app could set",
      { says: "date: never", slot: null, own: true, desk: setting },
      NEVER,
    ],
    ["whose unclear date the app cannot set in a fork", { says: "date: never", desk: setting }, NEVER],
    ["whose date is after its slot", { says: "date: 2014-07-16" }, LATER],
    ["whose date is the day after its slot", { says: "date: 2014-07-10" }, laterOn("2014-07-09T23:00:00Z")],
    ["whose date is after its slot, where somebody asked for another", { says: "date: 2014-07-16", decided: bySlot(ELSEWHEN) }, LATER],
    ["whose date is after its slot, pinned elsewhere", { says: "date: 2014-07-16", pinned: ELSEWHEN }, LATER],
    ["whose pin somebody took away", { says: "date: 2014-07-16", pinned: SLOT, decided: { pin: { at: null, by: "amir" } } }, LATER],
    ["which translates another, and has a later date", { says: "date: 2014-07-16", dossier: { translates: "mirage" } }, LATER],
    [
      "without a slot, until its day",
      { says: "date: 2014-07-16", slot: null },
      { missing: { kind: "dated", from }, turn: "nobody", until: from },
    ],
    ["without a slot, whose day has come", { says: "date: 2014-07-01", slot: null }, NO_SLOT],
    ["without a slot, whose hour has come", { says: "date: 2014-07-07 09:00", slot: null }, NO_SLOT],
    ["without a slot", { slot: null }, NO_SLOT],
    [
      "without a slot, on a desk that knew a single one",
      { slot: null, desk: { slots: [], calendar: { ...PLAIN_CALENDAR, extra } } },
      NO_SLOT,
    ],
  ];

  it.each(open)("[SC35] is open: %s", (_, given, bar) => {
    expect(barOf(given)).toEqual(bar);
  });
});

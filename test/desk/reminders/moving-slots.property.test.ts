/** The pace of reminders where the day moves by which a thing has to be there: it goes on, and does not begin again. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { workingDaysAfter } from "../../../src/desk/calendar/working-days.js";
import { owedReminders } from "../../../src/desk/reminders/owed-reminders.js";
import type { Owed } from "../../../src/desk/reminders/owed.js";
import { DAY, dayOf, HOUR, plus, readInstant, type Day, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld } from "../paper-world.js";

const START = readInstant("2014-07-07T12:00:00Z");
const ZONE = "Europe/London";
const WEEKS = 4;

interface Moving {
  readonly every: number;
  /** When another day is told, and which: days from the start. */
  readonly told: readonly { readonly on: number; readonly by: number }[];
  readonly quiet: boolean;
}

const moving: fc.Arbitrary<Moving> = fc.record({
  every: fc.constantFrom(1, 2, 3, 4, 5, 10, 20),
  told: fc.array(fc.record({ on: fc.integer({ min: 0, max: 7 * WEEKS }), by: fc.integer({ min: -3, max: 7 * WEEKS + 5 }) }), {
    maxLength: 30,
  }),
  quiet: fc.boolean(),
});

/** A day that is told anew each noon, for the evening after: what hopped every day. */
const HOPPING: Moving = {
  every: 2,
  told: Array.from({ length: 7 * WEEKS }, (_, on) => ({ on, by: on + 1 })),
  quiet: false,
};

function owedAt({ told, quiet }: Moving, at: Instant): Owed {
  const tellings = told
    .map(({ on, by }) => ({ at: plus(START, on * DAY), by: plus(START, by * DAY + 4 * HOUR) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .filter((one) => one.at <= at);
  const before = tellings.slice(0, -1).flatMap(({ by }, place) => {
    const until = tellings[place + 1]?.at ?? at;
    return until > START ? [{ by, until }] : [];
  });
  const by = tellings.at(-1)?.by ?? null;
  return {
    slug: "irmin",
    title: "Irmin",
    to: ["ann"],
    since: START,
    by,
    before,
    quietUntil: quiet && by ? plus(by, -5 * DAY) : null,
    snoozedUntil: null,
    place: { issue: 1, channel: "pull request" },
    what: "review",
  };
}

/** The days on which somebody is reminded who does nothing for four weeks. */
function remindedOn(history: Moving): readonly Day[] {
  const reminded: { readonly to: string; readonly at: Instant }[] = [];
  for (let at = START; at < plus(START, WEEKS * 7 * DAY); at = plus(at, DAY)) {
    const { due } = owedReminders({
      at,
      zone: ZONE,
      people: [],
      reminders: { every: history.every, hour: 9 },
      owed: [owedAt(history, at)],
      reminded,
    });
    reminded.push(...due.map(({ to }) => ({ to, at })));
  }
  return reminded.map(({ at }) => dayOf(at, ZONE));
}

const tooSoon = (days: readonly Day[], every: number) =>
  days.filter((day, place) => place > 0 && day < (workingDaysAfter(days[place - 1]!, every) ?? "~")).length;

describe("while slots move", () => {
  it("[RM10] two reminders of one turn are at least the pace apart, but for one eve and one first day after", () => {
    fc.assert(
      fc.property(moving, (history) => {
        // What is due is left unsaid for no more than five working days.
        expect(tooSoon(remindedOn(history), Math.min(history.every, 5))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60, seed: 20140707, examples: [[HOPPING], [{ ...HOPPING, every: 4 }], [{ ...HOPPING, quiet: true }]] },
    );
  });

  it("[RM10] somebody whose slot hopped each day was reminded on twenty working days, and is at the pace", () => {
    expect(remindedOn(HOPPING).length).toBeLessThanOrEqual(12);
    expect(remindedOn({ ...HOPPING, every: 5 }).length).toBeLessThanOrEqual(6);
  });

  it("[RM10] the eve and the day after are those of the first day that was not moved in time", () => {
    // Told for Wed 9, on Tue 8 moved to Wed 16, which stays.
    const told = [
      { on: 0, by: 3 },
      { on: 1, by: 9 },
    ];
    expect(remindedOn({ every: 5, told, quiet: false })).toEqual(["2014-07-09", "2014-07-15", "2014-07-17", "2014-07-24", "2014-07-31"]);
  });
});

describe.each([2, 3, 5])("in the whole desk, with a reminder each %s working days", (every) => {
  it.each([
    ["reviewer", (world: ReturnType<typeof paperWorld>) => void world.submits("ann", "irmin", { byline: ["ann"] })],
    ["writer", () => undefined],
    ["writer of a draft", (world: ReturnType<typeof paperWorld>) => void world.submits("ann", "irmin", { byline: ["ann"], draft: true })],
  ])("[RM10] a silent %s is reminded in 20 working days at the pace and twice more, whatever slots do", (_, leave) => {
    for (const days of [3, 60]) {
      const deadline = plus(START, days * DAY);
      const world = paperWorld({
        desk: { reminders: { every, hour: 9 }, campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }], { deadline })] },
      });
      world.looks();
      leave(world);
      const counts = new Map<string, number>();
      for (const effect of world.passes("28 days")) if (effect.kind === "remind") counts.set(effect.to, (counts.get(effect.to) ?? 0) + 1);
      for (const count of counts.values()) expect(count).toBeLessThanOrEqual(20 / every + 2);
    }
  });
});

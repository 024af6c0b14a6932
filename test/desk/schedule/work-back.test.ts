/** "Draft by" and "review by": worked back from the slot in the working days of those who have to do it. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Crew, Diary } from "../../../src/desk/calendar/diaries.js";
import { isWorkingDay, workingDaysBefore } from "../../../src/desk/calendar/working-days.js";
import { workAhead } from "../../../src/desk/schedule/work-ahead.js";
import { workBack } from "../../../src/desk/schedule/work-back.js";
import { atWallTime, dayOf, dayPlus, DAY, plus, readInstant, timeOf, type Day, type Instant } from "../../../src/desk/time/zone.js";

const day = (text: string) => text as Day;
const diary = (zone: string, ...away: readonly [string, string][]): Diary => ({
  zone,
  off: away.map(([from, to]) => ({ from: day(from), to: day(to) })),
});
const crew = (writers: readonly Diary[], reviewers: readonly Diary[] = writers): Crew => ({ writers, reviewers });
const desk = (zone: string) => crew([diary(zone)]);
/** Friday 18 July 2014, noon in London. */
const FRIDAY = readInstant("2014-07-18T11:00:00Z");
/** `Thu 17 17:00` of an instant, on a wall. */
const wall = (at: Instant, zone: string) => `${dayOf(at, zone).slice(5)} ${timeOf(at, zone)}`;

describe("working back from a slot", () => {
  it("[SC19] counts working days to 17:00 on the wall of the desk", () => {
    expect(workBack(FRIDAY, { draft: 3, review: 1 }, desk("Europe/London"))).toEqual({
      draftBy: "2014-07-14T16:00:00Z",
      reviewBy: "2014-07-17T16:00:00Z",
    });
  });

  it("[SC19] steps over weekends, and over a change of the clocks", () => {
    expect(workBack(readInstant("2014-03-31T11:00:00Z"), { draft: 2, review: 1 }, desk("Europe/London"))).toEqual({
      draftBy: "2014-03-26T17:00:00Z",
      reviewBy: "2014-03-28T17:00:00Z",
    });
    // A slot on a Sunday: the review is due on the Friday.
    expect(workBack(readInstant("2014-07-20T11:00:00Z"), { draft: 1, review: 1 }, desk("America/New_York"))).toEqual({
      draftBy: "2014-07-17T21:00:00Z",
      reviewBy: "2014-07-18T21:00:00Z",
    });
  });

  it("[SC19] with no time to spare gives the slot itself, never an instant after it", () => {
    expect(workBack(FRIDAY, { draft: 0, review: 0 }, desk("Europe/London"))).toEqual({ draftBy: FRIDAY, reviewBy: FRIDAY });
    const evening = readInstant("2014-07-18T19:00:00Z");
    expect(workBack(evening, { draft: 1, review: 0 }, desk("Europe/London"))).toEqual({
      draftBy: "2014-07-17T16:00:00Z",
      reviewBy: "2014-07-18T16:00:00Z",
    });
  });

  it("[SC75] gives each their own wall: the byline's for the draft, the reviewers' for the review", () => {
    const { draftBy, reviewBy } = workBack(
      FRIDAY,
      { draft: 2, review: 1 },
      crew([diary("Asia/Kathmandu")], [diary("America/Los_Angeles")]),
    );
    expect(wall(reviewBy, "America/Los_Angeles")).toBe("07-17 17:00");
    // By then it is Friday in Kathmandu; the draft is due two working days before the reviewer's Thursday all the same.
    expect(wall(draftBy, "Asia/Kathmandu")).toBe("07-15 17:00");
  });

  it("[SC75] steps over the leave and the holidays of who has to do it", () => {
    const away = crew([diary("Europe/London", ["2014-07-14", "2014-07-16"])], [diary("Europe/Paris", ["2014-07-17", "2014-07-17"])]);
    const { draftBy, reviewBy } = workBack(FRIDAY, { draft: 1, review: 1 }, away);
    expect([wall(draftBy, "Europe/London"), wall(reviewBy, "Europe/Paris")]).toEqual(["07-11 17:00", "07-16 17:00"]);
  });

  it("[SC76] asks of several people the one who can be latest: while one is away another can still do it", () => {
    const leave: [string, string] = ["2014-07-01", "2014-07-17"];
    const both = crew([diary("Europe/London", leave), diary("America/New_York")]);
    const { draftBy, reviewBy } = workBack(FRIDAY, { draft: 3, review: 1 }, both);
    expect([wall(draftBy, "America/New_York"), wall(reviewBy, "America/New_York")]).toEqual(["07-14 17:00", "07-17 17:00"]);
    expect(workBack(FRIDAY, { draft: 3, review: 1 }, crew([...both.writers].reverse()))).toEqual({ draftBy, reviewBy });
  });

  it("[SC76] whoever is away for months is not waited for longer than sixty days", () => {
    const gone = crew([diary("Europe/London", ["0000-01-01", "9999-12-31"])]);
    const { draftBy, reviewBy } = workBack(FRIDAY, { draft: 3, review: 1 }, gone);
    expect([wall(reviewBy, "Europe/London"), draftBy < reviewBy, draftBy > readInstant("2014-01-01T00:00:00Z")]).toEqual([
      "05-18 17:00",
      true,
      true,
    ]);
  });

  it.each([
    // A slot on the Tuesday after clocks went forward or back, and the draft on the Friday before: 17:00 on the wall all the same.
    ["Europe/London", "2014-04-01", "2014-03-28T17:00:00Z", "2014-03-31T16:00:00Z"],
    ["America/Los_Angeles", "2014-03-11", "2014-03-08T01:00:00Z", "2014-03-11T00:00:00Z"],
    ["Australia/Sydney", "2014-10-07", "2014-10-03T07:00:00Z", "2014-10-06T06:00:00Z"],
    ["America/Santiago", "2014-04-29", "2014-04-25T20:00:00Z", "2014-04-28T21:00:00Z"],
    ["America/Sao_Paulo", "2018-11-06", "2018-11-02T20:00:00Z", "2018-11-05T19:00:00Z"],
    ["Asia/Kathmandu", "2014-04-01", "2014-03-28T11:15:00Z", "2014-03-31T11:15:00Z"],
  ])("[SC77] keeps 17:00 on the wall of %s across a jump of its clocks", (zone, slotDay, draftBy, reviewBy) => {
    const slot = atWallTime(day(slotDay), "12:00", zone);
    expect(workBack(slot, { draft: 1, review: 1 }, desk(zone))).toEqual({ draftBy, reviewBy });
  });
});

const ZONES = ["Europe/London", "America/Los_Angeles", "Australia/Sydney", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

/** Anybody: some zone, up to three leaves in the months around the slot. */
const anybody: fc.Arbitrary<Diary> = fc.record({
  zone: fc.constantFrom(...ZONES),
  off: fc.array(
    fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 30 })).map(([from, length]) => {
      const first = dayPlus(day("2014-07-10"), from);
      return { from: first, to: dayPlus(first, length) };
    }),
    { maxLength: 3 },
  ),
});
const someCrew = fc.record({
  writers: fc.array(anybody, { minLength: 1, maxLength: 3 }),
  reviewers: fc.array(anybody, { minLength: 1, maxLength: 3 }),
});
const slots = fc.integer({ min: -20, max: 20 }).map((hours) => plus(FRIDAY, (hours * DAY) / 7));
const lengths = fc.record({ draft: fc.integer({ min: 0, max: 12 }), review: fc.integer({ min: 0, max: 12 }) });

describe("in every case", () => {
  it("[SC78] the draft is due not after the review, the review not after the slot, and longer lengths make nothing due later", () => {
    fc.assert(
      fc.property(slots, lengths, someCrew, fc.constantFrom("draft", "review"), (slot, lead, who, longer) => {
        const { draftBy, reviewBy } = workBack(slot, lead, who);
        expect(draftBy <= reviewBy && reviewBy <= slot).toBe(true);
        const slower = workBack(slot, { ...lead, [longer]: lead[longer] + 1 }, who);
        expect(slower.draftBy <= draftBy && slower.reviewBy <= reviewBy).toBe(true);
        const later = workBack(plus(slot, DAY), lead, who);
        expect(later.draftBy >= draftBy && later.reviewBy >= reviewBy).toBe(true);
      }),
      { numRuns: 500, seed: 20140718 },
    );
  });

  it("[SC78] what is due before the slot is due at 17:00 on a working day of somebody who has to do it, or sixty days early", () => {
    fc.assert(
      fc.property(slots, lengths, someCrew, (slot, lead, who) => {
        const { draftBy, reviewBy } = workBack(slot, lead, who);
        const falls = (at: Instant, diaries: readonly Diary[]) =>
          diaries.some(({ zone, off }) => timeOf(at, zone) === "17:00" && isWorkingDay(dayOf(at, zone), off));
        const early = (at: Instant) => at < plus(slot, -60 * DAY);
        if (lead.review > 0) expect(falls(reviewBy, who.reviewers) || early(reviewBy)).toBe(true);
        if (lead.draft > 0) expect(falls(draftBy, who.writers) || early(draftBy)).toBe(true);
      }),
      { numRuns: 500, seed: 20140719 },
    );
  });

  it("[SC79] the first slot there is time for is one whose draft is due today or later, and at 17:00 today is over, and one working day less is too little", () => {
    const leave = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 6 })).map(([from, length]) => {
        const first = dayPlus(day("2014-07-14"), from);
        return { from: first, to: dayPlus(first, length) };
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(lengths, leave, fc.constantFrom(...ZONES), (lead, off, zone) => {
        const who = crew([{ zone, off }]);
        // Monday 14 July, in the morning: a working day.
        const at = atWallTime(day("2014-07-14"), "09:00", zone);
        const first = workAhead(at, lead, who, false);
        if (!first) throw new Error("nobody is away for good");
        expect(timeOf(first, zone)).toBe("00:00");
        const noon = (when: Instant) => atWallTime(dayOf(when, zone), "12:00", zone);
        const needed = lead.draft + lead.review > 0;
        expect(dayOf(workBack(noon(first), lead, who).draftBy, zone) >= day("2014-07-14")).toBe(true);
        const before = atWallTime(workingDaysBefore(dayOf(first, zone), 1, off), "12:00", zone);
        if (needed) expect(dayOf(workBack(before, lead, who).draftBy, zone) < day("2014-07-14")).toBe(true);
      }),
      { numRuns: 300, seed: 20140714 },
    );
  });

  it.each([
    ["Friday before 17:00", "2014-07-11T15:59:00Z", "2014-07-15"],
    ["Friday after it", "2014-07-11T16:00:00Z", "2014-07-16"],
    ["Saturday", "2014-07-12T08:00:00Z", "2014-07-16"],
    ["Sunday night", "2014-07-13T22:30:00Z", "2014-07-16"],
  ])("[SC79] nothing is due before it is told: on a %s", (_, now, first) => {
    const at = readInstant(now);
    const from = workAhead(at, { draft: 1, review: 1 }, desk("Europe/London"), false);
    expect(from && dayOf(from, "Europe/London")).toBe(first);
    expect(workBack(plus(from ?? at, DAY / 2), { draft: 1, review: 1 }, desk("Europe/London")).draftBy >= at).toBe(true);
  });

  it("[SC79] nothing is due before it is told wherever people live, and at whatever hour it is told", () => {
    const zones = ["Europe/London", "Europe/Paris", "America/Los_Angeles", "Australia/Sydney", "Asia/Kolkata"];
    const someone = fc
      .record({ zone: fc.constantFrom(...zones), leave: fc.nat(9) })
      .map(({ zone, leave }) => (leave < 6 ? diary(zone) : diary(zone, [`2014-07-1${leave}`, `2014-07-${leave + 14}`])));
    const people = fc.array(someone, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        people,
        people,
        fc.nat(14 * 24),
        fc.nat(4),
        fc.nat(3),
        fc.boolean(),
        (writers, reviewers, hours, draft, review, written) => {
          const at = plus(readInstant("2014-07-07T00:00:00Z"), (hours * DAY) / 24);
          const first = workAhead(at, { draft, review }, { writers, reviewers }, written);
          if (!first) throw new Error("nobody is away for good");
          // Noon of its day, on the wall of whoever reviews it first.
          const dues = reviewers
            .filter(({ zone }) => timeOf(first, zone) === "00:00")
            .map(({ zone }) => {
              const slot = atWallTime(dayOf(first, zone), "23:00", zone);
              return workBack(slot, { draft, review }, { writers, reviewers });
            });
          expect(dues.length).toBeGreaterThan(0);
          for (const { draftBy, reviewBy } of dues) expect((written ? reviewBy : draftBy) >= at).toBe(true);
        },
      ),
      { numRuns: 300, seed: 20140717 },
    );
  });
});

/** Working days: weekends and days off are stepped over, and counting agrees with stepping. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from "../../../src/desk/calendar/working-days.js";
import { dayPlus, type Day } from "../../../src/desk/time/zone.js";

const day = (text: string) => text as Day;
const leave = [{ from: day("2014-07-07"), to: day("2014-07-09") }];

describe("working days", () => {
  it("[SC18] are Monday to Friday, less the days off", () => {
    expect(["2014-07-04", "2014-07-05", "2014-07-06", "2014-07-07"].map((text) => isWorkingDay(day(text)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(isWorkingDay(day("2014-07-08"), leave)).toBe(false);
    expect(workingDayFrom(day("2014-07-05"), leave)).toBe("2014-07-10");
  });

  it("[SC18] are stepped in both directions over weekends and days off", () => {
    expect(workingDaysAfter(day("2014-07-03"), 2)).toBe("2014-07-07");
    expect(workingDaysAfter(day("2014-07-03"), 2, leave)).toBe("2014-07-10");
    expect(workingDaysAfter(day("2014-07-05"), 0)).toBe("2014-07-07");
    expect(workingDaysBefore(day("2014-07-08"), 3)).toBe("2014-07-03");
    expect(workingDaysBefore(day("2014-07-06"), 1)).toBe("2014-07-04");
    expect(workingDaysBefore(day("2014-07-06"), 0)).toBe("2014-07-06");
  });

  it("[SC18] are stepped back over days off too, and a leave without beginning ends at the first day there is", () => {
    expect(workingDaysBefore(day("2014-07-11"), 2, leave)).toBe("2014-07-04");
    expect(workingDaysBefore(day("2014-07-11"), 1, [...leave, { from: day("2014-07-10"), to: day("2014-07-10") }])).toBe("2014-07-04");
    expect(workingDaysBefore(day("2014-07-11"), 1, [{ from: day("0000-01-01"), to: day("2014-07-10") }])).toBe("0000-01-01");
  });

  it("[SC18] end where somebody is away for good", () => {
    const gone = [{ from: day("2014-07-01"), to: day("9999-12-31") }];
    expect(workingDayFrom(day("2014-07-01"), gone)).toBeNull();
    expect(workingDaysAfter(day("2014-06-30"), 2, gone)).toBeNull();
  });

  it("[SC18] stepped back are as many as walking day by day finds", () => {
    const someDay = fc.integer({ min: -60, max: 0 }).map((n) => dayPlus(day("2014-07-01"), n));
    const off = fc.array(
      fc.tuple(someDay, fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({ from, to: dayPlus(from, length) })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), off, (n, away) => {
        const days = Array.from({ length: 400 }, (_, index) => dayPlus(day("2014-07-01"), -index - 1)).filter((one) =>
          isWorkingDay(one, away),
        );
        expect(workingDaysBefore(day("2014-07-01"), n, away)).toBe(n === 0 ? "2014-07-01" : days[n - 1]);
      }),
      { numRuns: 300, seed: 20140702 },
    );
  });

  it("[SC18] are counted as many as there are steps, any days off", () => {
    const someDay = fc.integer({ min: -400, max: 400 }).map((n) => dayPlus(day("2014-07-01"), n));
    const off = fc.array(
      fc.tuple(someDay, fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({ from, to: dayPlus(from, length) })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), off, (from, length, away) => {
        const days = Array.from({ length }, (_, index) => dayPlus(from, index + 1));
        const to = dayPlus(from, length);
        const walked = days.filter((one) => isWorkingDay(one, away)).length;
        expect(workingDaysBetween(from, to, away)).toBe(walked);
        expect(workingDaysBetween(to, from, away)).toBe(0 - walked);
      }),
      { numRuns: 300, seed: 20140701 },
    );
  });
});

/** The calendar of slots: the pattern, and all that opens and closes it. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { slotCalendar, type CalendarParts } from "../../../src/desk/calendar/slot-calendar.js";
import { atWallTime, dayOf, dayPlus, plus, readInstant, sayWhen, timeOf, type Day, type Instant } from "../../../src/desk/time/zone.js";

const day = (text: string) => text as Day;
const london = (text: string) => atWallTime(day(text.slice(0, 10)), text.slice(11), "Europe/London");

function calendar(more: Partial<CalendarParts> = {}) {
  return slotCalendar({ zone: "Europe/London", slots: ["Tue 12:00"], closed: [], extra: [], freezes: [], holidays: [], ...more });
}

/** The next so many slots as people would read them, without the year. */
function next(parts: Partial<CalendarParts>, from: string, count: number): string[] {
  const zone = parts.zone ?? "Europe/London";
  const slots = calendar(parts);
  const found: string[] = [];
  let at: Instant | null = atWallTime(day(from), "00:00", zone);
  while (found.length < count && at) {
    at = slots.after(at);
    found.push(at ? `${dayOf(at, zone).slice(5)} ${timeOf(at, zone)}` : "none");
  }
  return found;
}

describe("the pattern", () => {
  it("[SC70] has slots each week, more than one a day, on the wall of the desk", () => {
    expect(next({ slots: ["Thu 17:00", "Tue 12:00", "Tue 09:30"] }, "2014-07-01", 5)).toEqual([
      "07-01 09:30",
      "07-01 12:00",
      "07-03 17:00",
      "07-08 09:30",
      "07-08 12:00",
    ]);
  });

  it("[SC70] has slots every so many weeks, counted from the first such weekday on or after the day given", () => {
    const slots = ["Tue 12:00 every 2 weeks from 2014-07-06"];
    expect(next({ slots }, "2014-06-01", 3)).toEqual(["07-08 12:00", "07-22 12:00", "08-05 12:00"]);
    expect(next({ slots }, "2014-07-09", 1)).toEqual(["07-22 12:00"]);
    expect(next({ slots: ["Fri 09:00 every 52 weeks from 2014-01-03"] }, "2014-01-04", 2)).toEqual(["01-02 09:00", "01-01 09:00"]);
  });

  it("[SC70] has slots on the first to fourth and the last such weekday of a month", () => {
    expect(next({ slots: ["first Tue 12:00", "last Fri 16:00"] }, "2014-07-01", 4)).toEqual([
      "07-01 12:00",
      "07-25 16:00",
      "08-05 12:00",
      "08-29 16:00",
    ]);
    expect(next({ slots: ["fourth Thu 12:00"] }, "2014-11-01", 2)).toEqual(["11-27 12:00", "12-25 12:00"]);
    // Of five Wednesdays the last is the fifth, of four the fourth.
    expect(next({ slots: ["last Wed 12:00"] }, "2014-07-01", 3)).toEqual(["07-30 12:00", "08-27 12:00", "09-24 12:00"]);
  });

  it("[SC70] that skips weeks has the very days of walking through all of them", () => {
    const weekday = fc.constantFrom("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    const nth = fc.constantFrom("first", "second", "third", "fourth", "last");
    fc.assert(
      fc.property(weekday, nth, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 900 }), (name, which, every, ahead) => {
        const from = dayPlus(day("2014-01-01"), ahead);
        const index = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(name);
        const days = Array.from({ length: 500 }, (_, offset) => dayPlus(from, offset)).filter(
          (one) => new Date(`${one}T00:00:00Z`).getUTCDay() === index,
        );
        const monthly = days.filter((one) => {
          const ofMonth = days.filter((other) => other.slice(0, 7) === one.slice(0, 7));
          const place = Math.floor((Number(one.slice(8)) - 1) / 7);
          return which === "last" ? ofMonth.at(-1) === one : place === ["first", "second", "third", "fourth"].indexOf(which);
        });
        expect(next({ slots: [`${which} ${name} 12:00`] }, from, 5)).toEqual(monthly.slice(0, 5).map((one) => `${one.slice(5)} 12:00`));
        const spaced = days.filter((_, place) => place % every === 0).slice(0, 5);
        expect(next({ slots: [`${name} 12:00 every ${every} weeks from ${from}`] }, "2013-12-01", 5)).toEqual(
          spaced.map((one) => `${one.slice(5)} 12:00`),
        );
      }),
      { numRuns: 100, seed: 20140701 },
    );
  });
});

describe("what opens and closes it", () => {
  const holidays = [{ day: day("2014-08-25"), name: "Summer bank holiday" }];
  const closed = [{ from: day("2014-07-24"), to: day("2014-07-25"), why: "the office moves" }];
  const freezes = [{ from: london("2014-07-20T00:00"), to: london("2014-07-22T12:00"), why: "the site is being moved", pass: [] }];

  it("[SC71] no slot is on a holiday or a closed day, and it is told why", () => {
    const slots = ["Mon 12:00", "Thu 12:00", "Fri 12:00"];
    expect(next({ slots, closed, holidays }, "2014-07-24", 1)).toEqual(["07-28 12:00"]);
    expect(next({ slots, closed, holidays }, "2014-08-23", 1)).toEqual(["08-28 12:00"]);
    const { closedAt } = calendar({ slots, closed, holidays });
    expect(closedAt(london("2014-08-25T12:00"))).toEqual({ kind: "holiday", why: "Summer bank holiday" });
    expect(closedAt(london("2014-07-25T23:59"))).toEqual({ kind: "closed", why: "the office moves" });
    expect(closedAt(london("2014-07-26T00:00"))).toBeNull();
  });

  it("[SC71] days are those of the desk's wall, wherever the sun is", () => {
    const parts = { zone: "Asia/Kathmandu", slots: ["Mon 02:00"], holidays };
    expect(next(parts, "2014-08-25", 1)).toEqual(["09-01 02:00"]);
    // 21:00 UTC on the day before.
    expect(calendar(parts).closedAt(readInstant("2014-08-24T20:15:00Z"))).toEqual({ kind: "holiday", why: "Summer bank holiday" });
  });

  it("[SC72] nothing is in a freeze from its first instant on; the instant at which it ends is open", () => {
    const slots = ["Sat 23:59", "Sun 00:00", "Tue 11:59", "Tue 12:00"];
    expect(next({ slots, freezes }, "2014-07-19", 3)).toEqual(["07-19 23:59", "07-22 12:00", "07-26 23:59"]);
    const { freezeAt, closedAt } = calendar({ slots, freezes });
    expect(freezeAt(london("2014-07-20T00:00"), null)?.why).toBe("the site is being moved");
    expect(freezeAt(london("2014-07-22T12:00"), null)).toBeNull();
    expect(closedAt(london("2014-07-21T12:00"))).toEqual({ kind: "freeze", why: "the site is being moved" });
  });

  it("[SC73] an extra slot counts even on a closed day or a holiday, but not in a freeze", () => {
    const extra = [london("2014-08-25T12:00"), london("2014-07-24T15:00"), london("2014-07-21T12:00")];
    expect(next({ closed, holidays, freezes, extra }, "2014-07-16", 2)).toEqual(["07-22 12:00", "07-24 15:00"]);
    expect(next({ closed, holidays, freezes, extra }, "2014-08-20", 2)).toEqual(["08-25 12:00", "08-26 12:00"]);
    expect(calendar({ closed, extra }).closedAt(london("2014-07-24T15:00"))).toBeNull();
  });

  it("[SC73] a desk may have extra slots and no pattern, and an extra slot of the pattern is one slot", () => {
    expect(next({ slots: [], extra: [london("2014-07-19T12:00")] }, "2014-07-01", 2)).toEqual(["07-19 12:00", "none"]);
    expect(next({ extra: [london("2014-07-08T12:00")] }, "2014-07-08", 2)).toEqual(["07-08 12:00", "07-15 12:00"]);
  });

  it("[SC74] a calendar that is closed for ever, or as long as there are years, answers at once", () => {
    const forever = { from: day("2014-07-10"), to: day("9999-12-31"), why: "" };
    expect(next({ closed: [forever] }, "2014-07-01", 3)).toEqual(["07-01 12:00", "07-08 12:00", "none"]);
    expect(
      next(
        { freezes: [{ from: london("2014-07-10T00:00"), to: readInstant("9999-12-31T23:59:59Z"), why: "", pass: [] }] },
        "2014-07-09",
        1,
      ),
    ).toEqual(["none"]);
    expect(next({}, "9999-11-01", 6)).toEqual(["11-02 12:00", "11-09 12:00", "11-16 12:00", "11-23 12:00", "11-30 12:00", "none"]);
    expect(next({ slots: ["first Sun 12:00", "Sun 12:00 every 52 weeks from 9999-12-30"] }, "9999-12-20", 1)).toEqual(["none"]);
    expect(next({ slots: ["Sun 12:00 every 51 weeks from 9990-01-01"] }, "2014-07-01", 1)).toEqual(["01-07 12:00"]);
  });

  it("[SC74] every slot it gives is open, after the one before, and none that is open is left out", () => {
    const someDay = fc.integer({ min: 0, max: 60 }).map((n) => dayPlus(day("2014-03-01"), n));
    const span = fc.tuple(someDay, fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(
        fc.subarray(["Mon 12:00", "Wed 01:30", "Sun 01:30", "first Tue 12:00", "Sun 02:30", "Fri 09:00 every 2 weeks from 2014-03-05"], {
          minLength: 1,
        }),
        fc.array(span, { maxLength: 3 }),
        fc.array(span, { maxLength: 2 }),
        fc.array(someDay, { maxLength: 3 }),
        fc.array(someDay, { maxLength: 3 }),
        (slots, closures, frozen, feasts, more) => {
          const zone = "Europe/London";
          const parts: CalendarParts = {
            zone,
            slots,
            closed: closures.map(([from, length]) => ({ from, to: dayPlus(from, length), why: "" })),
            freezes: frozen.map(([from, length]) => ({
              from: atWallTime(from, "12:00", zone),
              to: plus(atWallTime(dayPlus(from, length), "12:00", zone), 1000),
              why: "",
              pass: [],
            })),
            holidays: feasts.map((one) => ({ day: one, name: "A feast" })),
            extra: more.map((one) => atWallTime(one, "18:00", zone)),
          };
          const [plain, whole] = [slotCalendar({ ...parts, closed: [], freezes: [], holidays: [], extra: [] }), slotCalendar(parts)];
          const end = london("2014-05-20T00:00");
          const walk = (after: (at: Instant) => Instant | null) => {
            const found: Instant[] = [];
            for (let at = after(london("2014-02-25T00:00")); at && at < end; at = after(at)) found.push(at);
            return found;
          };
          const expected = [...walk(plain.after), ...parts.extra].filter((at) => whole.closedAt(at) === null);
          expect(walk(whole.after)).toEqual([...new Set(expected)].sort());
        },
      ),
      { numRuns: 150, seed: 20140330 },
    );
  });

  it("[SC74] it goes ten years ahead through a hundred closures and fifty freezes", () => {
    const parts = {
      slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"],
      closed: Array.from({ length: 100 }, (_, n) => ({
        from: dayPlus(day("2014-01-01"), n * 30),
        to: dayPlus(day("2014-01-02"), n * 30),
        why: "",
      })),
      freezes: Array.from({ length: 50 }, (_, n) => ({
        from: london(`${dayPlus(day("2014-01-01"), n * 60)}T00:00`),
        to: london(`${dayPlus(day("2014-01-04"), n * 60)}T00:00`),
        why: "",
        pass: [],
      })),
    };
    const slots = calendar(parts);
    let [at, count]: [Instant | null, number] = [london("2014-01-01T00:00"), 0];
    for (; at && count < 2_500; count += 1) at = slots.after(at);
    expect(at && sayWhen(at, "Europe/London")).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri) \d+ \w+ 20(?:23|24), 12:00/);
  });
});

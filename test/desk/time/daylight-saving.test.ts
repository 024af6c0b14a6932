/** Daylight saving, from the desk file to the plan: slots, deadlines and "by"s keep their time on the wall, in both hemispheres. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { slotCalendar } from "../../../src/desk/calendar/slot-calendar.js";
import { workBack } from "../../../src/desk/schedule/work-back.js";
import {
  atWallTime,
  dayOf,
  dayPlus,
  isSkipped,
  plus,
  readWhen,
  timeOf,
  weekdayOf,
  type Day,
  type Instant,
} from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person } from "../paper-world.js";

const day = (text: string) => text as Day;

/** The slots of a pattern from a day on, each as it is on the wall and as it is in UTC. */
function slots(pattern: readonly string[], zone: string, from: string, count: number): string[] {
  const { after } = slotCalendar({ zone, slots: pattern, closed: [], extra: [], freezes: [], holidays: [] });
  const found: string[] = [];
  let at: Instant | null = atWallTime(day(from), "00:00", zone);
  // A slot of this very midnight counts too.
  for (at = after(plus(at, -1000)); at && found.length < count; at = after(at))
    found.push(`${dayOf(at, zone).slice(5)} ${timeOf(at, zone)} = ${at.slice(5, 16)}`);
  return found;
}

describe("slots", () => {
  it.each([
    ["Europe/London", "2014-03-24", ["03-24 12:00 = 03-24T12:00", "03-31 12:00 = 03-31T11:00"]],
    ["America/Los_Angeles", "2014-10-27", ["10-27 12:00 = 10-27T19:00", "11-03 12:00 = 11-03T20:00"]],
    ["Australia/Sydney", "2014-09-29", ["09-29 12:00 = 09-29T02:00", "10-06 12:00 = 10-06T01:00"]],
    ["America/Santiago", "2014-04-21", ["04-21 12:00 = 04-21T15:00", "04-28 12:00 = 04-28T16:00"]],
    ["Asia/Kathmandu", "2014-03-24", ["03-24 12:00 = 03-24T06:15", "03-31 12:00 = 03-31T06:15"]],
  ])("[SC84] keep their time on the wall of %s when its clocks jump", (zone, from, expected) => {
    expect(slots(["Mon 12:00"], zone, from, 2)).toEqual(expected);
  });

  it("[SC84] that spring skips are at the same time after the jump, once, also where midnight is skipped", () => {
    expect(slots(["Sun 01:30", "Sun 02:30"], "Europe/London", "2014-03-30", 2)).toEqual([
      "03-30 02:30 = 03-30T01:30",
      "04-06 01:30 = 04-06T00:30",
    ]);
    expect(slots(["Sun 00:00"], "America/Sao_Paulo", "2018-10-28", 3)).toEqual([
      "10-28 00:00 = 10-28T03:00",
      "11-04 01:00 = 11-04T03:00",
      "11-11 00:00 = 11-11T02:00",
    ]);
    expect(slots(["Fri 00:15"], "Africa/Cairo", "2023-04-28", 1)).toEqual(["04-28 01:15 = 04-27T22:15"]);
    expect(slots(["Sun 02:30"], "Australia/Sydney", "2014-10-05", 1)).toEqual(["10-05 03:30 = 10-04T16:30"]);
  });

  it("[SC84] that autumn repeats are at the first of the two, once", () => {
    expect(slots(["Sun 01:30"], "Europe/London", "2014-10-26", 2)).toEqual(["10-26 01:30 = 10-26T00:30", "11-02 01:30 = 11-02T01:30"]);
    expect(slots(["Sun 01:30"], "America/Los_Angeles", "2014-11-02", 1)).toEqual(["11-02 01:30 = 11-02T08:30"]);
    expect(slots(["Sat 23:30"], "America/Sao_Paulo", "2018-02-17", 2)).toEqual(["02-17 23:30 = 02-18T01:30", "02-24 23:30 = 02-25T02:30"]);
  });

  it("[SC84] of a week are as many as the pattern has, in every week of every zone, and each on its day", () => {
    const zones = ["Europe/London", "America/Los_Angeles", "Australia/Sydney", "America/Santiago", "Africa/Cairo", "Asia/Kathmandu"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 47 }),
        (zone, weeks, weekday, half) => {
          const time = `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
          const name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday] ?? "";
          const { after } = slotCalendar({ zone, slots: [`${name} ${time}`], closed: [], extra: [], freezes: [], holidays: [] });
          const first = dayPlus(day("2014-01-06"), weeks * 7);
          const at = after(plus(atWallTime(first, "00:00", zone), -1000));
          if (!at) throw new Error("there is a slot each week");
          expect([weekdayOf(dayOf(at, zone)), dayOf(at, zone) < dayPlus(first, 7)]).toEqual([weekday, true]);
          expect(timeOf(at, zone) === time).toBe(!isSkipped(dayOf(at, zone), time, zone));
          expect(dayOf(after(at) ?? at, zone)).toBe(dayPlus(dayOf(at, zone), 7));
        },
      ),
      { numRuns: 500, seed: 20141026 },
    );
  });
});

describe("times that people write", () => {
  it("[SC85] say so when clocks jump over them, and only then", () => {
    expect(readWhen("2014-03-30T01:30[Europe/London]", null)).toEqual({ kind: "instant", at: "2014-03-30T01:30:00Z", skipped: true });
    expect(readWhen("2018-11-04T00:00", "America/Sao_Paulo")).toEqual({ kind: "instant", at: "2018-11-04T03:00:00Z", skipped: true });
    for (const said of ["2014-03-30T02:30[Europe/London]", "2014-10-26T01:30[Europe/London]", "2014-03-30T01:30Z"])
      expect(readWhen(said, null)).not.toHaveProperty("skipped");
  });
});

describe("a campaign over the change of the clocks", () => {
  it("[SC84] has its deadline, its slots and its drafts at their times on the wall", () => {
    const zone = "America/Los_Angeles";
    const world = paperWorld({
      desk: {
        zone,
        people: [person("ann", { zone: "Europe/London" }), person("ben", { zone: "Australia/Sydney" })],
        slots: ["Tue 09:00"],
        // Two weeks in which America has changed its clocks and Europe has not.
        campaigns: [campaign([{ slug: "a", byline: ["ann"] }, "b"], { deadline: atWallTime(day("2014-03-18"), "17:00", zone) })],
      },
      at: "2014-02-28T08:00:00Z",
    });
    world.looks();
    const [first, second] = [world.post("a").slot, world.post("b").slot];
    expect([first?.at, second?.at]).toEqual(["2014-03-04T17:00:00Z", "2014-03-11T16:00:00Z"]);
    // Ann writes in London; nobody is asked yet, so that the review is by the desk's own clock.
    expect([first?.draftBy, first?.reviewBy]).toEqual(["2014-02-28T17:00:00Z", "2014-03-04T01:00:00Z"]);
    expect([second?.draftBy, second?.reviewBy]).toEqual(["2014-03-08T01:00:00Z", "2014-03-11T00:00:00Z"]);
    expect(world.plan().campaigns[0]?.deadline).toBe("2014-03-19T00:00:00Z");
  });

  it("[SC75] counts a desk's public holidays as days off of those who have no others", () => {
    const holidays = {
      GB: [{ day: day("2014-08-25"), name: "Summer bank holiday" }],
      US: [{ day: day("2014-09-01"), name: "Labour Day" }],
    };
    const made = desk({
      calendar: { ...desk().calendar, holidays: ["GB"] },
      people: [person("ann"), person("yomimono", { zone: "America/Chicago", holidays: ["US"] })],
      campaigns: [
        campaign(
          [
            { slug: "a", byline: ["ann"] },
            { slug: "b", byline: ["yomimono"] },
          ],
          { deadline: atWallTime(day("2014-09-05"), "17:00", "Europe/London") },
        ),
      ],
      slots: ["Tue 12:00"],
      holidays,
    });
    const world = paperWorld({ desk: made, at: "2014-08-19T12:00:00Z" });
    world.looks();
    const [a, b] = [world.post("a").slot, world.post("b").slot];
    // The slot of Tuesday 26 August comes after the bank holiday of Monday 25: the review is due on Friday 22, the draft on Thursday 21.
    expect([a?.at, a?.reviewBy, a?.draftBy]).toEqual(["2014-08-26T11:00:00Z", "2014-08-22T16:00:00Z", "2014-08-21T16:00:00Z"]);
    // Labour Day is no holiday of the desk, and one of the byline's: the review is due that Monday, the draft on the Friday before.
    expect([b?.at, b?.reviewBy, b?.draftBy]).toEqual(["2014-09-02T11:00:00Z", "2014-09-01T16:00:00Z", "2014-08-29T22:00:00Z"]);
    expect(
      workBack(
        atWallTime(day("2014-09-03"), "12:00", "Europe/London"),
        { draft: 1, review: 0 },
        {
          writers: [{ zone: "America/Chicago", off: [] }],
          reviewers: [{ zone: "Europe/London", off: [] }],
        },
      ).draftBy,
    ).toBe("2014-09-02T22:00:00Z");
  });
});

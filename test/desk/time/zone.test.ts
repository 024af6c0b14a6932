/** Instants, days and zones: the gap and the overlap, in both hemispheres. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  atWallTime,
  dayOf,
  dayPlus,
  daysBetween,
  HOUR,
  instant,
  isDay,
  isZone,
  readZone,
  zonesMeant,
  MINUTE,
  plus,
  readInstant,
  readWhen,
  sayDay,
  sayWhen,
  timeOf,
  weekdayOf,
  writeZoned,
  type Day,
} from "../../../src/desk/time/zone.js";

const wall = (day: string, time: string, zone: string) => atWallTime(day as Day, time, zone);

describe("wall-clock times", () => {
  // The day clocks go forward, the skipped time, what they show instead, and the instant.
  it.each([
    ["Europe/London", "2014-03-30", "01:30", "02:30", "2014-03-30T01:30:00Z"],
    ["America/New_York", "2014-03-09", "02:30", "03:30", "2014-03-09T07:30:00Z"],
    ["Australia/Sydney", "2014-10-05", "02:30", "03:30", "2014-10-04T16:30:00Z"],
    ["Australia/Lord_Howe", "2014-10-05", "02:15", "02:45", "2014-10-04T15:45:00Z"],
  ])("[SC15] in the gap of spring in %s are the same time after the jump", (zone, day, skipped, shown, at) => {
    expect(wall(day, skipped, zone)).toBe(at);
    expect(timeOf(wall(day, skipped, zone), zone)).toBe(shown);
  });

  // The day clocks go back, the repeated time, the first of the two instants, and how far behind it the second is.
  it.each([
    ["Europe/London", "2014-10-26", "01:30", "2014-10-26T00:30:00Z", HOUR],
    ["America/New_York", "2014-11-02", "01:30", "2014-11-02T05:30:00Z", HOUR],
    ["Australia/Sydney", "2014-04-06", "02:30", "2014-04-05T15:30:00Z", HOUR],
    ["Australia/Lord_Howe", "2014-04-06", "01:45", "2014-04-05T14:45:00Z", 30 * MINUTE],
  ])("[SC15] in the overlap of autumn in %s are the first of the two", (zone, day, time, at, apart) => {
    expect(wall(day, time, zone)).toBe(at);
    expect(timeOf(plus(wall(day, time, zone), apart), zone)).toBe(time);
  });

  it("[SC15] on either side of a jump are what the clocks show, to the minute", () => {
    expect(wall("2014-03-30", "00:59", "Europe/London")).toBe("2014-03-30T00:59:00Z");
    expect(wall("2014-03-30", "02:00", "Europe/London")).toBe("2014-03-30T01:00:00Z");
    expect(wall("2014-04-06", "03:00", "Australia/Sydney")).toBe("2014-04-05T17:00:00Z");
    expect(wall("2014-07-18", "12:00", "Asia/Kolkata")).toBe("2014-07-18T06:30:00Z");
    // Samoa went without 30 December 2011.
    expect(dayOf(wall("2011-12-30", "12:00", "Pacific/Apia"), "Pacific/Apia")).toBe("2011-12-31");
  });

  it("[SC15] and instants go back and forth wherever clocks do not jump", () => {
    const zones = [
      "Europe/London",
      "America/New_York",
      "Australia/Sydney",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "America/St_Johns",
      "UTC",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 40_000_000 }), (zone, minutes) => {
        const at = plus(readInstant("1980-01-01T00:00:00Z"), minutes * MINUTE);
        const back = wall(dayOf(at, zone), timeOf(at, zone), zone);
        // In an overlap the second of two instants comes back as the first.
        expect([at, plus(at, -30 * MINUTE), plus(at, -HOUR)]).toContain(back);
        expect(timeOf(back, zone)).toBe(timeOf(at, zone));
      }),
      { numRuns: 500, seed: 20140330 },
    );
  });
});

describe("days", () => {
  it("[SC16] are counted on the calendar, leap years and ends of time included", () => {
    expect(dayPlus("2016-02-28" as Day, 1)).toBe("2016-02-29");
    expect(dayPlus("2014-03-01" as Day, -1)).toBe("2014-02-28");
    expect(dayPlus("9999-12-31" as Day, 400)).toBe("9999-12-31");
    expect(daysBetween("2014-06-24" as Day, "2014-07-21" as Day)).toBe(27);
    expect(weekdayOf("2014-07-20" as Day)).toBe(0);
    expect([isDay("2018-09-31"), isDay("2017-17-10"), isDay("2016-02-29"), isDay("2014-7-1")]).toEqual([false, false, true, false]);
  });

  it("[SC16] instants outside the calendar are its ends, so that they still compare as text; a broken one is refused", () => {
    expect(plus(readInstant("9999-12-31T23:00:00Z"), 100 * HOUR)).toBe("9999-12-31T23:59:59Z");
    expect(plus(readInstant("0000-01-01T00:00:00Z"), -100 * HOUR)).toBe("0000-01-01T00:00:00Z");
    expect(() => instant(new Date(NaN))).toThrow(RangeError);
  });
});

describe("a zone that means one thing here and another there", () => {
  it.each(["BST", "IST", "AST", "ACT", "SST", "EST", "PST", "CET", "est", "Japan", "EST5EDT"])("[SC108] is no zone: %s", (name) => {
    expect(isZone(name)).toBe(false);
    const [first = ""] = zonesMeant(name);
    for (const zone of zonesMeant(name)) expect([zone, isZone(zone)]).toEqual([zone, true]);
    for (const text of [`2014-07-21T09:00[${name}]`, `2014-07-21 09:00 ${name}`, `2014-07-21 09:00 (${name})`])
      expect(readWhen(text, "UTC")).toMatchObject({ kind: "unreadable", why: expect.stringContaining(`\`${first}\``) });
  });

  it("[SC108] is answered with each that it may mean, and how to write it", () => {
    expect(readWhen("2014-07-21T09:00[BST]", "UTC")).toEqual({
      kind: "unreadable",
      says: "`BST` can mean `Europe/London`, `Asia/Dhaka` or `Pacific/Bougainville`. Write the zone after the time: `2014-07-18T13:00[Europe/London]`. You can also write `UTC` or an offset such as `+01:00`",
      why: "Unexpected zone `BST`, expected `UTC`, an IANA name such as `Europe/London`, or an offset such as `+01:00`; `BST` can mean `Europe/London`, `Asia/Dhaka` or `Pacific/Bougainville`. Write it after the time: `2014-07-18T13:00[Europe/London]`",
    });
  });
});

describe("times as people write them", () => {
  it.each([
    ["2014-07-21T09:00[Europe/London]", null, "2014-07-21T08:00:00Z"],
    ["2014-07-21 09:00", "America/Los_Angeles", "2014-07-21T16:00:00Z"],
    ["2014-07-21T09:00+05:30", null, "2014-07-21T03:30:00Z"],
    ["2014-07-21T09:00:30Z", null, "2014-07-21T09:00:00Z"],
    ["2014-07-21T09:00+0100[Europe/London]", null, "2014-07-21T08:00:00Z"],
    ["2014-07-21T09:00Z[Europe/London]", null, "2014-07-21T09:00:00Z"],
    [" 2014-07-21 ", "Asia/Kolkata", "2014-07-21T03:30:00Z"],
    ["2014-07-21T09:00 Europe/London", null, "2014-07-21T08:00:00Z"],
    ["2014-07-21 09:00 (Europe/London)", "UTC", "2014-07-21T08:00:00Z"],
    ["2014-07-21T09:00[+02:00]", null, "2014-07-21T07:00:00Z"],
    ["2014-07-21T09:00[GMT]", null, "2014-07-21T09:00:00Z"],
    ["2014-07-21 09:00 UTC", "Asia/Tokyo", "2014-07-21T09:00:00Z"],
  ])("[SC17] %s is read (in %s where it names no zone)", (text, zone, at) => {
    expect(readWhen(text, zone)).toEqual({ kind: "instant", at });
  });

  it.each([
    ["2014-07-21T09:00", null, "Unexpected time without a zone, expected a time with a zone, such as `2014-07-21T09:00[Europe/London]`"],
    ["2018-09-31", "UTC", "Unexpected day `2018-09-31`, expected a day that exists"],
    ["2014-07-21T24:00", "UTC", "Unexpected time `24:00`, expected 00:00 to 23:59"],
    ["2014-07-21T09:60", "UTC", "Unexpected time `09:60`, expected 00:00 to 23:59"],
    [
      "2014-07-21T09:00[Europe/Camelot]",
      "UTC",
      "Unexpected zone `Europe/Camelot`, expected `UTC`, an IANA name such as `Europe/London`, or an offset such as `+01:00`. Write it after the time: `2014-07-18T13:00[Europe/London]`",
    ],
    ["2014-07-21T09:00+99:99", "UTC", "Unexpected offset `+99:99`, expected an offset such as `+01:00`"],
    [
      "2014-07-21T09:00+05:00[Europe/London]",
      "UTC",
      "Unexpected offset `+05:00`, expected the offset of Europe/London at that time, or the zone without an offset",
    ],
    ["next `Friday`", "UTC", "Unexpected `next 'Friday'`, expected a time such as `2014-07-21T09:00[Europe/London]`"],
  ])("[SC17] %s is asked back (zone %s)", (text, zone, why) => {
    expect(readWhen(text, zone)).toMatchObject({ kind: "unreadable", why });
  });

  it("[SC17] what is written can be read again", () => {
    const at = readInstant("2014-07-18T12:39:00Z");
    expect(writeZoned(at, "America/New_York")).toBe("2014-07-18T08:39[America/New_York]");
    expect(readWhen(writeZoned(at, "Australia/Lord_Howe"), null)).toEqual({ kind: "instant", at });
    expect(sayWhen(at, "Europe/London")).toBe("Fri 18 July 2014, 13:39 (Europe/London)");
    expect(sayDay(at, "Pacific/Auckland")).toBe("Sat 19 July");
    expect([isZone("Europe/London"), isZone("Mars/Olympus"), isZone("")]).toEqual([true, false, false]);
    expect(["UTC", "GMT", "Z", "utc", "+01:00", "-0330", "Asia/Kathmandu"].map(readZone)).toEqual([
      "UTC",
      "UTC",
      "UTC",
      "UTC",
      "+01:00",
      "-03:30",
      "Asia/Kathmandu",
    ]);
  });
});

/** Moments as people write them in comments, counted from when they were said, in the desk's zone. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readTime, type SpokenTime } from "../../../src/desk/time/read-time.js";
import { atWallTime, readInstant, type Day, type Instant, type Zone } from "../../../src/desk/time/zone.js";

const noon = (day: Day): readonly Instant[] => [atWallTime(day, "12:00", "Europe/London")];
/** Wednesday, 16 July 2014, 23:30 in London; Thursday in Paris and beyond. */
const WEDNESDAY = "2014-07-16T22:30:00Z";

function read(text: string, more: { said?: string; zone?: Zone; slotsOn?: (day: Day) => readonly Instant[] } = {}): SpokenTime {
  return readTime(text, { said: readInstant(more.said ?? WEDNESDAY), zone: more.zone ?? "Europe/London", slotsOn: more.slotsOn ?? noon });
}
const at = (moment: SpokenTime) => (moment.kind === "instant" ? moment.at : moment);

describe("a moment", () => {
  it.each([
    ["2014-07-18T13:00", "2014-07-18T12:00:00Z"],
    ["2014-07-18 13:00", "2014-07-18T12:00:00Z"],
    ["2014-07-18T13:00Z", "2014-07-18T13:00:00Z"],
    ["2014-07-18T13:00+02:00", "2014-07-18T11:00:00Z"],
    ["2014-07-18T13:00[America/New_York]", "2014-07-18T17:00:00Z"],
    ["tomorrow 13:00", "2014-07-17T12:00:00Z"],
    ["today at 23:45", "2014-07-16T22:45:00Z"],
    ["Fri 13:00", "2014-07-18T12:00:00Z"],
    ["friday, 1pm", "2014-07-18T12:00:00Z"],
    ["on Friday at noon", "2014-07-18T11:00:00Z"],
    ["18 July 13:00", "2014-07-18T12:00:00Z"],
    ["July 18th 1:30 pm", "2014-07-18T12:30:00Z"],
    ["18 Jul 2015 13:00", "2015-07-18T12:00:00Z"],
    ["Fri 18 July 2014, 13:00 (Europe/London)", "2014-07-18T12:00:00Z"],
    ["Friday 13:00 UTC", "2014-07-18T13:00:00Z"],
    ["3 January 13:00", "2015-01-03T13:00:00Z"],
    ["2014-07-18T13:00 Asia/Tokyo", "2014-07-18T04:00:00Z"],
    ["2014-07-18T13:00[GMT]", "2014-07-18T13:00:00Z"],
    ["Friday 13:00 +05:30", "2014-07-18T07:30:00Z"],
    ["18 July 13:00 [-07:00]", "2014-07-18T20:00:00Z"],
  ])("[CM9] %s is read as it is meant", (text, expected) => {
    expect(at(read(text))).toBe(expected);
  });

  it("[CM9] counts from the day on the desk's wall, not the reader's: tomorrow in Auckland is not tomorrow in London", () => {
    expect(at(read("tomorrow 13:00", { zone: "Pacific/Auckland" }))).toBe("2014-07-18T01:00:00Z");
    expect(at(read("tomorrow 13:00 Pacific/Auckland"))).toBe("2014-07-18T01:00:00Z");
  });

  it("[CM9] that went by lately is past, not next year", () => {
    expect(at(read("10 July 13:00"))).toBe("2014-07-10T12:00:00Z");
  });

  it("[CM10] that is a day alone means the desk's own slot on it, when there is one", () => {
    expect(at(read("2014-07-18"))).toBe("2014-07-18T11:00:00Z");
    expect(at(read("friday"))).toBe("2014-07-18T11:00:00Z");
    expect(read("19 July", { slotsOn: () => [] })).toMatchObject({ kind: "unreadable", why: expect.stringContaining("2014-07-19T13:00") });
    const two = (day: Day) => ["09:00", "17:00"].map((time) => atWallTime(day, time, "Europe/London"));
    expect(read("2014-07-18", { slotsOn: two })).toEqual({
      kind: "which",
      why: "several slots",
      choices: [
        { day: "2014-07-18", write: "2014-07-18T09:00" },
        { day: "2014-07-18", write: "2014-07-18T17:00" },
      ],
    });
  });

  it("[CM11] that may be one of two is asked back: next Friday always, and Friday on a Friday", () => {
    const days = (moment: SpokenTime) => (moment.kind === "which" ? moment.choices.map(({ write }) => write) : moment);
    expect(days(read("next friday 13:00"))).toEqual(["2014-07-18T13:00", "2014-07-25T13:00"]);
    expect(days(read("next fri", { said: "2014-07-18T08:00:00Z" }))).toEqual(["2014-07-25", "2014-08-01"]);
    expect(days(read("Friday 13:00", { said: "2014-07-18T08:00:00Z" }))).toEqual(["2014-07-18T13:00", "2014-07-25T13:00"]);
    expect(days(read("Friday 13:00 Asia/Tokyo", { said: "2014-07-18T08:00:00Z" }))).toEqual([
      "2014-07-18T13:00[Asia/Tokyo]",
      "2014-07-25T13:00[Asia/Tokyo]",
    ]);
  });

  it.each([
    ["2014-03-30T01:30", "Europe/London", "2014-03-30T01:30:00Z", "01:30"],
    ["30 March 2014 01:30", "Europe/London", "2014-03-30T01:30:00Z", "01:30"],
    ["2014-03-09T02:30", "America/Los_Angeles", "2014-03-09T10:30:00Z", "02:30"],
    ["2014-09-28T02:15", "Pacific/Auckland", "2014-09-27T14:15:00Z", "02:15"],
    ["2014-10-26T01:30", "Europe/London", "2014-10-26T00:30:00Z", null],
  ])("[CM10] %s in %s, where clocks jump, is what it becomes, and says so", (text, zone, expected, skipped) => {
    expect(read(text, { zone })).toEqual({ kind: "instant", at: expected, skipped });
  });

  it.each([
    "",
    "soon",
    "next week",
    "31 September 13:00",
    "2014-09-31T13:00",
    "18 July 25:00",
    "Mon 18 July 13:00",
    "13:00",
    "13:00 14:00 friday",
    "Friday 13:00 Mars/Olympus",
    "18 July 2014 13pm",
    "x".repeat(200),
  ])("[CM9] %j is told what was expected", (text) => {
    expect(read(text)).toMatchObject({ kind: "unreadable", why: expect.stringMatching(/^(?!Unexpected).*(?:[Ww]rite |[Cc]hoose ).*$/su) });
  });

  it.each(["2014-07-18T13:00[BST]", "2014-07-18 13:00 IST", "Friday 13:00 PST", "tomorrow at 1pm (est)", "18 July 13:00 CET"])(
    "[SC108] %s names no zone that everybody would take for the same: it is answered with those that are meant",
    (text) => {
      expect(read(text)).toMatchObject({
        kind: "unreadable",
        why: expect.stringMatching(/^`\w+` can mean `[A-Z]\w+\/\w+`/),
      });
    },
  );

  it("[SC108] that is refused shows how to name a zone", () => {
    for (const text of ["", "soon", "Friday 13:00 Mars/Olympus", "2014-07-18T13:00[XYZ]", "2014-07-18T13:00 please"])
      expect(read(text)).toMatchObject({ why: expect.stringMatching(/\d\[Europe\/London\]`/) });
  });

  it("[CM9] is never anything but read, asked back or refused, whatever is written", () => {
    const word = fc.constantFrom(
      "next",
      "friday",
      "fri",
      "18",
      "31st",
      "july",
      "sept",
      "2014",
      "13:00",
      "25:99",
      "1pm",
      "pm",
      "[UTC]",
      "Z",
      "/",
      "tomorrow",
      "-",
      "`",
      "2014-07-18",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
        ),
        (text) => {
          expect(["instant", "which", "unreadable"]).toContain(read(text).kind);
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });
});

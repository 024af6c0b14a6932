/** Days off: whose holidays are whose, and that nobody is reminded on one. */
import { describe, expect, it } from "@jest/globals";
import { daysOff, deskHolidays } from "../../../src/desk/calendar/days-off.js";
import type { Calendar } from "../../../src/desk/facts/desk.js";
import { dayOf, readInstant, type Day } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person } from "../paper-world.js";

const day = (text: string) => text as Day;
const holidays = {
  FR: [{ day: day("2014-07-15"), name: "A feast" }],
  US: [{ day: day("2014-07-04"), name: "Independence Day" }],
};
const leave = { from: day("2014-07-20"), to: day("2014-07-22") };
const french = { ...desk().calendar, holidays: ["FR"] };

describe("days off", () => {
  it("[SC86] are a person's leave and the holidays of where they are; the desk's for those who say nothing", () => {
    const people = [person("ann", { away: [leave] }), person("yomimono", { holidays: ["US"] }), person("ben", { holidays: [] })];
    const kept = desk({ calendar: french, people, holidays });
    const offs = [...people, null].map((one) => daysOff(one, kept).map(({ from, to }) => (from === to ? from : `${from} to ${to}`)));
    expect(offs).toEqual([["2014-07-20 to 2014-07-22", "2014-07-15"], ["2014-07-04"], [], ["2014-07-15"]]);
    expect(deskHolidays(kept)).toEqual(holidays.FR);
  });

  it("[SC86] of a country that nobody has looked up are none", () => {
    expect(daysOff(null, desk({ calendar: french }))).toEqual([]);
    expect(daysOff(person("ann", { holidays: ["toString"] }), desk({ holidays }))).toEqual([]);
  });

  it("[SC87] nobody is reminded on a public holiday of theirs", () => {
    const remindedOn = (calendar: Calendar) => {
      const world = paperWorld({
        desk: { calendar, holidays, campaigns: [campaign([{ slug: "a", byline: ["ann"], pinned: readInstant("2014-07-18T11:00:00Z") }])] },
        at: "2014-07-08T08:00:00Z",
      });
      world.submits("ann", "a", { number: 7, draft: true });
      world.looks();
      world.passes("9 days");
      const marks = world.pull(7).comments.filter(({ mark }) => mark?.startsWith("remind/ann/"));
      return marks.map(({ at }) => dayOf(at, "Europe/London"));
    };
    const plain = remindedOn(desk().calendar);
    expect(plain).toContain("2014-07-15");
    const kept = remindedOn(french);
    expect(kept).not.toContain("2014-07-15");
    expect(kept).toContain("2014-07-16");
  });
});

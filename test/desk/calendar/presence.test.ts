/** Who is there: leave and public holidays are one, for those who are asked, for those who coordinate, and for when to look again. */
import { describe, expect, it } from "@jest/globals";
import { coordinatorsThere, firstBack, leaveBeyond, leaveSince, presenceChangesAt } from "../../../src/desk/calendar/presence.js";
import { readInstant, type Day } from "../../../src/desk/time/zone.js";
import { desk, person } from "../paper-world.js";

const day = (text: string) => `2014-${text}` as Day;
const at = (text: string) => readInstant(`2014-${text}:00Z`);
const EASTER = [
  { day: day("04-18"), name: "Good Friday" },
  { day: day("04-21"), name: "Easter Monday" },
];
/** Ben has Easter off, Cat the week after it, Dan nothing. */
const people = [
  person("ben", { holidays: ["GB"] }),
  person("cat", { holidays: [], away: [{ from: day("04-22"), to: day("04-25") }] }),
  person("dan", { holidays: [] }),
];
const staff = desk({ people, holidays: { GB: EASTER }, coordinators: ["ben", "cat"] });
const ben = people[0] ?? person("ben");

describe("presence", () => {
  it("[RV3] two holidays with nothing but a weekend between are one absence: from the eve of the first to the morning after the last", () => {
    const beyond = (when: string) => leaveBeyond("ben", null, at(when), staff);
    expect(beyond("04-16T12:00")).toBeNull();
    for (const when of ["04-17T12:00", "04-18T12:00", "04-20T12:00"])
      expect(beyond(when)).toMatchObject({ until: day("04-21"), back: at("04-22T08:00") });
    expect(beyond("04-22T06:00")).toBeNull();
    expect(leaveSince(ben, at("04-20T12:00"), staff)).toBe(at("04-16T23:00"));
    expect(leaveSince(ben, at("04-16T12:00"), staff)).toBeNull();
    // Whoever is back before the review is due is waited for.
    expect(leaveBeyond("ben", at("04-22T16:00"), at("04-17T12:00"), staff)).toBeNull();
    expect(leaveBeyond("ben", at("04-21T16:00"), at("04-17T12:00"), staff)).not.toBeNull();
  });

  it("[LV6] a coordinator on a public holiday is not there, and of those who are away it is said who is back first", () => {
    expect(coordinatorsThere(staff, at("04-17T12:00"))).toEqual(["ben", "cat"]);
    expect(coordinatorsThere(staff, at("04-21T12:00"))).toEqual(["cat"]);
    const alone = { ...staff, coordinators: ["ben"] };
    expect([coordinatorsThere(alone, at("04-21T12:00")), firstBack(alone, at("04-21T12:00"))]).toEqual([
      [],
      { login: "ben", until: day("04-21") },
    ]);
  });

  it("[PL1] it is looked again when a holiday comes near, begins and ends, by each person's own midnight", () => {
    const turns: string[] = [];
    for (let next = presenceChangesAt(staff, at("04-10T12:00")); next !== null; next = presenceChangesAt(staff, next)) turns.push(next);
    expect(turns).toEqual(["04-17", "04-18", "04-19", "04-21", "04-22", "04-26"].map((one) => readInstant(`2014-${one}T00:00:00+01:00`)));
  });
});

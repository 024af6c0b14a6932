/** What lies ahead of a campaign: free slots, closed days, and when they change. */
import { describe, expect, it } from "@jest/globals";
import { PLAIN_CALENDAR } from "../../../src/desk/facts/desk.js";
import type { Day } from "../../../src/desk/time/zone.js";
import { campaign, moment, paperWorld } from "../paper-world.js";

const day = (text: string) => text as Day;
const season = (slugs: readonly string[], calendar: Partial<typeof PLAIN_CALENDAR> = {}, more: object = {}) =>
  paperWorld({ desk: { campaigns: [campaign(slugs)], calendar: { ...PLAIN_CALENDAR, ...calendar }, ...more } });
const ahead = (world: ReturnType<typeof paperWorld>) => world.plan().campaigns[0]?.ahead;

describe("what lies ahead", () => {
  it("[CF9] names the next three slots that no post has, up to the deadline", () => {
    const world = season(["one", "two"]);
    const taken = ["one", "two"].map((slug) => world.post(slug).slot?.at);
    const free = ahead(world)?.free ?? [];
    expect(free.filter((slot) => taken.includes(slot))).toEqual([]);
    expect(free).toEqual(["2014-07-07T11:00:00Z", "2014-07-08T11:00:00Z", "2014-07-11T11:00:00Z"]);
    expect(world.plan().campaigns[0]?.deadline).toBe("2014-07-21T08:00:00Z");
    // Nobody wrote either: both need a decision, and the slot that the schedule keeps for one of them is nobody's yet.
    world.passes("11 days");
    expect(ahead(world)?.free).toEqual(["2014-07-18T11:00:00Z"]);
    world.passes("3 hours");
    expect(ahead(world)?.free).toEqual([]);
  });

  it("[CF9] names freezes, closed days and holidays on which there would have been a slot, and forgets them when they are over", () => {
    const world = season(
      ["one"],
      {
        closed: [{ from: day("2014-07-10"), to: day("2014-07-10"), why: "the office moves" }],
        freezes: [{ from: moment("2014-07-14T17:00:00Z"), to: moment("2014-07-16T05:00:00Z"), why: "the site is being moved", pass: [] }],
        holidays: ["XX"],
      },
      {
        holidays: {
          XX: [
            { day: day("2014-07-17"), name: "Founders’ Day" },
            { day: day("2014-07-19"), name: "a Saturday" },
            { day: day("2014-09-01"), name: "after the deadline" },
          ],
        },
      },
    );
    expect(ahead(world)?.closed.map(({ kind, from, to, why }) => [kind, from, to, why])).toEqual([
      ["closed", "2014-07-10", "2014-07-10", "the office moves"],
      ["freeze", "2014-07-14", "2014-07-16", "the site is being moved"],
      ["holiday", "2014-07-17", "2014-07-17", "Founders’ Day"],
    ]);
    world.looks();
    expect(world.board().body).toContain("- No slots on Thu 10 July: the office moves.");
    expect(world.board().body).toContain("- No slots from Mon 14 July 18:00 to Wed 16 July 06:00: the site is being moved.");
    world.passes("4 days");
    expect(ahead(world)?.closed).toHaveLength(2);
    expect(world.board().body).not.toContain("the office moves");
  });

  it("[CF9] says nothing once nothing is still to go live", () => {
    const world = season(["one"]);
    world.looks();
    world.says("amir", world.board().number, "/drop one");
    world.looks();
    expect(ahead(world)).toEqual({ free: [], closed: [] });
    expect(world.board().body).not.toContain("free slots");
  });

  it("[CF9] what people write as a reason stays text", () => {
    const world = season(["one"], { closed: [{ from: day("2014-07-10"), to: day("2014-07-10"), why: "@everyone <b>| [x](y)" }] });
    world.looks();
    expect(world.board().body).toContain("No slots on Thu 10 July: @\u200beveryone \\<b\\>\\| \\[x\\]\\(y\\).");
  });
});

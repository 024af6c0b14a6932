/** The buffer: what a plan leaves of a campaign's reserve, in thirds. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { JudgedPost } from "../../../src/desk/judged.js";
import { bufferOf } from "../../../src/desk/outlook/buffer.js";
import { dayPlus, readInstant, type Day, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld } from "../paper-world.js";

const noon = (day: string) => readInstant(`${day}T11:00:00Z`);

function post(at: Instant | null, more: Partial<JudgedPost> = {}): JudgedPost {
  const slot = at && { at, by: null, why: "", draftBy: at, reviewBy: at, lateness: "on time" as const };
  const nothing = { turn: "byline", waitingFor: [], reasons: [], stopped: null, submissions: [], leading: null, announced: [] } as const;
  const about = { slug: "a", title: "A", campaign: "OSCON 2014", promised: true, byline: [], asked: [], findings: [] };
  return { ...about, ...nothing, stage: "promised", slot, approvals: { by: [], needed: 1 }, live: null, ...more };
}
const live = (at: Instant | null) => post(null, { stage: "live", live: { at, by: null, pull: 1, path: null } });

/** Of a reserve of so many working days before Monday 21 July, 09:00 in London: how many are used. */
function used(days: number, posts: readonly JudgedPost[], more: Partial<Desk> = {}): string | null {
  const buffer = bufferOf(campaign(["a"], { buffer: days }), posts, desk(more));
  return buffer && `${buffer.used} of ${buffer.days}: ${buffer.third}`;
}

describe("the buffer", () => {
  it("[SC80] a plan that ends before the reserve uses none of it, and then a day for each working day", () => {
    const days = ["2014-07-11", "2014-07-16", "2014-07-17", "2014-07-18", "2014-07-19", "2014-07-21"];
    expect(days.map((day) => used(3, [post(noon("2014-07-08")), post(readInstant(`${day}T07:00:00Z`))]))).toEqual([
      "0 of 3: green",
      "0 of 3: green",
      "1 of 3: amber",
      "2 of 3: red",
      "2 of 3: red",
      "3 of 3: red",
    ]);
  });

  it("[SC80] past the deadline, or without any slot, all of it is used", () => {
    expect(used(3, [post(noon("2014-07-21"))])).toBe("3 of 3: red");
    expect(used(9, [post(noon("2014-07-08")), post(null)])).toBe("9 of 9: red");
  });

  it("[SC80] what was dropped does not count, what is live counts by when it went live", () => {
    const dropped = post(noon("2014-07-18"), { stage: "dropped" });
    expect(used(3, [post(noon("2014-07-08")), dropped])).toBe("0 of 3: green");
    expect(used(3, [live(noon("2014-07-18")), post(noon("2014-07-08"))])).toBe("2 of 3: red");
    expect(used(3, [live(noon("2014-07-25"))])).toBe("3 of 3: red");
    expect([used(3, []), used(3, [live(null)])]).toEqual(["0 of 3: green", "0 of 3: green"]);
  });

  it("[SC80] a campaign without a reserve has none to show", () => {
    expect(used(0, [post(noon("2014-07-18"))])).toBeNull();
    expect(bufferOf(campaign(["a"]), [], desk())).toBeNull();
  });

  it("[SC80] holidays of the desk are no working days of the reserve", () => {
    const holidays = { GB: [{ day: "2014-07-18" as Day, name: "A feast" }] };
    expect(used(3, [post(noon("2014-07-17"))], { holidays, calendar: { ...desk().calendar, holidays: ["GB"] } })).toBe("2 of 3: red");
  });

  it("[SC81] it is green below a third, amber from a third on, red from two thirds on, and never greener for a later plan", () => {
    const order = ["green", "amber", "red"];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -60, max: 5 }), (days, ahead) => {
        const at = (offset: number) => readInstant(`${dayPlus("2014-07-21" as Day, offset)}T07:00:00Z`);
        const whole = bufferOf(campaign(["a"], { buffer: days }), [post(at(ahead))], desk());
        const later = bufferOf(campaign(["a"], { buffer: days }), [post(at(ahead)), post(at(ahead + 1))], desk());
        if (!whole || !later) throw new Error("there is a reserve");
        expect(whole.used).toBeLessThanOrEqual(days);
        expect(order.indexOf(whole.third)).toBe(whole.used / days >= 2 / 3 ? 2 : whole.used / days >= 1 / 3 ? 1 : 0);
        expect(order.indexOf(later.third)).toBeGreaterThanOrEqual(order.indexOf(whole.third));
      }),
      { numRuns: 300, seed: 20140721 },
    );
  });

  it("[SC81] the plan tells it of the slots it gives, and it reddens as posts slip", () => {
    const world = paperWorld({ desk: { campaigns: [campaign(["a", "b"], { buffer: 3 })] }, at: "2014-07-10T08:00:00Z" });
    world.looks();
    expect(world.plan().campaigns[0]?.buffer).toEqual({ days: 3, used: 0, third: "green" });
    world.passes("6 days");
    expect(world.plan().campaigns[0]?.buffer).toEqual({ days: 3, used: 1, third: "amber" });
    world.passes("1 days");
    expect(world.plan().campaigns[0]?.buffer).toEqual({ days: 3, used: 2, third: "red" });
  });
});

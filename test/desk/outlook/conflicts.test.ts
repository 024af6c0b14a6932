/** Conflicts: when posts are past the deadline, who needs what, and ways out that work when they are taken. */
import { describe, expect, it } from "@jest/globals";
import { readInstant, type Day } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld } from "../paper-world.js";

const MONDAY = "2014-07-07T08:00:00Z";
/** Thursday: four noons from Monday on. */
const deadline = readInstant("2014-07-10T16:00:00Z");
const names = ["a", "b", "c", "d", "e", "f"];

function conflictIn(slugs: Parameters<typeof campaign>[0], more: Parameters<typeof desk>[0] = {}) {
  const world = paperWorld({ at: MONDAY, desk: { lead: { draft: 0, review: 0 }, campaigns: [campaign(slugs, { deadline })], ...more } });
  return world.plan().campaigns[0]?.conflict ?? null;
}

describe("a campaign whose posts cannot all be in time", () => {
  it("[SC40] names the posts and the slots that they need, and nothing when there are enough", () => {
    expect(conflictIn(names.slice(0, 4))).toBeNull();
    expect(conflictIn(names)?.says).toBe(
      "Only 4 slots are left before the deadline, Thu 10 July, and 6 posts need one each: `a`, `b`, `c`, `d`, `e` and `f`.",
    );
  });

  it("[SC40] names the smallest set: those that have to wait, without those that need not", () => {
    const from = (slug: string) => ({ slug, notBefore: readInstant("2014-07-09T12:00:00Z") });
    expect(conflictIn(["a", from("b"), from("c"), "d"])).toMatchObject({
      slugs: ["b", "c"],
      says: "Only 1 slot is left before the deadline, Thu 10 July, and 2 posts need one each: `b` and `c`.",
    });
    const last = { slug: "b", notBefore: readInstant("2014-07-10T14:00:00Z") };
    expect(conflictIn(["a", last])?.says).toBe("No slot is left before the deadline, Thu 10 July, and 1 post needs one: `b`.");
    const chain = names.slice(0, 5).map((slug, place) => ({ slug, after: place > 0 ? [names[place - 1]!] : [] }));
    expect(conflictIn([...chain, "z"])?.slugs).toEqual(names.slice(0, 5));
    expect(conflictIn([{ slug: "late", notBefore: readInstant("2014-07-11T09:00:00Z") }])?.says).toBe(
      "`late` has an embargo until Fri 11 July 2014, 10:00 (Europe/London), which is after the deadline.",
    );
  });

  it("[SC40] tells when slots are enough and the spread of a byline or a beat is in the way", () => {
    const sam = (slug: string) => ({ slug, byline: ["ann"] });
    const conflict = conflictIn([sam("a"), "b", sam("c")], { calendar: { ...desk().calendar, byline: { most: 1, days: 7 } } });
    expect(conflict?.slugs).toEqual(["a", "c"]);
    expect(conflict?.says).toBe(
      "`ann` is an author of 2 posts (`a` and `c`). Only 1 of them can go live before the deadline, Thu 10 July, because the desk allows at most 1 post of one author in any 7 days.",
    );
    expect(conflict?.waysOut).toContain(
      "If you let posts of one author be closer together (`calendar.byline` in the desk file), all posts can go live before the deadline.",
    );
    const beat = (slug: string) => ({ slug, beats: ["xen"] });
    expect(conflictIn([beat("a"), beat("b"), beat("c")], { calendar: { ...desk().calendar, beatGap: 3 } })?.says).toContain(
      "because the desk wants at least 3 days between posts about one subject (beat)",
    );
  });

  it("[PL1] is looked at again when a slot that could be added has gone by, and what is offered is another", () => {
    const world = paperWorld({
      at: "2014-07-10T12:30:00Z",
      desk: { lead: { draft: 0, review: 0 }, campaigns: [campaign(["a", "b"], { deadline })] },
    });
    const ways = () => world.plan().campaigns[0]?.conflict?.waysOut.join(" ") ?? "";
    world.looks();
    expect(ways()).toContain("add one more slot, Thu 10 July 2014, 15:00 (Europe/London)");
    expect(world.plan().lookAgainAt).toBe("2014-07-10T14:00:00Z");
    world.passes("2 hours");
    expect(ways()).not.toContain("more slot");
  });

  it("[PL1] is looked at again when the day that somebody pinned one of them to has gone by, though it has another slot", () => {
    const pinned = { slug: "b", after: ["a"], pinned: readInstant("2014-07-10T13:30:00Z") };
    const world = paperWorld({
      at: "2014-07-10T12:30:00Z",
      desk: { lead: { draft: 0, review: 0 }, campaigns: [campaign(["a", pinned], { deadline })] },
    });
    world.looks();
    expect(world.post("b").slot?.at).not.toBe(pinned.pinned);
    expect(world.plan().lookAgainAt).toBe(pinned.pinned);
  });

  it("[SC41] offers ways out, the cheapest first, each of which is enough when it is taken", () => {
    const conflict = conflictIn(names.slice(0, 5));
    expect(conflict?.waysOut).toEqual([
      "If you add one more slot, Thu 10 July 2014, 15:00 (Europe/London), all posts can go live before the deadline.",
      "If you move the deadline to Fri 11 July 2014, 17:00 (Europe/London), all posts can go live before the deadline.",
      "If you drop `e`, all posts can go live before the deadline.",
    ]);
    const extra = [readInstant("2014-07-10T14:00:00Z")];
    expect(conflictIn(names.slice(0, 5), { calendar: { ...desk().calendar, extra } })).toBeNull();
    expect(conflictIn([], { campaigns: [campaign(names.slice(0, 5), { deadline: readInstant("2014-07-11T16:00:00Z") })] })).toBeNull();
    expect(conflictIn(names.slice(0, 4))).toBeNull();
  });

  it("[SC41] adds slots on working days that have none first, and none on a day that is closed", () => {
    const slots = ["Mon 12:00", "Thu 12:00"];
    const closed = [{ from: "2014-07-09" as Day, to: "2014-07-09" as Day, why: "" }];
    const conflict = conflictIn(["a", "b", "c"], { slots, calendar: { ...desk().calendar, closed } });
    expect(conflict?.waysOut[0]).toBe(
      "If you add one more slot, Tue 8 July 2014, 12:00 (Europe/London), all posts can go live before the deadline.",
    );
  });

  it("[SC41] offers to let go of what was placed by hand, and to lift a freeze", () => {
    const pinned = conflictIn([{ slug: "a", pinned: readInstant("2014-07-11T11:00:00Z") }]);
    expect(pinned?.says).toBe("Somebody gave 1 post a slot after the deadline: `a`.");
    expect(pinned?.waysOut[0]).toBe(
      "If you cancel the slot that somebody chose for `a`, Fri 11 July 2014, 12:00 (Europe/London), all posts can go live before the deadline.",
    );
    const freeze = { from: readInstant("2014-07-07T09:00:00Z"), to: readInstant("2014-07-10T10:00:00Z"), why: "the site moves", pass: [] };
    const frozen = conflictIn(["a", "b"], { calendar: { ...desk().calendar, freezes: [freeze] } });
    expect(frozen?.waysOut).toContain("If you remove the freeze (`the site moves`), all posts can go live before the deadline.");
  });

  it("[SC41] says how much each way would bring when none is enough, at most four ways", () => {
    const many = Array.from({ length: 14 }, (_, n) => `p${n}`);
    const conflict = conflictIn(many);
    expect(conflict?.waysOut).toEqual([
      expect.stringMatching(/^If you add 3 more slots, .*, 7 posts are late instead of 10\.$/u),
      expect.stringMatching(/^If you move the deadline to .*, 4 posts are late instead of 10\.$/u),
      "If you drop `p13`, 9 posts are late instead of 10.",
    ]);
  });

  it("[SC41] says nothing once the deadline has passed", () => {
    const world = paperWorld({ at: "2014-07-11T08:00:00Z", desk: { campaigns: [campaign(["a"], { deadline })] } });
    expect(world.plan().campaigns[0]?.conflict).toBeNull();
  });
});

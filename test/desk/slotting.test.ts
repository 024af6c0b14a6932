/** Slots for posts that were promised and for posts that nobody promised, on one calendar. */
import { describe, expect, it } from "@jest/globals";
import { campaign, paperWorld } from "./paper-world.js";

describe("posts that nobody promised", () => {
  it("[SC23] take the slots that promised posts leave, however many they are", () => {
    const world = paperWorld({ desk: { campaigns: [campaign(["one", "two"])] } });
    world.looks();
    const told = ["one", "two"].map((slug) => world.post(slug).slot?.at);
    for (let n = 0; n < 30; n += 1) world.submits("dan", `stray-${n}`);
    world.looks();
    expect(["one", "two"].map((slug) => world.post(slug).slot?.at)).toEqual(told);
    const slots = world.plan().posts.map(({ slot }) => slot?.at);
    expect(new Set(slots).size).toBe(slots.length);
  });

  it("[SC23] give way when a promised post would otherwise be late, and not before", () => {
    const weekly = { slots: ["Thu 12:00"], campaigns: [campaign(["one"])] };
    const world = paperWorld({ desk: weekly });
    world.submits("dan", "stray");
    world.looks();
    const [one, stray] = ["one", "stray"].map((slug) => world.post(slug).slot?.at);
    expect([one, stray].map((at) => at?.slice(0, 10)).sort()).toEqual(["2014-07-10", "2014-07-17"]);
    world.rewritesDesk({ campaigns: [campaign(["one", "two"])] });
    world.looks();
    expect(world.post("one").slot?.at).toBe(one);
    expect(world.post("two").slot?.at).toBe(stray);
    expect(world.post("stray").slot?.at.slice(0, 10)).toBe("2014-07-24");
  });
});

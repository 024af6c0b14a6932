/** Slots for posts that were promised and for posts that nobody promised, on one calendar. */
import { describe, expect, it } from "@jest/globals";
import { DAY, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld } from "../paper-world.js";

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

describe("posts of one person", () => {
  const dan = (slug: string) => ({ slug, byline: ["dan"] });
  const day = (world: ReturnType<typeof paperWorld>, slug: string) => world.post(slug).slot?.at.slice(0, 10);

  it("[SC24] stand apart over all campaigns, those that are live among them, whoever promised them", () => {
    const calendar = { ...desk().calendar, byline: { most: 1, days: 3 } };
    const second = campaign([dan("three")], { name: "Later", deadline: readInstant("2014-08-11T08:00:00Z") });
    const world = paperWorld({
      desk: { calendar, lead: { draft: 0, review: 0 }, campaigns: [campaign([dan("one"), "other", dan("two")]), second] },
    });
    world.looks();
    expect(["one", "other", "two", "three"].map((slug) => day(world, slug))).toEqual([
      "2014-07-07",
      "2014-07-08",
      "2014-07-10",
      "2014-07-14",
    ]);
    const stray = world.submits("dan", "stray", { byline: ["dan"] });
    expect(stray).toBeGreaterThan(0);
    world.looks();
    expect(day(world, "stray")).toBe("2014-07-17");
    expect(world.post("stray").announced[0]?.why).toContain("`dan` already has 1 post within 3 days");
  });

  it("[SC30] is given time to write for each post, where the campaign as a whole is pressed", () => {
    // Four noons, of which the first two come before anything unwritten could be there.
    const deadline = readInstant("2014-07-10T16:00:00Z");
    const world = paperWorld({ desk: { lead: { draft: 1, review: 1 }, campaigns: [campaign(["one", "two", "three"], { deadline })] } });
    world.readies(world.submits("dan", "two"));
    expect(["one", "two", "three"].map((slug) => day(world, slug))).toEqual(["2014-07-09", "2014-07-08", "2014-07-10"]);
  });
});

describe("a deadline that has passed", () => {
  const START = readInstant("2014-07-07T08:00:00Z");
  const posts = ["one", "two", "three"].map((slug) => ({ slug, byline: ["dan"] }));
  const until = (days: number, more: object = {}) => ({ campaigns: [campaign(posts, { deadline: plus(START, days * DAY) })], ...more });

  it.each([-30, -1, 0])("[SC33] set %s days from today it pulls nobody's slot forward", (days) => {
    const world = paperWorld({ desk: until(30, { slots: ["Mon 12:00", "Thu 12:00"] }) });
    world.looks();
    world.says("amir", world.board().number, "/slot one 2014-07-25T12:00");
    world.looks();
    const told = posts.map(({ slug }) => world.post(slug).slot?.at);
    world.rewritesDesk({ ...until(days), slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"] });
    expect(world.looks().filter(({ kind }) => kind === "announce")).toEqual([]);
    expect(posts.map(({ slug }) => world.post(slug).slot?.at)).toEqual(told);
    expect(posts.map(({ slug }) => world.post(slug).slot?.lateness)).toEqual(posts.map(() => "past the deadline"));
    world.rewritesDesk(until(30));
    world.looks();
    expect(posts.map(({ slug }) => world.post(slug).announced)).toEqual(
      told.map((slot, n) => [...(n === 0 ? [expect.anything()] : []), expect.objectContaining({ slot })]),
    );
  });

  it("[PL7] leaves each post that is not written time to write and to review, so that nothing is due before it is told", () => {
    const world = paperWorld({ desk: { ...until(2), lead: { draft: 2, review: 1 } } });
    const due: { readonly at: Instant; readonly draftBy: Instant }[] = [];
    for (let day = 0; day < 14; day += 1) {
      if (day % 3 === 2) world.says("dan", world.board().number, "/slot one next");
      for (const effect of world.passes("1 days")) {
        if (effect.kind !== "announce") continue;
        const { slot, announced } = world.post(effect.slug);
        const at = announced.at(-1)?.at ?? START;
        if (slot?.at === effect.slot && at > plus(START, 2 * DAY)) due.push({ at, draftBy: slot.draftBy });
      }
    }
    expect(due.length).toBeGreaterThan(2);
    for (const { at, draftBy } of due) expect(draftBy >= at).toBe(true);
  });
});

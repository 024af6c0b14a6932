/** Moving posts by comments: slots, pins and the order, told on paper. */
import { describe, expect, it } from "@jest/globals";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { PLAIN_CALENDAR } from "../../../src/desk/facts/desk.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { APP, campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const posts = [
  { slug: "one", byline: ["ann"] },
  { slug: "two", byline: ["ben"] },
  { slug: "three", byline: ["cat"] },
];
const people = [person("ann"), person("ben", { zone: "America/New_York" }), person("cat"), person("dan")];

function openDesk(more: Partial<Desk> = {}): PaperWorld {
  const world = paperWorld({ desk: { people, campaigns: [campaign(posts)], ...more } });
  // What is said counts from what people had been told by then.
  world.passes("1 hours");
  return world;
}
const slotOf = (world: PaperWorld, slug: string) => world.post(slug).slot?.at;
/** What the app answered on the board last. */
const answer = (world: PaperWorld) => world.board().comments.findLast(({ by }) => by?.login === APP)?.body ?? "";
function says(world: PaperWorld, who: string, body: string): string {
  const before = world.board().comments.length;
  world.says(who, world.board().number, body);
  world.looks();
  return world.board().comments.length > before + 1 ? answer(world) : "";
}

describe("a slot that is asked for", () => {
  it("[CM12] is told back in the desk's zone and in the byline's, and whoever asked is its mover", () => {
    const world = openDesk();
    expect(says(world, "amir", "/slot two 2014-07-16T15:00")).toContain(
      "Wed 16 July 2014, 15:00 (Europe/London)** – 10:00 in America/New_York",
    );
    expect(world.post("two").slot).toMatchObject({ at: "2014-07-16T14:00:00Z", by: "amir" });
    expect(world.post("two").announced.at(-1)).toMatchObject({ slot: "2014-07-16T14:00:00Z", by: "amir" });
    expect(world.passes("1 days").filter(({ kind }) => kind === "reply")).toEqual([]);
  });

  it("[CM11] is asked back when it may be one of two days, with what to say for each, and nothing moves", () => {
    const world = openDesk();
    const was = slotOf(world, "one");
    const asked = says(world, "amir", "/slot one next friday 13:00");
    expect(asked).toContain("Fri 11 July (`/slot one 2014-07-11T13:00`) or Fri 18 July (`/slot one 2014-07-18T13:00`)?");
    expect(slotOf(world, "one")).toBe(was);
    says(world, "amir", "/slot one 2014-07-18T13:00");
    expect(slotOf(world, "one")).toBe("2014-07-18T12:00:00Z");
  });

  it("[CM13] is refused within an embargo, and within a freeze but for those who may pass it", () => {
    const freeze = {
      from: readInstant("2014-07-15T00:00:00Z"),
      to: readInstant("2014-07-17T00:00:00Z"),
      why: "the site is being moved",
      pass: ["cat"],
    };
    const embargoed = posts.map((post) => (post.slug === "one" ? { ...post, notBefore: readInstant("2014-07-14T05:00:00Z") } : post));
    const world = openDesk({ calendar: { ...PLAIN_CALENDAR, freezes: [freeze] }, campaigns: [campaign(embargoed)] });
    const was = slotOf(world, "one");
    expect(says(world, "ann", "/slot one 2014-07-11T13:00")).toContain("may not go live before Mon 14 July 2014, 06:00");
    expect(says(world, "ann", "/slot one 2014-07-16T13:00")).toContain("the site is being moved");
    expect(slotOf(world, "one")).toBe(was);
    expect(says(world, "cat", "/slot three 2014-07-16T13:00")).toContain("You are allowed to place posts in this freeze");
    expect(slotOf(world, "three")).toBe("2014-07-16T12:00:00Z");
  });

  it("[CM13] is given past the deadline and beside another post, and said to be so", () => {
    const world = openDesk();
    expect(says(world, "amir", "/slot one 2014-07-24T13:00")).toContain("after the deadline, Mon 21 July 2014, 09:00");
    expect(world.post("one").slot?.lateness).toBe("past the deadline");
    const taken = slotOf(world, "two");
    expect(says(world, "amir", `/slot three ${taken ?? ""}`)).toContain("`two` has the same slot");
  });

  it("[CM13] is nobody else's when the post that had it was dropped; brought back, it has it again", () => {
    const world = openDesk();
    const taken = slotOf(world, "two") ?? "";
    says(world, "amir", "/drop two");
    expect(says(world, "amir", `/slot three ${taken}`)).not.toContain("two");
    expect(slotOf(world, "three")).toBe(taken);
    says(world, "amir", "/unslot three");
    says(world, "amir", "/unhold two");
    expect(says(world, "amir", `/slot three ${slotOf(world, "two") ?? ""}`)).toContain("`two` has the same slot");
  });

  it("[CM13] by a stranger, for a post that nobody promised, takes no other post's slot", () => {
    const world = openDesk();
    const taken = slotOf(world, "two");
    const number = world.submits("stranger", "stray");
    world.looks();
    world.says("stranger", number, `/slot ${taken ?? ""}`);
    world.looks();
    expect(world.pull(number).comments.at(-1)?.body).toContain("`two` already has the slot");
    expect(slotOf(world, "two")).toBe(taken);
    expect(slotOf(world, "stray")).not.toBe(taken);
  });

  it("[CM6] in the past is refused by the time at which it was said", () => {
    const world = openDesk();
    expect(says(world, "amir", "/slot one 2014-07-04T13:00")).toContain("in the past");
    expect(says(world, "amir", "/slot one 2014-09-31T13:00")).toContain("`2014-09-31` does not exist");
  });
});

describe("/slot next", () => {
  it("[CM14] gives a later slot than it had then, and the same one however often it is read again", () => {
    const world = openDesk();
    const was = slotOf(world, "one") ?? "";
    expect(says(world, "ann", "/slot one next")).toContain("It moves from");
    const now = slotOf(world, "one") ?? "";
    expect(now > was).toBe(true);
    world.passes("20 hours");
    expect(slotOf(world, "one")).toBe(now);
    says(world, "ann", "/slot one next");
    expect((slotOf(world, "one") ?? "") > now).toBe(true);
  });

  it("[CM14] says so when the post had no slot yet", () => {
    const world = paperWorld({ desk: { people, campaigns: [campaign([{ slug: "one", byline: ["ann"] }], { name: "Later" })] } });
    const number = world.submits("ann", "one");
    world.says("ann", number, "/slot next");
    world.looks();
    expect(world.pull(number).comments.at(-1)?.body).toContain("had no slot yet");
  });
});

describe("/slot swap", () => {
  it("[CM13] is refused where it would put one of the two into its embargo, or into a freeze that whoever says it may not pass", () => {
    const freeze = { from: readInstant("2014-07-15T00:00:00Z"), to: readInstant("2014-07-17T00:00:00Z"), why: "the move", pass: ["ann"] };
    const embargoed = posts.map((post) => (post.slug === "three" ? { ...post, notBefore: readInstant("2014-07-18T05:00:00Z") } : post));
    const world = openDesk({ calendar: { ...PLAIN_CALENDAR, freezes: [freeze] }, campaigns: [campaign(embargoed)] });
    says(world, "ann", "/slot one 2014-07-16T12:00");
    world.passes("1 hours");
    const [one, two, three] = ["one", "two", "three"].map((slug) => slotOf(world, slug));
    expect(one).toBe("2014-07-16T11:00:00Z");
    expect(says(world, "amir", "/slot two swap one")).toContain("in the freeze from Tue 15 July");
    expect(says(world, "amir", "/slot two swap three")).toContain("under embargo and may not go live before Fri 18 July");
    expect(["one", "two", "three"].map((slug) => slotOf(world, slug))).toEqual([one, two, three]);
  });

  it("[CM15] gives two posts the slots they had, and stays so", () => {
    const world = openDesk();
    const [one, two] = ["one", "two"].map((slug) => slotOf(world, slug));
    says(world, "amir", "/slot one swap two");
    expect(["one", "two"].map((slug) => slotOf(world, slug))).toEqual([two, one]);
    world.passes("10 hours");
    expect(["one", "two"].map((slug) => slotOf(world, slug))).toEqual([two, one]);
    expect(world.post("two").slot?.by).toBe("amir");
  });

  it("[CM13] [CM15] with a post that was dropped is refused: it has no slot to give", () => {
    const world = openDesk();
    says(world, "amir", "/drop two not this year");
    world.passes("1 hours");
    const was = slotOf(world, "one");
    expect(says(world, "amir", "/slot one swap two")).toContain("`two` was dropped, so this command has no effect");
    expect(slotOf(world, "one")).toBe(was);
  });

  it("[CM15] needs the right to both", () => {
    const world = openDesk();
    const before = ["one", "two"].map((slug) => slotOf(world, slug));
    expect(says(world, "ann", "/slot one swap two")).toContain("Only these people can use");
    expect(["one", "two"].map((slug) => slotOf(world, slug))).toEqual(before);
    expect(says(world, "amir", "/slot one swap thee")).toContain("Did you mean `three`");
    expect(says(world, "amir", "/slot one swap one")).toContain("another post");
  });
});

describe("pins", () => {
  const pinned = [{ ...posts[0], slug: "one", pinned: readInstant("2014-07-17T11:00:00Z") }, ...posts.slice(1)];

  it("[CM16] that the plan has are lifted by /unpin; /pin sets another, and the last wish counts", () => {
    const world = openDesk({ campaigns: [campaign(pinned)] });
    expect(slotOf(world, "one")).toBe("2014-07-17T11:00:00Z");
    says(world, "ann", "/pin one 2014-07-18T13:00");
    expect(slotOf(world, "one")).toBe("2014-07-18T12:00:00Z");
    says(world, "ann", "/slot one 2014-07-15T13:00");
    expect(slotOf(world, "one")).toBe("2014-07-15T12:00:00Z");
    says(world, "ann", "/unslot one");
    expect(slotOf(world, "one")).toBe("2014-07-18T12:00:00Z");
    expect(says(world, "ann", "/unpin one")).toContain("`one` is not pinned any more");
    expect(says(world, "ann", "/unpin one")).toContain("Nothing has changed");
    expect(says(world, "ann", "/unslot one")).toContain("Nothing has changed");
  });

  it("[CM16] to the present slot hold it where it is when others would have it move", () => {
    const world = openDesk();
    const was = slotOf(world, "two");
    expect(says(world, "ben", "/pin two")).toContain("is now pinned to");
    says(world, "amir", `/slot one ${was ?? ""}`);
    expect(slotOf(world, "two")).toBe(was);
  });
});

describe("/after", () => {
  it("[CM17] keeps a post behind another, in its slot and in going live", () => {
    const world = openDesk();
    says(world, "ann", "/after one three");
    expect((slotOf(world, "one") ?? "") > (slotOf(world, "three") ?? "~")).toBe(true);
    const number = world.submits("ann", "one");
    world.looks();
    for (const { login } of world.pull(number).requested) world.reviews(login, number);
    world.passes("10 days");
    expect(world.post("one")).toMatchObject({
      stage: "approved",
      reasons: expect.arrayContaining([expect.stringContaining("`three` must be live first")]) as unknown,
    });
  });

  it("[CM17] that makes a circle is refused with the circle, and an unknown slug with the one that was meant", () => {
    const world = openDesk();
    says(world, "amir", "/after one two");
    says(world, "amir", "/after two three");
    expect(says(world, "amir", "/after three one")).toContain("`three` after `one` after `two` after `three`");
    expect(says(world, "amir", "/after one tree")).toContain("Did you mean `three`");
    expect(says(world, "amir", "/after one one")).toContain("another post");
    expect(says(world, "amir", "/after one two")).toContain("Nothing has changed");
  });
});

describe("whose post it is", () => {
  it("[CM25] is not the stranger's who opens a pull request for a promise, signs its text, or is taken in by its byline; of a post that nobody promised it is", () => {
    const world = openDesk();
    const number = world.submits("stranger", "one", { byline: ["stranger"] });
    const stray = world.submits("stranger", "stray", { byline: ["stranger"] });
    world.looks();
    for (const body of ["/drop one", "/slot one 2014-07-18T13:00", "/post one"]) world.says("stranger", number, body);
    world.looks();
    expect(world.post("one")).toMatchObject({ stage: "promised", submissions: [], byline: ["ann"] });
    expect(world.pull(number).comments.filter(({ body }) => body.includes("Only these people can use"))).toHaveLength(3);
    world.says("ann", number, "/post one");
    world.looks();
    for (const body of ["/drop", "/slot 2014-07-18T13:00", "/rename mine", "/merge-into two"]) world.says("stranger", number, body);
    world.says("stranger", stray, "/drop");
    world.looks();
    expect(world.post("one")).toMatchObject({ stage: "in review", slug: "one" });
    expect(world.pull(number).comments.filter(({ body }) => body.includes("Only these people can use"))).toHaveLength(7);
    expect(world.post("stray").stage).toBe("dropped");
    world.lets("stranger", "write");
    world.says("stranger", number, "/slot 2014-07-18T13:00");
    world.looks();
    expect(slotOf(world, "one")).toBe("2014-07-18T12:00:00Z");
  });
});

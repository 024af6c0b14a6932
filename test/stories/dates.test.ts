/** Dates, flags and slots: what the writer is told, and what one press mends. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN } from "../world/desk-file.js";
import { JEKYLL, mends, PINNED, plain } from "../world/pinned-post.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const suggestions = (number: number) =>
  world.pull(number).conversation.flatMap((turn) => (turn.kind === "reviewed" && turn.by === "presstime[bot]" ? turn.remarks : []));

describe("a date that is not its slot's", () => {
  it("[CS8] is offered to its writer in one review a head once the slot is near, and not before", async () => {
    await open({ desk: { campaigns: PINNED } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-30") });
    await world.settles();
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "neutral" });
    expect(suggestions(number)).toEqual([]);
    await world.passes("8 days");
    expect(suggestions(number)).toMatchObject([{ path: "posts/introducing-irmin.md", line: 3, resolved: false }]);
    expect(suggestions(number)[0]?.body).toContain("```suggestion\ndate:   2014-07-16\n```");
    await world.restarts();
    world.pushes("samoht", number, plain("2014-07-30").replace("What it is for.", "What it is for, in short."));
    await world.settles();
    expect(suggestions(number)).toHaveLength(1);
  });

  it("[CS9] is mended by one press, after which the check is content and the conversation closed", async () => {
    await open({ desk: { campaigns: PINNED } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-30") });
    await world.passes("8 days");
    world.github.as("samoht").takesSuggestion(world.repo, number, 0);
    world.github.as("samoht").resolves(world.repo, number, 0, false);
    await world.passes("1 hours");
    expect(suggestions(number)).toMatchObject([{ resolved: true }]);
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "success" });
    expect(suggestions(number)).toHaveLength(1);
  });
});

describe("a slot that moves", () => {
  it("[CS10] turns no check red by itself: its writer reads where it moved to, and that the app will set the date", async () => {
    await open({ desk: { ...JEKYLL, ...mends } });
    const path = "_posts/2014-07-16-introducing-irmin.md";
    const number = world.submits("samoht", IRMIN.slug, { path, text: plain("2014-07-16"), fork: false });
    await world.settles();
    expect(world.check(number, "schedule")).toMatchObject({ conclusion: "success" });
    world.says("amirmc", number, "/slot 2014-07-11T12:00");
    await world.settles();
    const check = world.check(number, "schedule");
    expect(check).toMatchObject({ conclusion: "neutral", summary: expect.stringContaining("The slot was moved to Fri 11 July later.") });
    expect(check?.summary).toContain("I will correct this at the slot, in one commit, and then merge.");
  });
});

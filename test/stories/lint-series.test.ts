/** Posts beside others of their series, and beside those of earlier seasons. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const part = (n: number, more: { readonly body?: string; readonly matter?: string } = {}) =>
  `---\ntitle: Part ${n} of the tour\nauthor: Hannes Mehnert\nseries: The tour\npart: ${n}\n${more.matter ?? ""}---\n\n${more.body ?? "Words.\n"}`;
const messages = (number: number) => world.check(number, "lint")?.annotations.map(({ message }) => message.split("\n")[0] ?? "") ?? [];
const TWO = { ...TLS, slug: "tour-two", title: "Part 2 of the tour" };
const THREE = { ...TLS, slug: "tour-three", title: "Part 3 of the tour" };

describe("a part of a series", () => {
  it("[SH13] is told of the part before it that goes live before it, on the line that names the series, until it leads there", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [TWO, THREE] }] } });
    const third = world.submits("hannesm", THREE.slug, { text: part(3) });
    await world.settles();
    expect(messages(third)).toEqual([]);
    const second = world.submits("hannesm", TWO.slug, { text: part(2) });
    await world.settles();
    const told = world.check(third, "lint")?.annotations;
    expect(told).toMatchObject([{ startLine: 4, level: "notice", title: expect.stringContaining("series-links") as unknown }]);
    expect(messages(third)).toEqual(["Unexpected part of `The tour` without a link to `tour-two`, expected one to the part before it"]);
    expect([messages(second), world.check(third, "lint")?.conclusion]).toEqual([[], "neutral"]);
    world.pushes("hannesm", third, part(3, { body: "After [the second](tour-two.md) comes this.\n" }));
    await world.settles();
    expect(messages(third)).toEqual([]);
  });

  it("[SH13, DK70] is one too when the plan says so, and its text nothing of it", async () => {
    const [two, three] = [TWO, THREE].map((one) => ({ ...one, series: "The tour" }));
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [two, three] }] } });
    const third = world.submits("hannesm", THREE.slug, { text: "---\ntitle: Part 3\nauthor: Hannes Mehnert\n---\n\nWords.\n" });
    await world.settles();
    expect(messages(third)).toEqual(["Unexpected part of `The tour` without a link to `tour-two`, expected one to the part before it"]);
    world.pushes("hannesm", third, "---\ntitle: Part 3\nauthor: Hannes Mehnert\n---\n\nAfter [two](/blog/tour-two/).\n");
    await world.settles();
    expect(messages(third)).toEqual([]);
  });

  it("[SH13] is not told of one that is held", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [TWO, THREE] }] } });
    const third = world.submits("hannesm", THREE.slug, { text: part(3) });
    const second = world.submits("hannesm", TWO.slug, { text: part(2) });
    await world.settles();
    expect(messages(third)).toHaveLength(1);
    world.says("amirmc", second, "/hold");
    await world.settles();
    expect(messages(third)).toEqual([]);
  });
});

describe("a post of an earlier season", () => {
  const PAST = { ...CAMPAIGN, name: "OSCON 2013", deadline: "2014-07-09T09:00[Europe/London]", posts: [{ ...TLS, slug: "tour-one" }] };
  const address = "permalink: /blog/the-tour/\n";

  it("[SH13] that the app saw merged is the part before, and its address is taken, though it is promised and read no more", async () => {
    await open({ desk: { campaigns: [PAST] } });
    const first = world.submits("hannesm", "tour-one", { text: part(1, { matter: address }) });
    await world.settles();
    world.reviews("avsm", first);
    await world.passes("4 hours");
    expect(world.pull(first).pull.merged).toMatchObject({ by: "presstime[bot]" });
    await world.passes("200 days");
    world.rewritesDesk({ campaigns: [{ ...CAMPAIGN, deadline: "2015-02-23T09:00[Europe/London]", posts: [TWO, IRMIN] }] });
    await world.settles();
    const second = world.submits("hannesm", TWO.slug, { text: part(2) });
    const clash = world.submits("samoht", IRMIN.slug, { text: `---\ntitle: Introducing Irmin\n${address}author: samoht\n---\n\nWords.\n` });
    await world.settles();
    expect(messages(second)).toEqual([expect.stringContaining("without a link to `the-tour`, expected one to the part before it")]);
    expect(messages(clash)).toEqual(["Unexpected address `/blog/the-tour/`, expected one of its own: `posts/tour-one.md` has it"]);
  });
});

/** Campaigns whose posts go live together, told on paper. */
import { describe, expect, it } from "@jest/globals";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person, type PaperWorld } from "../paper-world.js";

const SLOTS = ["2014-07-09T11:00:00Z", "2014-07-10T11:00:00Z", "2014-07-11T11:00:00Z"].map(readInstant);
const SLUGS = ["one", "two", "three"];
const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));

/** A set of three, pinned to Wednesday, Thursday and Friday; those named are approved. */
function theSet(...approved: readonly string[]): SetWorld {
  return setOn({}, ...approved);
}

interface SetWorld {
  readonly world: PaperWorld;
  readonly numbers: readonly number[];
}

function setOn(more: Partial<Desk>, ...approved: readonly string[]): SetWorld {
  const posts = SLUGS.map((slug, n) => ({ slug, byline: ["ann"], pinned: SLOTS[n] ?? null }));
  const world = paperWorld({ desk: { people, campaigns: [campaign(posts, { together: true })], ...more }, at: "2014-07-07T08:00:00Z" });
  const numbers = SLUGS.map((slug) => world.submits("ann", slug));
  world.looks();
  for (const slug of approved) world.reviews("ben", numbers[SLUGS.indexOf(slug)] ?? 0);
  world.looks();
  return { world, numbers };
}

const ended = (world: PaperWorld, numbers: readonly number[]) => numbers.map((number) => world.pull(number).endedAt);
const calls = (world: PaperWorld) => world.board().comments.filter(({ mark }) => mark?.startsWith("set/"));

describe("a set", () => {
  it("[PB8] goes live whole, in the plan's order, at the slot of its last post and not before", () => {
    const { world, numbers } = theSet(...SLUGS);
    expect(world.post("one").reasons.join()).toContain("together with `two` and `three`");
    const effects = world.passes("5 days");
    expect(ended(world, numbers)).toEqual([SLOTS[2], SLOTS[2], SLOTS[2]]);
    expect(effects.flatMap((effect) => (effect.kind === "merge" ? effect.slugs : []))).toEqual(SLUGS);
    expect(calls(world)).toEqual([]);
  });

  it("[PB7] has missed nothing while it waits for the slot of its last post, whatever the desk says of missed slots", () => {
    const { world, numbers } = setOn({ merge: { ...desk().merge, missed: "ask" } }, ...SLUGS);
    world.passes("5 days");
    expect(ended(world, numbers)).toEqual([SLOTS[2], SLOTS[2], SLOTS[2]]);
    expect(numbers.flatMap((number) => world.pull(number).comments.filter(({ mark }) => mark?.startsWith("missed/")))).toEqual([]);
  });

  it("[PB9] with one that is not ready does not go, the coordinators are told once which, and it goes when that one is", () => {
    const { world, numbers } = theSet("one", "three");
    world.passes("6 days");
    expect(ended(world, numbers)).toEqual([null, null, null]);
    const first = calls(world);
    expect(first[0]?.body).toMatch(/@amir .*`two` is not ready/);
    expect(new Set(first.map(({ mark }) => mark)).size).toBe(first.length);
    world.reviews("ben", numbers[1] ?? 0);
    world.passes("7 days");
    const [at, ...others] = ended(world, numbers);
    expect(at).not.toBeNull();
    expect(others).toEqual([at, at]);
  });

  it("[PB9] [PB800] waits for one that GitHub does not merge, which is tried first where GitHub says that it is blocked, and goes without one that is dropped", () => {
    const { world, numbers } = theSet(...SLUGS);
    world.becomes(numbers[2] ?? 0, { mergeable: "blocked" });
    world.refusesToMerge("Required status check is expected", numbers[2] ?? 0);
    world.passes("5 days");
    expect(ended(world, numbers)).toEqual([null, null, null]);
    world.says("amir", world.board().number, "/drop three");
    world.passes("1 days");
    expect(ended(world, numbers).map((at) => at !== null)).toEqual([true, true, false]);
  });

  it("[PB10] that was broken off in its middle goes on with the rest, in order", () => {
    const { world, numbers } = theSet(...SLUGS);
    world.sleeps("99 hours");
    world.merges(numbers[0] ?? 0);
    world.sleeps("1 minutes");
    const effects = world.looks();
    expect(effects.flatMap((effect) => (effect.kind === "merge" ? effect.slugs : []))).toEqual(["two", "three"]);
  });

  it("[PB10] of which GitHub refuses one in the middle says so at once; those behind it wait, and follow when it is let go", () => {
    const { world, numbers } = theSet(...SLUGS);
    world.refusesToMerge("Required status check is expected", numbers[1] ?? 0);
    world.passes("5 days");
    expect(ended(world, numbers).map((at) => at !== null)).toEqual([true, false, false]);
    expect(world.post("three").reasons.join()).toContain("`one` of the same campaign is live");
    expect(calls(world)[0]?.body).toMatch(
      /`one` .*is live, but the other posts of this campaign must go live together, and `two` is not ready/,
    );
    world.refusesToMerge(null, numbers[1] ?? 0);
    const effects = world.passes("1 hours");
    expect(effects.flatMap((effect) => (effect.kind === "merge" ? effect.slugs : []))).toEqual(["two", "three"]);
  });
});

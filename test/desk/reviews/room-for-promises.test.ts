/** Room for reviews: promised posts come first, and strays have what these leave. */
import { describe, expect, it } from "@jest/globals";
import { plan } from "../../../src/desk/plan.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = [person("ann", { capacity: 2 }), person("ben", { capacity: 0 })];
const open = (slugs: readonly string[]): PaperWorld => paperWorld({ desk: { people, campaigns: [campaign(slugs)] } });
const askedFor = (world: PaperWorld, slug: string) => world.post(slug).asked.map(({ login }) => login);

describe("reviewers' room", () => {
  it("[RV25] is kept for promised posts, however many strays have asked before", () => {
    const world = open(["one", "two", "three"]);
    for (const slug of ["a", "b", "c"]) world.submits("zoe", slug);
    world.looks();
    expect(["a", "b", "c"].map((slug) => askedFor(world, slug))).toEqual([["ann"], ["ann"], []]);
    for (const slug of ["one", "two", "three"]) world.submits("ben", slug);
    world.looks();
    expect(["one", "two", "three"].map((slug) => askedFor(world, slug))).toEqual([["ann"], ["ann"], []]);
    expect(world.post("three").reasons.join()).toContain("1 already has as many open reviews as `capacity` allows");
    expect(world.looks()).toEqual([]);
  });

  it("[RV25] is given to strays as far as promises leave some, in any order of pull requests", () => {
    const world = open(["one"]);
    for (const slug of ["a", "b"]) world.submits("zoe", slug);
    world.submits("ben", "one");
    const facts = world.facts();
    const shown = (all: ReturnType<typeof plan>) =>
      all.posts.map(({ slug, asked }) => `${slug} ${asked.map(({ login }) => login).join()}`).sort();
    expect(shown(plan({ ...facts, open: facts.open.toReversed() }))).toEqual(shown(plan(facts)));
    world.looks();
    expect([askedFor(world, "one").length, askedFor(world, "a").length + askedFor(world, "b").length]).toEqual([1, 1]);
  });
});

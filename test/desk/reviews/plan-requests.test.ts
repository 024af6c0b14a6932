/** Who is asked, told on paper: by beats in any case, with what was asked in the same look counted, and never for a text of their own. */
import { describe, expect, it } from "@jest/globals";
import { beatCovered } from "../../../src/desk/reviews/beat-covered.js";
import { campaign, paperWorld, person } from "../paper-world.js";

describe("beats", () => {
  it("[RV1] are the same in any case, in the plan, in a text's tags and with a person", () => {
    for (const beat of ["storage", "Storage", "STORAGE"]) {
      expect(beatCovered(person("ann", { beats: ["sTorage"] }), ["security", beat])).toBe(beat);
      expect(beatCovered(person("ann", { beats: ["security"] }), [beat])).toBeNull();
    }
    const people = [person("ann", { beats: ["Storage"] }), person("ben", { beats: ["security"] })];
    const world = paperWorld({ desk: { people, campaigns: [campaign(["another"])] } });
    const text = "---\ntitle: Irmin\nauthor: zoe\ntags: [STORAGE, news]\n---\n\nWords.\n";
    world.submits("zoe", "irmin", { file: { path: "posts/irmin.md", text } });
    world.looks();
    expect(world.post("irmin").asked).toMatchObject([{ login: "ann", why: "reviews posts about STORAGE" }]);
  });
});

describe("what is asked in one look", () => {
  it("[RV5] counts for the next post of that look: nobody is asked beyond their room, and reviews spread", () => {
    const people = ["ann", "ben", "cat"].map((login) => person(login, { capacity: 1 }));
    const world = paperWorld({ desk: { people, campaigns: [campaign(["one", "two", "three", "four"])] } });
    const numbers = ["one", "two", "three", "four"].map((slug) => world.submits("zoe", slug));
    world.looks();
    const asked = numbers.map((number) => world.pull(number).requested.map(({ login }) => login));
    expect(asked.flat().sort()).toEqual(["ann", "ben", "cat"]);
    expect(asked.at(-1)).toEqual([]);
  });
});

describe("`/cc`", () => {
  it("[RV2] of whoever wrote the text as it stands asks them nothing, by whomever it is said, and somebody else is asked", () => {
    const people = ["ann", "ben", "cat"].map((login) => person(login));
    const world = paperWorld({ desk: { people, campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] } });
    const number = world.submits("ann", "irmin", { own: true });
    world.looks();
    world.pushes(number, "more", { by: "ben" });
    world.says("amir", number, "/cc @ben");
    world.passes("1 hours");
    expect(world.pull(number).requested.map(({ login }) => login)).toEqual(["cat"]);
    // Once somebody else has approved what they wrote, they may.
    world.reviews("cat", number);
    world.pushes(number, "more still", { by: "ann" });
    world.says("amir", number, "/cc @ben");
    world.passes("1 hours");
    expect(world.pull(number).requested.map(({ login }) => login)).toContain("ben");
  });
});

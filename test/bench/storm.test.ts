/** The storm: one story of it, and that it would find what is lost or doubled. */
import { describe, expect, it } from "@jest/globals";
import { beyond, factsOf } from "../../bench/simulation/facts-of.js";
import { playStorm, type Story } from "../../bench/simulation/storm.js";
import { stormAsTable, stormOf } from "../../bench/simulation/tell-storm.js";

const STORY: Story = { kills: 9, restarts: 0, taken: 40, lost: [], doubled: [] };

describe("the storm", () => {
  it("[EE4] of a story in which processes are killed at any moment: nothing is lost, nothing is doubled", async () => {
    const [story] = await playStorm({ ms: 1, seed: 7, database: "sqlite" }, () => undefined);
    expect(story).toMatchObject({ lost: [], doubled: [] });
    expect(story?.kills).toBeGreaterThan(3);
    expect(story?.taken).toBeGreaterThan(10);
  }, 300_000);

  it("[EE4] tells what is missing and what is there once more, each where it is", () => {
    const end = (...comments: string[]) => {
      const thread = { title: "A post", labels: ["due"], comments: comments.map((body) => ["presstime[bot]", body, []]) };
      return factsOf(JSON.stringify({ tree: "1a", pulls: [[170, thread]], issues: [] }));
    };
    const calm = end("Hello", "Please review.");
    const storm = end("Hello", "Hello");
    expect(beyond(calm, calm)).toEqual([]);
    expect(beyond(calm, storm)).toEqual(['#170 comments ["presstime[bot]","Please review.",[]]']);
    expect(beyond(storm, calm)).toEqual(['#170 comments ["presstime[bot]","Hello",[]]']);
  });

  it("[EE4] names the story that did not end as in calm", () => {
    expect(stormOf(3, "sqlite", [STORY, STORY])).toMatchObject({ stories: 2, kills: 18, taken: 80, kept: true });
    const found = stormOf(3, "postgres", [STORY, { ...STORY, restarts: 4, lost: ["the webhook 1a"], doubled: ["a notice"] }]);
    expect(found).toMatchObject({ restarts: 4, lost: 1, doubled: 1, kept: false, failing: [{ story: 1 }] });
    expect(stormAsTable(found)).toMatch(/story 1:\n {4}lost: the webhook 1a\n {4}doubled: a notice\nA STORY DID NOT/);
  });
});

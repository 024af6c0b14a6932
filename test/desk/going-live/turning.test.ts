/** Instants at which what holds a post back turns, though nobody tells: each is foretold, and none is nobody's for ever. */
import { describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld } from "../paper-world.js";

const dated = (date: string) => `---\ntitle: Irmin\nauthor: ann\ndate: ${date}\n---\n\nWhat it is.\n`;

describe("what holds a post back", () => {
  it("[LV2] without a slot, checks that run for too long are told to the coordinators", () => {
    const world = paperWorld({ desk: { slots: [] } });
    const number = world.submits("ann", "stray", {
      file: { path: "posts/stray.md", text: "---\ntitle: Stray\nauthor: ann\n---\n\nWords.\n" },
    });
    world.becomes(number, { checks: "running" });
    world.looks();
    world.reviews(world.pull(number).requested[0]?.login ?? "", number);
    world.looks();
    expect(world.post("stray").turn).toBe("nobody");
    expect(world.plan().lookAgainAt).not.toBeNull();
    world.passes("2 days");
    expect(world.post("stray")).toMatchObject({ turn: "coordinator", waitingFor: ["amir"] });
    expect(world.pull(number).comments.some(({ mark, body }) => mark?.startsWith("remind/") && body.includes("@amir"))).toBe(true);
  });

  it("[SC35] without a slot, a text that asks for a day waits for that day, and goes when it begins", () => {
    const world = paperWorld({ desk: { slots: [], campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] } });
    const number = world.submits("ann", "irmin", { file: { path: "posts/irmin.md", text: dated("2014-07-10") } });
    world.looks();
    world.reviews(world.pull(number).requested[0]?.login ?? "", number);
    world.looks();
    expect(world.post("irmin")).toMatchObject({ turn: "nobody", reasons: ["the date in its text is Thu 10 July; it waits for that day"] });
    world.passes("5 days");
    expect(world.pull(number)).toMatchObject({ standing: "merged", endedAt: "2014-07-09T23:00:00Z" });
  });

  it("[SL10] what `/undo` took back is no slot that a dated post was told", () => {
    const world = paperWorld({ desk: { campaigns: [] } });
    const number = world.submits("ann", "irmin", { file: { path: "posts/irmin.md", text: dated("2014-07-17") } });
    world.looks();
    world.says("ann", number, "/slot 2014-07-24T12:00");
    world.looks();
    world.says("ann", number, "/undo");
    world.looks();
    expect(world.facts().memory.announced.irmin?.map(({ slot }) => slot)).toEqual([
      "2014-07-17T11:00:00Z",
      "2014-07-24T11:00:00Z",
      "2014-07-17T11:00:00Z",
    ]);
  });

  it("[ST19] what was merged by hand before the app could say anything on it is no history", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] } });
    world.looks();
    world.sleeps("1 days");
    const number = world.submits("ann", "irmin");
    world.merges(number);
    world.looks();
    expect(world.pull(number).labels).toContain("risk/unreviewed");
    world.passes("2 days");
    expect(world.post("irmin").live?.without).toEqual([{ kind: "review", got: 0, needed: 1 }]);
  });

  it("[SL8] a wish that has gone by takes nobody's slot from behind a post that needs a decision", () => {
    const posts = [
      { slug: "a", byline: ["ann"] },
      { slug: "b", byline: ["ben"], after: ["a"] },
    ];
    const world = paperWorld({ desk: { campaigns: [campaign(posts)] } });
    world.looks();
    world.says("amir", world.board().number, "/slot b 2014-07-09T12:00");
    world.passes("7 days");
    expect(world.post("a").needsDecision).not.toBeNull();
    const told = world.post("b").slot?.at;
    world.rewritesDesk({ campaigns: [campaign([...posts, { slug: "c", byline: ["cat"] }])] });
    world.looks();
    const next = readInstant("2014-07-16T11:00:00Z");
    expect([told, world.post("c").slot?.at]).toEqual([world.post("b").slot?.at, next]);
  });

  it("[PL1] the place of a post that needs a decision turns when its draft is due, and the buffer with it", () => {
    const world = paperWorld({
      desk: {
        lead: { draft: 3, review: 1 },
        campaigns: [campaign([{ slug: "a", byline: ["ann"] }], { buffer: 3, deadline: readInstant("2014-07-28T08:00:00Z") })],
      },
    });
    world.looks();
    for (let day = 0; day < 18; day += 1) {
      world.passes("24 hours");
      expect(world.plan().effects).toEqual([]);
    }
    expect(world.post("a").needsDecision).not.toBeNull();
  });
});

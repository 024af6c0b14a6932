/** Assignments: who signs a post, on its pull request and on the issues that this closes. */
import { describe, expect, it } from "@jest/globals";
import type { Effect } from "../../../src/desk/effect.js";
import { closingIssues } from "../../../src/github/read/translate/closing-issues.js";
import { campaign, paperWorld } from "../paper-world.js";

const assigned = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === "assign" ? [`${effect.login} #${effect.issue}`] : []));

describe("who signs a post", () => {
  it("[GH701] is not assigned again when the ledger is lost", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann", "Nobody Known"] }])] } });
    const number = world.submits("ben", "irmin");
    expect(assigned(world.looks())).toEqual([`ann #${number}`]);
    world.loses("ledger");
    expect(assigned(world.passes("2 days"))).toEqual([]);
  });

  it("[GH703] is assigned on each issue once", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] } });
    const number = world.submits("ann", "irmin");
    world.becomes(number, { closes: [7] });
    expect(assigned(world.looks())).toEqual([`ann #${number}`, "ann #7"]);
    expect(assigned(world.passes("2 days"))).toEqual([]);
  });
});

describe("a description", () => {
  it.each([
    ["Closes #10", [10]],
    ["CLOSES: #10, fixed #11 and resolves #10", [10, 11]],
    ["See #10. Discloses #11. Closes owner/other#12. Closes 13", []],
    ["> Closes #10\n```\nCloses #11\n```\n<!-- Closes #12\n-->", []],
    [Array.from({ length: 9 }, (_, n) => `closes #${n + 1}`).join("\n"), [1, 2, 3, 4, 5]],
  ])("[GH703] closes issues as GitHub reads it: %j", (body, numbers) => {
    expect(closingIssues(body)).toEqual(numbers);
  });
});

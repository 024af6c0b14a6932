/** A pull request of which some text is not read yet: nothing is made of it, and it does not go live, until all is read. */
import { expect, it } from "@jest/globals";
import type { PullRequest } from "../../../src/desk/facts/snapshot.js";
import { campaign, paperWorld } from "../paper-world.js";

function asRead(pull: PullRequest): PullRequest {
  const { notReadYet, ...read } = pull;
  expect(notReadYet).toBe(true);
  return read;
}

it("[WK411] waits for nobody and does not go live at its slot, though it was approved; once it is read it does", () => {
  const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] } });
  const number = world.submits("ann", "irmin");
  world.looks();
  world.reviews("ben", number);
  world.looks();
  const first = world.plan().posts[0]?.slot?.at ?? "";
  world.becomes(number, { notReadYet: true });
  world.passes("30 hours");
  expect(first < world.at()).toBe(true);
  expect(world.plan().posts).toMatchObject([{ stage: "in review", turn: "nobody", waitingFor: [] }]);
  expect(world.pull(number).standing).toBe("open");
  world.has(({ open }) => ({ open: open.map(asRead) }));
  world.passes("2 days");
  expect(world.plan().posts).toMatchObject([{ stage: "live" }]);
});

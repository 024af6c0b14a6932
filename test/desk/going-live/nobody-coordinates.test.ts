/** What is said at the slot of a desk that names no coordinator. */
import { expect, it } from "@jest/globals";
import { campaign, paperWorld } from "../paper-world.js";

it("[LV6] whoever has to move hears at the slot what keeps the post, where nobody coordinates", () => {
  const world = paperWorld({ desk: { coordinators: [], campaigns: [campaign([{ slug: "one", byline: ["ann"] }])] } });
  world.looks();
  const number = world.submits("ann", "one", { byline: ["ann"] });
  world.looks();
  const [asked] = world.pull(number).requested;
  world.reviews(asked?.login ?? "", number);
  world.becomes(number, { checks: "failing" });
  world.passes("3 days");
  const told = world.pull(number).comments.filter(({ mark }) => mark?.startsWith("stopped/"));
  expect(told.map(({ body }) => body)).toEqual([expect.stringContaining("@ann")]);
});

/** What is said at the slot of a desk that names no coordinator. */
import { expect, it } from "@jest/globals";
import type { Day } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person } from "../paper-world.js";

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

it("[LV2] whoever was asked for its review is named, where nobody coordinates and its writer is away", () => {
  const away = [{ from: "2014-07-12" as Day, to: "2014-08-20" as Day }];
  const people = [person("ann", { away }), person("ben"), person("cat")];
  const world = paperWorld({ desk: { coordinators: [], people, campaigns: [campaign([{ slug: "one", byline: ["ann"] }])] } });
  world.looks();
  const number = world.submits("ann", "one", { byline: ["ann"] });
  world.passes("14 days");
  expect(world.post("one")).toMatchObject({ stage: "in review", turn: "coordinator" });
  expect(world.post("one").waitingFor).toEqual(world.pull(number).requested.map(({ login }) => login));
});

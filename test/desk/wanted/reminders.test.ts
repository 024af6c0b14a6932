/** Reminders, told on paper: whose snooze it is, and since when it is somebody's turn. */
import { describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const people = ["ann", "ben", "cat"].map((login) => person(login));
const open = (more: object = {}): PaperWorld => {
  const posts = [{ slug: "irmin", byline: ["ann"], pinned: readInstant("2014-08-27T11:00:00Z") }];
  return paperWorld({ desk: { people, campaigns: [campaign(posts, { deadline: readInstant("2014-08-29T08:00:00Z") })], ...more } });
};
const reminded = (world: PaperWorld, number: number, login: string) =>
  world.pull(number).comments.flatMap(({ mark, at }) => (mark?.startsWith(`remind/${login}/`) ? [at.slice(0, 10)] : []));

describe("a snooze", () => {
  it("[RM6] of one reviewer is theirs alone: the other is reminded, and the coordinator's holds for both", () => {
    const snoozed = (who: string) => {
      const world = open({ review: { approvals: 2, ask: 2 } });
      const number = world.submits("ann", "irmin");
      world.looks();
      expect(
        world
          .pull(number)
          .requested.map(({ login }) => login)
          .sort(),
      ).toEqual(["ben", "cat"]);
      world.says(who, number, "/snooze 5d");
      world.passes("4 days");
      return ["ben", "cat"].map((login) => reminded(world, number, login).length > 0);
    };
    expect(snoozed("ben")).toEqual([false, true]);
    expect(snoozed("amir")).toEqual([false, false]);
  });
});

describe("the turn of a post that was sent back", () => {
  it("[RM1] begins with the review that asks for changes, and not with the push before it: its writer has a full working day", () => {
    const world = open();
    const number = world.submits("ann", "irmin");
    world.looks();
    world.passes("2 days");
    // Wednesday 9 July, nine in London.
    world.reviews(world.pull(number).requested[0]?.login ?? "", number, "requests changes");
    world.looks();
    expect(world.post("irmin").stage).toBe("sent back");
    world.passes("26 hours");
    expect(reminded(world, number, "ann")).toEqual(["2014-07-10"]);
    const late = open();
    const second = late.submits("ann", "irmin");
    late.looks();
    late.passes("51 hours");
    // Eleven: the morning after is not a full working day later.
    late.reviews(late.pull(second).requested[0]?.login ?? "", second, "requests changes");
    late.passes("30 hours");
    expect(reminded(late, second, "ann")).toEqual([]);
    late.passes("1 days");
    expect(reminded(late, second, "ann")).toEqual(["2014-07-11"]);
  });
});

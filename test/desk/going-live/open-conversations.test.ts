/** Approvals on whose lines a conversation is still open, told on paper. */
import { describe, expect, it } from "@jest/globals";
import { readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const irmin = { slug: "irmin", title: "Introducing Irmin", byline: ["ann"], pinned: readInstant("2014-07-10T11:00:00Z") };
const people = ["ann", "ben", "cat"].map((login) => person(login));

function opened(
  conversations?: "block" | "tell",
  writers: readonly string[] = [],
): { readonly world: PaperWorld; readonly number: number } {
  const review = { approvals: 1, ask: 1, ...(conversations && { conversations }) };
  const world = paperWorld({ desk: { people, review, campaigns: [campaign([irmin])] }, writers });
  const number = world.submits("ann", "irmin");
  world.looks();
  return { world, number };
}
const notice = (world: PaperWorld, number: number) => world.pull(number).comments[0]?.body ?? "";

describe("an approval with an open conversation", () => {
  it("[RV37] is told in the notice, and the post goes live all the same", () => {
    const { world, number } = opened();
    world.remarks("ben", number, "Is it five?");
    world.reviews("ben", number);
    world.looks();
    expect(notice(world, number)).toContain(
      "1 open conversation that ben started on `posts/irmin.md`: when you agree, press “Resolve conversation”",
    );
    expect(notice(world, number)).not.toContain("It is ready, and nobody has to do anything");
    world.passes("4 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[RV37] is told no more once the conversation is closed, and again when it is opened again", () => {
    const { world, number } = opened();
    world.remarks("ben", number, "Is it five?");
    world.remarks("cat", number, "And six?");
    world.reviews("ben", number);
    world.looks();
    expect(notice(world, number)).toContain("2 open conversations that ben and cat started");
    world.resolves(number, 0);
    world.resolves(number, 1);
    world.looks();
    expect(notice(world, number)).not.toContain("conversation");
    expect(notice(world, number)).toContain("It is ready, and nobody has to do anything");
    world.resolves(number, 0, false);
    world.looks();
    expect(notice(world, number)).toContain("1 open conversation");
  });

  it("[RV37] is none where only bots spoke, and one where a person answered them", () => {
    const { world, number } = opened("block");
    world.remarks("helper[bot]", number, "Unused import.");
    world.reviews("ben", number);
    world.looks();
    expect(notice(world, number)).not.toContain("conversation");
    world.remarks("ben", number, "It is right.", 0);
    world.looks();
    expect(notice(world, number)).toContain("that ben started");
  });

  it("[RV37] keeps the post back where the desk says so: its writer reads how to go on, the coordinators hear of it at the slot", () => {
    const { world, number } = opened("block");
    world.remarks("ben", number, "Is it five?");
    world.reviews("ben", number);
    world.looks();
    expect(world.post("irmin")).toMatchObject({ stage: "approved", turn: "byline", waitingFor: ["ann"] });
    expect(notice(world, number)).toContain(
      "1 open conversation that ben started on `posts/irmin.md`: answer, then press “Resolve conversation”. The post goes live after that",
    );
    const told = world.passes("4 days");
    expect(world.pull(number).standing).toBe("open");
    expect(told.some((effect) => effect.kind === "remind" && effect.to === "ann")).toBe(true);
    expect(told.some((effect) => "body" in effect && effect.body.includes("@amir") && effect.body.includes("conversation"))).toBe(true);
    world.resolves(number, 0);
    world.looks();
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[RV37] of a stranger keeps nothing back, and is told; of somebody who may write it does", () => {
    const { world, number } = opened("block", ["member"]);
    world.remarks("passer-by", number, "First!");
    world.reviews("ben", number);
    world.looks();
    expect(world.post("irmin").turn).toBe("nobody");
    expect(notice(world, number)).toContain("that passer-by started");
    world.remarks("member", number, "Please wait.");
    world.looks();
    expect(world.post("irmin").turn).toBe("byline");
    world.resolves(number, 1);
    world.passes("4 days");
    expect(world.pull(number).standing).toBe("merged");
  });
});

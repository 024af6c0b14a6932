/** Reviews that only comment, told on paper. */
import { describe, expect, it } from "@jest/globals";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const irmin = { slug: "irmin", title: "Introducing Irmin", byline: ["ann"] };
const people = ["ann", "ben", "cat"].map((login) => person(login));

function asked(): { readonly world: PaperWorld; readonly number: number; readonly reviewer: string } {
  const world = paperWorld({ desk: { people, campaigns: [campaign([irmin])] } });
  const number = world.submits("ann", "irmin");
  world.looks();
  return { world, number, reviewer: world.pull(number).requested[0]?.login ?? "" };
}
const askedNow = (world: PaperWorld, number: number) => world.pull(number).requested.map(({ login }) => login);

describe("a review that only comments", () => {
  it("[RV36] by somebody asked is an answer: nobody is asked in their stead, and the turn is the byline's", () => {
    const { world, number, reviewer } = asked();
    world.reviews(reviewer, number, "comments");
    const effects = world.passes("1 days");
    expect(effects.filter(({ kind }) => kind === "ask")).toEqual([]);
    expect(world.post("irmin")).toMatchObject({ stage: "sent back", turn: "byline", waitingFor: ["ann"] });
    expect(world.post("irmin").asked).toMatchObject([{ login: reviewer, answered: "comments" }]);
    expect(world.post("irmin").reasons[0]).toContain(`an answer to the comments of ${reviewer}`);
    expect(world.pull(number).labels).toContain("waiting-on/author");
  });

  it.each([
    ["a comment", (world: PaperWorld, number: number) => world.says("ann", number, "Thanks, it is five.")],
    [
      "an answer on the line",
      (world: PaperWorld, number: number) => {
        world.remarks("ann", number, "It is five.", 0);
      },
    ],
    [
      "a push",
      (world: PaperWorld, number: number) => {
        world.pushes(number, "2");
      },
    ],
    [
      "closing all its conversations",
      (world: PaperWorld, number: number) => {
        world.resolves(number, 0);
      },
    ],
  ])("[RV36] has its giver asked again once the byline answers with %s", (_, answers) => {
    const { world, number, reviewer } = asked();
    world.remarks(reviewer, number, "Is it five?");
    world.looks();
    expect(askedNow(world, number)).toEqual([]);
    answers(world, number);
    world.looks();
    expect(askedNow(world, number)).toEqual([reviewer]);
    expect(world.post("irmin")).toMatchObject({ stage: "in review", turn: "reviewer", waitingFor: [reviewer] });
    world.reviews(reviewer, number, "comments");
    world.looks();
    expect(askedNow(world, number)).toEqual([]);
    expect(world.post("irmin").turn).toBe("byline");
  });

  it("[RV36] is not answered by commands, by others, or by what was said before", () => {
    const { world, number, reviewer } = asked();
    world.says("ann", number, "It is ready.");
    world.reviews(reviewer, number, "comments");
    world.says("ann", number, "/snooze 1d");
    world.says("amir", number, "What do you think of it?");
    world.looks();
    expect(askedNow(world, number)).toEqual([]);
    expect(world.post("irmin").turn).toBe("byline");
  });

  it.each([
    [
      "in its words",
      (world: PaperWorld, who: string, number: number) => {
        world.reviews(who, number, "comments", false, "/lgtm\n\n/snooze 2d");
      },
    ],
    [
      "on a line",
      (world: PaperWorld, who: string, number: number) => {
        world.remarks(who, number, "/lgtm");
      },
    ],
  ])("[RV36] with nothing but commands %s is no answer: its giver is asked again", (_, speaks) => {
    const { world, number, reviewer } = asked();
    world.sleeps("1 minutes");
    speaks(world, reviewer, number);
    world.looks();
    expect(askedNow(world, number)).toEqual([reviewer]);
    expect(world.post("irmin")).toMatchObject({ stage: "in review", turn: "reviewer", waitingFor: [reviewer] });
    world.reviews(reviewer, number, "comments", false, "/hold\n\nIs it five?");
    world.says("ann", number, "/unhold");
    world.looks();
    expect(world.post("irmin").turn).toBe("byline");
  });

  it("[RV36] reminds the byline to answer, and nobody else", () => {
    const { world, number, reviewer } = asked();
    world.reviews(reviewer, number, "comments");
    const reminders = world.passes("2 days").flatMap((effect) => (effect.kind === "remind" ? [effect] : []));
    expect(new Set(reminders.map(({ to }) => to))).toEqual(new Set(["ann"]));
    expect(reminders[0]?.body).toContain("Your answer to the comments on");
  });

  it("[RV36] by somebody who was not asked, a stranger or a bot is none", () => {
    const { world, number, reviewer } = asked();
    const other = ["ben", "cat"].find((login) => login !== reviewer) ?? "";
    world.reviews(other, number, "comments");
    world.reviews("passer-by", number, "comments");
    world.reviews("helper[bot]", number, "comments", true);
    world.looks();
    expect(askedNow(world, number)).toEqual([reviewer]);
    expect(world.post("irmin")).toMatchObject({ stage: "in review", turn: "reviewer" });
  });

  it("[RV36] who declines besides is waited for by nobody: somebody else is asked", () => {
    const { world, number, reviewer } = asked();
    world.reviews(reviewer, number, "comments", false, "Not my subject.\n\n/uncc");
    world.looks();
    expect(askedNow(world, number)).toHaveLength(1);
    expect(askedNow(world, number)).not.toContain(reviewer);
    expect(world.post("irmin").turn).toBe("reviewer");
  });

  it("[RV36] changes nothing once there are enough approvals, and an approval after it is one", () => {
    const { world, number, reviewer } = asked();
    world.reviews(reviewer, number, "comments");
    world.looks();
    world.reviews(reviewer, number);
    world.looks();
    expect(world.post("irmin")).toMatchObject({ stage: "approved", approvals: { by: [reviewer] } });
    world.reviews(reviewer, number, "comments");
    world.looks();
    expect(world.post("irmin").stage).toBe("approved");
  });

  it("[PL4, RV36] is known without the ledger too", () => {
    const { world, number, reviewer } = asked();
    world.reviews(reviewer, number, "comments");
    world.looks();
    world.loses("ledger");
    expect(world.looks().filter(({ kind }) => kind === "ask")).toEqual([]);
    expect(world.post("irmin").turn).toBe("byline");
  });
});

/** Reviews that leave something open: conversations on lines, and comments that are no verdict. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { NewReviewComment } from "../../sandbox/operations/review-thread.js";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const line: NewReviewComment = {
  path: `posts/${IRMIN.slug}.md`,
  body: "This number is wrong; please mend it before it goes out.",
  side: "RIGHT",
  line: 5,
  startLine: null,
};

async function submitted(review: object = {}): Promise<number> {
  const campaigns = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }];
  world = await openWorld({ desk: { campaigns, review: { approvals: 1, ask: 1, ...review } } });
  const number = world.submits("samoht", IRMIN.slug);
  await world.settles();
  return number;
}

describe("an approval with an open conversation", () => {
  it("[RV37] says so in the notice until it is resolved, and the post goes live at its slot", async () => {
    const number = await submitted();
    world.reviews("djs55", number, { body: "Fine, but see the remark.", comments: [line] });
    await world.settles();
    expect(world.notice(number)).toContain("1 open conversation that djs55 started");
    world.github.as("samoht").resolves(world.repo, number, 0);
    await world.settles();
    expect(world.notice(number)).not.toContain("conversation");
    world.github.as("djs55").resolves(world.repo, number, 0, false);
    await world.settles();
    expect(world.notice(number)).toContain("1 open conversation");
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[RV37] has the merge wait where the desk says so; once it is resolved the post goes live", async () => {
    const number = await submitted({ conversations: "block" });
    world.reviews("djs55", number, { comments: [line] });
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
    expect(world.notice(number)).toContain("answer, then press “Resolve conversation”");
    expect(world.said(number).join()).toContain("@amirmc");
    world.github.as("djs55").resolves(world.repo, number, 0);
    await world.passes("1 hours");
    expect(world.pull(number).standing).toBe("merged");
  });
});

describe("a review that only comments", () => {
  it("[RV36] is not asked for again in the same instant, but once the byline has answered on the line", async () => {
    const number = await submitted();
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    world.reviews("djs55", number, { state: "COMMENTED", body: "", comments: [line] });
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual([]);
    expect(world.notice(number)).toContain("waiting for the writer: samoht");
    await world.restarts();
    await world.passes("3 hours");
    expect(world.pull(number).pull.requested).toEqual([]);
    world.github.as("samoht").repliesIn(world.repo, number, 0, "It is right: see the table.");
    await world.settles();
    expect(world.pull(number).pull.requested).toEqual(["djs55"]);
    world.reviews("djs55", number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("merged");
  });
});

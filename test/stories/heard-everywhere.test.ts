/** Commands wherever people say them: in the words of a review, on lines, in answers there, and in the description. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { NewReviewComment } from "../../sandbox/operations/review-thread.js";
import { APP, openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
let number: number;
beforeEach(async () => {
  world = await openWorld({ desk: { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }] } });
  number = world.submits("samoht", IRMIN.slug);
  await world.settles();
});
afterEach(() => world.closes());

const onLine = (body: string, line = 5): NewReviewComment => ({
  path: `posts/${IRMIN.slug}.md`,
  body,
  side: "RIGHT",
  line,
  startLine: null,
});
const remarks = () => world.pull(number).conversation.flatMap((one) => (one.kind === "reviewed" ? one.remarks : []));
const reviews = () => world.pull(number).conversation.flatMap((one) => (one.kind === "reviewed" ? [one] : []));
const held = async () => (await world.stage(IRMIN.slug)) === "held";

describe("a command in the words of a review", () => {
  it("[CM37] holds the post that the review approves, and is acknowledged where it stands", async () => {
    world.reviews("djs55", number, { body: "Looks good.\n\n/hold until the release is out\n" });
    await world.settles();
    expect(await held()).toBe(true);
    expect(world.notice(number)).toContain("until the release is out");
    expect(reviews()[0]?.reactions).toEqual([{ content: "+1", by: [APP] }]);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
    world.says("djs55", number, "/unhold");
    await world.passes("1 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[CM37] counts when it is edited in, and no longer when it is edited out", async () => {
    const { id } = world.github.as("djs55").reviews(world.repo, number, { state: "APPROVED", body: "Looks good." });
    await world.settles();
    expect(await held()).toBe(false);
    world.github.as("djs55").editsReview(world.repo, number, id, "/hold wait");
    await world.settles();
    expect(await held()).toBe(true);
    world.github.as("djs55").editsReview(world.repo, number, id, "Looks good.");
    await world.settles();
    expect(await held()).toBe(false);
  });

  it("[CM37] of several reviews each counts, and each is answered once, in the conversation", async () => {
    world.reviews("djs55", number, { state: "COMMENTED", body: "/slot yesterday" });
    world.reviews("avsm", number, { state: "COMMENTED", body: "/hodl" });
    await world.settles();
    expect(world.said(number)).toHaveLength(2);
    await world.restarts();
    await world.passes("2 hours");
    expect(world.said(number)).toHaveLength(2);
  });
});

describe("a command on a line", () => {
  it("[CM37] holds the post, is acknowledged at the line, and is taken back by an answer there", async () => {
    world.reviews("djs55", number, { comments: [onLine("/hold until this number is checked")] });
    await world.settles();
    expect(await held()).toBe(true);
    expect(remarks()[0]?.reactions).toEqual([{ content: "+1", by: [APP] }]);
    world.github.as("samoht").resolves(world.repo, number, 0);
    await world.passes("20 hours");
    await world.restarts();
    expect(await held()).toBe(true);
    world.github.as("samoht").repliesIn(world.repo, number, 0, "It is right.\n\n/unhold");
    await world.settles();
    expect(await held()).toBe(false);
    expect(remarks()[1]?.reactions).toEqual([{ content: "+1", by: [APP] }]);
    world.github.as("djs55").repliesIn(world.repo, number, 0, "/hold It is not.");
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
  });

  it("[CM37] is answered in words on those lines, once, however often anybody looks and whatever is lost", async () => {
    world.reviews("djs55", number, { state: "COMMENTED", comments: [onLine("What is this?"), onLine("/slot last Monday", 2)] });
    await world.settles();
    const answers = () => remarks().filter(({ body }) => body.includes("<!-- presstime"));
    expect(answers()).toHaveLength(1);
    expect(answers()[0]?.path).toContain(IRMIN.slug);
    expect(remarks().find(({ body }) => body.startsWith("/slot"))?.reactions).toEqual([{ content: "confused", by: [APP] }]);
    await world.restarts();
    await world.passes("3 hours");
    expect(answers()).toHaveLength(1);
    // What the app answers is heard as nobody's command, and is no review of the post.
    expect(await world.stage(IRMIN.slug)).not.toBe("approved");
  });

  it("[CM37] that is edited counts as it is now, and one that is deleted counts no more", async () => {
    world.reviews("djs55", number, { comments: [onLine("Is it 5?")] });
    await world.settles();
    const [{ id } = { id: 0 }] = remarks();
    world.github.as("djs55").editsReviewComment(world.repo, number, id, "/hold is it 5?");
    await world.settles();
    expect(await held()).toBe(true);
    world.github.as("djs55").deletesReviewComment(world.repo, number, id);
    await world.settles();
    expect(await held()).toBe(false);
  });

  it("[CM4, CM37] by a stranger is told who may, and nothing changes", async () => {
    world.github.as("passer-by").reviews(world.repo, number, { state: "COMMENTED", body: "", comments: [onLine("/drop")] });
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(world.said(number).join()).toContain("/drop");
  });

  it("[CM1, CM2, CM37] counts at a line's start only, and not in what another bot says", async () => {
    const bot = world.github.as("review-helper[bot]");
    world.reviews("djs55", number, { state: "COMMENTED", comments: [onLine("```\n/hold\n```"), onLine("> /hold\n\nNo.", 2)] });
    bot.reviews(world.repo, number, { state: "COMMENTED", body: "/hold", comments: [onLine("/hold")] });
    await world.settles();
    expect(await held()).toBe(false);
    expect(world.said(number)).toEqual([]);
  });
});

describe("a command in the description", () => {
  it("[CM37] counts when the pull request is opened, said by whoever opened it", async () => {
    const [other] = [world.submits("hannesm", "another-post", { body: "About TLS.\n\n/hold until Friday\n" })];
    await world.settles();
    expect(await world.stage("another-post")).toBe("held");
    expect(world.pull(other).reactions).toEqual([{ content: "+1", by: [APP] }]);
  });

  it("[CM37] counts when it is edited in later, is answered once, and goes with its words", async () => {
    world.reviews("djs55", number);
    await world.settles();
    world.github.as("samoht").edits(world.repo, number, { body: "/hold the numbers are not public yet\n/slot yesterday" });
    await world.settles();
    expect(await held()).toBe(true);
    expect(world.said(number)).toHaveLength(1);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
    expect(world.said(number)).toHaveLength(1);
    world.github.as("samoht").edits(world.repo, number, { body: "About Irmin." });
    await world.settles();
    expect(await held()).toBe(false);
  });
});

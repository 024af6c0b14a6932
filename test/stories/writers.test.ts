/** Whoever wrote it does not review it: by whose name a commit bears, and by who pushed it. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, postText } from "../world/desk-file.js";
import { plain, PINNED } from "../world/pinned-post.js";

let world: World;
afterEach(() => world.closes());

const PATH = "posts/introducing-irmin.md";
const SOON = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-09T12:00[Europe/London]" }] }];
const ANEW = postText("All new", { body: "Every word is other.\n" });
/** An address that no account has. */
const UNLINKED = { name: "Somebody", email: "somebody@laptop.local" };
const unlinked = { author: UNLINKED, committer: UNLINKED };

async function submitted(options: WorldOptions = {}): Promise<number> {
  world = await openWorld({ desk: { campaigns: SOON }, ...options });
  const number = world.submits("samoht", IRMIN.slug, { fork: false });
  await world.settles();
  return number;
}

async function reviewedBy(who: string, number: number): Promise<boolean> {
  world.reviews(who, number);
  await world.settles();
  return world.check(number, "review")?.conclusion === "success";
}

const loses = () => {
  world.github.webhooks.drop(({ name }) => name === "push" || name === "pull_request");
};

describe("whoever wrote the text as it stands", () => {
  it.each([
    ["with a name that GitHub knows", {}, false],
    ["with a name that GitHub knows, its webhook lost", {}, true],
    ["with an address that is nobody's, by an account that a webhook tells", unlinked, false],
    ["in the name of its author, by an account that a webhook tells", "samoht", false],
  ] as const)("[RV13] does not review it: the reviewer rewrites it %s, and then approves", async (_, names, lost) => {
    const number = await submitted();
    if (lost) loses();
    const samoht = { name: "Thomas Gazagnaire", email: world.github.as("samoht").person.email };
    world.pushes("djs55", number, { [PATH]: ANEW }, names === "samoht" ? { author: samoht, committer: samoht } : names);
    await world.settles();
    world.github.webhooks.over();
    expect(await reviewedBy("djs55", number)).toBe(false);
    expect(world.notice(number)).toContain("the review by djs55 does not count, because djs55 wrote part of the present text");
    expect(world.pull(number).pull.requested).not.toContain("djs55");
    await world.passes("3 days");
    expect(world.pull(number).standing).toBe("open");
    expect(await reviewedBy("hannesm", number)).toBe(true);
    await world.passes("5 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[RV13] may be anybody where nobody knows: no approval counts until it is known, and the notice says how", async () => {
    const number = await submitted();
    loses();
    const sha = world.pushes("djs55", number, { [PATH]: ANEW }, unlinked);
    await world.settles();
    world.github.webhooks.over();
    expect(await reviewedBy("djs55", number)).toBe(false);
    expect(world.notice(number)).toContain(`the e-mail address of commit \`${sha.slice(0, 7)}\` belongs to no GitHub account`);
    expect(world.notice(number)).toContain("or makes the commit again with an address of their account");
    // Whoever it was gives GitHub the address.
    world.github.as("djs55").person.email = UNLINKED.email;
    await world.passes("2 days");
    expect(world.notice(number)).toContain("the review by djs55 does not count, because djs55 wrote part of the present text");
    expect(await reviewedBy("hannesm", number)).toBe(true);
  });

  it("[RV13] is the opener, of what was there when it was opened", async () => {
    world = await openWorld({ desk: { campaigns: SOON } });
    world.github.as("samoht").push(world.repo, "irmin", { [PATH]: ANEW }, unlinked);
    const { number } = world.github.as("samoht").opens(world.repo, { branch: "irmin", title: "Irmin" });
    await world.settles();
    expect(await reviewedBy("djs55", number)).toBe(true);
  });

  it("[RV13] is not whoever takes in the base, has a suggestion of theirs taken over, or sets what the app would set", async () => {
    world = await openWorld({ desk: { campaigns: PINNED } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-30"), fork: false });
    await world.passes("8 days");
    world.github.as("djs55").takesSuggestion(world.repo, number, 0);
    await world.settles();
    world.github.as("amirmc").push(world.repo, "main", { "README.md": "# Mirage again\n" });
    world.github.as("djs55").updatesBranch(world.repo, number);
    await world.settles();
    const text = plain("2014-07-16");
    const line = text.split("\n").findIndex((one) => one.startsWith("What")) + 1;
    world.reviews("djs55", number, {
      state: "COMMENTED",
      comments: [{ path: PATH, startLine: null, line, side: "RIGHT", body: "```suggestion\nWhat it is good for.\n```" }],
    });
    await world.settles();
    world.github.as("samoht").takesSuggestion(world.repo, number, 1);
    await world.settles();
    expect(await reviewedBy("djs55", number)).toBe(true);
  });

  it("[RV13] is not who rebased it without changing anything", async () => {
    const number = await submitted();
    const text = postText("About introducing-irmin");
    expect(await reviewedBy("djs55", number)).toBe(true);
    world.github.as("amirmc").push(world.repo, "main", { "README.md": "# Mirage again\n" });
    const samoht = { name: "Thomas Gazagnaire", email: world.github.as("samoht").person.email };
    world.pushes("djs55", number, { [PATH]: text }, { force: true, author: samoht });
    await world.settles();
    expect(world.check(number, "review")?.conclusion).toBe("success");
    world.pushes("djs55", number, { [PATH]: ANEW }, { force: true, author: samoht });
    await world.settles();
    expect(await reviewedBy("djs55", number)).toBe(false);
  });

  it("[RV13] is cleared by nobody's approval of the same text", async () => {
    const number = await submitted({ desk: { campaigns: SOON, review: { approvals: 2, ask: 2 } } });
    world.pushes("djs55", number, { [PATH]: ANEW });
    await world.settles();
    expect(world.pull(number).pull.requested).not.toContain("djs55");
    await reviewedBy("hannesm", number);
    expect(await reviewedBy("djs55", number)).toBe(false);
    expect(world.check(number, "review")?.title).toBe("1 of 2 approvals");
    expect(await reviewedBy("avsm", number)).toBe(true);
  });

  it("[RV13] reviews again once somebody else has approved it and others have written since", async () => {
    const number = await submitted();
    world.pushes("djs55", number, { [PATH]: ANEW });
    await world.settles();
    expect(await reviewedBy("hannesm", number)).toBe(true);
    world.pushes("samoht", number, { [PATH]: ANEW.replace("other", "another") });
    await world.settles();
    expect(await reviewedBy("djs55", number)).toBe(true);
  });

  it("[RV14] is heard when they ask for changes, and not waited for once there are some", async () => {
    const number = await submitted();
    world.reviews("djs55", number, { state: "CHANGES_REQUESTED" });
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("sent back");
    world.pushes("djs55", number, { [PATH]: ANEW });
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("in review");
    expect(world.pull(number).pull.requested).not.toContain("djs55");
    expect(await reviewedBy("hannesm", number)).toBe(true);
  });
});

/** What an approval covers: all that a pull request changes, so that nothing goes live that nobody saw. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, postText } from "../world/desk-file.js";
import { mends, PINNED, plain } from "../world/pinned-post.js";

let world: World;
afterEach(() => world.closes());

const PATH = "posts/introducing-irmin.md";
const BODY = "![A graph](graph.png)\n";
const TEXT = postText("Introducing Irmin", { body: BODY });
const SOON = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-09T12:00[Europe/London]" }] }];

/** Submitted with a picture, and approved. */
async function approved(options: WorldOptions = {}, files = {}): Promise<number> {
  world = await openWorld({ desk: { campaigns: SOON }, ...options });
  const number = world.submits("samoht", IRMIN.slug, { files: { [PATH]: TEXT, "posts/graph.png": "\u0000one", ...files }, fork: false });
  await world.settles();
  world.reviews("djs55", number);
  await world.settles();
  expect(world.check(number, "review")?.conclusion).toBe("success");
  return number;
}

const labels = (number: number) => world.pull(number).labels.map(({ name }) => name);
const counts = (number: number) => world.check(number, "review")?.conclusion === "success";

describe("an approval", () => {
  it.each([
    ["a layout", "_layouts/default.html", "<script src=//evil.example/x.js></script>\n"],
    ["a picture", "posts/graph.png", "\u0000two"],
    ["a Gemfile", "Gemfile", 'gem "evil"\n'],
    ["the desk file", ".github/presstime.yml", deskFile({ coordinators: ["mallory"] })],
    ["the text of the post", PATH, TEXT.replace("A graph", "Another")],
  ])(
    "[RV9] is void once %s is pushed after it: the notice and the check name the path, and the reviewer is asked again",
    async (_, path, text) => {
      const number = await approved();
      world.pushes("samoht", number, { [path]: text });
      await world.settles();
      expect(counts(number)).toBe(false);
      expect(world.notice(number)).toContain(`another review by djs55: \`${path}\` changed after the last review`);
      expect(world.check(number, "review")?.summary).toContain(`\`${path}\` changed after the last review`);
      expect(world.pull(number).pull.requested).toEqual(["djs55"]);
      await world.passes("3 days");
      expect(world.pull(number).standing).toBe("open");
      world.reviews("djs55", number);
      await world.passes("5 days");
      expect(world.pull(number).standing).toBe("merged");
    },
  );

  it("[RV9] is void too where something is not changed any more, or lies elsewhere", async () => {
    const number = await approved({ files: { "_config.yml": "title: Mirage\n" } }, { "_config.yml": "title: Ours\n" });
    world.pushes("samoht", number, { "_config.yml": "title: Mirage\n" });
    await world.settles();
    expect(world.notice(number)).toContain("`_config.yml` changed after the last review");
    world.reviews("djs55", number);
    await world.settles();
    expect(counts(number)).toBe(true);
    world.pushes("samoht", number, { "posts/graph.png": null, "posts/picture.png": "\u0000one" });
    await world.settles();
    expect(world.notice(number)).toContain("`posts/graph.png` and `posts/picture.png` changed after the last review");
  });

  it("[RV9] given back is not asked for again: what it was given for stands again", async () => {
    const number = await approved();
    world.pushes("samoht", number, { Gemfile: 'gem "more"\n' });
    await world.settles();
    expect(counts(number)).toBe(false);
    world.pushes("samoht", number, { Gemfile: null });
    await world.settles();
    expect(counts(number)).toBe(true);
  });

  it("[RV9] keeps a post from being said to go where the coordinator merges, too", async () => {
    const number = await approved({ desk: { campaigns: SOON, merge: { at_slot: false } } });
    world.pushes("samoht", number, { Gemfile: 'gem "more"\n' });
    await world.passes("3 days");
    expect(world.notice(number)).not.toContain("it can go live now");
    expect(world.said(number).join("\n")).not.toContain("can go live");
  });

  it("[GH10] holds when the base is taken in, though that changed other lines of the same file", async () => {
    const lines = (...changed: readonly number[]) =>
      [...Array(40).keys()].map((n) => `line-${n}: ${changed.includes(n) ? "anew" : "old"}\n`).join("");
    const old = "_data/old.yml";
    const number = await approved({ files: { [old]: lines() } }, { [old]: lines(35) });
    world.github.as("amirmc").push(world.repo, "main", { [old]: lines(3), "_layouts/default.html": "<p>\n" });
    world.github.as("samoht").updatesBranch(world.repo, number);
    await world.settles();
    expect(counts(number)).toBe(true);
    world.github.as("amirmc").push(world.repo, "main", { "README.md": "# Mirage again\n" });
    world.github.as("djs55").updatesBranch(world.repo, number);
    await world.settles();
    expect(counts(number)).toBe(true);
    await world.passes("3 days");
    expect(world.pull(number).standing).toBe("merged");
    expect(world.github.file(world.repo, old)).toBe(lines(3, 35));
  });

  it("[GH10] is void when a merge of the base keeps what the base took away", async () => {
    const number = await approved({ files: { "_layouts/default.html": "<script src=//evil.example/x.js></script>\n" } });
    const tip = world.github.as("amirmc").push(world.repo, "main", { "_layouts/default.html": "<p>\n" });
    const layout = { "_layouts/default.html": "<script src=//evil.example/x.js></script>\n" };
    world.pushes("samoht", number, layout, { merging: [tip], message: "Merge branch 'main'" });
    await world.settles();
    expect(counts(number)).toBe(false);
    expect(world.notice(number)).toContain("`_layouts/default.html` changed after the last review");
  });

  it("[GH33] holds when its writer takes over what the app suggested, one by one, or types those characters; and not when anything comes with them", async () => {
    world = await openWorld({ desk: { campaigns: PINNED } });
    const text = plain("2014-07-30", "published: false\n");
    const number = world.submits("samoht", IRMIN.slug, { text, fork: false });
    await world.passes("8 days");
    world.reviews("djs55", number);
    await world.settles();
    expect(counts(number)).toBe(true);
    world.github.as("samoht").takesSuggestion(world.repo, number, 0);
    await world.settles();
    expect(counts(number)).toBe(true);
    const half = world.github.file(world.repo, PATH, world.pull(number).pull.head.branch) ?? "";
    world.pushes("samoht", number, half.replace("published: false", "published: true").replace(/2014-07-\d\d/, "2014-07-16"));
    await world.settles();
    expect(counts(number)).toBe(true);
    world.pushes("samoht", number, half.replace("published: false", "published: true").replace(/2014-07-\d\d/, "2014-07-17"));
    await world.settles();
    expect(counts(number)).toBe(false);
  });

  it("[GH33] holds when its writer types what the app would set at the slot", async () => {
    world = await openWorld({ desk: { campaigns: PINNED, ...mends } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-30"), fork: false });
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    world.pushes("samoht", number, plain("2014-07-16"));
    await world.settles();
    expect(counts(number)).toBe(true);
    world.pushes("samoht", number, { [PATH]: plain("2014-07-16"), Gemfile: 'gem "more"\n' });
    await world.settles();
    expect(counts(number)).toBe(false);
  });

  it("[GH33, GH39] holds after a dozen pushes as after one, and each text that the app would have set something in is asked for once a push", async () => {
    world = await openWorld({ desk: { campaigns: PINNED, ...mends } });
    const number = world.submits("samoht", IRMIN.slug, { text: plain("2014-07-30"), fork: false });
    await world.settles();
    const asksFor = async (text: string) => {
      const before = world.github.requests.length;
      world.pushes("samoht", number, text);
      await world.settles();
      const bodies = world.github.requests.slice(before).map(({ body }) => JSON.stringify(body ?? ""));
      return bodies.filter((body) => body.includes("query Objects")).length;
    };
    const nth = (n: number) => plain("2014-07-30").replace("What it is for", `What it is for, said ${n} times`);
    // Which text stands there, that text, and those before it.
    for (let n = 1; n < 14; n += 1) expect(await asksFor(nth(n))).toBeLessThanOrEqual(3);
    world.reviews("djs55", number);
    await world.settles();
    expect(counts(number)).toBe(true);
    expect(await asksFor(nth(13).replace("2014-07-30", "2014-07-16"))).toBeLessThanOrEqual(3);
    expect(counts(number)).toBe(true);
    expect(await asksFor(nth(14))).toBeLessThanOrEqual(3);
    expect(counts(number)).toBe(false);
  });

  it.each([
    ["pushed after it and merged at once", "samoht", false],
    ["pushed and approved by one and the same", "djs55", true],
  ])("[ST19] covers nothing that is %s, while nobody has told us of either: it went live without a review", async (_, who, approves) => {
    const number = await approved();
    world.github.webhooks.hold();
    world.pushes(who, number, { [PATH]: TEXT.replace("A graph", "Evil") });
    if (approves) world.reviews(who, number);
    world.github.as("samoht").merges(world.repo, number);
    world.github.webhooks.release();
    await world.settles();
    expect(labels(number)).toContain("risk/unreviewed");
    expect(world.notice(number)).toContain("without a review");
    await world.passes("9 days");
    world.says("amirmc", number, "Hm.");
    await world.settles();
    expect(labels(number)).toContain("risk/unreviewed");
  });

  it("[GH40] holds, where it was given and merged before we heard of either", async () => {
    world = await openWorld({ desk: { campaigns: SOON } });
    const number = world.submits("samoht", IRMIN.slug, { fork: false });
    await world.settles();
    world.github.webhooks.hold();
    world.pushes("samoht", number, { [PATH]: TEXT });
    world.reviews("djs55", number);
    world.github.as("djs55").merges(world.repo, number);
    world.github.webhooks.release();
    await world.settles();
    expect(labels(number)).not.toContain("risk/unreviewed");
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });

  it("[GH40] is not given back by time to what nobody knows the writer of", async () => {
    world = await openWorld({ desk: { campaigns: SOON } });
    const number = world.submits("samoht", IRMIN.slug, { fork: false });
    await world.settles();
    world.github.webhooks.drop(({ name }) => name === "push" || name === "pull_request");
    const unlinked = { name: "Somebody", email: "somebody@laptop.local" };
    world.pushes("djs55", number, { [PATH]: TEXT }, { author: unlinked, committer: unlinked });
    await world.settles();
    world.github.webhooks.over();
    world.reviews("djs55", number);
    await world.settles();
    world.github.as("djs55").merges(world.repo, number);
    await world.settles();
    expect(labels(number)).toContain("risk/unreviewed");
    const asked = world.github.requests.filter(({ path }) => path.includes("/compare/")).length;
    await world.passes("3 days");
    world.says("amirmc", number, "Hm.");
    await world.settles();
    expect(labels(number)).toContain("risk/unreviewed");
    expect(world.github.requests.filter(({ path }) => path.includes("/compare/"))).toHaveLength(asked);
  });

  it("[GH41] of the text as it stands holds, however often strangers approve it", async () => {
    const number = await approved();
    for (let n = 0; n < 31; n += 1) world.reviews("mallory", number);
    await world.settles();
    expect(counts(number)).toBe(true);
    await world.passes("3 days");
    expect(world.pull(number).standing).toBe("merged");
  });

  it("[GH41] of somebody of the desk is compared before those of strangers, however many heads these have seen", async () => {
    const number = await approved();
    world.github.webhooks.hold();
    for (let n = 0; n < 31; n += 1) {
      world.pushes("samoht", number, { Gemfile: `gem "${n}"\n` });
      world.reviews("mallory", number);
    }
    world.pushes("samoht", number, { Gemfile: null });
    world.github.webhooks.release();
    await world.settles();
    expect(counts(number)).toBe(true);
  });

  it.each(["100755", "120000"] as const)(
    "[RV9] is void once a file that it saw becomes one of mode %s, with the same text",
    async (mode) => {
      const number = await approved();
      world.pushes("samoht", number, { "posts/graph.png": "\u0000one" }, { modes: { "posts/graph.png": mode } });
      await world.settles();
      expect(counts(number)).toBe(false);
      expect(world.notice(number)).toContain("GitHub cannot show what has changed after the last review");
      world.reviews("djs55", number);
      await world.settles();
      expect(counts(number)).toBe(true);
    },
  );

  it("[GH42] is void where the base is rewritten and the same head then brings what was taken off it; given once more, it counts", async () => {
    world = await openWorld({ desk: { campaigns: SOON } });
    const good = world.repo.branches.get("main") ?? "";
    world.github.as("hannesm").push(world.repo, "main", { "posts/bad.md": postText("Bad") });
    const number = world.submits("samoht", IRMIN.slug, { text: TEXT, fork: false });
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(counts(number)).toBe(true);
    await world.passes("1 hours");
    world.github.as("amirmc").push(world.repo, "main", { "README.md": "# Mirage again\n" }, { force: true, onto: good });
    await world.settles();
    expect(counts(number)).toBe(false);
    expect(world.notice(number)).toContain("`posts/bad.md` changed after the last review");
    await world.passes("1 hours");
    world.reviews("djs55", number);
    await world.settles();
    expect(world.check(number, "review")?.summary).not.toContain("changed after the last review");
  });
});

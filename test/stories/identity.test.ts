/** Which post a file is, what went live unseen, and pull requests that turn elsewhere: through real webhooks, real Git and a restarted app. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, deskFile, IRMIN, TLS, postText } from "../world/desk-file.js";

let world: World;
const open = async (options: WorldOptions = {}) => {
  world = await openWorld(options);
};
afterEach(() => world.closes());

const seen = async (slug: string) => (await world.view()).plan.posts.find((post) => post.slug === slug);
const slugs = async () => (await world.view()).plan.posts.map(({ slug }) => slug);
const FILE = `posts/${IRMIN.slug}.md`;
const WITH_FILE = { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, path: FILE }] }] };

describe("a post of an earlier year", () => {
  it("[ST17] with the name of a promise does not keep it, today and after a restart, until the plan names its file", async () => {
    await open({ files: { [FILE]: postText("Irmin, as it was in 2011") } });
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "promised", live: null });
    await world.passes("2 hours");
    await world.restarts();
    await world.passes("2 hours");
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    expect(await world.page(`/mirage/mirage-www/posts/${IRMIN.slug}`)).toContain("has the same name, but I do not count it as this post");
    world.rewritesDesk(WITH_FILE);
    await world.settles();
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "live", live: { path: FILE } });
  });

  it("[ST17] that was pushed long ago and comes into sight later does not keep it; what is pushed now does", async () => {
    await open();
    await world.passes("3 hours");
    const push = (text: string, at?: Date) =>
      world.github.as("amirmc").push(world.repo, "main", { [FILE]: postText(text) }, at ? { at } : {});
    push("From another branch", new Date("2012-03-04T05:06:07Z"));
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    world.github.as("amirmc").push(world.repo, "main", { [FILE]: null });
    await world.settles();
    world.github.as("amirmc").push(world.repo, "main", { [`posts/2014/${IRMIN.slug}.md`]: postText("Irmin") });
    await world.settles();
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "live", live: { path: `posts/2014/${IRMIN.slug}.md` } });
  });
});

describe("a desk that is proposed", () => {
  it("[DK74] with a promise whose name a file has already is told its line and the path to say", async () => {
    await open({ files: { "posts/council.md": postText("Council") } });
    const council = { slug: "council", title: "Council", byline: ["djs55"] };
    const desk = deskFile({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, council] }] });
    const number = world.submits("amirmc", "plan", { fork: false, files: { ".github/presstime.yml": desk } });
    await world.settles();
    const line = desk.split("\n").findIndex((one) => one.includes("slug: council")) + 1;
    const said = world.check(number, "config");
    expect(said?.annotations).toEqual([
      expect.objectContaining({ message: expect.stringContaining("`path: posts/council.md`") as unknown, startLine: line }),
    ]);
    world.github.as("amirmc").push(world.repo, world.pull(number).pull.head.branch, {
      ".github/presstime.yml": deskFile({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, { ...council, path: "posts/council.md" }] }] }),
    });
    await world.settles();
    expect(world.check(number, "config")?.annotations).toEqual([]);
  });
});

describe("a promise that is made after a post of its name went live", () => {
  it("[ST17] is open, though the app saw that post come", async () => {
    await open();
    const number = world.submits("djs55", "council", { path: "posts/2014/07/10/council.md" });
    await world.settles();
    world.reviews("samoht", number);
    await world.passes("8 days");
    expect(world.pull(number).standing).toBe("merged");
    const council = { slug: "council", title: "Council", byline: ["djs55"], beats: ["storage"] };
    world.rewritesDesk({ campaigns: [{ ...CAMPAIGN, posts: [IRMIN, council] }] });
    await world.settles();
    expect(await seen("council")).toMatchObject({ stage: "promised", promised: true });
    const next = world.submits("djs55", "council-again", { path: "posts/2014/07/17/council.md" });
    await world.settles();
    expect(await seen("council")).toMatchObject({ stage: "in review", leading: next });
    expect(world.check(next, "review")?.conclusion).toBe("action_required");
  });
});

describe("a stranger's pull request", () => {
  it("[ST16] under the name of a promise keeps nobody waiting, and is the promised post once its byline says so", async () => {
    await open();
    world.github.as("mallory");
    const number = world.submits("mallory", IRMIN.slug);
    await world.settles();
    expect(await slugs()).toEqual([IRMIN.slug, `${IRMIN.slug}#${number}`]);
    expect(world.notice(number)).toContain(`\`/post ${IRMIN.slug}\``);
    expect(await world.page(`/mirage/mirage-www/posts/${encodeURIComponent(`${IRMIN.slug}#${number}`)}`)).toContain("not in the plan");
    world.says("samoht", number, `/post ${IRMIN.slug}`);
    await world.settles();
    expect(await slugs()).toEqual([IRMIN.slug]);
  });

  it("[ST16] of the name of a post that went live lately gets no green check", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("8 days");
    expect(await world.stage(IRMIN.slug)).toBe("live");
    const foreign = world.submits("mallory", IRMIN.slug, { path: `posts/en/${IRMIN.slug}.md`, text: postText("Buy") });
    await world.settles();
    expect(world.check(foreign, "review")?.conclusion).toBe("action_required");
    expect(world.notice(foreign)).not.toContain("**Live**");
    await world.passes("5 days");
    expect(world.pull(foreign).standing).toBe("open");
  });
});

describe("a post that was merged by hand", () => {
  it("[ST19, ST20] unreviewed is told to the coordinators, on the board and on the pages, and reverted it is promised again", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const amir = world.github.as("amirmc");
    amir.merges(world.repo, number);
    await world.settles();
    expect(world.pull(number).labels.map(({ name }) => name)).toEqual(expect.arrayContaining(["risk/unreviewed", "status/published"]));
    expect(world.said(number).filter((body) => body.includes("\n@amirmc “"))).toHaveLength(1);
    expect(world.board().body).toContain("without a review");
    expect(await world.page()).toContain("Read the text, or remove it from the site");
    expect(await world.page(`/mirage/mirage-www/posts/${IRMIN.slug}`)).toContain("it went live without a review");
    await world.restarts();
    await world.passes("1 days");
    expect(world.said(number).filter((body) => body.includes("\n@amirmc “"))).toHaveLength(1);
    amir.push(world.repo, "revert", { [FILE]: null });
    const back = amir.opens(world.repo, { branch: "revert", title: "Revert", body: "" }).number;
    await world.settles();
    expect(world.notice(back)).toContain(`removes \`${FILE}\` from the site`);
    amir.merges(world.repo, back);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    expect(world.notice(number)).toContain("Later it was removed from the site");
    const again = world.submits("samoht", "irmin-again", { path: FILE });
    await world.settles();
    expect(await seen(IRMIN.slug)).toMatchObject({ leading: again, stage: "in review" });
  });

  it("[ST15] and renamed by another pull request is live still", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("8 days");
    const amir = world.github.as("amirmc");
    const text = postText(`About ${IRMIN.slug}`);
    amir.push(world.repo, "move", { [FILE]: null, "posts/irmin-explained.md": text });
    const move = amir.opens(world.repo, { branch: "move", title: "Move", body: "" }).number;
    await world.settles();
    amir.merges(world.repo, move);
    await world.passes("1 hours");
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "live", live: { path: "posts/irmin-explained.md", pull: number } });
    expect(world.notice(number)).toContain("**Live**");
  });
});

describe("a pull request that goes to another branch", () => {
  it("[ST21] loses labels and checks in words, and has them again when it comes back", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, TLS] }] } });
    const amir = world.github.as("amirmc");
    amir.push(world.repo, "next", { "docs/next.md": "# Next\n" });
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    const review = world.check(number, "review");
    amir.edits(world.repo, number, { base: "next" });
    await world.settles();
    expect(world.notice(number)).toContain("The base branch of this pull request is now `next`");
    expect(world.pull(number).labels).toEqual([]);
    expect(["review", "lint"].map((name) => world.check(number, name)?.conclusion)).toEqual(["neutral", "neutral"]);
    expect(await world.stage(IRMIN.slug)).toBe("promised");
    amir.edits(world.repo, number, { base: "main" });
    await world.settles();
    expect(world.check(number, "review")).toMatchObject({ conclusion: review?.conclusion, title: review?.title });
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("status/in-review");
    world.reviews("djs55", number);
    await world.passes("8 days");
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });
});

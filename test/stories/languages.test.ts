/** One post in several languages: with its post in one pull request, in one of its own before or after it, and what only looks like a language. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, postText } from "../world/desk-file.js";

let world: World;
const open = async (options: WorldOptions = {}, desk: object = {}) => {
  world = await openWorld({ ...options, desk: { campaigns: PINNED, ...desk } });
};
afterEach(() => world.closes());

const SLOT = "2014-07-08T11:00:00Z";
const PINNED = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: "2014-07-08T12:00[Europe/London]" }] }];
const FILE = `posts/${IRMIN.slug}.md`;
const plan = async () => (await world.view()).plan;
const seen = async (slug: string) => (await plan()).posts.find((post) => post.slug === slug);
const slugs = async () => (await plan()).posts.map(({ slug }) => slug);
const failed = (number: number) =>
  world
    .pull(number)
    .pull.checks.filter(({ conclusion }) => conclusion === "failure")
    .map(({ name }) => name);

/** Post and translations as each generator wants them, with the globs that name both. */
const LAYOUTS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "Hugo and Zola by file name",
    ["content/**/*.md"],
    [`content/blog/${IRMIN.slug}.md`, `content/blog/${IRMIN.slug}.fr.md`, `content/blog/${IRMIN.slug}.pt-br.md`],
  ],
  [
    "Hugo by file name, each with its language",
    ["content/**/*.md"],
    [`content/blog/${IRMIN.slug}.en.md`, `content/blog/${IRMIN.slug}.zh-cn.md`],
  ],
  ["bundles", ["content/**/*.md"], [`content/blog/${IRMIN.slug}/index.md`, `content/blog/${IRMIN.slug}/index.fr.md`]],
  [
    "Hugo by folder, as Kubernetes has it",
    ["content/*/blog/_posts/*.md"],
    [`content/en/blog/_posts/2014-07-08-${IRMIN.slug}.md`, `content/zh-cn/blog/_posts/2014-07-08-${IRMIN.slug}.md`],
  ],
  [
    "Jekyll by folder",
    ["**/_posts/**/*.md"],
    [`_posts/2014-07-08-${IRMIN.slug}.md`, `_posts/fr/2014-07-08-${IRMIN.slug}.md`, `ja/_posts/2014-07-08-${IRMIN.slug}.md`],
  ],
  [
    "Docusaurus",
    ["blog/*.md", "i18n/*/docusaurus-plugin-content-blog/*.md"],
    [`blog/2014-07-08-${IRMIN.slug}.md`, `i18n/fr/docusaurus-plugin-content-blog/2014-07-08-${IRMIN.slug}.md`],
  ],
];

describe("a post with its translations in one pull request", () => {
  it.each(LAYOUTS)("[ST63] is one promise with one slot and one address: %s", async (_, posts, paths) => {
    await open({}, { posts });
    const files = Object.fromEntries(paths.map((path, n) => [path, postText(`Irmin ${n}`)]));
    const number = world.submits("samoht", IRMIN.slug, { files });
    await world.settles();
    expect(failed(number)).toEqual([]);
    expect(await slugs()).toEqual([IRMIN.slug]);
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "in review", title: "Irmin 0", texts: paths });
    expect(world.notice(number)).toContain(`In ${paths.length} languages: \`${paths[0] ?? ""}\``);
    world.reviews("djs55", number);
    await world.passes("3 days");
    expect(world.pull(number).pull.merged?.at).toBe(SLOT);
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "live", live: { path: paths[0] } });
    expect(await slugs()).toEqual([IRMIN.slug]);
    expect(world.board().body).toContain("1 of 1 live");
  });

  it("[ST63] is told by its front matter too: one key, or one permalink with another language", async () => {
    await open({}, { posts: ["_posts/*.md"] });
    const text = (fields: string) => `---\ntitle: Irmin\n${fields}---\n\nWhat it is.\n`;
    const number = world.submits("samoht", IRMIN.slug, {
      files: {
        [`_posts/2014-07-08-${IRMIN.slug}.md`]: text("lang: en\nref: irmin\npermalink: /irmin/\n"),
        "_posts/2014-07-08-presentation-irmin.md": text("lang: fr\nref: irmin\n"),
        "_posts/2014-07-08-irmin-vorgestellt.md": text("lang: de\npermalink: /irmin/\n"),
        [`_posts/2014-07-08-${IRMIN.slug}-it.md`]: text("lang: it\n"),
      },
    });
    await world.settles();
    expect(failed(number)).toEqual([]);
    expect(await slugs()).toEqual([IRMIN.slug]);
  });

  it("[PB58] waits for each of its texts: an error, or a flag that hides it, in one keeps all back", async () => {
    await open();
    const hidden = "---\ntitle: Irmin\ndraft: true\n---\n\nCe que c'est.\n";
    const number = world.submits("samoht", IRMIN.slug, { files: { [FILE]: postText("Irmin"), "posts/fr/introducing-irmin.md": hidden } });
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("2 days");
    expect(world.pull(number).standing).toBe("open");
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "sent back", waitingFor: ["samoht"] });
    world.pushes("samoht", number, { "posts/fr/introducing-irmin.md": postText("Irmin") });
    await world.settles();
    world.reviews("djs55", number);
    await world.passes("3 days");
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });

  it("[RV66] needs another approval when a translation comes to it afterwards", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", number);
    await world.settles();
    expect(await world.stage(IRMIN.slug)).toBe("approved");
    world.pushes("samoht", number, { "posts/introducing-irmin.zh.md": postText("关于它") });
    await world.passes("2 days");
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "in review", approvals: { by: [] } });
    world.reviews("djs55", number);
    await world.passes("3 days");
    expect(await world.stage(IRMIN.slug)).toBe("live");
  });
});

describe("a translation in a pull request of its own", () => {
  it.each([["posts/introducing-irmin.fr.md"], ["posts/fr/introducing-irmin.md"], ["fr/posts/introducing-irmin.md"]])(
    "[ST64, RV66] of a live post is reviewed by itself, takes no slot and goes live once it is approved: %s",
    async (path) => {
      await open({}, { posts: ["**/posts/**/*.md"] });
      const first = world.submits("samoht", IRMIN.slug);
      await world.settles();
      world.reviews("djs55", first);
      await world.passes("2 days");
      expect(await world.stage(IRMIN.slug)).toBe("live");
      const second = world.submits("avsm", "irmin-fr", { files: { [path]: postText("Irmin, en français") } });
      await world.settles();
      const slug = `${IRMIN.slug}#${second}`;
      expect(await slugs()).toEqual([IRMIN.slug, slug]);
      expect(await seen(slug)).toMatchObject({ stage: "in review", translates: IRMIN.slug, slot: null, approvals: { by: [], needed: 1 } });
      expect(await seen(IRMIN.slug)).toMatchObject({ stage: "live", submissions: [first] });
      expect(failed(second)).toEqual([]);
      expect(world.check(second, "review")?.conclusion).toBe("action_required");
      expect(world.notice(second)).toContain(`a translation of \`${IRMIN.slug}\``);
      expect(world.pull(second).pull.requested).toHaveLength(1);
      expect(world.board().body).toContain("1 of 1 live");
      await world.passes("2 days");
      expect(world.pull(second).standing).toBe("open");
      world.reviews("samoht", second);
      await world.settles();
      expect(world.pull(second).standing).toBe("merged");
      expect(await seen(IRMIN.slug)).toMatchObject({ stage: "live", live: { pull: first, path: FILE } });
      await world.restarts();
      expect(await seen(slug)).toMatchObject({ stage: "live", translates: IRMIN.slug, live: { without: [] } });
      expect(world.board().body).toContain("1 of 1 live");
      expect(await world.page()).not.toContain("These posts are not in the plan");
    },
  );

  it("[ST64] that comes beside its post has its slot, does not lead, and goes right after it", async () => {
    await open();
    const translation = world.submits("avsm", "irmin-fr", { files: { "posts/fr/introducing-irmin.md": postText("Irmin, en français") } });
    await world.settles();
    const first = world.submits("samoht", IRMIN.slug, { draft: true });
    await world.settles();
    const slug = `${IRMIN.slug}#${translation}`;
    expect(await seen(IRMIN.slug)).toMatchObject({ stage: "in progress", leading: first });
    expect(await seen(slug)).toMatchObject({ stage: "in review", leading: translation, slot: { at: SLOT } });
    world.reviews("hannesm", translation);
    await world.passes("1 hour");
    expect(world.notice(translation)).toContain(`\`${IRMIN.slug}\` must be live first`);
    world.github.as("samoht").marksReady(world.repo, first);
    world.reviews("djs55", first);
    await world.passes("2 days");
    expect(world.pull(first).pull.merged?.at).toBe(SLOT);
    expect(world.pull(translation).standing).toBe("merged");
    expect(await seen(slug)).toMatchObject({ stage: "live", live: { without: [] } });
  });

  it("[ST64] keeps its post from nothing when it is not ready, and goes later", async () => {
    await open();
    const first = world.submits("samoht", IRMIN.slug);
    const translation = world.submits("avsm", "irmin-fr", { files: { "posts/introducing-irmin.fr.md": postText("Irmin") } });
    await world.settles();
    world.reviews("djs55", first);
    await world.passes("2 days");
    expect(world.pull(first).pull.merged?.at).toBe(SLOT);
    expect(world.pull(translation).standing).toBe("open");
    world.reviews("samoht", translation);
    await world.settles();
    expect(world.pull(translation).standing).toBe("merged");
  });

  it("[ST64] of a post that nobody promised waits for it as well; a stranger's post makes no translation of the desk's", async () => {
    await open();
    const ours = world.submits("djs55", "tutorial", { path: "posts/fr/tutorial.md" });
    await world.settles();
    world.github.as("mallory");
    const theirs = world.submits("mallory", "tutorial", { path: "posts/tutorial.md" });
    await world.settles();
    expect(await seen("tutorial")).toMatchObject({ leading: ours, translates: null });
    expect(await seen(`tutorial#${theirs}`)).toMatchObject({ translates: null });
    const post = world.submits("djs55", "guide", { path: "posts/guide.md" });
    const german = world.submits("mallory", "guide", { path: "posts/de/guide.md" });
    await world.settles();
    expect(await seen("guide")).toMatchObject({ leading: post });
    expect(await seen(`guide#${german}`)).toMatchObject({ leading: german, translates: "guide" });
  });

  it("[ST64] with a link from its post is no mere correction", async () => {
    await open();
    const first = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.reviews("djs55", first);
    await world.passes("2 days");
    const files = {
      [FILE]: postText("Introducing Irmin", { body: "Also [in French](fr/introducing-irmin.md).\n" }),
      "posts/fr/introducing-irmin.md": postText("Irmin"),
    };
    const second = world.submits("avsm", "irmin-fr", { files });
    await world.settles();
    expect(await slugs()).toEqual([IRMIN.slug, `${IRMIN.slug}#${second}`]);
    expect(failed(second)).toEqual([]);
    world.reviews("samoht", second);
    await world.settles();
    expect(world.pull(second).standing).toBe("merged");
  });
});

describe("what only looks like a language", () => {
  it.each([
    ["posts/go/introducing-irmin.md"],
    ["posts/c/introducing-irmin.md"],
    ["posts/ml/introducing-irmin.md"],
    ["posts/os/introducing-irmin.md"],
    ["posts/2014/introducing-irmin.md"],
  ])("[ST63] is another post, which has no address of its own: %s", async (path) => {
    await open();
    const number = world.submits("samoht", IRMIN.slug, { files: { [FILE]: postText("Irmin"), [path]: postText("Irmin again") } });
    await world.settles();
    expect(failed(number)).toContain("presstime/lint");
  });

  it("[ST63] is a topic as long as no such text is in another place", async () => {
    await open();
    const files = {
      "posts/it/guide.md": postText("Guide to IT"),
      "posts/is/tutorial.md": postText("It is"),
      "posts/no.md": postText("No"),
      "posts/it.md": postText("It"),
    };
    const number = world.submits("djs55", "guides", { files });
    await world.settles();
    expect((await slugs()).slice(1).toSorted()).toEqual(["guide", "it", "no", "tutorial"]);
    expect(failed(number)).toEqual([]);
  });

  it("[ST63] is a post of its own where the plan promises it", async () => {
    const french = { slug: "irmin-en-francais", title: "Irmin", byline: ["avsm"], path: "posts/fr/introducing-irmin.md" };
    await open({}, { campaigns: [{ ...CAMPAIGN, posts: [IRMIN, french] }] });
    const number = world.submits("samoht", IRMIN.slug, {
      files: { [FILE]: postText("Irmin"), "posts/fr/introducing-irmin.md": postText("Irmin") },
    });
    await world.settles();
    expect(await seen(IRMIN.slug)).toMatchObject({ leading: number });
    expect(await seen("irmin-en-francais")).toMatchObject({ leading: number, promised: true });
  });
});

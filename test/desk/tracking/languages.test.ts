/** What makes a text one of a post in another language, and who may make it one. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { languagesOf, marksOf } from "../../../src/desk/facts/text-marks.js";
import { slugOfPath } from "../../../src/desk/facts/slug.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { campaign, desk, moment, paperWorld, person } from "../paper-world.js";

const isOnePost = (one: string, other: string) => languagesOf({ path: one }, { path: other }) !== null;

describe("two paths", () => {
  it.each([
    ["posts/x.md", "posts/x.zh.md"],
    ["posts/x.md", "posts/x.pt-BR.md"],
    ["posts/x.md", "posts/x.zh-Hans.markdown"],
    ["posts/x.zh.md", "posts/ja/x.md"],
    ["posts/x/index.md", "posts/x/index.fr.md"],
    ["posts/x.md", "posts/fr/x/index.md"],
    ["content/en/blog/x.md", "content/zh-cn/blog/x.md"],
    ["_posts/2014-07-18-x.md", "fr/_posts/2014-07-18-x.md"],
    ["src/content/blog/en/x.mdx", "src/content/blog/es-419/x.mdx"],
    ["website/blog/2014-07-18-x.md", "website/i18n/zh-Hans/docusaurus-plugin-content-blog/2014-07-18-x.md"],
    ["news/x.md", "i18n/fr/docusaurus-plugin-content-blog-news/x.md"],
  ])("[ST63] are one post: %s and %s", (one, other) => {
    expect([isOnePost(one, other), isOnePost(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["posts/x.md", "posts/y.fr.md"],
    ["posts/x.md", "posts/x.md"],
    ["posts/x.fr.md", "posts/fr/x.md"],
    ["posts/guide.md", "posts/go/guide.md"],
    ["posts/guide.md", "posts/c/guide.md"],
    ["posts/ml/intro.md", "posts/os/intro.md"],
    ["posts/notes.md", "posts/notes.io.md"],
    ["posts/index.md", "posts/it/index.md"],
    ["posts/it/index.md", "posts/no/index.md"],
    ["posts/2014/x.md", "posts/2015/x.md"],
    ["posts/xen/x.md", "posts/x.md"],
    ["posts/uk-news.md", "posts/news.md"],
    ["_posts/2014-07-18-news.md", "_posts/fr/2014-06-20-news.md"],
    ["posts/v1.md", "posts/v1.2.md"],
  ])("[ST63] are two posts: %s and %s", (one, other) => {
    expect(isOnePost(one, other)).toBe(false);
  });

  it("[ST63] in a rare language are one post where the text says so", () => {
    expect(languagesOf({ path: "posts/ml/x.md", language: "ml" }, { path: "posts/x.md" })).toEqual({ own: "ml", other: null });
    expect(languagesOf({ path: "posts/x-br.md", language: "br" }, { path: "posts/x.md" })).toEqual({ own: "br", other: null });
    expect(languagesOf({ path: "posts/x-br.md" }, { path: "posts/x.md" })).toBeNull();
  });

  it("[ST63] are read the same whichever is asked about, and any path is read", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (one, other) => {
        expect(marksOf({ path: one })[0]?.language).toBeNull();
        expect(isOnePost(one, other)).toBe(isOnePost(other, one));
        expect(slugOfPath(one).length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a text", () => {
  it.each([
    ["lang: fr", { language: "fr" }],
    ["language: pt_BR", { language: "pt-br" }],
    ["locale: zh-Hans\nref: irmin", { language: "zh-hans", translationKey: "irmin" }],
    ["translationKey: irmin", { translationKey: "irmin" }],
    ["lang: OCaml code", {}],
  ])("[ST63] says its language and what it shares with its translations: %j", (fields, said) => {
    const { language, translationKey } = readPost("posts/x.md", `---\ntitle: X\n${fields}\n---\n\nIt is.\n`).post;
    expect({ ...(language && { language }), ...(translationKey && { translationKey }) }).toEqual(said);
  });

  it.each([
    ["content/x/index.fr.md", "x"],
    ["content/x/_index.pt-br.md", "x"],
    ["content/x.fr.md", "x.fr"],
    ["content/v1.0.md", "v1.0"],
  ])("[ST63] at %s is called %s", (path, slug) => {
    expect(slugOfPath(path)).toBe(slug);
  });
});

describe("pull requests", () => {
  const people = ["ann", "ben", "cat", "dan"].map((login) => person(login));
  const open = (posts: Parameters<typeof campaign>[0]) =>
    paperWorld({ desk: { people, posts: ["posts/**/*.md"], campaigns: [campaign(posts)] } });

  it("[ST64] a translation that somebody merges before its post does not keep the promise", () => {
    const world = open([{ slug: "x", byline: ["ann"] }]);
    const post = world.submits("ann", "x", { number: 1, draft: true });
    const french = world.submits("ben", "x", { number: 2, path: "posts/fr/x.md" });
    world.passes("1 hours");
    world.merges(french);
    world.passes("1 hours");
    expect(world.post("x")).toMatchObject({ stage: "in progress", leading: post });
    world.readies(post);
    world.looks();
    world.reviews("cat", post);
    world.passes("3 days");
    expect(world.post("x")).toMatchObject({ stage: "live", live: { pull: post, path: "posts/x.md" } });
  });

  it("[ST64] the slot of a translation follows that of its post, and a later one that is asked for is kept", () => {
    const world = open([{ slug: "x", byline: ["ann"] }]);
    world.submits("ann", "x", { number: 1 });
    world.submits("ben", "x", { number: 2, path: "posts/x.fr.md" });
    world.looks();
    expect(world.post("x#2").slot?.at).toBe(world.post("x").slot?.at);
    world.says("ann", 1, "/slot 2014-07-16T12:00");
    world.looks();
    expect(world.post("x#2")).toMatchObject({ translates: "x", announced: [], slot: { at: moment("2014-07-16T11:00:00Z") } });
    world.sleeps("2 minutes");
    for (const body of ["/slot 2014-07-10T12:00", "/pin 2014-07-10T12:00", "/slot next"]) {
      const said = world.says("ben", 2, body);
      world.looks();
      expect(world.pull(2).comments.find(({ id }) => id === said)?.reactions).toEqual(["confused"]);
      expect(world.pull(2).comments.at(-1)?.body).toContain(
        "`x#2` is a translation of `x`: it goes live with that post, on Wed 16 July 2014, 12:00",
      );
      world.sleeps("2 minutes");
    }
    world.says("ben", 2, "/slot 2014-07-18T12:00");
    world.looks();
    expect(world.post("x#2").slot).toMatchObject({ at: moment("2014-07-18T11:00:00Z"), by: "ben" });
    expect(world.post("x").slot?.at).toBe(moment("2014-07-16T11:00:00Z"));
  });

  it("[ST64] translations of two posts in one pull request go once both are live, and take no slot", () => {
    const world = open(["x", "y", "z"].map((slug) => ({ slug, byline: ["ann"] })));
    for (const [n, slug] of ["x", "y"].entries()) world.submits("ann", slug, { number: n + 1 });
    world.submits("ben", "french", { number: 3, path: "posts/fr/x.md", with: [{ slug: "y", path: "posts/fr/y.md" }] });
    world.looks();
    world.reviews("cat", 1);
    world.reviews("cat", 2);
    world.reviews("dan", 3);
    world.passes("5 days");
    const at = (slug: string) => world.post(slug).live?.at ?? "";
    expect([at("x") < at("y"), at("x#3"), at("y#3")]).toEqual([true, at("y"), at("y")]);
    // Three posts have three days one after the other.
    expect(world.post("z").slot?.at.slice(0, 10)).toBe("2014-07-14");
  });

  it("[PL1, ST64] at rest nothing is wanted, whatever texts come in whatever order", () => {
    const paths = ["posts/x.md", "posts/x.fr.md", "posts/ja/x.md", "posts/fr/y.md", "posts/y.md"];
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: 2 }), fc.array(fc.nat(4), { maxLength: 4 }), (order, approved) => {
        const world = open([{ slug: "x", byline: ["ann"] }]);
        for (const [n, path] of order.entries())
          world.submits(["ann", "ben"][n % 2] ?? "ann", "x", { number: n + 1, path, file: { path, text: "# X\n" } });
        world.passes("1 hours");
        for (const n of approved) if (n < order.length) world.reviews("cat", n + 1);
        world.passes("6 days");
        const posts = world.plan().posts;
        expect(new Set(posts.map(({ slug }) => slug)).size).toBe(posts.length);
        for (const { live, translates } of posts) {
          const original = posts.find(({ slug }) => slug === translates);
          if (live && translates && original) expect(original.live).not.toBeNull();
        }
        // Nobody's approval of one is an approval of another.
        for (const post of posts) expect(post.live === null || approved.includes((post.leading ?? 0) - 1)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a desk with a text in another language alone", () => {
  it("[ST63] takes it for the promised post whose name it has", () => {
    const world = paperWorld({ desk: desk({ posts: ["posts/**/*.md"], campaigns: [campaign([{ slug: "x", byline: ["ann"] }])] }) });
    world.submits("ann", "x", { number: 1, file: { path: "posts/x.fr.md", text: "# X\n" } });
    world.looks();
    expect(world.plan().posts.map(({ slug, leading }) => [slug, leading])).toEqual([["x", 1]]);
  });
});

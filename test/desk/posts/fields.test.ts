/** Slugs, titles, flags, tags and words. */
import { describe, expect, it } from "@jest/globals";
import { readPost } from "../../../src/desk/posts/read-post.js";

const post = (text: string, path = "posts/irmin.md") => readPost(path, text).post;

describe("slugs", () => {
  it("[PO12] the slug field, then the permalink, then the path, then the file's name", () => {
    const text = "---\ntitle: x\nslug: a\npermalink: /blog/b/\npath: 2014/07/18/c\n---\n";
    expect(post(text, "_posts/2014-07-18-d.md")).toMatchObject({ slug: "a", slugs: ["a", "b", "c", "d"] });
  });

  it.each([
    ["/blog/2014/07/18/irmin/index.html", "irmin"],
    ["irmin.html", "irmin"],
    ["/irmin/?utm=x#y", "irmin"],
    ["inside-rust/2026/06/04/irmin", "irmin"],
    ["/caf%C3%A9/", "café"],
  ])("[PO12] the permalink %s ends in %s", (permalink, slug) => {
    expect(post(`---\ntitle: x\npermalink: ${permalink}\n---\n`).slug).toBe(slug);
  });

  it.each(["/:title", "/:year/:slug/", "/../..", "/", "{{ page.slug }}"])("[PO12] the permalink %s says nothing of this post", (permalink) => {
    expect(post(`---\ntitle: x\npermalink: "${permalink}"\n---\n`).slugs).toEqual(["irmin"]);
  });

  it.each(["posts/irmin.md.md", "blog/irmin/index.md", "_posts/2014-7-18-irmin.markdown", "blog/2014-07-18-irmin/README.md", "_posts/2014-07-18-irmin...markdown", "irmin.Rmd"])("[PO12] %s is irmin", (path) => {
    expect(post("# x\n", path).slugs).toEqual(["irmin"]);
  });

  it("[PO12] a slug that looks like a number stays as it was written", () => {
    expect(post("---\ntitle: x\nslug: 1.0\n---\n").slug).toBe("1.0");
  });

  it("[PO12] the same slug twice counts once", () => {
    expect(post("---\ntitle: x\npermalink: Irmin\n---\n").slugs).toEqual(["Irmin"]);
  });
});

describe("titles", () => {
  it.each([
    ["# On *Irmin* #\n", "On Irmin"],
    ["On Irmin\n========\n", "On Irmin"],
    ["```sh\n# not this\n```\n\n# On Irmin {#irmin}\n", "On Irmin"],
    ["    # not this\n\n# [On](x) `Irmin`\n", "On Irmin"],
    ["## Not this\n\n# On Irmin\n", "On Irmin"],
  ])("[PO13] %j is titled by its first top heading", (text, title) => {
    expect(post(text).title?.value).toBe(title);
  });

  it("[PO13] a field counts before a heading", () => {
    expect(post("---\ntitle: Field\n---\n\n# Heading\n").title?.value).toBe("Field");
  });

  it.each([
    ["", "front matter with a `title`, or a heading `# …`"],
    ["---\ndate: 2014-07-18\n---\n\nHello\n", "`title` in the front matter, such as `title: …`"],
    ['+++\ndate = 2014-07-18\n+++\n', '`title` in the front matter, such as `title = "…"`'],
    ['---\ntitle: ""\n---\n', "`title` in the front matter"],
  ])("[PO13] %j has no title, and is told where one belongs", (text, where) => {
    const { post: untitled, findings } = readPost("x.md", text);
    expect(untitled.title).toBeNull();
    expect(findings).toMatchObject([{ rule: "title", severity: "error" }]);
    expect(findings[0]?.message).toContain(where);
  });

  it.each([
    ["---\ndate: 2014-07-18\ntitle:\nauthor: Ann\n---\n\nHello\n", 3],
    ["---\nauthor: Ann\ndate: 2014-07-18\ntitle: ''\n---\n\n# A heading\n", 4],
    ['+++\ndate = 2014-07-18\n\ntitle = ""\n+++\n', 4],
    ["date: 2014-07-18\ntitle:\n--BODY--\n", 2],
    ["---\ndate: 2014-07-18\nTitle:\n---\n", 3],
  ])("[PO13] an empty title is told on its own line: %j", (text, line) => {
    expect(readPost("irmin.md", text).findings).toMatchObject([{ rule: "title", severity: "error", place: { line } }]);
  });
});

describe("flags, tags and words", () => {
  it.each([
    ["draft: true", true],
    ["draft: false", false],
    ["published: false", true],
    ["published: true", false],
    ['draft: "yes"', true],
  ])("[PO14] `%s`", (field, unpublished) => {
    expect(post(`---\ntitle: x\n${field}\n---\n`).unpublished).toMatchObject({ value: unpublished, place: { line: 3 } });
  });

  it("[PO14] a post that says nothing of it is not known to be unpublished", () => {
    expect(post("---\ntitle: x\npublished: 2014-07-18\n---\n").unpublished).toBeNull();
  });

  it.each([
    ["tags: [a, b]", ["a", "b"]],
    ["tags:\n- a\n- b", ["a", "b"]],
    ["tags: a b", ["a", "b"]],
    ["categories: a, b", ["a", "b"]],
    ["category: Release Notes", ["Release Notes"]],
    ["tags: [a]\ncategory: b", ["a", "b"]],
    ["tags:", []],
  ])("[PO1] `%s`", (field, tags) => {
    expect(post(`---\ntitle: x\n${field}\n---\n`).tags).toEqual(tags);
  });

  it("[PO1] words are counted without front matter, comments and signs", () => {
    expect(post("---\ntitle: a b c\n---\n\nOne two – three.\n<!-- not these\nwords -->\n\n- four\n").words).toBe(4);
  });
});

describe("what may be mended", () => {
  it("[PO17] every date, flag and address is known with its key as it is spelt, its place and its whole line", () => {
    const text = "---\r\ntitle: x\r\npubDate: '2014-07-18' # soon\r\nDate: 2014-07-19\r\nupdated: 2014-08-01\r\ndraft: yes\r\npublished: true\r\nurl: /x/\r\n---\r\n";
    const { dates, flags, address, ending } = post(text);
    expect(dates).toMatchObject([
      { key: "Date", value: { kind: "day", day: "2014-07-19" }, place: { line: 4, column: 7, endColumn: 17 }, line: "Date: 2014-07-19" },
      { key: "pubDate", value: { day: "2014-07-18" }, place: { line: 3, column: 10, endColumn: 22 }, line: "pubDate: '2014-07-18' # soon" },
    ]);
    expect(flags).toMatchObject([
      { key: "draft", value: true, line: "draft: yes" },
      { key: "published", value: false, line: "published: true" },
    ]);
    expect(address).toMatchObject([{ key: "url", value: "/x/", line: "url: /x/" }]);
    expect(ending).toBe("\r\n");
  });

  it("[PO17] a value over several lines, or on a line too long to be meant, is known without one; a day is no flag, and a flag no day", () => {
    expect(post("---\ntitle: x\ndate: >\n  2014-07-18\n---\n").dates).toMatchObject([{ line: null }]);
    expect(post(`---\ntitle: x\ndate: 2014-07-18 # ${"x".repeat(2000)}\n---\n`).dates).toMatchObject([{ line: null }]);
    expect(post("---\ntitle: x\npublished: 2014-07-18\n---\n")).toMatchObject({ flags: [], dates: [{ key: "published" }] });
    expect(post("---\ntitle: x\npublished: 'no'\n---\n")).toMatchObject({ flags: [{ value: true }], dates: [] });
    expect(post("---\ntitle: x\ndate: 2017-17-10\n---\n").dates).toMatchObject([{ value: null }]);
  });

  it.each([
    ["_posts/2014-07-18-irmin.md", "---\ntitle: x\n---\n", "jekyll"],
    ["content/blog/irmin/index.md", "---\ntitle: x\n---\n", "hugo"],
    ["content/en/blog/_posts/2018-05-01-x.md", "---\ntitle: x\n---\n", "hugo"],
    ["posts/irmin.md", "---\ntitle: x\npublishDate: 2014-07-18\n---\n", "hugo"],
    ["posts/irmin.md", '+++\ntitle = "x"\n+++\n', "hugo"],
    ["content/irmin.md", '+++\ntitle = "x"\n[taxonomies]\ntags = ["git"]\n+++\n', "zola"],
    ["posts/irmin.md", '+++\ntitle = "x"\npath = "2014/07/18/irmin"\n+++\n', "zola"],
    ["src/content/blog/irmin.md", "---\ntitle: x\n---\n", "astro"],
    ["blog/irmin.md", "---\ntitle: x\npubDate: Jul 18 2014\n---\n", "astro"],
    ["website/blog/2014-07-18-irmin.mdx", "---\ntitle: x\n---\n", "docusaurus"],
    ["blog/2014/07/18/irmin/index.md", "---\ntitle: x\nauthors: [ann]\n---\n", "docusaurus"],
    ["posts/2014-07-18-irmin.md", "---\ntitle: x\ndate: 2014-07-18\n---\n", "plain"],
    ["irmin.md", "# x\n", "plain"],
  ])("[PO18] %s is taken for a post of the kind of site that lays them out so", (path, text, site) => {
    expect(post(text, path).site).toBe(site);
  });
});

describe("tags", () => {
  it.each([
    ["---\ntitle: x\ntags: [git, store]\n---\n", ["3:8", "3:13"]],
    ["---\ntitle: x\ntags: store git store\n---\n", ["3:7", "3:13"]],
    ["---\ntitle: x\ncategory: git\ntags:\n- 'store'\n---\n", ["5:4", "3:11"]],
    ['+++\ntitle = "x"\ntags = ["gits-store", "git"]\n+++\n', ["3:10", "3:24"]],
  ])("[PO21] each is known once, with its place", (text, places) => {
    expect(post(text).tagged?.map(({ place }) => `${place.line}:${place.column}`)).toEqual(places);
    expect(post(text).tagged?.map(({ value }) => value)).toEqual(post(text).tags);
  });
});

describe("a text that says nothing of itself", () => {
  it("[PO20] has its slug and its day from its path", () => {
    const read = readPost("tmpl/blog/2014/07/18/introducing-irmin.md", "Hello there.\n");
    expect(read.post).toMatchObject({ format: "none", slug: "introducing-irmin", title: null, byline: [], dated: { value: { day: "2014-07-18" } } });
  });
});

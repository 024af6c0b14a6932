/** The same post in every form, every wrapping and every layout, and where each of its fields stands. */
import { describe, expect, it } from "@jest/globals";
import type { Place } from "../../../src/desk/facts/finding.js";
import { readPost } from "../../../src/desk/posts/read-post.js";

/** What stands at a place, by the lines as people count them. */
function at(text: string, { line, column, endLine, endColumn }: Place): string {
  const lines = text.split(/\r?\n/).slice(line - 1, endLine);
  return lines.map((one, index) => one.slice(index === 0 ? column - 1 : 0, index === lines.length - 1 ? endColumn - 1 : undefined)).join("\n");
}

const unquoted = (text: string) => text.replace(/^["']|["']$/g, "");

const FORMS = {
  yaml: "---\ntitle: Xen on ARM\nauthors: [Ann, Annabel Lee]\ndate: 2014-07-22 10:30 +0100\ntags:\n- arm\n- xen\n---\n\nHello there\n",
  toml: '+++\ntitle = "Xen on ARM"\nauthors = ["Annabel Lee", "Ann"]\ndate = "2014-07-22 10:30 +0100"\ntags = ["xen", "arm"]\n+++\n\nHello there\n',
  tables:
    '+++\ntitle = "Xen on ARM"\ndate = 2014-07-22T10:30:00+01:00\n[[authors]]\nname = "Ann"\n[[authors]]\nname = "Annabel Lee"\n[taxonomies]\ntags = [ # two\n  "arm",\n  "xen" ]\n+++\n\nHello there\n',
  "body-marker":
    'title: "Xen on ARM"\nauthors: "Ann" {"https://ann.example.org"} "Annabel Lee"\ndate: "2014-07-22 10:30 UTC+0100"\ntags: "arm, xen"\n--BODY--\n\nHello there\n',
} as const;

const WRAPPINGS: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["with CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["after a byte order mark", (text) => `\uFEFF${text}`],
  ["after blank lines", (text) => `\n\n${text}`],
  ["after a byte order mark and a blank line, with CRLF", (text) => `\uFEFF\r\n${text.replaceAll("\n", "\r\n")}`],
];

describe("every form in every wrapping", () => {
  const cases = Object.entries(FORMS).flatMap(([form, text]) => WRAPPINGS.map(([wrapping, wrap]) => [form, wrapping, wrap(text)] as const));

  it.each(cases)("[PO1] %s %s gives the same post, each field with its place", (_, __, text) => {
    const { post } = readPost("blog/xen-on-arm.md", text);
    expect(post).toMatchObject({ slug: "xen-on-arm", words: 2, dated: { value: { kind: "instant", at: "2014-07-22T09:30:00Z" } } });
    expect(post.title && unquoted(at(text, post.title.place))).toBe("Xen on ARM");
    expect(post.byline.map(({ value }) => value).toSorted()).toEqual(["Ann", "Annabel Lee"]);
    for (const { value, place } of post.byline) expect(unquoted(at(text, place))).toBe(value);
    expect(post.tags.toSorted()).toEqual(["arm", "xen"]);
    for (const { value, place } of post.tagged ?? []) expect(at(text, place)).toBe(value);
    expect(post.dated && at(text, post.dated.place)).toMatch(/^"?2014-07-22[ T]10:30/);
    expect(new Set(post.byline.map(({ place }) => `${place.line}:${place.column}`)).size).toBe(2);
  });
});

describe("layouts", () => {
  it.each([
    ["jekyll", "_posts/2014-07-22-xen-on-arm.markdown", "---\nlayout: post\ntitle: x\nauthor: Ann\npublished: false\n---\n", true],
    ["jekyll", "_posts/2014-7-22-xen-on-arm.md", "---\ntitle: x\nauthor: Ann\npublished: yes\n---\n", false],
    ["hugo", "content/blog/xen-on-arm/index.md", "---\ntitle: x\npublishDate: 2014-07-22\ndraft: true\nparams:\n  author: Ann\n---\n", true],
    ["hugo", "content/blog/xen-on-arm.md", '+++\ntitle = "x"\ndate = 2014-07-22\n[params.author]\nname = "Ann"\n+++\n', null],
    ["zola", "content/xen.md", '+++\ntitle = "x"\npath = "2014/07/22/xen-on-arm"\n[taxonomies]\nauthors = ["Ann"]\n+++\n', null],
    ["zola", "content/xen-on-arm/index.md", '+++\ntitle = "x"\ndate = 2014-07-22\nauthors = ["Ann"]\ndraft = false\n[extra]\na = 1\n+++\n', false],
    ["astro", "src/content/blog/xen-on-arm.mdx", "---\ntitle: x\npubDate: Jul 22 2014\nauthor: Ann\n---\n", null],
    ["docusaurus", "blog/2014-07-22-xen-on-arm/index.mdx", "---\ntitle: x\nauthors:\n  name: Ann\n  url: https://example.org\n---\n", null],
    ["docusaurus", "blog/2014/07/22/xen-on-arm.mdx", "---\ntitle: x\nauthors: [Ann]\n---\n", null],
    ["plain", "posts/2014-07-22-xen-on-arm.txt", "# x\n\nBy Ann\n", null],
    ["plain", "posts/2014/07/22/xen-on-arm/README.md", "# x\n\n_by_ [Ann](https://example.org)\n", null],
  ] as const)("[PO18] of %s: %s has its slug, day, by-line and flag", (site, path, text, unpublished) => {
    const { post, findings } = readPost(path, text);
    expect(findings).toEqual([]);
    expect(post).toMatchObject({ site, slug: "xen-on-arm", title: { value: "x" }, byline: [{ value: "Ann" }], dated: { value: { day: "2014-07-22" } } });
    expect(post.unpublished?.value ?? null).toBe(unpublished);
  });
});

/** Posts in MDX: what is read as code, what is told where it does not compile, and what comments silence. */
import { describe, expect, it } from "@jest/globals";
import { applyFixes, fixesOf } from "../../../src/desk/lint/apply-fixes.js";
import { examinePost } from "../../../src/examine/examine-post.js";

const HEAD = "---\ntitle: Irmin\nauthor: Ada\n---\n\n";

function examine(body: string, path = "posts/irmin.mdx") {
  const bytes = new TextEncoder().encode(HEAD + body);
  return examinePost({ path, bytes, size: bytes.length });
}

const told = (body: string, path?: string) =>
  examine(body, path).findings.map(({ rule, place }) => `${place.line - 5}:${place.column} ${rule}`);

describe("MDX", () => {
  it.each([
    ["imports and exports", 'import { a } from "the the"\n\nexport const b = "an store"\n'],
    ["what stands in braces", "It is {the.the} and {`the the`}.\n\n{`an store, see http://a.org`}\n"],
    ["its comments", "{/* the the an store http://a.org */}\n"],
    ["components and what they are given", '<Picture of="the the" from={{ a: 1 }} />\n'],
    ["names of headings", "## Branches {#branches}\n\n## Merges {/*merges*/}\n\n[a](#branches)\n"],
  ])("[LI132] %s are read as such", (_, body) => {
    expect(told(body)).toEqual([]);
  });

  it("[LI132] what is given to a component is told and left as it is; beside it, it is mended", () => {
    const body = "<Note>the the store</Note> and the the store\n\n<Note>\n\nSee the the store.\n\n</Note>\n\nSee the the store.\n";
    const { findings } = examine(body);
    expect(findings.map(({ place, fix }) => [place.line - 5, fix !== undefined])).toEqual([
      [1, false],
      [1, true],
      [5, false],
      [9, true],
    ]);
    expect(applyFixes(HEAD + body, fixesOf(findings))).toBe(
      HEAD + body.replace("and the the", "and the").replace(/the the store\.\n$/, "the store.\n"),
    );
  });

  it("[LI132] a bare address is told with what MDX compiles, and left", () => {
    const [finding] = examine("See https://mirage.io for more.\n").findings;
    expect(finding?.message).toContain("`[words](address)`");
    expect(finding).not.toHaveProperty("fix");
  });

  it.each([
    ["a comment of HTML", "text\n\n<!-- a film -->\n", ["3:1 mdx-compiles"]],
    ["one within a line", "text <!-- a film --> text\n", ["1:6 mdx-compiles"]],
    ["a sign that begins no component", "It is <5 and the the store\n", ["1:8 mdx-compiles"]],
    ["a component that nothing closes", "<Note>\n\nthe the\n", ["1:1 mdx-compiles"]],
    ["braces around words", "{two words}\n", ["1:5 mdx-compiles"]],
    ["braces that nothing closes", "text {`a\n", ["1:9 mdx-compiles"]],
    ["a line of words that begins as an import", "import is a word\n", ["1:11 mdx-compiles"]],
  ])("[LI137] %s is told once with its place, and no fix is offered", (_, body, expected) => {
    const { findings } = examine(body);
    expect(findings.map(({ rule, place }) => `${place.line - 5}:${place.column} ${rule}`)).toEqual(expected);
    expect(findings[0]?.message).toMatch(/^Unexpected .+, expected .+/);
    expect(fixesOf(findings)).toEqual([]);
  });

  it("[LI137] in Markdown none of that is told", () => {
    expect(told("text <!-- a film --> {two words}\n", "posts/irmin.md")).toEqual([]);
  });

  it("[LI60] comments of both kinds silence rules in MDX", () => {
    expect(told("{/* lint disable repeated-words */}\n\nThe the store.\n")).toEqual([]);
    expect(told("<!-- lint disable mdx-compiles repeated-words -->\n\nOf the the store.\n")).toEqual([]);
  });

  it("[LI25] names of headings and of components in MDX are anchors", () => {
    const { links } = examine('## Branches {/*twigs*/}\n\n<a id="top" />\n\n## Merges {#knots}\n');
    expect(links?.anchors).toEqual(expect.arrayContaining(["branches", "twigs", "top", "knots"]));
  });
});

/** The parser leaves out what a text cannot hold, or is another one, and gives the tree that remark would give with everything. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseNatively } from "../../../src/desk/lint/native-parser.js";
import { parseByRemark, parseMarkdown } from "../../../src/desk/lint/processor.js";
import { heads, markdown } from "./any-markdown.js";
import { plainMarkdown } from "./plain-markdown.js";

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();

describe("the parser", () => {
  it("[LI78] gives the tree of all of GitHub's Markdown, whatever the text", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(parseByRemark(text)).toEqual(whole.parse(text));
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("[LI172] gives remark's tree and remark's places wherever another parser is quicker", () => {
    let quick = 0;
    fc.assert(
      fc.property(heads, fc.oneof({ weight: 4, arbitrary: plainMarkdown }, markdown), (head, body) => {
        const text = head + body;
        const tree = parseNatively(text);
        if (tree) quick++;
        expect(tree ?? whole.parse(text)).toEqual(whole.parse(text));
      }),
      { numRuns: 400, seed: 4 },
    );
    expect(quick).toBeGreaterThan(60);
  });

  it.each([
    ["YAML that ends in dots", "---\na: b\n...\n\nc\n"],
    ["a label over two lines of a list", "- [a\n  b]\n\n[a b]: c\n"],
    ["a task", "- [ ] **a**\n"],
    ["an address in an open bracket", "[a http://b.c\n"],
    ["an address behind an escaped bracket", "[a \\] http://b.c\n"],
    ["an address without a name", "https://.2 a\n"],
    ["an address without its protocol", "www.a.b\n"],
    ["an address of mail", "a@b.c\n"],
    ["indented code", "- a\n  - b\n\n# c\n    d\n\n    e\n"],
    ["code in a list", "- a\n\n      b\n"],
    ["a tab", "-\ta\n"],
    ["another system's endings", "a\r\nb\r\n"],
    ["a byte order mark", "\uFEFFa\n"],
    ["an entity", "&copy; a\n"],
    ["emphasis beside a foreign letter", "**a。**b\n"],
    ["half a character", "a \uD800 b\n"],
    ["what looks like a table below a paragraph", "a  \nb | c\n- | -\n*1* | 2\n"],
    ["a rule that ends a list", "1. a\n---\n    b\n\n    c\n"],
    ["emphasis inside words", "a*b a _*b\n"],
    ["a footnote", "a[^1]\n\n[^1]: b\n"],
  ])("[LI172] leaves %s to remark", (_, text) => {
    expect(parseNatively(text)).toBeNull();
    expect(parseMarkdown(text)).toEqual(whole.parse(text));
  });

  it.each([
    "a@b.co",
    "a&commat;b.co",
    "a&#64;b.co",
    "a&#x40;b.co",
    "HTTP://A.B",
    "www.a.b",
    "&#119;ww.a.b",
    "h&#116;tp://a.b",
    "a\n:-",
    "a\n-:",
    "|a|\n|-|",
    "a | b\n-|-",
    "> a|b\n> - | -",
    "a|b\n-\t|-",
    "[x](http://a b)",
    "[^1]\n\n[^1]: x",
    "~~x~~",
    "- [ ] x",
    "---\na: b@c.de\n---\n",
    "www&period;a.b",
    "ht&#116;p&colon;//a.b",
  ])("[LI78] gives it for %j", (text) => {
    expect(parseMarkdown(text)).toEqual(whole.parse(text));
  });
});

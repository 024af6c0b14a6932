/** The parser leaves out what a text cannot hold, and gives the tree that it would give with everything. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseMarkdown } from "../../../src/desk/lint/processor.js";
import { markdown } from "./any-markdown.js";

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();

describe("the parser", () => {
  it("[LI78] gives the tree of all of GitHub's Markdown, whatever the text", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(parseMarkdown(text)).toEqual(whole.parse(text));
      }),
      { numRuns: 300, seed: 3 },
    );
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

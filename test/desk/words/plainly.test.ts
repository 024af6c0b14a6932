/** That text from strangers is shown and does nothing else. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { quoted } from "../../../src/desk/text/quoted.js";
import { plainly } from "../../../src/desk/words/plainly.js";

const html = (markdown: string) =>
  String(unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).processSync(markdown));
const textOf = (markdown: string) => html(markdown).replace(/<[^>]*>/gu, "");

describe("strangers' text", () => {
  it.each([
    ["a mention", "@everyone", /@\w/u],
    ["a number", "fixes #12", /#\d/u],
    ["a link", "[x](https://evil.test)", /<a/u],
    ["a bare address", "https://evil.test/x www.evil.test", /<a/u],
    ["HTML", "<img src=x onerror=alert(1)>", /<img/u],
    ["a table's edge", "a | b", /<td/u],
    ["emphasis", "**bold** _it_ `code` ~~gone~~", /<(?:strong|em|code|del)/u],
    ["a heading", "# Big", /<h1/u],
    ["a list", "- one", /<li/u],
    ["a numbered list", "1. one", /<li/u],
    ["an override of direction", "abc\u202ecba", /\u202e/u],
    ["a zero-width space between letters", "a\u200bb", /a\u200bb/u],
    ["an image", "![x](https://evil.test/p.png)", /<img/u],
    ["a comment", "<!-- presstime -->", /<!--/u],
  ])("[WD1] %s does nothing", (_, text, forbidden) => {
    expect(html(plainly(text))).not.toMatch(forbidden);
  });

  it("[WD1] shows as it was written", () => {
    for (const text of ["Vchan: Low-latency inter-VM communication channels", "TCP/IP & TLS (1.2)", "Mirage 1.2 released!"]) {
      expect(textOf(plainly(text)).trim()).toBe(text.replace("&", "&#x26;"));
    }
  });

  it("[WD1] makes one short line of anything, that is one paragraph without elements", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const plain = plainly(text, 80);
        expect(plain).not.toMatch(/[\r\n]/u);
        expect(html(`x ${plain}`)).toMatch(/^<p>[^<]*<\/p>$/u);
      }),
      { numRuns: 500 },
    );
  });

  it("[WD1] keeps code spans closed, whatever backquotes are inside", () => {
    expect(html(quoted("a `b` ``c``"))).toMatch(/^<p><code>[^<]*<\/code><\/p>$/u);
  });
});

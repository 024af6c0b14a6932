/** Any text at all, linted and mended. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { markdown } from "./any-markdown.js";
import { complaintsAbout } from "./judge-text.js";
import { meaningOf } from "./meaning.js";

const heads = fc.constantFrom(
  "",
  "",
  "---\ntitle: the the a apple\ndate: 2014-07-18\n---\n\n",
  '+++\ntitle = "a\u200B"\n+++\n',
  "\uFEFF---\r\ntitle: x\r\n---\r\n\r\n",
  "title: x\nauthor: y\n---\n",
  "\uFEFF",
);

describe("any text", () => {
  it("[LI79] is linted without failing and inside itself; mended, it means the same, keeps its front matter, and stays as it is", async () => {
    await fc.assert(
      fc.asyncProperty(heads, markdown, async (head, body) => {
        expect(await complaintsAbout(head + body)).toEqual([]);
      }),
      { numRuns: 200, seed: 20_140_718 },
    );
  });

  it.each([
    ["emphasis that is gone", "*a* b", "a b"],
    ["a list that became text", "- a\n- b", "\\- a\n- b"],
    ["another address", "<http://a.b>", "<http://a.c>"],
    ["a word that is gone", "one two", "one"],
    ["code that has changed", "`a b`", "`ab`"],
  ])("[LI79] would be seen to mean something else: %s", (_, before, after) => {
    expect(meaningOf(before)).not.toEqual(meaningOf(after));
  });
});

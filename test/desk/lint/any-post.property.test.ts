/** Any text at all, linted and mended. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { heads, markdown, settings } from "./any-markdown.js";
import { complaintsAbout } from "./judge-text.js";
import { meaningOf } from "./meaning.js";

describe("any text", () => {
  it("[LI79] is linted without failing and inside itself; mended, it means the same, keeps its front matter, and stays as it is", async () => {
    await fc.assert(
      fc.asyncProperty(heads, markdown, settings, async (head, body, desk) => {
        expect(await complaintsAbout(head + body, desk)).toEqual([]);
      }),
      { numRuns: 80, seed: 20_140_718 },
    );
  });

  it.each([
    ["emphasis that is gone", "*a* b", "a b"],
    ["a list that became text", "- a\n- b", "\\- a\n- b"],
    ["another address", "<http://a.b>", "<http://a.c>"],
    ["a word that is gone", "one two", "one"],
    ["code that has changed", "`a b`", "`ab`"],
    ["code with fewer blanks", "```\na  b\n```", "```\na b\n```"],
    ["code with a word less", "`the the`", "`the`"],
    ["words with nothing between them", "a *b*", "a*b*"],
    ["an address with a letter less", "[a](<b\u200Bc>)", "[a](bc)"],
    ["a reference to something else", "[раypal]\n\n[раypal]: x", "[paypal]\n\n[раypal]: x"],
  ])("[LI79] would be seen to mean something else: %s", (_, before, after) => {
    expect(meaningOf(before)).not.toEqual(meaningOf(after));
  });
});

/** Any text at all, linted and mended. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { foreign } from "./any-foreign.js";
import { heads, markdown, settings } from "./any-markdown.js";
import { mdx } from "./any-mdx.js";
import { complaintsAbout, MDX_PATH, mistakenForEnglish } from "./judge-text.js";
import { meaningOf } from "./meaning.js";
import { rendered } from "./rendered.js";

describe("any text", () => {
  it("[LI79] is linted without failing and inside itself; mended, it means the same, keeps its front matter, and stays as it is", async () => {
    await fc.assert(
      fc.asyncProperty(heads, markdown, settings, async (head, body, desk) => {
        expect(await complaintsAbout(head + body, desk)).toEqual([]);
      }),
      { numRuns: 80, seed: 20_140_718 },
    );
  });

  it("[LI132] of MDX is linted and mended as MDX: what compiled still does, to the same but for what the rules name", async () => {
    await fc.assert(
      fc.asyncProperty(mdx, settings, async (body, desk) => {
        expect(await complaintsAbout(body, desk, MDX_PATH)).toEqual([]);
      }),
      { numRuns: 40, seed: 20_140_718 },
    );
  });

  it("[LI134] in another language gets no advice on English, though nothing says which it is", () => {
    fc.assert(
      fc.property(foreign, (text) => {
        expect(mistakenForEnglish(text)).toEqual([]);
      }),
      { numRuns: 100, seed: 20_140_718 },
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
    ["a noun less where it stands twice", "a password password", "a password"],
    ["a verb less where it stands twice", "what it is is", "what it is"],
    ["an article before initials", "an RC", "a RC"],
    ["an article before a short word", "an ssh key", "a ssh key"],
    ["a reference to something else", "[раypal]\n\n[раypal]: x", "[paypal]\n\n[раypal]: x"],
  ])("[LI79] would be seen to mean something else: %s", (_, before, after) => {
    expect(meaningOf(before)).not.toEqual(meaningOf(after));
  });

  it.each([
    ["an address between angle brackets in MDX", "See https://x.org.", "See <https://x.org>.", true],
    ["words of a component", "<A>one</A>", "<A>two</A>", true],
    ["words where brackets are no boxes", "- [ ] a", "- [x] a", false],
  ])("[LI79] would be seen to read otherwise: %s", (_, before, after, isMdx) => {
    expect(rendered(before, isMdx)).not.toBeNull();
    expect(rendered(after, isMdx)).not.toEqual(rendered(before, isMdx));
  });
});

/** The pages of the rules: as `npm run docs` makes them, and all there. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readRuleComment } from "../../scripts/docs/rule-comment.js";
import { PAGED_RULES, rulePages } from "../../scripts/docs/rule-pages.js";

const pages = rulePages();

describe("the pages of the rules", () => {
  it("[DC5] docs/rules holds what the rules' own files make, and nothing else; `npm run docs` writes it anew", () => {
    expect(readdirSync("docs/rules").toSorted()).toEqual([...pages.keys()].toSorted());
    for (const [name, page] of pages) expect([name, readFileSync(`docs/rules/${name}`, "utf8")]).toEqual([name, page]);
  });

  it.each(PAGED_RULES.map((rule) => [rule.id, rule] as const))(
    "[DC5] %s: what, why, options, good and bad examples, how to set it",
    (id, rule) => {
      const page = pages.get(`${id}.md`) ?? "";
      expect(page).toMatch(/^# .+\n\n<!--.+-->\n\n\*\*.+\*\*\n\n(?:Error|Warning|Advice)/);
      const headings = [...page.replace(/^(`{3,})[^]*?^\1$/gm, "").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual([...(rule.options === null ? [] : ["Options"]), "Good", "Bad", "Setting it"]);
      expect(page).toContain(`\n    ${id}: `);
      expect(pages.get("README.md")).toContain(`[${id}](${id}.md)`);
    },
  );
});

describe("a rule's comment", () => {
  it("[DC5] is read with its examples, their settings, messages and mended texts", () => {
    const comment = [
      "/**",
      " * Words are short.",
      " *",
      " * Long ones",
      " * tire.",
      " *",
      " * ## Good",
      " *",
      " * ```md",
      " * a‹U+200B›b",
      " * ```",
      " *",
      " * ## Bad",
      " *",
      ' * ````md {"path":"a.md","newline":false}',
      " * ```",
      " * long",
      " * ```",
      " * ````",
      " *",
      " * ```text",
      " * 2:1-2:5 Unexpected word, expected a short one",
      " * ```",
      " *",
      " * ```md fixed",
      " * l␠",
      " * ```",
      " */",
      "",
    ].join("\n");
    expect(readRuleComment(comment)).toEqual({
      says: "Words are short.",
      why: "Long ones\ntire.",
      good: [{ shown: "a‹U+200B›b", text: "a\u200Bb\n", settings: {}, messages: [], fixed: null }],
      bad: [
        {
          shown: "```\nlong\n```",
          text: "```\nlong\n```",
          settings: { path: "a.md", newline: false },
          messages: ["2:1-2:5 Unexpected word, expected a short one"],
          fixed: "l \n",
        },
      ],
    });
    expect(() => readRuleComment("/** One line. */\n")).toThrow("expected its page there");
  });
});

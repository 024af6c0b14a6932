/** The page of the limits: its examples are what it says, and every finding about a limit leads to it. */
import { describe, expect, it } from "@jest/globals";
import { limitsPage, overLimits, TOLD_LIMITS } from "../../scripts/docs/limits-page.js";
import { rulePages } from "../../scripts/docs/rule-pages.js";
import { LIMITS } from "../../src/desk/lint/limits/limits.js";
import { examinePost } from "../../src/examine/examine-post.js";
import { crashed, overMemory, overStack, overTime } from "../../src/examine/stopped-worker.js";

const examples = TOLD_LIMITS.flatMap(({ of, examples: both }) => (both ? [[of, both] as const] : []));
const PAGE = /\/docs\/rules\/limits\.md$/;

describe("the page of the limits", () => {
  it.each(examples)(
    "[LI84] %s: of the example within nothing is said, of the one over it one thing, with what to do",
    (_, { within, over }) => {
      expect(overLimits(within)).toEqual([]);
      const [finding, ...others] = overLimits(over);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ severity: "error", url: expect.stringMatching(PAGE) as unknown });
      expect(finding?.message).toMatch(/^Unexpected .+, expected .+; .+/);
      expect(limitsPage("")).toContain(`\n${finding?.place.line}:${finding?.place.column} ${finding?.message}\n`);
    },
  );

  it("[LI84] tells every limit, and is found from the list of the rules", () => {
    const page = rulePages().get("limits.md") ?? "";
    const told = page.replaceAll(",", "");
    for (const limit of Object.values(LIMITS)) expect(told).toContain(String(limit === LIMITS.bytes ? limit / 1024 : limit));
    expect(rulePages().get("README.md")).toContain("(limits.md)");
  });

  it("[LI84] is where those findings lead that a stopped worker leaves, and the last of too many", () => {
    const bytes = new TextEncoder().encode(`# Irmin\n\n${"[a]( )\n\n".repeat(600)}`);
    const last = examinePost({ path: "posts/irmin.md", bytes, size: bytes.length }).findings.at(-1);
    for (const finding of [overTime(4_000), overMemory(160), overStack(), crashed(new Error("oh")), last]) {
      expect(finding).toMatchObject({ rule: "limits", url: expect.stringMatching(PAGE) as unknown });
    }
  });

  it.each([
    ["title", "---\nauthor: Ann\n---\n\nWords.\n"],
    ["front-matter", "---\ntitle: a: b\n---\n\nWords.\n"],
    ["front-matter-date", "---\ntitle: a\ndate: 2014-02-31\n---\n\nWords.\n"],
    ["byte-order-mark", "\uFEFF# Irmin\n"],
  ])("[LI1] what is said of the front matter leads to its page too: %s", (rule, text) => {
    const bytes = new TextEncoder().encode(text);
    const { findings } = examinePost({ path: "posts/irmin.md", bytes, size: bytes.length });
    expect(findings).toMatchObject([{ rule, url: expect.stringContaining(`/docs/rules/${rule}.md`) as unknown }]);
  });
});

/** The lint check's words: counts that add up, whole findings, and never more than GitHub takes. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Annotation } from "../../../../src/desk/effect.js";
import { sayLintVerdict, type LintFacts } from "../../../../src/desk/words/checks/lint-verdict.js";

const finding = (n: number, more: Partial<Annotation> = {}): Annotation => ({
  rule: `rule-${n % 7}`,
  severity: "advice",
  message: `Unexpected thing number ${n}, expected another`,
  place: { line: n + 1, column: 1, endLine: n + 1, endColumn: 4 },
  url: `https://github.com/presstime/presstime/blob/main/docs/rules/rule-${n % 7}.md`,
  path: "posts/irmin.md",
  ...more,
});
const verdict = (findings: readonly Annotation[], more: Partial<LintFacts> = {}) =>
  sayLintVerdict({
    files: 1,
    findings,
    folded: findings,
    elsewhere: findings.length,
    notes: [],
    unread: 0,
    fixes: { count: 0, cannot: null, suggested: false, deniedTo: [] },
    ...more,
  });
const listedIn = (summary: string) => summary.split("\n").filter((line) => line.startsWith("- `")).length;
const moreIn = (summary: string) => Number(/… and (\d+) more/.exec(summary)?.[1] ?? 0);

describe("the check's summary", () => {
  it("[SH35] speaks of suggestions only where there are some: advice is not suggested", () => {
    const fork = { kind: "fork", from: "ann/site" } as const;
    const advice = [finding(1, { severity: "advice" })];
    const summary = (suggested: boolean) => verdict(advice, { fixes: { count: 1, cannot: fork, suggested, deniedTo: [] } }).summary;
    expect(summary(false)).not.toMatch(/suggestion/);
    expect(summary(false)).toContain("You can run `npx presstime lint --fix PATH` in your own copy and push.");
    expect(summary(true)).toContain("accept the suggestions on the lines");
  });

  it("[SH36] is not green where posts were not read, and says how many", () => {
    expect(verdict([], { files: 200, unread: 534 })).toMatchObject({ conclusion: "neutral", title: "Nothing to fix in 200 posts of 734" });
    expect(verdict([], { files: 200, unread: 534 }).summary).toContain("534 posts were not checked");
    expect(verdict([], { unread: null }).conclusion).toBe("neutral");
    expect(verdict([finding(1)], { files: 200, unread: 1 }).summary).toContain("1 post was not checked");
  });

  it("[SH2] of 5,000 findings holds whole ones, says how many more there are, and names the command that shows them", () => {
    const findings = Array.from({ length: 5000 }, (_, n) => finding(n));
    const { summary, title } = verdict(findings);
    expect(title).toBe("5000 remarks in 1 post");
    expect(new TextEncoder().encode(summary).length).toBeLessThan(65_535);
    expect(listedIn(summary)).toBeGreaterThan(150);
    expect(listedIn(summary) + moreIn(summary)).toBe(5000);
    expect(summary).toContain("`npx presstime lint posts/irmin.md` shows all of them.");
    expect(summary.endsWith("</details>")).toBe(true);
    for (const line of summary.split("\n").filter((one) => one.startsWith("- `"))) expect(line).toMatch(/\)\)$/);
  });

  it("[SH2] shows an error of which there is one among thousands", () => {
    const findings = Array.from({ length: 5000 }, (_, n) => finding(n, n === 4321 ? { severity: "error" } : {}));
    const { summary, conclusion, title } = verdict(findings);
    expect({ conclusion, title }).toEqual({ conclusion: "failure", title: "1 error and 4999 remarks in 1 post" });
    expect(summary).toContain("`posts/irmin.md:4322:1` **error**");
  });

  it("[SH1] counts by rule and by post, and names no command for a path that would need quoting", () => {
    const findings = Array.from({ length: 3000 }, (_, n) => finding(n, { path: n % 2 === 0 ? "posts/a b.md" : "posts/c|d.md" }));
    const { summary } = verdict(findings, { files: 2 });
    expect(summary).toContain("| `posts/a b.md` | 0 | 1500 |");
    expect(summary).toContain("| `posts/c\\|d.md` | 0 | 1500 |");
    expect(summary).toContain("| [`rule-0`](https://github.com/presstime/presstime/blob/main/docs/rules/rule-0.md) | 429 |");
    expect(summary).toContain("`npx presstime lint PATH`");
  });

  it("[SH2] stays below GitHub's limit whatever findings, paths and names say", () => {
    const text = fc.string({ unit: "binary", maxLength: 600 });
    const any = fc.record({
      rule: text,
      severity: fc.constantFrom("error" as const, "warning" as const, "advice" as const),
      message: text,
      path: text,
      url: fc.option(text, { nil: undefined }),
      line: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.array(text, { maxLength: 12 }),
        (some, times, logins) => {
          const findings = Array.from({ length: times }, () => some)
            .flat()
            .map(({ url, line, ...one }, n) => ({
              ...finding(n),
              ...one,
              ...(url !== undefined && { url }),
              place: { line, column: 1, endLine: line, endColumn: 1 },
            }));
          const why = { kind: "refused", why: logins.join(" ") } as const;
          const { summary } = verdict(findings, { files: 9, fixes: { count: 9, cannot: why, suggested: true, deniedTo: logins } });
          expect(new TextEncoder().encode(summary).length).toBeLessThan(65_535);
          expect(listedIn(summary) + moreIn(summary)).toBe(findings.length);
        },
      ),
      { numRuns: 100, seed: 5 },
    );
  });
});

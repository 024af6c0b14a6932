/** Fixes as edits: what is committed from afar is what a linter would have written at home. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Finding } from "../../../src/desk/facts/finding.js";
import { editText } from "../../../src/desk/fixes/edit-text.js";
import { textFixesOf } from "../../../src/desk/fixes/text-fixes-of.js";
import { applyFixes, fixesOf } from "../../../src/desk/lint/apply-fixes.js";

const finding = (from: number, to: number, text: string, severity: Finding["severity"] = "warning"): Finding => ({
  rule: "some-rule",
  severity,
  message: "Unexpected text, expected another",
  place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  fix: { from, to, text },
});

describe("what can be mended in one go", () => {
  it("[SH9] is what the fixes come to, in any text, whatever its line endings and marks", () => {
    const part = fc.constantFrom("a", "bc", "é", "\n", "\r\n", "\r", "\ufeff", " ", "𝄞");
    const texts = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(""));
    const fix = fc.record({ from: fc.nat(60), to: fc.nat(60), text: fc.array(part, { maxLength: 4 }).map((parts) => parts.join("")) });
    fc.assert(
      fc.property(texts, fc.array(fix, { maxLength: 8 }), fc.nat(20), (text, fixes, body) => {
        const findings = fixes.map(({ from, to, text: put }) => finding(from, to, put));
        const textFixes = textFixesOf(text, findings, body);
        expect(
          editText(
            text,
            textFixes.map(({ edit }) => edit),
          ),
        ).toBe(applyFixes(text, fixesOf(findings), body));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it("[SH9] leaves front matter as it is, and what is too much for one commit to the next", () => {
    const text = "---\ntitle: a\n---\nb\n";
    expect(textFixesOf(text, [finding(4, 5, "T"), finding(17, 18, "B")], 17).map(({ edit }) => edit)).toEqual([
      { place: { line: 4, column: 1, endLine: 4, endColumn: 2 }, was: "b", replacement: "B" },
    ]);
    const long = "a ".repeat(600);
    const all = Array.from({ length: 600 }, (_, n) => finding(2 * n, 2 * n + 1, "b"));
    expect(textFixesOf(long, all, 0)).toHaveLength(500);
  });

  it("[SH3] is offered with a button only where that would do exactly this: not for advice, a file's end, or other line endings", () => {
    const lines = (text: string, one: Finding) => textFixesOf(text, [one], 0)[0]?.lines;
    expect(lines("one\ntwo\n", finding(4, 5, "T"))).toEqual({ was: "two", becomes: "Two" });
    expect(lines("one\ntwo\n", finding(4, 5, "T", "advice"))).toBeNull();
    expect(lines("one\r\ntwo\r\n", finding(5, 6, "T"))).toBeNull();
    expect(lines("one\ntwo", finding(7, 7, "\n"))).toBeNull();
  });
});

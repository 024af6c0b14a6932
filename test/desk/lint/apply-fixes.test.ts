/** Fixes put into the text: which of them count, and what is never touched. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Finding, Fix } from "../../../src/desk/facts/finding.js";
import { applyFixes, fixText } from "../../../src/desk/lint/apply-fixes.js";

const fix = (from: number, to: number, text: string): Fix => ({ from, to, text });

describe("fixes", () => {
  it.each([
    ["beside each other are all applied", "abcdef", [fix(4, 5, "E"), fix(0, 1, "A")], "AbcdEf"],
    ["over each other: the first counts", "abcdef", [fix(1, 4, "-"), fix(2, 5, "+")], "a-ef"],
    ["at one spot: the first counts", "ab", [fix(1, 1, "x"), fix(1, 1, "y")], "axb"],
    ["outside the text are left out", "ab", [fix(1, 9, "x"), fix(-1, 1, "y"), fix(2, 1, "z")], "ab"],
    ["that touch end to end are both applied", "abcd", [fix(0, 2, "x"), fix(2, 4, "y")], "xy"],
  ])("[LI70] %s", (_, text, fixes, expected) => {
    expect(applyFixes(text, fixes)).toBe(expected);
  });

  it("[LI70] front matter is never changed", () => {
    const text = "---\ntitle: a  b\n---\na  b\n";
    expect(applyFixes(text, [fix(12, 14, " "), fix(21, 23, " ")], 20)).toBe("---\ntitle: a  b\n---\na b\n");
  });

  it("[LI70] a text keeps its byte order mark and its line endings", () => {
    expect(applyFixes("\uFEFFa\r\nb\r\n", [fix(4, 5, "b\nc")])).toBe("\uFEFFa\r\nb\r\nc\r\n");
    expect(applyFixes("a\nb\r\n", [fix(2, 3, "b\nc")])).toBe("a\nb\nc\r\n");
  });

  it("[LI70] of any kind leave a text in which everything stands that none of them named", () => {
    const fixes = fc.array(fc.record({ from: fc.nat(30), length: fc.nat(5), text: fc.constantFrom("", "1", "22") }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,30}$/), fixes, fc.nat(10), (text, some, body) => {
        const all = some.map(({ from, length, text: put }) => fix(from, from + length, put));
        const named = new Set(all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)));
        const kept = Array.from(text)
          .filter((_, n) => n < body || !named.has(n))
          .join("");
        const fixed = applyFixes(text, all, body).replace(/\d/g, "");
        expect(fixed.startsWith(text.slice(0, body))).toBe(true);
        let at = 0;
        for (const letter of kept) at = fixed.indexOf(letter, at) + 1 || Infinity;
        expect(at).toBeLessThanOrEqual(fixed.length);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("mending", () => {
  const finding = (at: Fix): Finding => ({
    rule: "x",
    severity: "warning",
    message: "Unexpected a, expected b",
    place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
    fix: at,
  });
  /** Complains of the first `aa` alone, so that mending takes rounds. */
  const once = (text: string) => {
    const at = text.indexOf("aa");
    return Promise.resolve({ body: 0, findings: at < 0 ? [] : [finding(fix(at, at + 2, "a"))] });
  };

  it("[LI70] goes on until nothing is left to mend, and a second time changes nothing", async () => {
    const fixed = await fixText("baaaab", once);
    expect(fixed).toBe("bab");
    expect(await fixText(fixed, once)).toBe(fixed);
  });

  it("[LI70] gives the text back as it was when rules contradict each other", async () => {
    const contrary = (text: string) => Promise.resolve({ body: 0, findings: [finding(fix(0, 1, text.startsWith("*") ? "-" : "*"))] });
    expect(await fixText("- a", contrary)).toBe("- a");
  });
});

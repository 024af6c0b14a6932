/** Changed lines, from the patches that GitHub gives. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { patchRows } from "../../sandbox/git/commentable-lines.js";
import { diffLines } from "../../sandbox/git/lines.js";
import { isOnChanged, isSuggestable } from "../../src/desk/facts/changed-lines.js";
import { changedLinesIn } from "../../src/github/read/pulls/changed-lines-in.js";

const place = (line: number, endLine = line) => ({ line, column: 1, endLine, endColumn: 2 });

describe("the lines of a difference", () => {
  it("[SH8] are those that it adds, in parts as they stand together", () => {
    const patch =
      "@@ -1,3 +1,4 @@\n one\n-two\n+2\n+2a\n three\n@@ -20,2 +21,3 @@ some words\n twenty\n+20a\n twenty-one\n\\ No newline at end of file";
    expect(changedLinesIn(patch)).toEqual([
      { from: 2, to: 3 },
      { from: 22, to: 22 },
    ]);
    expect(changedLinesIn("@@ -1,2 +1 @@\n-one\n two")).toEqual([]);
  });

  it("[SH8] are those of any two texts' difference", () => {
    const line = fc.constantFrom("a", "b", "", "+", "-", " ", "@@ -1 +1 @@", "\\ no");
    const texts = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { patch } = diffLines(Buffer.from(before), Buffer.from(after));
        const rows = patchRows(patch ?? "").flatMap(({ left, right }) => (left === null && right !== null ? [right] : []));
        const ranges = changedLinesIn(patch ?? "") ?? [];
        expect(ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n))).toEqual(rows);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("[SH1] hold a finding that touches one of them; where GitHub does not tell them, all are shown", () => {
    const file = { change: "modified", changed: [{ from: 5, to: 7 }] } as const;
    expect([4, 5, 7, 8].map((line) => isOnChanged(file, place(line)))).toEqual([false, true, true, false]);
    expect(isOnChanged(file, place(2, 5))).toBe(true);
    expect(isOnChanged({ change: "modified" }, place(1))).toBe(true);
    expect(isOnChanged({ change: "renamed", changed: [] }, place(1))).toBe(false);
    expect(isOnChanged({ change: "added", changed: [] }, place(1))).toBe(true);
  });

  it("[SH3] take a suggestion only when all of its lines are in one part of the difference", () => {
    const file = { change: "modified", changed: [{ from: 5, to: 7 }] } as const;
    expect([place(5, 7), place(6), place(7, 8), place(2)].map((one) => isSuggestable(file, one))).toEqual([true, true, false, false]);
    expect(isSuggestable({ change: "modified" }, place(1))).toBe(false);
    expect(isSuggestable({ change: "added" }, place(1))).toBe(true);
  });
});

/**
 * One space stands between the marks of a heading and its words.
 *
 * More of them are not shown, and make searches for the heading fail.
 *
 * ## Good
 *
 * ```md
 * ## Vchan
 * ```
 *
 * ## Bad
 *
 * ```md
 * ##␠␠␠Vchan
 * ```
 *
 * ```text
 * 1:3-1:6 Unexpected `3` spaces between hashes and content, expected `1` space, remove `2` spaces
 * ```
 *
 * ```md fixed
 * ## Vchan
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const noHeadingContentIndent = borrowedRule({
  id: "no-heading-content-indent",
  says: "One space stands between the marks of a heading and its words.",
  severity: "advice",
  fix: ({ start }, text, reason) => {
    if (!reason.includes("between hashes and content")) return null;
    const blanks = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return blanks > 1 ? { start: start - blanks, end: start, text: " " } : null;
  },
});

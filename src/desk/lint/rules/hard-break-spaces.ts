/**
 * A line break is made with two spaces, not with more.
 *
 * Spaces at the end of a line cannot be seen, and most editors trim them. More than two say no more than two.
 *
 * ## Good
 *
 * ```md
 * Anil␠␠
 * Madhavapeddy
 * ```
 *
 * ## Bad
 *
 * ```md
 * Anil␠␠␠␠
 * Madhavapeddy
 * ```
 *
 * ```text
 * 1:5-1:9 Unexpected `4` spaces for hard break, expected `2` spaces
 * ```
 *
 * ```md fixed
 * Anil␠␠
 * Madhavapeddy
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const hardBreakSpaces = borrowedRule({
  id: "hard-break-spaces",
  says: "A line break is made with two spaces, not with more.",
  severity: "advice",
  fix: ({ start, end }, text) => {
    const blanks = /^ +/.exec(text.slice(start, end))?.[0].length ?? 0;
    return blanks > 2 ? { start, end: start + blanks, text: "  " } : null;
  },
});

/**
 * Everything inside a list item is indented alike.
 *
 * A paragraph indented a little less than the first falls out of its list item, and one indented more may become code. Lists in lists
 * may be indented by four, as Markdown was first described and some sites still ask for.
 *
 * ## Good
 *
 * ```md
 * * Vchan
 *
 *   More on Vchan.
 * ```
 *
 * ```md
 * * Vchan
 *     * Its ring
 *         * Its size
 * ```
 *
 * ## Bad
 *
 * ```md
 * * Vchan
 *
 *     More on Vchan.
 * ```
 *
 * ```text
 * 3:5 Unexpected unaligned list item child, expected to align with first child, remove `2` spaces
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const listItemContentIndent = borrowedRule({
  id: "list-item-content-indent",
  says: "Everything inside a list item is indented alike.",
  severity: "advice",
  // In 147 real posts all that was said was about such lists.
  spare: ({ start }, text) => {
    const indent = /(?:^|[\r\n])( *)$/.exec(text.slice(Math.max(0, start - 100), start))?.[1] ?? "";
    return indent.length > 0 && indent.length % 4 === 0 && /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text.slice(start, start + 12));
  },
});

/**
 * Everything inside a list item is indented alike.
 *
 * A paragraph indented a little less than the first falls out of its list item, and one indented more may become code.
 *
 * ## Good
 *
 * ```md
 * * Vchan
 *
 *   More on Vchan.
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
import { borrowedRule } from "../borrowed-rule.js";

export const listItemContentIndent = borrowedRule({
  id: "list-item-content-indent",
  says: "Everything inside a list item is indented alike.",
  severity: "advice",
});

/**
 * Bullets of a list stand at the margin.
 *
 * An indented bullet is still a bullet, but the next one, indented a little more, may begin a list inside the list.
 *
 * ## Good
 *
 * ```md
 * Paragraph.
 *
 * * Vchan
 * * Irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * Paragraph.
 *
 * ␠* Vchan
 * ␠* Irmin
 * ```
 *
 * ```text
 * 3:2 Unexpected `1` space before list item, expected `0` spaces, remove them
 * 4:2 Unexpected `1` space before list item, expected `0` spaces, remove them
 * ```
 */
import { borrowedRule } from "../borrowed-rule.js";

export const listItemBulletIndent = borrowedRule({
  id: "list-item-bullet-indent",
  says: "Bullets of a list stand at the margin.",
  severity: "advice",
});

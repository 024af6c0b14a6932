/**
 * One space stands between a bullet and its text.
 *
 * With more spaces the text below must be indented as far, and whoever mends a line later rarely counts them.
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
 * *   Vchan
 *
 *     More on Vchan.
 * ```
 *
 * ```text
 * 1:5 Unexpected `3` spaces between list item marker and content, expected `1` space, remove `2` spaces
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const listItemIndent = borrowedRule({
  id: "list-item-indent",
  says: "One space stands between a bullet and its text.",
  severity: "advice",
  options: z.enum(["one", "tab", "mixed"]).default("one").meta({
    description:
      "How far the text of a list item is indented: by `one` space, to the next `tab` stop, or `mixed`: by one in lists without blank lines, else to the tab stop.",
  }),
});

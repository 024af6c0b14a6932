/**
 * All quotations are indented alike.
 *
 * A quotation with five spaces after `>` is a block of code in it; keeping to one width keeps clear of that.
 *
 * ## Good
 *
 * ```md
 * > Irmin
 *
 * and
 *
 * > Vchan
 * ```
 *
 * ## Bad
 *
 * ```md
 * > Irmin
 *
 * and
 *
 * >   Vchan
 * ```
 *
 * ```text
 * 5:5 Unexpected `4` spaces between block quote marker and content, expected `2` spaces, remove `2` spaces
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const blockquoteIndentation = borrowedRule({
  id: "blockquote-indentation",
  says: "All quotations are indented alike.",
  severity: "advice",
  options: z
    .union([z.int().min(0).max(8), z.literal("consistent")])
    .default("consistent")
    .meta({ description: "Columns from `>` to the text, `>` counted; `consistent` takes the first that a post uses." }),
});

/**
 * Cells of a table are padded alike.
 *
 * A table whose bars have a space on each side can be read in the source. Sites do not care: this is advice.
 *
 * ## Good
 *
 * ```md
 * | post | slot |
 * | ---- | ---- |
 * | Irmin | Friday |
 * ```
 *
 * ## Bad
 *
 * ```md
 * | post | slot |
 * | ---- | ---- |
 * |Irmin | Friday |
 * ```
 *
 * ```text
 * 3:2 Unexpected `0` spaces between cell edge and content, expected `1` space, add `1` space
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../borrowed-rule.js";

export const tableCellPadding = borrowedRule({
  id: "table-cell-padding",
  says: "Cells of a table are padded alike.",
  severity: "advice",
  options: z
    .strictObject({
      style: z
        .enum(["padded", "compact", "consistent"])
        .default("consistent")
        .meta({ description: "With spaces at the bars (`padded`), without (`compact`), or as the first cell of the post (`consistent`)." }),
    })
    .prefault({}),
});

/**
 * Cells of a table are padded alike.
 *
 * A table whose bars have a space on each side can be read in the source. Sites do not care: this is advice. The line of dashes may be
 * written either way, whatever the cells are like, unless the desk asks for one of them.
 *
 * ## Good
 *
 * ```md
 * | post | slot |
 * | ---- | ---- |
 * | Irmin | Friday |
 * ```
 *
 * ```md
 * | post  | slot   |
 * |-------|-------:|
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
 *
 * ```md {"options":{"style":"compact"}}
 * |post|slot|
 * |----|----|
 * | Irmin|Friday|
 * ```
 *
 * ```text
 * 3:3 Unexpected `1` space between cell edge and content, expected `0` spaces, remove `1` space
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

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
  // The rule takes the line of dashes for the first row: in 147 real posts all but eight complaints asked to take spaces out of tables
  // whose cells are padded without fault.
  spare: ({ start }, text, options) => {
    if (["padded", "compact"].includes(styleIn(options))) return false;
    const row = lineAt(text, start);
    return /^[\s>]*[|:-][|:\s-]*$/.test(row) || isPadded(row);
  },
});

function styleIn(options: unknown): string {
  return typeof options === "object" && options !== null && "style" in options ? String(options.style) : "consistent";
}

function lineAt(text: string, at: number): string {
  const [before, after] = [text.slice(Math.max(0, at - 5_000), at), text.slice(at, at + 5_000)];
  return `${/[^\r\n]*$/.exec(before)?.[0] ?? ""}${/^[^\r\n]*/.exec(after)?.[0] ?? ""}`;
}

/** Whether every bar has blanks or nothing on both sides. */
function isPadded(row: string): boolean {
  return !/\S\||\|\S/.test(
    row
      .replace(/^[\s>]+/, "")
      .replaceAll("\\|", "")
      .trim(),
  );
}

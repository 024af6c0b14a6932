/**
 * Every line of a quotation begins with `>`.
 *
 * Markdown lets the lines after the first go without. What was meant as the next paragraph then becomes part of the quotation.
 *
 * ## Good
 *
 * ```md
 * > Irmin is a store
 * > that merges.
 * ```
 *
 * ## Bad
 *
 * ```md
 * > Irmin is a store
 * that merges.
 * ```
 *
 * ```text
 * 2:1 Unexpected `0` block quote markers before paragraph line, expected `1` marker, add `1` marker
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const noBlockquoteWithoutMarker = borrowedRule({
  id: "no-blockquote-without-marker",
  says: "Every line of a quotation begins with `>`.",
  severity: "advice",
});

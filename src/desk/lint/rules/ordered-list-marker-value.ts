/**
 * The numbers of a list count in one way.
 *
 * Sites count by themselves from the first number on: what stands in the text after it is only seen by those who edit, and
 * misleads them when it is wrong.
 *
 * ## Good
 *
 * ```md
 * 1. Draft
 * 2. Review
 * 3. Publish
 * ```
 *
 * ```md
 * 1. Draft
 * 1. Review
 * 1. Publish
 * ```
 *
 * ## Bad
 *
 * ```md
 * 1. Draft
 * 2. Review
 * 2. Publish
 * ```
 *
 * ```text
 * 3:2 Unexpected ordered list item value `2`, expected `3`
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const orderedListMarkerValue = borrowedRule({
  id: "ordered-list-marker-value",
  says: "The numbers of a list count in one way.",
  severity: "advice",
  options: z
    .enum(["one", "ordered", "single", "consistent"])
    .default("consistent")
    .meta({ description: "All `one`, counting up (`ordered`), all as the first (`single`), or `consistent`: as the first two do." }),
});

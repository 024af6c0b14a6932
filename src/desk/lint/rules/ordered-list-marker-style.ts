/**
 * Numbers in lists are all followed by the same mark.
 *
 * A list that goes on from `1.` with `2)` is two lists, each beginning anew on some sites.
 *
 * ## Good
 *
 * ```md
 * 1. Draft
 * 2. Review
 * ```
 *
 * ```md
 * 1) Draft
 * 2) Review
 * ```
 *
 * ## Bad
 *
 * ```md
 * 1. Draft
 *
 * Then:
 *
 * 1) Review
 * ```
 *
 * ```text
 * 5:2 Unexpected ordered list marker `)`, expected `.`
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const orderedListMarkerStyle = borrowedRule({
  id: "ordered-list-marker-style",
  says: "Numbers in lists are all followed by the same mark.",
  severity: "advice",
  options: z
    .enum([".", ")", "consistent"])
    .default("consistent")
    .meta({ description: "The mark after a number; `consistent` takes the first that a post uses." }),
});

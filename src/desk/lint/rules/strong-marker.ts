/**
 * All strong words are made with the same mark.
 *
 * Either will do; with both, readers of the source wonder what the difference means. `_` is mended to `*` where nothing else can come to
 * mean something else: not inside words, beside addresses, or around other marks.
 *
 * ## Good
 *
 * ```md
 * A **fast** and **safe** store.
 * ```
 *
 * ## Bad
 *
 * ```md
 * A **fast** and __safe__ store.
 * ```
 *
 * ```text
 * 1:16-1:24 Unexpected strong marker `_`, expected `*`
 * ```
 *
 * ```md fixed
 * A **fast** and **safe** store.
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";
import { emphasisFix } from "../rule-kinds/emphasis-fix.js";

export const strongMarker = borrowedRule({
  id: "strong-marker",
  says: "All strong words are made with the same mark.",
  severity: "advice",
  options: z
    .enum(["*", "_", "consistent"])
    .default("consistent")
    .meta({ description: "The mark; `consistent` takes the first that a post uses." }),
  fix: emphasisFix(2),
});

/**
 * All fences around code are made of the same mark.
 *
 * Either will do; with both, the one that closes a block is harder to find.
 *
 * ## Good
 *
 * ````md
 * ```ocaml
 * let x = 1
 * ```
 * ````
 *
 * ## Bad
 *
 * ````md
 * ```ocaml
 * let x = 1
 * ```
 *
 * and
 *
 * ~~~ocaml
 * let y = 2
 * ~~~
 * ````
 *
 * ```text
 * 7:1-9:4 Unexpected fenced code marker `~`, expected `` ` ``
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const fencedCodeMarker = borrowedRule({
  id: "fenced-code-marker",
  says: "All fences around code are made of the same mark.",
  severity: "advice",
  options: z
    .enum(["`", "~", "consistent"])
    .default("consistent")
    .meta({ description: "The mark; `consistent` takes the first that a post uses." }),
});

/**
 * All blocks of code are written in the same way.
 *
 * Fenced ones say where they end and can name their language; indented ones begin by accident.
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
 *     let y = 2
 * ````
 *
 * ```text
 * 7:1-7:14 Unexpected indented code block, expected fenced code blocks
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const codeBlockStyle = borrowedRule({
  id: "code-block-style",
  says: "All blocks of code are written in the same way.",
  severity: "advice",
  options: z
    .enum(["fenced", "indented", "consistent"])
    .default("consistent")
    .meta({ description: "How code is set off; `consistent` takes the first way that a post uses." }),
});

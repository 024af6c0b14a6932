/**
 * All boxes are ticked with the same letter.
 *
 * `[x]` and `[X]` look the same on the site and different in every search.
 *
 * ## Good
 *
 * ```md
 * - [x] Draft
 * - [x] Review
 * ```
 *
 * ## Bad
 *
 * ```md
 * - [x] Draft
 * - [X] Review
 * ```
 *
 * ```text
 * 2:4-2:5 Unexpected checked checkbox value `X`, expected `x`
 * ```
 *
 * ```md fixed
 * - [x] Draft
 * - [x] Review
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const checkboxCharacterStyle = borrowedRule({
  id: "checkbox-character-style",
  says: "All boxes are ticked with the same letter.",
  severity: "advice",
  options: z
    .strictObject({
      checked: z.enum(["x", "X", "consistent"]).default("consistent").meta({ description: "The letter in a ticked box." }),
      unchecked: z.enum([" ", "\t", "consistent"]).default("consistent").meta({ description: "The blank in an open one." }),
    })
    .prefault({}),
  fix: ({ start, end }, text, reason) => {
    const expected = /expected `([xX])`/.exec(reason)?.[1];
    const at = text.slice(start - 1, end + 1).search(/[xX]/);
    return expected === undefined || at === -1 ? null : { start: start - 1 + at, end: start + at, text: expected };
  },
});

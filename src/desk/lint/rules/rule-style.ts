/**
 * All lines between parts are drawn in the same way.
 *
 * Any will do; with several, readers of the source wonder what the difference means. Stars and dashes also begin lists.
 *
 * ## Good
 *
 * ```md
 * Vchan
 *
 * ***
 *
 * Irmin
 *
 * ***
 * ```
 *
 * ## Bad
 *
 * ```md
 * Vchan
 *
 * ***
 *
 * Irmin
 *
 * * * *
 * ```
 *
 * ```text
 * 7:1-7:6 Unexpected thematic rule `* * *`, expected `***`
 * ```
 *
 * ```md fixed
 * Vchan
 *
 * ***
 *
 * Irmin
 *
 * ***
 * ```
 */
import { z } from "zod";
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const ruleStyle = borrowedRule({
  id: "rule-style",
  says: "All lines between parts are drawn in the same way.",
  severity: "advice",
  options: z
    .string()
    .regex(/^(?:consistent|(?:[*_-] ?){3,80})$/)
    .default("consistent")
    .meta({ description: "The line as it should be written, such as `***`; `consistent` takes the first that a post uses." }),
  fix: ({ start, end }, text, reason) => {
    const expected = /expected `([*_]{3,})`$/.exec(reason)?.[1];
    // Below a line that only some dialects take for no text, `---` makes a heading of it in the others.
    if (!/(?:^|(?:^|[\r\n])[ \t]*(?:\r\n|\r|\n))[ \t]*$/.test(text.slice(Math.max(0, start - 100), start))) return null;
    return expected === undefined || !/^[*_ -]+$/.test(text.slice(start, end)) ? null : { start, end, text: expected };
  },
});

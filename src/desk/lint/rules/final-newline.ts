/**
 * The last line ends like every other line.
 *
 * Many tools join files or append to them, and Git shows a line without an end as changed once more when the next one is added.
 *
 * ## Good
 *
 * ```md
 * Irmin is a store.
 * ```
 *
 * ## Bad
 *
 * ```md {"newline":false}
 * Irmin is a store.
 * ```
 *
 * ```text
 * 1:18 Unexpected missing final newline character, expected line feed (`\n`) at end of file
 * ```
 *
 * ```md fixed
 * Irmin is a store.
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";

export const finalNewline = borrowedRule({
  id: "final-newline",
  says: "The last line ends like every other line.",
  severity: "advice",
  // In code that nothing closes, an ended line of blanks is one line more; and behind a carriage return all is ended already.
  fix: ({ end }, text) =>
    /(?:^|[\r\n])[ \t]*$/.test(text.slice(-1_000)) ? null : { start: end, end, text: text.includes("\r\n") ? "\r\n" : "\n" },
});

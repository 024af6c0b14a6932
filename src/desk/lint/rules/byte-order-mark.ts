/**
 * A file does not begin with a byte order mark.
 *
 * Some editors put one there without showing it. Sites that look for `---` at the very beginning then find no front matter.
 *
 * ## Good
 *
 * ```md
 * # Introducing Irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * ‹U+FEFF›# Introducing Irmin
 * ```
 *
 * ```text
 * 1:1-1:2 Unexpected byte order mark at the start of the file, expected none; save it as UTF-8 without one, or some sites miss the front matter
 * ```
 */
import { readingRule } from "../rule-kinds/reading-rule.js";

export const byteOrderMark = readingRule({
  id: "byte-order-mark",
  says: "A file does not begin with a byte order mark.",
  severity: "warning",
});

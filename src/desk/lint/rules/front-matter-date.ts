/**
 * The day of a post is a day of the calendar, written so that every site reads the same.
 *
 * Many shapes are read: `2014-07-18`, `2014-07-18 13:00 +0100`, `18 July 2014` and a dozen more. What is no day at all, such as
 * the 31st of September, went through review on real blogs more than once.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * date: 2014-07-18
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * date: 2014-17-18
 * ---
 *
 * Irmin is a store.
 * ```
 *
 * ```text
 * 3:7-3:17 Unexpected day `2014-17-18`, expected one that is on the calendar
 * ```
 */
import { readingRule } from "../rule-kinds/reading-rule.js";

export const frontMatterDate = readingRule({
  id: "front-matter-date",
  says: "The day of a post is a day of the calendar, written so that every site reads the same.",
  severity: "error",
});

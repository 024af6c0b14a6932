/**
 * The reference of an image is written in full.
 *
 * In brackets alone, as `![plot]`, an image cannot be told from words in brackets after an exclamation mark.
 *
 * ## Good
 *
 * ```md
 * ![plot][]
 *
 * [plot]: plot.png
 * ```
 *
 * ## Bad
 *
 * ```md
 * ![plot]
 *
 * [plot]: plot.png
 * ```
 *
 * ```text
 * 1:1-1:8 Unexpected shortcut reference image (`![text]`), expected collapsed reference (`![text][]`)
 * ```
 *
 * ```md fixed
 * ![plot][]
 *
 * [plot]: plot.png
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";
import { shortcutFix } from "../rule-kinds/shortcut-fix.js";

export const noShortcutReferenceImage = borrowedRule({
  id: "no-shortcut-reference-image",
  says: "The reference of an image is written in full.",
  severity: "advice",
  fix: shortcutFix,
});

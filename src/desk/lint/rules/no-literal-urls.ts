/**
 * An address stands between `<` and `>`, or behind words.
 *
 * GitHub turns bare addresses into links, many site generators do not; and a full stop after one may become part of it. One that anything
 * but a blank, a parenthesis or a mark of punctuation touches, or that holds `&`, is told and left: in brackets it could mean another.
 * So is every one in MDX, to which `<` begins a component.
 *
 * ## Good
 *
 * ```md
 * See <https://mirage.io> or [our site](https://mirage.io).
 * ```
 *
 * ## Bad
 *
 * ```md
 * See https://mirage.io for more.
 * ```
 *
 * ```text
 * 1:5-1:22 Unexpected GFM autolink literal, expected regular autolink, add `<` before and `>` after
 * ```
 *
 * ```md fixed
 * See <https://mirage.io> for more.
 * ```
 *
 * ```md {"path":"posts/irmin.mdx"}
 * See https://mirage.io for more.
 * ```
 *
 * ```text
 * 1:5-1:22 Unexpected address that nothing marks as a link, expected one behind words: `[words](address)`
 * ```
 */
import { borrowedRule } from "../rule-kinds/borrowed-rule.js";
import { mayHideCode } from "../rule-kinds/emphasis-fix.js";

export const noLiteralUrls = borrowedRule({
  id: "no-literal-urls",
  says: "An address stands between `<` and `>`, or behind words.",
  severity: "advice",
  inMdx: "Unexpected address that nothing marks as a link, expected one behind words: `[words](address)`",
  fix: ({ start, end }, text) => {
    // Between `<` and `>` neither `&amp;` nor a backslash means what it did before.
    const written = text.slice(start, end);
    // A backslash or a mark of emphasis beside it means something else beside a bracket.
    if (/[^\s(]/.test(text[start - 1] ?? " ") || /[^\s.,;:!?)]/.test(text[end] ?? " ")) return null;
    if (mayHideCode(text, start)) return null;
    // Behind `](` brackets may make a link of what is none.
    if (/\]\(\s*$/.test(text.slice(Math.max(0, start - 20), start))) return null;
    // A renderer that makes no link of it may read marks in it: `**`, `~~`, the bar of a table, and `_` that is not within a word.
    if (/[*~`[\]|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(written)) return null;
    return /^https?:\/\/[^\s<>&\\\p{Cc}]+$/iu.test(written) ? { start, end, text: `<${written}>` } : null;
  },
});

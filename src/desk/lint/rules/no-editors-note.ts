/**
 * No note between writers and editors is left in.
 *
 * Notes in brackets are published with the post, and notes in comments can be read in its source by anyone. A note *for* readers,
 * such as "Editor's note: …", is no such note.
 *
 * ## Good
 *
 * ```md
 * _Editor's note: this post was updated in August._
 *
 * <!-- more -->
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is fast [ed: how fast?] and safe.
 * ```
 *
 * ```text
 * 1:15-1:30 Unexpected note in brackets, expected it to be settled and taken out before the post is published
 * ```
 *
 * ```md
 * <!-- EDITOR: check the numbers -->
 *
 * Irmin is fast.
 * ```
 *
 * ```text
 * 1:1-1:35 Unexpected note in a comment, expected it to be settled and taken out: comments are published too
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

const IN_BRACKETS = /\[(?:eds?|editors?|reviewers?|note to (?:self|editors?|reviewers?))\b\.?(?:['’]s)?(?: note)?:[^\]\n]{0,300}\]?/giu;
const IN_COMMENT = /<!--\s*(?:eds?|editors?|reviewers?|note to (?:self|editors?|reviewers?)|todo|fixme|xxx|tbd)\b[^]{0,300}?(?:-->|$)/giu;

/** Any text with a note has it: texts without are not gone through node by node. */
const SIGN = /\[(?:ed|reviewer|note to )|<!--/i;

export const noEditorsNote = ownRule(
  { id: "no-editors-note", says: "No note between writers and editors is left in.", severity: "warning" },
  (source, say) => {
    if (!SIGN.test(source.text)) return {};
    return {
      text(node) {
        const { start } = source.span(node);
        for (const { 0: note, index } of source.written(node).matchAll(IN_BRACKETS)) {
          say("Unexpected note in brackets, expected it to be settled and taken out before the post is published", {
            start: start + index,
            end: start + index + note.length,
          });
        }
      },
      html(node) {
        const { start } = source.span(node);
        for (const { 0: note, index } of source.written(node).matchAll(IN_COMMENT)) {
          say("Unexpected note in a comment, expected it to be settled and taken out: comments are published too", {
            start: start + index,
            end: start + index + note.length,
          });
        }
      },
    };
  },
);

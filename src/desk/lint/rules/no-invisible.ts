/**
 * No character is there that nobody can see.
 *
 * Zero-width spaces and soft hyphens come along when text is copied from chats and word processors. They break words for searches,
 * and code for compilers. Joiners stay where a script or an emoji needs them.
 *
 * ## Good
 *
 * ```md
 * A family 👩‹U+200D›👩‹U+200D›👧 and می‹U+200C›خواهم.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is a sto‹U+200B›re.
 * ```
 *
 * ```text
 * 1:15-1:16 Unexpected zero-width space (U+200B), expected nothing there
 * ```
 *
 * ```md fixed
 * Irmin is a store.
 * ```
 */
import { ownRule } from "../own-rule.js";

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\u00AD", "soft hyphen"],
  ["\u180E", "Mongolian vowel separator"],
  ["\u200B", "zero-width space"],
  ["\u200C", "zero-width non-joiner"],
  ["\u200D", "zero-width joiner"],
  ["\u2060", "word joiner"],
  ["\uFEFF", "byte order mark"],
]);

export const noInvisible = ownRule(
  { id: "no-invisible", says: "No character is there that nobody can see.", severity: "warning", fixes: true },
  (paper, say) => {
    const { text } = paper;
    for (const { 0: run, index } of text.matchAll(/[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]+/g)) {
      const before = text.slice(0, index);
      const after = text.slice(index + run.length);
      // The one at the very beginning is told by the reader of front matter.
      if (index === 0 && run === "\uFEFF") continue;
      if (/^[\u200C\u200D]+$/.test(run) && !(/[ -~]$/.test(before.slice(-1)) && /^[ -~]/.test(after.slice(0, 1)))) continue;
      const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const what = `Unexpected ${NAMES.get(run[0] ?? "") ?? "invisible character"} (U+${code}), expected nothing there`;
      // Between letters it cannot have kept a mark of Markdown from being one; but an address may begin behind it.
      const sure =
        index >= paper.reading().body &&
        /\p{L}$/u.test(before.slice(-2)) &&
        /^(?:[\p{L} \r\n]|$)/u.test(after.slice(0, 2)) &&
        !/^(?:www|http)/i.test(after.slice(0, 4));
      say(what, { start: index, end: index + run.length }, sure ? "" : undefined);
    }
    return {};
  },
);

/**
 * No character is there that nobody can see.
 *
 * Zero-width spaces and soft hyphens come along when text is copied from chats and word processors. They break words for searches,
 * and code for compilers. Joiners stay where a script or an emoji needs them. It is taken out of plain words and of code; in names of
 * links, addresses, HTML and templates it is told and left. So are Unicode's line and paragraph separators, at which some programs break
 * a line and others do not: what belongs there is a line break, a blank or nothing.
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
 *
 * ```md
 * ## Summary‹U+2028›
 *
 * Irmin is a store,‹U+2029›and so is Git.
 * ```
 *
 * ```text
 * 1:11-1:12 Unexpected line separator (U+2028), expected a line break, a blank or nothing
 * 3:18-3:19 Unexpected paragraph separator (U+2029), expected a line break, a blank or nothing
 * ```
 */
import type { Code, InlineCode, Nodes } from "mdast";
import { ownRule } from "../rule-kinds/own-rule.js";
import { codeWithin } from "../tree/code-within.js";
import { plainWordsOf, type AmongPlainWords } from "../tree/plain-words.js";
import type { Span } from "../tree/source.js";

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\u00AD", "soft hyphen"],
  ["\u180E", "Mongolian vowel separator"],
  ["\u200B", "zero-width space"],
  ["\u200C", "zero-width non-joiner"],
  ["\u200D", "zero-width joiner"],
  ["\u2028", "line separator"],
  ["\u2029", "paragraph separator"],
  ["\u2060", "word joiner"],
  ["\uFEFF", "byte order mark"],
]);

const INVISIBLE = /[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]+|[\u2028\u2029]/g;

export const noInvisible = ownRule(
  { id: "no-invisible", says: "No character is there that nobody can see.", severity: "warning", fixes: true },
  (source, say) => {
    const { text } = source;
    const runs = Array.from(text.matchAll(INVISIBLE), ({ 0: run, index }) => ({ run, start: index, end: index + run.length }));
    if (runs.length === 0) return {};
    let amongPlainWords: AmongPlainWords = () => false;
    const sure = new Set<number>();
    const inBlock = (node: Nodes) => {
      const block = source.span(node);
      if (within(runs, block).length > 0) amongPlainWords = plainWordsOf(text, block);
    };
    const inCode = (node: Code | InlineCode) => {
      for (const { start } of within(runs, codeWithin(source, node))) sure.add(start);
    };
    return {
      paragraph: inBlock,
      heading: inBlock,
      tableCell: inBlock,
      text(node) {
        for (const run of within(runs, source.span(node))) if (amongPlainWords(run, "")) sure.add(run.start);
      },
      code: inCode,
      inlineCode: inCode,
      end() {
        for (const { run, start, end } of runs) {
          const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
          // The one at the very beginning is told by the reader of front matter.
          if (start === 0 && run === "\uFEFF") continue;
          if (/^[\u200C\u200D]+$/.test(run) && !(/[ -~]$/.test(before) && /^[ -~]/.test(after))) continue;
          const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
          const separates = /[\u2028\u2029]/.test(run);
          const expected = separates ? "a line break, a blank or nothing" : "nothing there";
          const what = `Unexpected ${NAMES.get(run[0] ?? "") ?? "invisible character"} (U+${code}), expected ${expected}`;
          // Between letters it cannot have kept a mark of Markdown from being one.
          const isSure = !separates && sure.has(start) && /\p{L}$/u.test(before) && /^(?:[\p{L} \r\n]|$)/u.test(after);
          say(what, { start, end }, isSure ? "" : undefined);
        }
      },
    };
  },
);

/** Those of `runs`, which are in the order of the text, that lie inside a span. */
function within(runs: readonly Span[], { start, end }: Span): readonly Span[] {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while ((runs[to]?.end ?? Infinity) <= end) to++;
  return runs.slice(low, to);
}

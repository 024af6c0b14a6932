/**
 * All lines end in the same way.
 *
 * Files with two kinds of line endings show changes in every line when an editor mends them, and reviewers cannot find the one that
 * matters. Either kind will do.
 *
 * ## Good
 *
 * ```md
 * Irmin‹U+000D›
 * and Vchan‹U+000D›
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin
 * and Vchan‹U+000D›
 * and Conduit
 * ```
 *
 * ```text
 * 2:10-3:1 Unexpected line ending CRLF, expected LF as on most lines
 * ```
 *
 * ```md fixed
 * Irmin
 * and Vchan
 * and Conduit
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\n", "LF"],
  ["\r\n", "CRLF"],
  ["\r", "CR"],
]);

export const lineEndings = ownRule(
  { id: "line-endings", says: "All lines end in the same way.", severity: "warning", fixes: true },
  (source, say) => {
    if (!source.text.includes("\r")) return {};
    const endings = Array.from(source.text.matchAll(/\r\n|\n|\r/g), ({ 0: ending, index }) => ({
      ending,
      start: index,
      end: index + ending.length,
    }));
    const count = (one: string) => endings.filter(({ ending }) => ending === one).length;
    const usual = ["\n", "\r\n", "\r"].reduce((most, one) => (count(one) > count(most) ? one : most));
    const odd = endings.filter(({ ending }) => ending !== usual);
    const first = odd[0];
    if (!first) return {};
    const what =
      odd.length === 1
        ? `line ending ${NAMES.get(first.ending) ?? ""}`
        : `line ending ${NAMES.get(first.ending) ?? ""}, the first of ${odd.length} such`;
    const said = `Unexpected ${what}, expected ${NAMES.get(usual) ?? ""} as on most lines`;
    // One edit for all of the text: front matter is left as it is.
    const { body } = source.reading();
    const inBody = odd.filter(({ start }) => start >= body);
    const [from, to] = [inBody[0], inBody.at(-1)];
    const lines = from && to ? source.text.slice(from.start, to.end) : "";
    // Blanks behind a CR alone count otherwise behind a line feed, within a list.
    if (!from || !to || /\r[ \t]/.test(lines + source.text.slice(to.end, to.end + 1))) say(said, first);
    else say(said, { start: from.start, end: to.end }, lines.replace(/\r\n|\n|\r/g, usual));
    return {};
  },
);

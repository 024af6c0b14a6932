/**
 * Marks of emphasis make emphasis, beside the punctuation of Chinese, Japanese and Korean too.
 *
 * Markdown was made for words with blanks between them: behind `」` or `。` and before a letter `**` closes nothing, and readers see the
 * marks. Put the punctuation outside of them, or a blank beside them.
 *
 * ## Good
 *
 * ```md
 * これは「**重要**」です。 **「重要」** です。2 ** 3 は 8 です。
 * ```
 *
 * ## Bad
 *
 * ```md
 * これは**「重要」**です。
 *
 * **重要。**次に進みます。
 * ```
 *
 * ```text
 * 1:4-1:12 Unexpected `**` that makes no emphasis beside `「`, expected the punctuation outside of it, or a blank beside it
 * 3:1-3:8 Unexpected `**` that makes no emphasis beside `。`, expected the punctuation outside of it, or a blank beside it
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

const PAIR = /(?<![*\\])(\*{1,3})(?![\s*])([^*\n\\]{1,300}?)(?<![\s*])\1(?!\*)/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
const WORD = /[\p{L}\p{N}]/u;

/** Any text with such marks has it. */
const SIGN = /\*[^*\n]*(?:[\u3000-\u303F\uFF00-\uFFEF]|\p{P})\**(?:[\u3000-\uFFEF])|[\u3000-\uFFEF]\*/u;

export const unmadeEmphasis = ownRule(
  {
    id: "unmade-emphasis",
    says: "Marks of emphasis make emphasis, beside the punctuation of Chinese, Japanese and Korean too.",
    severity: "warning",
  },
  (source, say) => {
    const { text } = source;
    if (!SIGN.test(text)) return {};
    return {
      text(node) {
        const { start } = source.span(node);
        for (const { 0: whole, 1: mark = "", 2: inside = "", index } of source.written(node).matchAll(PAIR)) {
          const [from, to] = [start + index, start + index + whole.length];
          const beside =
            unmadeBeside(text.slice(from - 1, from), inside) ?? unmadeBeside(text.slice(to, to + 1), Array.from(inside).reverse().join(""));
          if (beside === null) continue;
          say(
            `Unexpected \`${mark}\` that makes no emphasis beside \`${beside}\`, expected the punctuation outside of it, or a blank beside it`,
            {
              start: from,
              end: to,
            },
          );
        }
      },
    };
  },
);

/** The punctuation on which one end fails: a mark between it and a word neither opens nor closes. https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
function unmadeBeside(outside: string, inside: string): string | null {
  const edge = Array.from(inside)[0] ?? "";
  return /\p{P}/u.test(edge) && WORD.test(outside) && (CJK.test(edge) || CJK.test(outside)) ? edge : null;
}

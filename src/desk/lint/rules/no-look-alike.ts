/**
 * No letter of another alphabet stands inside a word.
 *
 * A Cyrillic `а` looks like a Latin one and is none: searches miss the word, links break, code does not compile. Only letters that
 * can be mistaken count: `λ`, `µ` and `Δ` cannot.
 * Plain words and code are mended; names of links, addresses, HTML and templates are told and left.
 *
 * ## Good
 *
 * ```md
 * The λ-calculus took 3 μs, in русский too.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is a st‹U+043E›re.
 * ```
 *
 * ```text
 * 1:12-1:17 Unexpected Cyrillic `о` in `stоre`, expected letters of one alphabet
 * ```
 *
 * ```md fixed
 * Irmin is a store.
 * ```
 */
import type { Code, InlineCode, Nodes, Text } from "mdast";
import { ownRule } from "../rule-kinds/own-rule.js";
import { codeWithin } from "../tree/code-within.js";
import { plainWordsOf, type AmongPlainWords } from "../tree/plain-words.js";

/** Cyrillic and Greek letters, each above the Latin one that it is mistaken for. */
const OTHER = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁѡһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LATIN = "ABESIJKMHOPCTYXaesijopcyxdwhABEZHIKMNOPTYXo";
const TWINS: ReadonlyMap<string, string> = new Map(Array.from(OTHER, (letter, index) => [letter, LATIN[index] ?? letter]));

export const noLookAlike = ownRule(
  { id: "no-look-alike", says: "No letter of another alphabet stands inside a word.", severity: "warning", fixes: true },
  (source, say) => {
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(source.text)) return {};
    let amongPlainWords: AmongPlainWords = () => false;
    const inBlock = (node: Nodes) => {
      amongPlainWords = plainWordsOf(source.text, source.span(node));
    };
    const createVisitor = (node: Code | InlineCode | Text) => {
      const { start } = source.span(node);
      for (const { 0: word, index } of source.written(node).matchAll(/[\p{L}\p{M}]+/gu)) {
        const foreign = Array.from(word.matchAll(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu));
        const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
        const alike = foreign.find(({ 0: letter }) => TWINS.has(letter));
        if (latin === 0 || !alike) continue;
        const [letter] = alike;
        const fixed = Array.from(word, (one) => TWINS.get(one) ?? one).join("");
        const span = { start: start + index, end: start + index + word.length };
        const sure =
          latin > foreign.length &&
          foreign.every(([one]) => TWINS.has(one)) &&
          (node.type === "text" ? amongPlainWords(span, fixed) : span.start >= codeWithin(source, node).start);
        const name = /\p{Script=Greek}/u.test(letter) ? "Greek" : "Cyrillic";
        say(
          `Unexpected ${name} \`${letter}\` in \`${word.slice(0, 40)}\`, expected letters of one alphabet`,
          span,
          sure ? fixed : undefined,
        );
      }
    };
    return {
      paragraph: inBlock,
      heading: inBlock,
      tableCell: inBlock,
      text: createVisitor,
      inlineCode: createVisitor,
      code: createVisitor,
    };
  },
);

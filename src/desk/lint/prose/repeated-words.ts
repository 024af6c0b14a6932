/**
 * No word stands twice in a row.
 *
 * The eye passes over the the second one, at the end of a line most of all. Words that do occur twice, such as *had had* and names
 * in capitals, are let be, and so is what begins a sentence twice to stress it: *Many many*, but not *The the*. Only small words that
 * no sentence has twice are fixed: a *password password* may be a name and what it holds, and one can *log in in* the morning.
 *
 * ## Good
 *
 * ```md
 * He had had a look at Duran Duran. Many many times.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Irmin is the the store.
 * ```
 *
 * ```text
 * 1:10-1:17 Unexpected second `the`, expected it once
 * ```
 *
 * ```md fixed
 * Irmin is the store.
 * ```
 */
import retextRepeatedWords from "retext-repeated-words";
import { ownRule } from "../rule-kinds/own-rule.js";
import { proseVisitor } from "./prose-rule.js";

const TWICE = /(?<![\p{L}\p{N}])(\p{L}+)\s+(?:[*_>]+\s*)?\1(?![\p{L}\p{N}])/iu;

/** Those of which one can go, whatever the sentence: not `that`, `is`, `in`, `on`, `it` or `you`, which end one part of it and begin another. */
const SURE = /^(?:an?|and|as|at|by|for|from|into|of|our|than|the|their|to|with|your)$/;

/** Words that nobody says twice to stress them. */
const SMALL =
  /^(?:an?|and|are|as|at|be|but|by|can|for|from|has|have|he|his|if|in|is|it|its|may|my|not|of|on|or|our|she|so|that|the|their|then|there|they|this|to|was|we|were|what|when|which|who|will|with|you|your)$/i;

export const repeatedWords = ownRule(
  { id: "repeated-words", says: "No word stands twice in a row.", severity: "advice", fixes: true },
  proseVisitor<null>({
    screen: (written) => TWICE.test(written),
    read: (tree, file) => {
      retextRepeatedWords()(tree, file);
    },
    remark: ({ expected }, said, { start, end }, { text }) => {
      const word = expected?.[0] ?? "";
      if (/^\p{Lu}.*\s\p{Ll}/su.test(said) && !SMALL.test(word)) return null;
      // Over the end of a line, a mark of a quotation may stand between them; and which of `The the` is to stay only people know.
      const same = /^(\S+)[ \t]+\1$/.test(said);
      // Words among words: beside marks they may be what is spoken of, a third time they are there on purpose, and one letter names things.
      const before = /(?:^|(?:^|\s)([\p{L}\p{N},’'-]*)\s)$/u.exec(text.slice(Math.max(0, start - 40), start));
      const after = /^\s+(\p{L}{2,})/u.exec(text.slice(end, end + 40))?.[1] ?? word;
      const among = before !== null && before[1] !== word && after !== word;
      return { words: `Unexpected second \`${word}\`, expected it once`, ...(same && among && SURE.test(word) && { replacement: word }) };
    },
  }),
);

/**
 * No no-break space stands where a space is needed.
 *
 * It looks like a space and is none: after `#` it keeps a heading from being one, at the start of a line it keeps a list from
 * being inside another, and code that is copied with it does not run. In a sentence it does what it is for. It is mended between words of
 * code, and where it indents lines between fences at the margin.
 *
 * ## Good
 *
 * ```md
 * It took 10‹U+00A0›ms.
 * ```
 *
 * ## Bad
 *
 * ```md
 * #‹U+00A0›Irmin
 *
 * Type `opam‹U+00A0›install irmin`.
 * ```
 *
 * ```text
 * 1:2-1:3 Unexpected no-break space at the start of a line, expected a space: Markdown sees no mark before it
 * 3:11-3:12 Unexpected no-break space in code, expected a space
 * ```
 *
 * ```md fixed
 * #‹U+00A0›Irmin
 *
 * Type `opam install irmin`.
 * ```
 */
import type { Code, InlineCode } from "mdast";
import { ownRule } from "../rule-kinds/own-rule.js";
import { codeWithin } from "../tree/code-within.js";

const BREAKLESS = /[\u00A0\u202F]+/g;
const AS_A_MARK = /^(?:[ \t>]*)(?:#{1,6}|[-+*]|\d{1,9}[.)])?([\u00A0\u202F]+)(?=\S)/gm;

/** Not where a space would be stripped, or a fence come to close. */
const WORDS_END = /[^\s`~>|]$/;
const WORDS_BEGIN = /^[^\s`~>|]/;
/** In a block between fences that nothing else indents. */
const INDENT_BEGINS = /[\r\n][ \t\u00A0\u202F]*$/;
const INDENT_ENDS = /^[ \t\u00A0\u202F]*[^\s`~]/;

export const noBreakSpace = ownRule(
  { id: "no-break-space", says: "No no-break space stands where a space is needed.", severity: "warning", fixes: true },
  (source, say) => {
    const inCode = (node: Code | InlineCode) => {
      const { start } = source.span(node);
      const written = source.written(node);
      for (const { 0: run, index } of written.matchAll(BREAKLESS)) {
        const [before, after] = [written.slice(Math.max(0, index - 200), index), written.slice(index + run.length, index + 200)];
        const between = WORDS_END.test(before) && WORDS_BEGIN.test(after);
        const indents = node.type === "code" && node.position?.start.column === 1 && /^[`~]{3}/.test(written);
        const sure =
          start + index >= codeWithin(source, node).start &&
          (between || (indents && INDENT_BEGINS.test(before) && INDENT_ENDS.test(after)));
        say(
          "Unexpected no-break space in code, expected a space",
          { start: start + index, end: start + index + run.length },
          sure ? " ".repeat(run.length) : undefined,
        );
      }
    };
    return {
      code: inCode,
      inlineCode: inCode,
      paragraph(node) {
        const { start } = source.span(node);
        for (const { 0: found, 1: run = "", index } of source.written(node).matchAll(AS_A_MARK)) {
          const end = start + index + found.length;
          say("Unexpected no-break space at the start of a line, expected a space: Markdown sees no mark before it", {
            start: end - run.length,
            end,
          });
        }
      },
    };
  },
);

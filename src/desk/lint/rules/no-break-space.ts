/**
 * No no-break space stands where a space is needed.
 *
 * It looks like a space and is none: after `#` it keeps a heading from being one, at the start of a line it keeps a list from
 * being inside another, and code that is copied with it does not run. In a sentence it does what it is for.
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
import type { Nodes } from "mdast";
import { ownRule } from "../own-rule.js";

const BREAKLESS = /[\u00A0\u202F]+/g;
const AS_A_MARK = /^(?:[ \t>]*)(?:#{1,6}|[-+*]|\d{1,9}[.)])?([\u00A0\u202F]+)(?=\S)/gm;

export const noBreakSpace = ownRule(
  { id: "no-break-space", says: "No no-break space stands where a space is needed.", severity: "warning", fixes: true },
  (paper, say) => {
    const inCode = (node: Nodes) => {
      const { start } = paper.span(node);
      for (const { 0: run, index } of paper.written(node).matchAll(BREAKLESS)) {
        say(
          "Unexpected no-break space in code, expected a space",
          { start: start + index, end: start + index + run.length },
          " ".repeat(run.length),
        );
      }
    };
    return {
      code: inCode,
      inlineCode: inCode,
      paragraph(node) {
        const { start } = paper.span(node);
        for (const { 0: found, 1: run = "", index } of paper.written(node).matchAll(AS_A_MARK)) {
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

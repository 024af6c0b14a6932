/**
 * Nothing is left to be filled in.
 *
 * `TODO`, `FIXME`, `XXX:`, `TBD`, `TK` (a mark for "to come", from newspapers) and lorem ipsum are notes of writers to themselves.
 * They count as words of their own, in capitals, outside code; a sentence about TODO comments puts the word between backticks.
 *
 * ## Good
 *
 * ```md
 * The compiler now warns of `TODO` comments, and of "todo lists".
 * ```
 *
 * ## Bad
 *
 * ```md
 * TODO: write this part.
 *
 * Irmin was written in TK by TK.
 * ```
 *
 * ```text
 * 1:1-1:5 Unexpected `TODO`, expected the finished text; if it is meant, put it between backticks
 * 3:22-3:24 Unexpected `TK`, expected the finished text; if it is meant, put it between backticks
 * 3:28-3:30 Unexpected `TK`, expected the finished text; if it is meant, put it between backticks
 * ```
 *
 * ```md
 * ---
 * title: TBD
 * ---
 *
 * Lorem ipsum dolor sit amet.
 * ```
 *
 * ```text
 * 2:8-2:11 Unexpected `TBD` in the title, expected the finished title
 * 5:1-5:12 Unexpected `Lorem ipsum`, expected the finished text; if it is meant, put it between backticks
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

const PLACEHOLDER = /(?<![\p{L}\p{N}_-])(?:TODO|FIXME|XXX(?=:)|TBD|TKTK|TK|[Ll]orem ipsum|LOREM IPSUM)(?![\p{L}\p{N}_-])/gu;

/** Any text with a placeholder has it: texts without are not gone through node by node. */
const SIGN = /TODO|FIXME|XXX:|TBD|TK|orem ipsum|OREM IPSUM/;

export const noPlaceholder = ownRule(
  { id: "no-placeholder", says: "Nothing is left to be filled in.", severity: "warning" },
  (source, say) => {
    const complain = (found: string) => `Unexpected \`${found}\`, expected the finished text; if it is meant, put it between backticks`;
    const { title, format } = source.reading().post;
    const inTitle = title && format !== "none" ? title.value.match(PLACEHOLDER) : null;
    if (title && inTitle) say(`Unexpected \`${inTitle[0]}\` in the title, expected the finished title`, title.place);
    if (!SIGN.test(source.text)) return {};
    return {
      text(node) {
        const { start } = source.span(node);
        for (const { 0: found, index } of source.written(node).matchAll(PLACEHOLDER)) {
          say(complain(found), { start: start + index, end: start + index + found.length });
        }
      },
    };
  },
);

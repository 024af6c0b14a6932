/**
 * A date that names its weekday names the right one.
 *
 * `Monday, July 15 2014` is a Tuesday: one of the two is wrong, and readers will come on the wrong day. Only dates with their year are
 * held against the calendar, in the title, the description and the text; which of the two is meant only the writer knows.
 *
 * ## Good
 *
 * ```md
 * The engines will be out on Tuesday, July 15th, 2014.
 * ```
 *
 * ## Bad
 *
 * ```md
 * The engines will be out on, or shortly after, Monday, **July 15th, 2014**.
 * ```
 *
 * ```text
 * 1:47-1:72 Unexpected weekday in `Monday, July 15th, 2014`, expected Tuesday, or another date
 * ```
 *
 * ```md
 * ---
 * title: Monday, July 15 2014 engine releases
 * ---
 * ```
 *
 * ```text
 * 2:8-2:44 Unexpected weekday in `Monday, July 15 2014`, expected Tuesday, or another date
 * ```
 */
import type { Heading, Nodes, Paragraph, TableCell } from "mdast";
import { sayWrongWeekday, wrongWeekdays } from "../../text/wrong-weekday.js";
import { ownRule } from "../rule-kinds/own-rule.js";
import type { Source } from "../tree/source.js";

/** Any text with such a date has it: texts without are not gone through. */
const SIGN = /(?:mon|tue|wed|thu|fri|sat|sun)/i;

export const weekdayOfDate = ownRule(
  { id: "weekday-of-date", says: "A date that names its weekday names the right one.", severity: "warning" },
  (source, say) => {
    if (!SIGN.test(source.text)) return {};
    const { post, body } = source.reading();
    const firstLine = source.text.slice(0, body).split("\n").length;
    for (const field of [post.title, post.description]) {
      // A title in the text is told where it stands.
      if (!field || field.place.line >= firstLine) continue;
      for (const wrong of wrongWeekdays(field.value)) say(sayWrongWeekday(wrong), field.place);
    }
    const visit = (block: Heading | Paragraph | TableCell) => {
      const { start } = source.span(block);
      for (const wrong of wrongWeekdays(proseOf(block, source)))
        say(sayWrongWeekday(wrong), { start: start + wrong.start, end: start + wrong.end });
    };
    return { heading: visit, paragraph: visit, tableCell: visit };
  },
);

/** A block as it is written, as long as it is: what is no text of it, such as code and addresses, is blotted out. */
function proseOf(block: Nodes, source: Source): string {
  const { start, end } = source.span(block);
  const parts: string[] = [];
  let at = start;
  const take = (node: Nodes) => {
    if (node.type === "text") {
      const span = source.span(node);
      parts.push("\u0000".repeat(Math.max(0, span.start - at)), source.written(node));
      at = span.end;
    } else if ("children" in node) node.children.forEach(take);
  };
  take(block);
  return parts.join("") + "\u0000".repeat(Math.max(0, end - at));
}

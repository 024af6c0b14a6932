/**
 * A date that names its weekday names the right one.
 *
 * `Monday, July 15 2014` is a Tuesday: one of the two is wrong, and readers will come on the wrong day. Dates are held against the
 * calendar in the title, the description, the post's own date and the text; which of the two is meant only the writer knows. One without
 * a year is told where it fits neither the year of the post nor those beside it.
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
 *
 * ```md
 * ---
 * title: Engine releases
 * date: Monday, July 15, 2014
 * ---
 *
 * The engines will be out on Monday, July 17th.
 * ```
 *
 * ```text
 * 3:7-3:28 Unexpected weekday in `Monday, July 15, 2014`, expected Tuesday, or another date
 * 6:28-6:45 Unexpected weekday in `Monday, July 17th`, expected Thursday, or another date
 * ```
 */
import type { Heading, Nodes, Paragraph, TableCell } from "mdast";
import type { Place } from "../../facts/finding.js";
import type { Dated } from "../../facts/post.js";
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
    const dated = post.dated && { place: post.dated.place, value: writtenAt(source.text, post.dated.place) };
    for (const field of [post.title, post.description, dated]) {
      // A title in the text is told where it stands.
      if (!field || field.place.line >= firstLine) continue;
      for (const wrong of wrongWeekdays(field.value)) say(sayWrongWeekday(wrong), field.place);
    }
    const year = yearOf(post.dated?.value);
    const visit = (block: Heading | Paragraph | TableCell) => {
      const { start } = source.span(block);
      for (const wrong of wrongWeekdays(proseOf(block, source), year))
        say(sayWrongWeekday(wrong), { start: start + wrong.start, end: start + wrong.end });
    };
    return { heading: visit, paragraph: visit, tableCell: visit };
  },
);

/** What stands on one line between two columns. */
function writtenAt(text: string, { line, column, endColumn }: Place): string {
  return (text.split(/\r\n|\n|\r/)[line - 1] ?? "").slice(column - 1, endColumn - 1);
}

function yearOf(dated: Dated | undefined): number | null {
  return dated ? Number((dated.kind === "day" ? dated.day : dated.at).slice(0, 4)) : null;
}

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

/**
 * A link is written as Markdown reads one.
 *
 * Readers see the brackets of a link that is none: one with a blank in the middle, one turned round, or a definition whose address stands
 * in parentheses. These are among the slips that are mended most often once a post is live.
 *
 * ## Good
 *
 * ```md
 * See [the docs](https://mirage.io/docs), [Irmin][irmin] and a source [1] (https://mirage.io/papers).
 *
 * [irmin]: https://mirage.io/irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * See [the docs] (https://mirage.io/docs), (papers)[https://mirage.io/papers] and [Irmin][irmin].
 *
 * [irmin]: (https://mirage.io/irmin)
 * ```
 *
 * ```text
 * 1:5-1:40 Unexpected blank between `[the docs]` and its address, expected none
 * 1:42-1:76 Unexpected link turned round, expected `[papers](https://mirage.io/papers)`
 * 3:1-3:35 Unexpected parentheses around the address of `irmin`, expected the address alone
 * ```
 */
import type { Definition, Heading, Nodes, Paragraph, TableCell } from "mdast";
import { quoted } from "../../text/quoted.js";
import { ownRule } from "../rule-kinds/own-rule.js";
import type { Span } from "../tree/source.js";

const ADDRESS = "https?:\\/\\/[^\\s()\\[\\]]{1,500}";
/** `[the docs] (https://…)`; one of digits or a letter is a note, or a box that is ticked. */
const SPACED = new RegExp(`(?<![\\]\\\\!])\\[([^[\\]\\n]{0,200}\\p{L}{2}[^[\\]\\n]{0,200})\\] \\(${ADDRESS}\\)`, "giu");
/** `(the docs)[https://…]` */
const TURNED = new RegExp(`(?<!\\])\\(([^()\\n]{1,200})\\)\\[(${ADDRESS})\\]`, "giu");

/** Any text with such a slip has it. */
const SIGN = /\] \(http|\)\[http|\]:\s*\(/i;

export const linkSyntax = ownRule(
  { id: "link-syntax", says: "A link is written as Markdown reads one.", severity: "warning" },
  (source, say) => {
    if (!SIGN.test(source.text)) return {};
    const visit = (block: Heading | Paragraph | TableCell) => {
      const { start } = source.span(block);
      const written = source.written(block);
      const code = codeIn(block, source.span);
      const found = (match: RegExpExecArray, message: string) => {
        const span = { start: start + match.index, end: start + match.index + match[0].length };
        if (!code.some((one) => one.start < span.end && span.start < one.end)) say(message, span);
      };
      for (const match of written.matchAll(SPACED))
        found(match, `Unexpected blank between ${quoted(`[${match[1] ?? ""}]`)} and its address, expected none`);
      for (const match of written.matchAll(TURNED))
        found(match, `Unexpected link turned round, expected ${quoted(`[${match[1] ?? ""}](${match[2] ?? ""})`, 120)}`);
    };
    return {
      heading: visit,
      paragraph: visit,
      tableCell: visit,
      definition(node: Definition) {
        if (!/^\(.+\)$/.test(node.url)) return;
        say(
          `Unexpected parentheses around the address of ${quoted(node.label ?? node.identifier)}, expected the address alone`,
          source.span(node),
        );
      },
    };
  },
);

function codeIn(node: Nodes, spanOf: (node: Nodes) => Span): readonly Span[] {
  if (node.type === "inlineCode" || node.type === "html") return [spanOf(node)];
  return "children" in node ? node.children.flatMap((child) => codeIn(child, spanOf)) : [];
}

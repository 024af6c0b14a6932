/** The code of a block or a span of code, without the line that a fence begins with. */
import type { Code, InlineCode } from "mdast";
import type { Source, Span } from "./source.js";

/** What stands behind a fence is read as words are, entities and all, and not as code. Empty where there is nothing else. */
export function codeWithin(source: Source, node: Code | InlineCode): Span {
  const { start, end } = source.span(node);
  const written = source.written(node);
  if (node.type === "inlineCode" || !/^[`~]{3}/.test(written)) return { start, end };
  const first = written.search(/[\r\n]/);
  return { start: first === -1 ? end : start + first, end };
}

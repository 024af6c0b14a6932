/**
 * No hidden character turns the direction of text around.
 *
 * With them, text and code can be made to show something else than they say (known as Trojan Source, <https://trojansource.codes>).
 * Text in Arabic or Hebrew needs none of them: letters know their direction. Isolates that are closed in the same line, outside
 * code, are let be.
 *
 * ## Good
 *
 * ```md
 * The word ‹U+2067›שלום‹U+2069› and code.
 * ```
 *
 * ## Bad
 *
 * ```md
 * Type `access ‹U+202E›nimda`.
 * ```
 *
 * ```text
 * 1:14-1:15 Unexpected hidden control of direction (U+202E), expected none
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";
import type { Span } from "../tree/source.js";

const CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;

export const noBidiControl = ownRule(
  { id: "no-bidi-control", says: "No hidden character turns the direction of text around.", severity: "error" },
  (source, say) => {
    const controls = Array.from(source.text.matchAll(CONTROL), ({ index }) => index);
    if (controls.length === 0) return {};
    const code: Span[] = [];
    const createVisitor = (span: Span) => void code.push(span);
    return {
      code: (node) => {
        createVisitor(source.span(node));
      },
      inlineCode: (node) => {
        createVisitor(source.span(node));
      },
      end() {
        for (const at of controls) {
          const inCode = code.some(({ start, end }) => at >= start && at < end);
          if (!inCode && closed(lineAround(source.text, at))) continue;
          const name = (source.text.codePointAt(at) ?? 0).toString(16).toUpperCase();
          say(`Unexpected hidden control of direction (U+${name}), expected none`, { start: at, end: at + 1 });
        }
      },
    };
  },
);

function lineAround(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end === -1 ? text.length : end);
}

/** Nothing but isolates, each closed. */
function closed(line: string): boolean {
  let open = 0;
  for (const [control] of line.matchAll(CONTROL)) {
    if (/[\u202A-\u202E]/.test(control)) return false;
    open += control === "\u2069" ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * A block of code names its language.
 *
 * Then the site can colour it, and readers know what they look at. `text` and `console` are languages too.
 *
 * ## Good
 *
 * ````md
 * ```ocaml
 * let x = 1
 * ```
 * ````
 *
 * ## Bad
 *
 * ````md
 * ```
 * let x = 1
 * ```
 * ````
 *
 * ```text
 * 1:1-1:4 Unexpected block of code without a language, expected one after the opening fence, such as `text`
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

export const codeLanguage = ownRule(
  { id: "code-language", says: "A block of code names its language.", severity: "advice" },
  (source, say) => {
    return {
      code(node) {
        const { start } = source.span(node);
        const fence = /^(?:`{3,}|~{3,})/.exec(source.text.slice(start, start + 100))?.[0];
        if (fence === undefined || (node.lang ?? "") !== "") return;
        say("Unexpected block of code without a language, expected one after the opening fence, such as `text`", {
          start,
          end: start + fence.length,
        });
      },
    };
  },
);

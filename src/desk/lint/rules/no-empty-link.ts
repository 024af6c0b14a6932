/**
 * Every link leads somewhere, and can be seen.
 *
 * A link without an address leads back to the page itself, and one without words can be neither seen nor listened to.
 *
 * ## Good
 *
 * ```md
 * [Irmin](https://mirage.io/irmin) and [![plot](plot.png)](https://mirage.io/plot)
 * ```
 *
 * ## Bad
 *
 * ```md
 * [Irmin]() and [](https://mirage.io/vchan)
 * ```
 *
 * ```text
 * 1:1-1:10 Unexpected link without an address, expected one between `(` and `)`
 * 1:15-1:42 Unexpected link without words, expected some between `[` and `]`
 * ```
 */
import { toString } from "mdast-util-to-string";
import { ownRule } from "../rule-kinds/own-rule.js";

export const noEmptyLink = ownRule(
  { id: "no-empty-link", says: "Every link leads somewhere, and can be seen.", severity: "warning" },
  (source, say) => {
    return {
      link(node) {
        if (node.url.trim() === "") say("Unexpected link without an address, expected one between `(` and `)`", source.span(node));
        else if (node.children.every((child) => child.type === "text" && toString(child).trim() === ""))
          say("Unexpected link without words, expected some between `[` and `]`", source.span(node));
      },
      image(node) {
        if (node.url.trim() === "") say("Unexpected image without an address, expected one between `(` and `)`", source.span(node));
      },
    };
  },
);

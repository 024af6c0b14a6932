/**
 * Every image has a description.
 *
 * It is what people get who cannot see the image, or whose connection is slow. Say what the image shows, not that it is one.
 *
 * ## Good
 *
 * ```md
 * ![The four posts on TLS, in the order of their slots](tls.png)
 * ```
 *
 * ```md
 * <img src="line.png" alt="">
 * ```
 *
 * ## Bad
 *
 * ```md
 * ![](tls.png)
 * ```
 *
 * ```text
 * 1:1-1:13 Unexpected image without a description, expected what it shows between `![` and `]`
 * ```
 *
 * ```md
 * <img src="tls.png" width="300">
 * ```
 *
 * ```text
 * 1:1-1:32 Unexpected image without a description, expected `alt="…"` that says what it shows
 * ```
 */
import type { Nodes } from "mdast";
import { ownRule } from "../rule-kinds/own-rule.js";

export const imageAlt = ownRule({ id: "image-alt", says: "Every image has a description.", severity: "warning" }, (source, say) => {
  const createVisitor = (node: Extract<Nodes, { readonly type: "image" | "imageReference" }>) => {
    if ((node.alt ?? "").trim() === "")
      say("Unexpected image without a description, expected what it shows between `![` and `]`", source.span(node));
  };
  return {
    image: createVisitor,
    imageReference: createVisitor,
    html(node) {
      const { start } = source.span(node);
      const written = source.written(node).replace(/<!--[^]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
      for (const { 0: tag, index } of written.matchAll(/<img\b[^>]{0,2000}>/gi)) {
        if (!/\salt\b/i.test(tag))
          say('Unexpected image without a description, expected `alt="…"` that says what it shows', {
            start: start + index,
            end: start + index + tag.length,
          });
      }
    },
  };
});

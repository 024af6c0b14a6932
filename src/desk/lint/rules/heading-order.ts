/**
 * Headings go down one level at a time.
 *
 * People who listen to a post, or look at its outline, wonder what they missed when a level is left out. A post may begin at any
 * level, and go back up as far as it likes.
 *
 * ## Good
 *
 * ```md
 * ## Vchan
 *
 * ### How it works
 *
 * ## Irmin
 * ```
 *
 * ## Bad
 *
 * ```md
 * ## Vchan
 *
 * #### How it works
 * ```
 *
 * ```text
 * 3:1-3:18 Unexpected heading of level 4 below one of level 2, expected level 3
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";

export const headingOrder = ownRule(
  { id: "heading-order", says: "Headings go down one level at a time.", severity: "advice" },
  (source, say) => {
    let before = 6;
    return {
      heading(node) {
        if (node.depth > before + 1)
          say(`Unexpected heading of level ${node.depth} below one of level ${before}, expected level ${before + 1}`, source.span(node));
        before = node.depth;
      },
    };
  },
);

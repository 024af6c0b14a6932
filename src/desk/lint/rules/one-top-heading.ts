/**
 * A post has one top heading: its title.
 *
 * Sites show the title of the front matter as the heading of level one, so that another in the text is a second title to search
 * engines and to people who listen. One in 14 real posts has such headings all the same: this is advice, given once a post.
 *
 * ## Good
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * ---
 *
 * ## Branches
 * ```
 *
 * ```md
 * # Introducing Irmin
 *
 * ## Branches
 * ```
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * ---
 *
 * # {{ page.title }}
 * ```
 *
 * ## Bad
 *
 * ```md
 * ---
 * title: Introducing Irmin
 * ---
 *
 * # Branches
 *
 * # Merges
 * ```
 *
 * ```text
 * 5:1-5:11 Unexpected heading of level 1, one of 2, beside the title, expected level 2
 * ```
 *
 * ```md
 * # Introducing Irmin
 *
 * # Branches
 * ```
 *
 * ```text
 * 3:1-3:11 Unexpected heading of level 1 beside the title, expected level 2
 * ```
 */
import { ownRule } from "../rule-kinds/own-rule.js";
import type { Span } from "../tree/source.js";

export const oneTopHeading = ownRule(
  { id: "one-top-heading", says: "A post has one top heading: its title.", severity: "advice" },
  (source, say) => {
    const top: Span[] = [];
    return {
      heading(node) {
        // `# {{ page.title }}` is the title, where the site does not show it by itself.
        if (node.depth === 1 && !/^#\s+\{\{[^{}]*\btitle\b[^{}]*\}\}/.test(source.written(node))) top.push(source.span(node));
      },
      end() {
        const { format, title } = source.reading().post;
        const inMatter =
          format !== "none" && title !== null && source.points(title.place).start.line < bodyLine(source.text, source.reading().body);
        const [first, ...others] = inMatter ? top : top.slice(1);
        if (!first) return;
        const what = others.length === 0 ? "heading of level 1" : `heading of level 1, one of ${others.length + 1},`;
        say(`Unexpected ${what} beside the title, expected level 2`, first);
      },
    };
  },
);

function bodyLine(text: string, body: number): number {
  return text.slice(0, body).split(/\r\n|\n|\r/).length;
}

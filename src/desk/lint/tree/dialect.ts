/** Which language a file is written in: Markdown, or MDX, where `<` and `{` begin JSX and JavaScript. */
import type { Nodes, Root } from "mdast";
import type { Span } from "../../facts/lines.js";

export function isMdx(path: string): boolean {
  return /\.mdx$/i.test(path);
}

/**
 * What is code, or handed to code: `import` and `export`, braces, and components with all that is in them, which may do with it what
 * they like. Only the outermost of them; none in Markdown.
 */
export function codeOfMdx(tree: Root, text: string): readonly Span[] {
  // micromark steps over a byte order mark without counting it.
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const spans: Span[] = [];
  const collect = (node: Nodes) => {
    if (node.type.startsWith("mdx")) {
      const [start, end] = [node.position?.start.offset, node.position?.end.offset];
      if (start !== undefined && end !== undefined) spans.push({ start: start + shift, end: end + shift });
    } else if ("children" in node) node.children.forEach(collect);
  };
  collect(tree);
  return spans;
}

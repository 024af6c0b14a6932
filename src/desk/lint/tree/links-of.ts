/** Finds where a post leads, and where in it others can lead to, on the tree that the rules look at. */
import { toString } from "mdast-util-to-string";
import type { Heading, Nodes, Root } from "mdast";
import type { Place } from "../../facts/finding.js";
import type { Link, PostLinks } from "../../facts/post-links.js";
import { walk } from "./walk.js";
import { withoutTemplates } from "./without-templates.js";

/** Of each kind; a post with more is a list, and the rest of it is not looked at. */
const MOST = 500;
const LONGEST = 500;

/** `text` is the post's own: in the tree the insides of templates may be filled with something else, offset for offset. */
export function linksOf(tree: Root, text: string): PostLinks {
  const links: Link[] = [];
  const images: Link[] = [];
  const anchors: string[] = [];
  const seen = new Map<string, number>();
  const add = (to: Link[], node: Nodes, url: string) => {
    const target = asWritten(url, node, text);
    if (to.length < MOST && target !== "" && target.length <= LONGEST) to.push({ target, place: placeOf(node) });
  };
  walk(tree, [
    {
      link: (node) => {
        add(links, node, node.url);
      },
      definition: (node) => {
        add(/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(node.url) ? images : links, node, node.url);
      },
      image: (node) => {
        add(images, node, node.url);
      },
      heading(node) {
        const text = toString(node.children.filter(({ type }) => type !== "mdxTextExpression"));
        // `{#id}`, and as Zola and others have it `{ .class #id key=value }`.
        const attributes = /\{:?(\s*[#.:][^{}]{0,200})\}\s*$/.exec(text);
        const words = attributes ? text.slice(0, attributes.index) : text;
        const slug = slugOf(words);
        const before = seen.get(slug) ?? 0;
        seen.set(slug, before + 1);
        const named = nameOf(node) ?? /#([^\s#{}]{1,100})/.exec(attributes?.[1] ?? "")?.[1];
        // Zola writes `café` without its accent.
        const plain = slugOf(words.normalize("NFKD").replace(/\p{M}/gu, ""));
        anchors.push(
          before === 0 ? slug : `${slug}-${before}`,
          ...(plain === slug ? [] : [plain]),
          ...(named === undefined ? [] : [named]),
        );
      },
      // Zola gives a note the label that it has in the text.
      footnoteDefinition({ label, identifier }) {
        anchors.push(label ?? identifier);
      },
    },
  ]);
  // Of HTML, of JSX and of what a template is given.
  for (const [, , quoted, bare] of text.matchAll(/[\s(,](?:id|name|anchor)\s{0,3}=\s{0,3}(?:(["'])([^"']{1,200})\1|([\w-]{1,200}))/gi)) {
    const id = quoted ?? bare;
    if (id !== undefined) anchors.push(id);
  }
  return { links, images, anchors: [...new Set(anchors)].slice(0, MOST) };
}

/** `## Branches {/*branches*\/}`, as MDX has names for headings. */
function nameOf({ children }: Heading): string | undefined {
  const last = children.at(-1);
  return last?.type === "mdxTextExpression" ? /^\s*\/\*\s*#?([\w-]{1,100})\s*\*\/\s*$/.exec(last.value)?.[1] : undefined;
}

/** As GitHub makes the anchor of a heading. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-")
    .slice(0, LONGEST);
}

/** What a template says tells people where it leads, and `series-links` too. */
function asWritten(url: string, { position }: Nodes, text: string): string {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (!/\{\{_|\{%_/.test(url) || from === undefined || to === undefined) return url;
  const whole = text.slice(from, to);
  const at = withoutTemplates(whole).lastIndexOf(url);
  return at === -1 ? url : whole.slice(at, at + url.length);
}

function placeOf({ position }: Nodes): Place {
  const { start, end } = position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/**
 * Nothing is left to be filled in.
 *
 * `TODO`, `FIXME`, `XXX:`, `TBD`, `TK` (a mark for "to come", from newspapers) and lorem ipsum are notes of writers to themselves.
 * They count as words of their own, in capitals, outside code and quotation marks; a sentence about TODO comments puts the word between
 * backticks. In a title or a heading one counts when nothing else is there, or when it stands before a colon: "Remove every TODO" is a
 * title. So it is where a commit is quoted, in a list that links to commits and pull requests: others wrote that.
 *
 * ## Good
 *
 * ```md
 * The compiler now warns of `TODO` comments, and of "todo lists".
 * ```
 *
 * ```md
 * # Remove every TODO
 *
 * - [`3f2a9c1`](https://github.com/mirage/irmin/commit/3f2a9c1) - **doc**: remove TODO from the tree (Ann Lee)
 * - lib: fix "TODO: check the length" [#12](https://github.com/mirage/irmin/pull/12)
 * ```
 *
 * ## Bad
 *
 * ```md
 * TODO: write this part.
 *
 * Irmin was written in TK by TK.
 * ```
 *
 * ```text
 * 1:1-1:5 Unexpected `TODO`, expected the finished text; if it is meant, put it between backticks
 * 3:22-3:24 Unexpected `TK`, expected the finished text; if it is meant, put it between backticks
 * 3:28-3:30 Unexpected `TK`, expected the finished text; if it is meant, put it between backticks
 * ```
 *
 * ```md
 * ---
 * title: TBD
 * ---
 *
 * Lorem ipsum dolor sit amet.
 * ```
 *
 * ```text
 * 2:8-2:11 Unexpected `TBD` in the title, expected the finished title
 * 5:1-5:12 Unexpected `Lorem ipsum`, expected the finished text; if it is meant, put it between backticks
 * ```
 */
import type { Heading, Nodes, Paragraph } from "mdast";
import { ownRule } from "../rule-kinds/own-rule.js";

const PLACEHOLDER = /(?<![\p{L}\p{N}_-])(?:TODO|FIXME|XXX(?=:)|TBD|TKTK|TK|[Ll]orem ipsum|LOREM IPSUM)(?![\p{L}\p{N}_-])/gu;

/** Any text with a placeholder has it: texts without are not gone through node by node. */
const SIGN = /TODO|FIXME|XXX:|TBD|TK|orem ipsum|OREM IPSUM/;

/** Of a title: one and nothing else, or one before a colon, a dash or a name in brackets. */
const UNFINISHED = /^[\s[(]*(TODO|FIXME|XXX|TBD|TKTK|TK|lorem ipsum)(?=[\s\])!.…?]*$|\s*[:([]|\s+[-–—]\s)/i;

/** Where changes are listed, each with its commit, its pull request or its issue. */
const CHANGE = /^https?:\/\/[^/]+\/.*\/(?:commits?|pull|pulls|issues?|merge_requests|-\/commit)\/\w+/;

const OPENED = /["“„«‘][^"“”„«»‘’]{0,300}$/u;
const CLOSED = /^[^"“”„«»‘’]{0,300}["”“»’]/u;

export const noPlaceholder = ownRule(
  { id: "no-placeholder", says: "Nothing is left to be filled in.", severity: "warning" },
  (source, say) => {
    const complain = (found: string) => `Unexpected \`${found}\`, expected the finished text; if it is meant, put it between backticks`;
    const { title, format } = source.reading().post;
    const inTitle = title && format !== "none" ? UNFINISHED.exec(title.value)?.[1] : undefined;
    if (title && inTitle !== undefined) say(`Unexpected \`${inTitle}\` in the title, expected the finished title`, title.place);
    if (!SIGN.test(source.text)) return {};
    const spared = new Set<Nodes>();
    const look = (block: Paragraph | Heading) => {
      if (block.type === "heading" ? !UNFINISHED.test(wordsOf(block)) : some(block, isChange)) spare(block, spared);
      else spareCode(block, spared);
    };
    return {
      heading: look,
      paragraph: look,
      text(node) {
        if (spared.has(node)) return;
        const { start } = source.span(node);
        const written = source.written(node);
        for (const { 0: found, index } of written.matchAll(PLACEHOLDER)) {
          const isQuoted = OPENED.test(written.slice(0, index)) && CLOSED.test(written.slice(index + found.length));
          if (!isQuoted) say(complain(found), { start: start + index, end: start + index + found.length });
        }
      },
    };
  },
);

function isChange(node: Nodes): boolean {
  return node.type === "link" && CHANGE.test(node.url);
}

function some(node: Nodes, passes: (node: Nodes) => boolean): boolean {
  return passes(node) || ("children" in node && node.children.some((child) => some(child, passes)));
}

function spare(node: Nodes, spared: Set<Nodes>): void {
  spared.add(node);
  if ("children" in node) for (const child of node.children) spare(child, spared);
}

/** Between `<code>` and `</code>`, which Markdown takes for words between two tags. */
function spareCode({ children }: Paragraph | Heading, spared: Set<Nodes>): void {
  let within = false;
  for (const child of children) {
    if (child.type === "html" && /^<\/?(?:code|kbd|samp|pre|tt)\b/i.test(child.value)) within = !child.value.startsWith("</");
    else if (within) spare(child, spared);
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}

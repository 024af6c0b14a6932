/** Whether a post reads as English, where neither it nor its path nor the desk names a language. */
import { francAll } from "franc-min";
import type { Nodes, Root } from "mdast";

/** Enough to tell by, and little enough to take no time. */
const ENOUGH = 600;
/** Below this, a text in capitals or with many names is taken for anything. */
const SHORT = 250;
const TOO_SHORT = 60;

/** In any English of this length some of these stand, and in other languages none does. */
const ENGLISH = /\b(?:the|and|that|this|with)\b/gi;

/** In doubt it does. Code, addresses and HTML are not looked at: they are English everywhere. */
export function readsEnglish(tree: Root): boolean {
  const prose = proseOf(tree);
  if (count(prose, /\p{Script=Latin}/gu) * 2 < count(prose, /\p{L}/gu)) return false;
  if (prose.length < TOO_SHORT) return true;
  const words = prose.split(/\s+/).length;
  if (count(prose, ENGLISH) * 20 >= words) return true;
  // Each language has a score, that of the likeliest is 1; none of a text in which the library sees no language.
  const scores = francAll(prose, { minLength: TOO_SHORT });
  const english = scores.find(([language]) => language === "eng")?.[1] ?? (scores[0]?.[0] === "und" ? 1 : 0);
  return english >= (prose.length < SHORT ? 0.85 : 1);
}

function count(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}

/** The first words of paragraphs, and of headings where that is too little. */
function proseOf(tree: Root): string {
  const paragraphs: string[] = [];
  const headings: string[] = [];
  let length = 0;
  const collect = (node: Nodes, into: string[]) => {
    if (length >= ENOUGH) return;
    if (node.type === "text") {
      const text = node.value.replace(/\S*(?:\/\/|@|www\.)\S*/g, " ");
      into.push(text);
      length += text.length;
    } else if ("children" in node) {
      for (const child of node.children) collect(child, node.type === "heading" ? headings : into);
      if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") into.push(" ");
    } else into.push(" ");
  };
  collect(tree, paragraphs);
  return [...paragraphs, " ", ...headings].join("").replace(/\s+/g, " ").trim();
}

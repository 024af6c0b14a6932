/** What a Markdown text means: its tree, without what the rules that mend are about. */
import type { Nodes } from "mdast";
import { parseMarkdown } from "../../../src/desk/lint/processor.js";

/** Two texts that differ only by what fixes may change have the same. */
export function meaningOf(body: string): unknown {
  return meaning(parseMarkdown(body));
}

/** Where a reference is defined (`[a]` or `[a][]`) and where nodes stand means nothing; all else does. */
function meaning(node: Nodes): unknown {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "position" || key === "children" || key === "referenceType" || key === "label" || key === "data") continue;
    fields[key] = typeof value === "string" && key !== "type" ? plain(value) : value;
  }
  if (!("children" in node)) return fields;
  const children: unknown[] = [];
  let words = "";
  const flush = () => {
    const text = plain(words);
    if (text !== "") children.push(text);
    words = "";
  };
  for (const child of node.children) {
    if (child.type === "text") words += child.value;
    else {
      flush();
      children.push(meaning(child));
    }
  }
  flush();
  return { ...fields, children };
}

const OTHER = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁѡһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LATIN = "ABESIJKMHOPCTYXaesijopcyxdwhABEZHIKMNOPTYXo";

/** Without what `line-endings`, `no-invisible`, `no-break-space`, `no-look-alike`, `indefinite-article` and `repeated-words` mend. */
function plain(text: string): string {
  return Array.from(text.replace(/\r\n?/g, "\n").replace(/[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/g, ""), (letter) => {
    const at = OTHER.indexOf(letter);
    return at < 0 ? letter : (LATIN[at] ?? letter);
  })
    .join("")
    .replace(/[\s\u00A0\u202F]+/g, " ")
    .replace(/\ban\b/gi, (article) => article.charAt(0))
    .replace(/(?<![\p{L}\p{N}])(\p{L}+)(?: \1(?![\p{L}\p{N}]))+/giu, "$1")
    .trim();
}

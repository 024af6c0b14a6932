/** What a Markdown text means: its tree, without what the rules that mend are about. */
import type { Nodes } from "mdast";
import { parseMarkdown, parseMdx } from "../../../src/desk/lint/processor.js";

/** Two texts that differ only by what fixes may change have the same. */
export function meaningOf(body: string, isMdx = false): unknown {
  // At the very beginning a rule would be tried as front matter, which leaves marks on what follows.
  const text = /^(?:---|\+\+\+)/.test(body) ? `\n${body}` : body;
  try {
    return meaning(isMdx ? parseMdx(text) : parseMarkdown(text));
  } catch (error) {
    if (error instanceof Error && "reason" in error) return null;
    throw error;
  }
}

/** Where a reference is defined (`[a]` or `[a][]`) and where nodes stand means nothing; all else does. */
const MEANINGLESS = new Set(["type", "position", "children", "referenceType", "label", "data"]);

function meaning(node: Nodes): unknown {
  const fields: Record<string, unknown> = { type: node.type };
  for (const [key, value] of Object.entries(node)) {
    if (!MEANINGLESS.has(key)) fields[key] = typeof value === "string" ? inside(node.type, value) : unplaced(value);
  }
  if (!("children" in node)) return fields;
  const children: unknown[] = [];
  let words = "";
  const flush = () => {
    if (words !== "") children.push(prose(words));
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

/** Attributes of components are nodes too. */
function unplaced(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === "position" || key === "data" ? undefined : one)));
}

/** HTML that nothing closes goes on to the end of the last line, which `final-newline` ends; code loses what `no-invisible`, `no-break-space` and `no-look-alike` mend in it; addresses and names are not mended at all. */
function inside(type: Nodes["type"], value: string): string {
  const lined = value.replace(/\r\n?/g, "\n");
  if (type === "html") return lined.replace(/\n$/, "");
  return type === "code" || type === "inlineCode" ? latin(lined.replace(INVISIBLE, "").replace(/[\u00A0\u202F]/g, " ")) : lined;
}

const INVISIBLE = /[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/g;
const OTHER = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁѡһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LATIN = "ABESIJKMHOPCTYXaesijopcyxdwhABEZHIKMNOPTYXo";

function latin(text: string): string {
  return Array.from(text, (letter) => {
    const at = OTHER.indexOf(letter);
    return at < 0 ? letter : (LATIN[at] ?? letter);
  }).join("");
}

/** Words that go when they stand twice, and no others: a noun may be a name and what it holds. */
const TWICE = /(?<![\p{L}\p{N}'’-])(an?|and|as|at|by|for|from|into|of|our|than|the|their|to|with|your)(?:[ \t]+\1(?![\p{L}\p{N}'’-]))+/gu;

/** An article is chosen anew only before a word that is said as it is written. */
const ARTICLE = /(?<![\p{L}\p{N}])(a)n?(?=\s+\p{L}[a-z]{3,}(?![\p{L}\p{N}_/(]))/giu;

/** Without what `line-endings`, `no-invisible`, `no-look-alike`, `indefinite-article` and `repeated-words` mend. */
function prose(text: string): string {
  return (
    latin(text.replace(/\r\n?/g, "\n").replace(INVISIBLE, ""))
      .replace(TWICE, "$1")
      .replace(ARTICLE, "$1")
      // "a an store" has one article too many once the second is chosen anew.
      .replace(TWICE, "$1")
  );
}

/** What is seen, with code in it. */
export function asMended(text: string): string {
  return prose(text.replace(/[\u00A0\u202F]/g, " "));
}

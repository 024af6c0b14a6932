/**
 * Satteri, a parser in Rust, for texts of which it is known to make the very tree that remark makes: thirty times as fast. It was
 * compared with remark's node by node on real posts and made-up ones; whatever the two were seen to read differently is left to remark,
 * and so is what has not been looked at.
 */
import type { Nodes, Parents, Root } from "mdast";

/** There is none built for some machines; then remark parses everything. */
const satteri = await import("satteri").catch(() => null);

/** Null where there is any doubt that remark would say the same. */
export function parseNatively(text: string): Root | null {
  if (!satteri || UNSURE.test(text)) return null;
  const tree = plain(satteri.markdownToMdast(text, { features: { gfm: true, frontmatter: true } })) as Root;
  return hasSureHead(tree, text) && isSure(tree, text) ? tree : null;
}

/**
 * Tabs, which are wide; endings of lines of other systems; what is invisible, or half a character; entities, of which there are
 * two thousand; and emphasis beside letters and signs of which Unicode must say what they are.
 */
const UNSURE =
  /[\0-\x09\x0B-\x1F\x7F-\xA0\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]|\p{Cs}|&(?:#|[a-z0-9]{1,31};)|[*_~][^\0-\x7F]|[^\0-\x7F][*_~]/iu;

/** Satteri's nodes read their children when they are asked for them; rules ask often. */
function plain(node: Nodes): Nodes {
  return "children" in node ? ({ ...node, children: node.children.map(plain) } as Nodes) : { ...node };
}

/** Satteri takes `...` for the end of YAML. */
function hasSureHead({ children: [first] }: Root, text: string): boolean {
  const fence = /^(?:---|\+\+\+)/.exec(text)?.[0];
  if (fence === undefined) return true;
  // TOML has no type of its own among mdast's.
  return first !== undefined && ["yaml", "toml"].includes(first.type) && sourceOf(first, text).endsWith(`\n${fence}`);
}

/** What may stand in an item of a list. */
const IN_ITEM = new Set(["paragraph", "list"]);

function isSure(node: Parents, text: string): boolean {
  for (const [n, child] of node.children.entries()) {
    if (!isSureChild(child, node, text)) return false;
    const before = node.children[n - 1];
    // It ends a paragraph at a line that looks like the head of a table.
    if ((child.type === "paragraph" || child.type === "table") && before?.type === "paragraph" && !isApart(before, child)) return false;
    if ("children" in child && !isSure(child, text)) return false;
  }
  return true;
}

function isSureChild(child: Nodes, parent: Parents, text: string): boolean {
  if (parent.type === "listItem" && !IN_ITEM.has(child.type)) return false;
  if (parent.type === "blockquote" && child.type !== "paragraph") return false;
  switch (child.type) {
    case "footnoteDefinition":
    case "footnoteReference":
      return false;
    case "code":
      // Below a list it may take one indented block for two.
      return /^[`~]/.test(sourceOf(child, text));
    case "listItem":
      return child.checked == null;
    case "table":
      return isSureTable(sourceOf(child, text)) && endsInBlank(child, text);
    case "list":
      return parent.type === "listItem" || endsInBlank(child, text);
    case "blockquote":
      return endsInBlank(child, text);
    case "emphasis":
    case "strong":
    case "delete":
      return isSureEmphasis(child, text);
    case "definition":
    case "imageReference":
    case "linkReference":
      return /^[^\n\u0080-\uFFFF]*$/.test(sourceOf(child, text));
    case "text":
      return !MARK.test(child.value) && (parent.type === "link" || !MAY_LINK.test(child.value));
    case "link":
      return /^[[<]/.test(sourceOf(child, text)) || isSureAddress(child, parent, text);
    default:
      return true;
  }
}

/** A mark that marked nothing: why not is hard to say. */
const MARK = /[*~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

/** Marks between a blank and a word, which can only begin or only end. */
function isSureEmphasis(node: Nodes, text: string): boolean {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const width = node.type === "emphasis" ? 1 : 2;
  if (node.type === "delete" && !text.startsWith("~~", start)) return false;
  const [before, after] = [text[start - 1] ?? "\n", text[end] ?? "\n"];
  const [first, last] = [text[start + width] ?? "", text[end - width - 1] ?? ""];
  return /[\s([|]/.test(before) && /[\p{L}\p{N}`[]/u.test(first) && /[\p{L}\p{N}`)\].,:;!?]/u.test(last) && /[\s.,:;!?)\]|]/.test(after);
}

/** What remark looks for once more when the tree is there, and leaves without a place. */
const MAY_LINK = /https?:\/\/|www\.|[-.\w+]@[-\w]/i;

/** One that nothing marks as such. Remark sees none in brackets that are open. */
function isSureAddress(link: Nodes, parent: Parents, text: string): boolean {
  const [from, to] = [parent.position?.start.offset ?? 0, link.position?.start.offset ?? 0];
  const before = text.slice(from, to).replace(/`[^`[\]]*`/g, "");
  if (before.includes("[") && (/[\\`<]/.test(before) || isOpen(before))) return false;
  return /(?:^|[\s(])$/.test(before) && /^https?:\/\/[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)+(?:[/?#][\w./?#=&%~-]*)?$/i.test(sourceOf(link, text));
}

function isOpen(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]]/g)) depth = mark === "[" ? depth + 1 : Math.max(0, depth - 1);
  return depth > 0;
}

/** Each row with its marks. */
function isSureTable(table: string): boolean {
  return !table.includes("\\") && table.split("\n").every((row) => row.includes("|"));
}

/** A line that ends a container by being something else is where the two differ most. */
function endsInBlank({ position }: Nodes, text: string): boolean {
  return /^(?:\n *(?:\n|$)|$)/.test(text.slice(position?.end.offset));
}

/** Whether a line lies between them. */
function isApart(a: Nodes, b: Nodes): boolean {
  return (b.position?.start.line ?? 0) - (a.position?.end.line ?? 0) > 1;
}

function sourceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Meeting notes in Markdown to their outline: headings and what serves as one, lists and tables with their lines, and who was there. */
import type { ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table as MarkdownTable } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Block, Entry, Outline, Section, Table } from "./outline.js";
import { speaksOf } from "./speaks-of.js";

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]).use(remarkGfm);

/** The notes are the caller's own; whoever reads a stranger's limits their size first. */
export function outlineNotes(text: string): Outline {
  const blocks = inQuotesToo(markdown.parse(text).children);
  const sections: (Section & { readonly blocks: Block[] })[] = [{ heading: "", depth: 0, line: 1, blocks: [] }];
  const begin = (heading: string, depth: number, line: number, first: readonly Block[] = []) =>
    sections.push({ heading, depth, line, blocks: [...first] });
  for (const [index, block] of blocks.entries()) {
    const line = lineOf(block);
    if (block.type === "heading") begin(flat(block), block.depth, line);
    else if (block.type === "table") sections.at(-1)?.blocks.push({ kind: "table", table: tableOf(block) });
    else if (block.type === "list") {
      const entries = block.children.map((bullet) => entryOf(bullet, text));
      sections.at(-1)?.blocks.push({ kind: "list", entries });
    } else if (block.type === "paragraph") {
      const pasted = pastedTable(block);
      const depth = pasted ? null : depthAsHeading(block, blocks[index + 1]);
      if (depth !== null) begin(flat(block).replace(/\s*:$/u, ""), depth, line);
      else sections.at(-1)?.blocks.push(pasted ? { kind: "table", table: pasted } : { kind: "paragraph", entry: entryOf(block, text) });
    }
  }
  return { sections: sections.flatMap((section) => [section, ...withinBullets(section)]), attendees: attendeesOf(blocks, text) };
}

function inQuotesToo(blocks: readonly RootContent[]): RootContent[] {
  return blocks.flatMap((block) => (block.type === "blockquote" ? inQuotesToo(block.children) : [block]));
}

/** Deeper than any heading of Markdown's own. */
const [BOLD_LINE, LINE_ABOVE, BULLET_ABOVE] = [7, 8, 9];
const MOST_WORDS = 8;

/** A line in bold, or a short one right above a list, serves as a heading; null for any other paragraph. */
function depthAsHeading(block: Paragraph, next: RootContent | undefined): number | null {
  const text = flat(block);
  if (text === "" || /[.!?]$/u.test(text) || text.split(" ").length > MOST_WORDS || isAttendees(block)) return null;
  const loud = block.children.every((span) => span.type === "strong" || !/[\p{L}\p{N}]/u.test(flat(span)));
  if (loud) return BOLD_LINE;
  const above = next?.type === "list" || next?.type === "table";
  return above && (text.endsWith(":") || /^\p{Extended_Pictographic}/u.test(text) || speaksOf(text) !== null) ? LINE_ABOVE : null;
}

/** "- Blog posts" with the posts below it. */
function withinBullets({ blocks }: Section): Section[] {
  const heads = (entries: readonly Entry[], depth: number): Section[] =>
    entries.flatMap(({ text, line, nested }) => {
      const heading = text.replace(/\s*:$/u, "");
      const isHead = nested.length > 0 && speaksOf(heading) !== null && heading.split(" ").length <= MOST_WORDS;
      return isHead ? [{ heading, depth, line, blocks: [{ kind: "list" as const, entries: nested }] }] : heads(nested, depth + 1);
    });
  return blocks.flatMap((block) => (block.kind === "list" ? heads(block.entries, BULLET_ABOVE) : []));
}

function entryOf(block: ListItem | Paragraph, source: string): Entry {
  const isBullet = block.type === "listItem";
  const paragraph = isBullet ? block.children.find((child) => child.type === "paragraph") : block;
  const solid = (paragraph?.children ?? []).filter((span) => span.type !== "html" && (flat(span) !== "" || span.type === "delete"));
  const struck = solid[0]?.type === "delete" && solid.slice(1).every((span) => span.type === "delete" || flat(span).split(" ").length <= 3);
  const text = paragraph ? flat(paragraph) : "";
  const [first] = solid;
  return {
    line: lineOf(block),
    text: struck && paragraph ? oneLine(raw(paragraph, true)) : text,
    lead: first && (isBullet ? isSetApart(first, source) : first.type === "strong") ? flat(first) || null : null,
    struck,
    ticked: isBullet && block.checked === true,
    onlyLinks: solid.length > 0 && solid.every((span) => isLink(span) || /^(?:,|;|\/|and|&|\W)*$/u.test(flat(span))) && solid.some(isLink),
    nested: isBullet ? block.children.flatMap((child) => (child === paragraph ? [] : belowBullet(child, source))) : [],
  };
}

function belowBullet(child: RootContent, source: string): Entry[] {
  if (child.type === "list") return child.children.map((one) => entryOf(one, source));
  return child.type === "paragraph" ? [entryOf(child, source)] : [];
}

function tableOf(table: MarkdownTable): Table {
  const rows = table.children.map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell) => {
      const solid = cell.children.filter((span) => flat(span) !== "" || span.type === "delete");
      const struck = solid.length > 0 && solid.every(({ type }) => type === "delete");
      return {
        text: raw(cell, struck)
          .replace(/[^\S\n]+/gu, " ")
          .trim(),
        struck,
      };
    }),
  }));
  const [header, ...others] = rows;
  return { line: lineOf(table), header: (header?.cells ?? []).map(({ text }) => oneLine(text)), rows: others };
}

/** Lines with tabs, as a sheet gives them. */
function pastedTable(block: Paragraph): Table | null {
  const line = lineOf(block);
  const rows = raw(block, true)
    .split("\n")
    .map((row, index) => ({ line: line + index, cells: row.split("\t").map((text) => ({ text: text.trim(), struck: false })) }));
  const [header, ...others] = rows;
  const isTable = others.length > 0 && rows.every(({ cells }) => cells.length > 1);
  return isTable && header ? { line, header: header.cells.map(({ text }) => text), rows: others } : null;
}

/** A bare address is a link as well, but nobody set it apart. */
function isSetApart(span: PhrasingContent, source: string): boolean {
  if (span.type === "strong" || span.type === "emphasis") return true;
  return isLink(span) && source[span.position?.start.offset ?? -1] === "[";
}

function isLink(span: PhrasingContent): boolean {
  return span.type === "link" || span.type === "linkReference";
}

/** Plain text on one line; code keeps its backticks, HTML and what is struck are left out. */
function flat(node: Nodes): string {
  return oneLine(raw(node, false));
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

const PROFILE = /^https?:\/\/github\.com\/([A-Za-z0-9][A-Za-z0-9-]{0,38})\/?$/iu;

function raw(node: Nodes, andStruck: boolean): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "inlineCode":
      return `\`${node.value}\``;
    case "break":
      return "\n";
    case "html":
      return /^<br\b/iu.test(node.value) ? "\n" : "";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "delete":
      return andStruck ? childrenOf(node, andStruck) : "";
    case "link": {
      const login = PROFILE.exec(node.url)?.[1];
      return login === undefined ? childrenOf(node, andStruck) : `@${login}`;
    }
    default:
      return "children" in node ? childrenOf(node, andStruck) : "";
  }
}

function childrenOf(node: Extract<Nodes, { children: unknown }>, andStruck: boolean): string {
  return node.children.map((child) => raw(child, andStruck)).join("");
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** "Attendees: a (chair), b and c", wrapped or not, in the same paragraph, the next one or a list; the same in a bullet. */
function attendeesOf(blocks: readonly RootContent[], source: string): string[] {
  const at = blocks.findIndex((block) => isAttendees(block));
  const block = blocks[at];
  if (block) {
    const same = block.type === "paragraph" ? flat(block).replace(ATTENDEES, "") : "";
    return same.trim() !== "" ? split(same) : peopleOf(blocks[at + 1], source);
  }
  const bullets = blocks.flatMap((one) => (one.type === "list" ? one.children.map((bullet) => entryOf(bullet, source)) : []));
  const bullet = bullets.find(({ text }) => ATTENDEES.test(text) && /:(?:\s|$)/u.test(text));
  return bullet ? [...split(bullet.text.replace(ATTENDEES, "")), ...bullet.nested.flatMap(({ text }) => split(text))] : [];
}

const ATTENDEES = /^(?:attendees|attendance|present|participants|attending|in attendance|members present)\s*:?\s*/iu;

function isAttendees(block: RootContent): boolean {
  return (
    (block.type === "paragraph" && /^[\w ]+:/u.test(flat(block)) && ATTENDEES.test(flat(block))) ||
    (block.type === "heading" && ATTENDEES.test(flat(block)))
  );
}

function peopleOf(block: RootContent | undefined, source: string): string[] {
  if (block?.type === "paragraph") return split(flat(block));
  return block?.type === "list" ? block.children.flatMap((bullet) => split(entryOf(bullet, source).text)) : [];
}

function split(text: string): string[] {
  return text
    .replace(/\([^()]*\)/gu, "")
    .split(/[,;/&]|\s+and\s+/u)
    .map((name) =>
      name
        .replace(/^\s*\[[ x]\]/iu, "")
        .replace(/(?<=\S)\s+@[\w-]+/gu, "")
        .replace(/[.\s]+$/u, "")
        .trim(),
    )
    .filter((name) => name !== "" && name.split(" ").length <= 5);
}

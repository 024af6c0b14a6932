/** Meeting notes in Markdown to their outline: headings, bullets with their lines, and who was there. */
import type { BlockContent, DefinitionContent, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Bullet, Outline, Section } from "./outline.js";

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]).use(remarkGfm);

/** The notes are the caller's own; whoever reads a stranger's limits their size first. */
export function outlineNotes(text: string): Outline {
  const blocks = markdown.parse(text).children;
  const sections: (Section & { readonly lists: (readonly Bullet[])[] })[] = [{ heading: "", depth: 0, line: 1, lists: [] }];
  for (const block of blocks) {
    if (block.type === "heading") sections.push({ heading: flat(block), depth: block.depth, line: lineOf(block), lists: [] });
    if (block.type === "list") sections.at(-1)?.lists.push(bulletsOf(block, text));
  }
  return { sections, attendees: attendeesOf(blocks, text) };
}

function bulletsOf(list: List, source: string): Bullet[] {
  return list.children.map((bullet) => bulletOf(bullet, source));
}

function bulletOf(bullet: ListItem, source: string): Bullet {
  const [paragraph] = bullet.children.filter((child) => child.type === "paragraph");
  const spans = (paragraph?.children ?? []).filter((span) => span.type !== "html");
  const [first] = spans;
  const text = paragraph ? flat(paragraph) : "";
  const solid = spans.filter((span) => flat(span) !== "");
  return {
    line: lineOf(bullet),
    text,
    lead: first && isSetApart(first, source) ? flat(first) || null : null,
    struck: solid.length > 0 && solid.every(({ type }) => type === "delete"),
    onlyLinks: solid.length > 0 && solid.every((span) => isLink(span) || /^(?:,|;|\/|and|&|\W)*$/u.test(flat(span))) && solid.some(isLink),
    nested: bullet.children.flatMap((child) => (child.type === "list" ? bulletsOf(child, source) : [])),
  };
}

/** A bare address is a link as well, but nobody set it apart. */
function isSetApart(span: PhrasingContent, source: string): boolean {
  if (span.type === "strong" || span.type === "emphasis") return true;
  return isLink(span) && source[span.position?.start.offset ?? -1] === "[";
}

function isLink(span: PhrasingContent): boolean {
  return span.type === "link" || span.type === "linkReference";
}

/** Plain text on one line; code keeps its backticks, HTML is left out. */
function flat(node: Nodes): string {
  return raw(node).replace(/\s+/gu, " ").trim();
}

function raw(node: Nodes): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "inlineCode":
      return `\`${node.value}\``;
    case "break":
      return " ";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    default:
      return "children" in node ? node.children.map((child) => raw(child)).join("") : "";
  }
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** "Attendees: a (chair), b and c", wrapped or not, in the same paragraph, the next one or a list. */
function attendeesOf(blocks: readonly RootContent[], source: string): string[] {
  const at = blocks.findIndex((block) => isAttendees(block));
  const block = blocks[at];
  if (!block) return [];
  const same = block.type === "paragraph" ? flat(block).replace(ATTENDEES, "") : "";
  return same.trim() !== "" ? split(same) : peopleOf(blocks[at + 1], source);
}

const ATTENDEES = /^(?:attendees|present|attending|in attendance)\s*:?\s*/iu;

function isAttendees(block: RootContent): block is Paragraph | Extract<RootContent, { type: "heading" }> {
  return (
    (block.type === "paragraph" && /^[\w ]+:/u.test(flat(block)) && ATTENDEES.test(flat(block))) ||
    (block.type === "heading" && ATTENDEES.test(flat(block)))
  );
}

function peopleOf(block: BlockContent | DefinitionContent | RootContent | undefined, source: string): string[] {
  if (block?.type === "paragraph") return split(flat(block));
  return block?.type === "list" ? block.children.flatMap((bullet) => split(bulletOf(bullet, source).text)) : [];
}

function split(text: string): string[] {
  return text
    .replace(/\([^()]*\)/gu, "")
    .split(/[,;/&]|\s+and\s+/u)
    .map((name) => name.replace(/[.\s]+$/u, "").trim())
    .filter((name) => name !== "");
}

/** Finds the lists of posts on a page of notes: by the words of their headings, or because they can be nothing else. */
import type { Block, Outline, Section } from "./outline.js";
import { isPlan, type Columns } from "./read-table.js";
import type { ListKind } from "./read-work.js";
import { speaksOf } from "./speaks-of.js";

export interface FoundList {
  readonly heading: string;
  readonly line: number;
  readonly kind: ListKind;
  readonly blocks: readonly Block[];
}

type FoundLists =
  | { readonly kind: "found"; readonly lists: readonly FoundList[] }
  /** Nothing on the page, or none of the sections that were asked for, holds a list; these are there. */
  | { readonly kind: "none"; readonly asked: readonly SectionSeen[]; readonly sections: readonly SectionSeen[] };

export interface SectionSeen {
  readonly heading: string;
  readonly line: number;
  readonly entries: number;
  readonly paragraphs: number;
}

/** `wanted` are headings, parts of them, or their lines; none to look for what speaks of posts or tasks. */
export function findLists({ sections }: Outline, wanted: readonly string[], columns: Columns): FoundLists {
  const asked = wanted.flatMap((one) => named(sections, one));
  const lists = wanted.length > 0 ? inSections(sections, asked, columns) : byWords(sections, columns);
  if (lists.length > 0) return { kind: "found", lists };
  const seen = (some: readonly Section[]) => some.filter(({ heading, depth }) => heading !== "" && depth <= DEEPEST_HEADING).map(look);
  return { kind: "none", asked: asked.map(({ index }) => look(whole(sections, index))), sections: seen(sections) };
}

/** Of Markdown's own headings and the lines that serve as one; what is deeper is within a list. */
const DEEPEST_HEADING = 8;

interface Indexed {
  readonly section: Section;
  readonly index: number;
}

function named(sections: readonly Section[], wanted: string): Indexed[] {
  const want = wanted.trim().toLowerCase();
  const all = sections.map((section, index) => ({ section, index }));
  const ways = [
    ({ section }: Indexed) => section.heading.toLowerCase() === want,
    ({ section }: Indexed) => /^\d+$/u.test(want) && section.line === Number(want) && section.heading !== "",
    ({ section }: Indexed) => want !== "" && section.heading.toLowerCase().includes(want),
  ];
  return ways.map((way) => all.filter(way)).find((some) => some.length > 0) ?? [];
}

function inSections(sections: readonly Section[], asked: readonly Indexed[], columns: Columns): FoundList[] {
  const outer = asked.filter(
    ({ index }, place) =>
      !asked.some((other, at) => at !== place && (other.index === index ? at < place : isWithin(sections, index, other.index))),
  );
  return outer.flatMap(({ section, index }) => {
    const blocks = usable(whole(sections, index).blocks, columns, true);
    return blocks.length > 0
      ? [
          {
            heading: section.heading,
            line: section.line,
            kind: speaksOf(section.heading) === "tasks" ? kindOfTasks(sections, index) : "posts",
            blocks,
          },
        ]
      : [];
  });
}

function byWords(sections: readonly Section[], columns: Columns): FoundList[] {
  const says = sections.map(({ heading }) => speaksOf(heading));
  const covered = new Set<number>();
  const found: FoundList[] = [];
  for (const [index, section] of sections.entries()) {
    const speaks = says[index];
    if (covered.has(index) || (speaks !== "posts" && speaks !== "tasks")) continue;
    const below = [...sections.keys()].filter((other) => isWithin(sections, other, index));
    // "# Blog sync" above an agenda is the page's title and no list's.
    const isTitle = section.depth === 1 && below.some((other) => says[other] !== null && (sections[other]?.depth ?? 0) <= DEEPEST_HEADING);
    const blocks = usable(isTitle ? section.blocks : whole(sections, index).blocks, columns, false);
    if (blocks.length === 0) continue;
    for (const other of isTitle ? [] : below) covered.add(other);
    if (isTitle)
      for (const other of below)
        if ((sections[other]?.depth ?? 0) > DEEPEST_HEADING && ownerOf(sections, other) === index) covered.add(other);
    found.push({ heading: section.heading, line: section.line, kind: speaks === "tasks" ? kindOfTasks(sections, index) : "posts", blocks });
  }
  if (found.length > 0) return found;
  const plans = sections.flatMap((section) => {
    const blocks = section.blocks.filter((block) => block.kind === "table" && isPlan(block.table, columns));
    return blocks.length > 0 && speaksOf(section.heading) !== "neither"
      ? [{ heading: section.heading, line: section.line, kind: "posts" as const, blocks }]
      : [];
  });
  if (plans.length > 0) return plans;
  const [first] = sections;
  const blocks =
    first && sections.every(({ heading, depth }) => heading === "" || depth > DEEPEST_HEADING) ? usable(first.blocks, columns, true) : [];
  return blocks.length > 0 ? [{ heading: "", line: 1, kind: "posts", blocks }] : [];
}

/** The section with all below it, but for those that are lists of something else; what is nested in bullets is in their list already. */
function whole(sections: readonly Section[], index: number): Section {
  const section = sections[index] ?? { heading: "", depth: 0, line: 1, blocks: [] };
  const below = sections.filter(
    (one, other) => isWithin(sections, other, index) && one.depth <= DEEPEST_HEADING && speaksOf(one.heading) !== "neither",
  );
  return { ...section, blocks: [...section.blocks, ...below.flatMap(({ blocks }) => blocks)] };
}

function isWithin(sections: readonly Section[], index: number, outer: number): boolean {
  const { depth = 0 } = sections[outer] ?? {};
  return index > outer && sections.slice(outer + 1, index + 1).every((section) => section.depth > depth);
}

/** The section in whose own list a bullet's section stands. */
function ownerOf(sections: readonly Section[], index: number): number {
  return sections.findLastIndex(({ depth }, other) => other < index && depth <= DEEPEST_HEADING);
}

function kindOfTasks(sections: readonly Section[], index: number): ListKind {
  const aboutPosts = sections.some(({ heading }, outer) => isWithin(sections, index, outer) && speaksOf(heading) === "posts");
  return aboutPosts ||
    speaksOf(sections[index]?.heading.replace(/\b(?:action|task|to-?do|next step|follow[ -]?up)s?\b/giu, "") ?? "") === "posts"
    ? "tasks about posts"
    : "tasks";
}

/** Lists that are none of links, and tables; where there are neither, paragraphs that begin in bold. */
function usable(blocks: readonly Block[], columns: Columns, isAsked: boolean): Block[] {
  const lists = blocks.filter((block) => {
    if (block.kind === "table") return isAsked || isPlan(block.table, columns);
    return block.kind === "list" && (isAsked || !block.entries.every(({ onlyLinks }) => onlyLinks));
  });
  if (lists.length > 0) return lists;
  return blocks.filter(
    (block) =>
      block.kind === "paragraph" &&
      block.entry.lead !== null &&
      !/^(?:nb|note|update|reminder|deadline|important)\b/iu.test(block.entry.text),
  );
}

function look({ heading, line, blocks }: Section): SectionSeen {
  const entries = blocks.map((block) =>
    block.kind === "list" ? block.entries.length : block.kind === "table" ? block.table.rows.length : 0,
  );
  return {
    heading,
    line,
    entries: entries.reduce((sum, count) => sum + count, 0),
    paragraphs: blocks.filter(({ kind }) => kind === "paragraph").length,
  };
}

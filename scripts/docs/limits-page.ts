/** The page of what a post is held to before any rule reads it: each limit with its number, why, and what to do. */
import type { Finding } from "../../src/desk/facts/finding.js";
import { LIMITS } from "../../src/desk/lint/limits/limits.js";
import { DEEPEST_YAML } from "../../src/desk/posts/front-matter/yaml-depth.js";
import { LONGEST_MATTER } from "../../src/desk/posts/read-post.js";
import { examinePost } from "../../src/examine/examine-post.js";
import { MOST_MEMORY, MOST_TIME } from "../../src/examine/limits.js";

interface ToldLimit {
  readonly of: string;
  readonly most: string;
  readonly why: string;
  readonly remedy: string;
  /** Texts as near to the limit as they come; null where none can be written down. */
  readonly examples: { readonly within: LimitExample; readonly over: LimitExample } | null;
}

interface LimitExample {
  /** In words, since the text itself would fill the page. */
  readonly told: string;
  readonly bytes: Uint8Array;
}

const numbered = (count: number) => count.toLocaleString("en");
const example = (told: string, text: string): LimitExample => ({ told, bytes: new TextEncoder().encode(text) });
const filled = (bytes: number) => `# Irmin\n\n${"one and another, ".repeat(bytes / 16)}`.slice(0, bytes - 1).concat("\n");
const quoted = (deep: number) => `# Irmin\n\n${">".repeat(deep)} a\n`;
const table = (rows: number) => `# Irmin\n\n|${" a |".repeat(10)}\n|${" --- |".repeat(10)}\n${`|${" 1 |".repeat(10)}\n`.repeat(rows)}`;
const matter = (length: number) => {
  const open = 'title: Irmin\nnote: "';
  return `---\n${open}${"x".repeat(length - open.length - 2)}"\n---\n\nWords.\n`;
};
const nested = (deep: number) => `---\ntitle: Irmin\ntags: ${"[".repeat(deep)}a${"]".repeat(deep)}\n---\n\nWords.\n`;
/** Without the delimiter row, whose cells count too, and with the head. */
const ROWS = LIMITS.cells / 10;

export const TOLD_LIMITS: readonly ToldLimit[] = [
  {
    of: "size of the file",
    most: `${LIMITS.bytes / 1024} kB`,
    why: "A post of 1,500 words has 12 kB. What is longer is mostly an image or a table of numbers that was pasted in.",
    remedy: "Move images and numbers into files of their own, or cut the post in two. Of a longer one the front matter alone is read.",
    examples: {
      within: example(`a post of ${LIMITS.bytes / 1024} kB`, filled(LIMITS.bytes)),
      over: example("one byte more", filled(LIMITS.bytes + 1)),
    },
  },
  {
    of: "bytes that are not UTF-8",
    most: "none",
    why: "Nobody can tell which letter was meant, and a site shows � in its place. Nothing is mended in such a file: it would lose the byte for good.",
    remedy: "Save the file as UTF-8 in your editor.",
    examples: {
      within: example("“Café” in UTF-8, where é is two bytes", "# Café\n"),
      over: { told: "“Café” in Latin-1, where é is the byte E9", bytes: new Uint8Array(Buffer.from("# Café\n", "latin1")) },
    },
  },
  {
    of: "quotes and lists inside each other",
    most: String(LIMITS.nesting),
    why: "Each level is taken up inside the one around it: ten thousand overflow the parser's stack.",
    remedy: "Write it flatter.",
    examples: {
      within: example(`${LIMITS.nesting} signs \`>\` before a word`, quoted(LIMITS.nesting)),
      over: example("one more", quoted(LIMITS.nesting + 1)),
    },
  },
  {
    of: "cells of tables",
    most: numbered(LIMITS.cells),
    why: "What a table costs to read grows with the square of its cells: 20,000 take eight seconds.",
    remedy: "Cut the table into smaller posts, or link to a file that holds it.",
    examples: {
      within: example(`a table of ten columns and ${ROWS - 1} rows`, table(ROWS - 1)),
      over: example("a row more", table(ROWS)),
    },
  },
  {
    of: "blank lines in a row",
    most: numbered(LIMITS.blanks),
    why: "A megabyte of them takes the parser 1.5 GB of memory.",
    remedy: "One between paragraphs is enough; delete the rest.",
    examples: {
      within: example(`${numbered(LIMITS.blanks)} blank lines between two words`, `# Irmin\n\na${"\n".repeat(LIMITS.blanks + 1)}b\n`),
      over: example("one more", `# Irmin\n\na${"\n".repeat(LIMITS.blanks + 2)}b\n`),
    },
  },
  {
    of: "`*`, `_` and `~` in one paragraph",
    most: numbered(LIMITS.marks),
    why: "Each may open emphasis that any other closes, and all are tried: the cost grows with their square.",
    remedy: "If it is code, put it in a code block.",
    examples: {
      within: example(`${numbered(LIMITS.marks)} signs \`*\` with words between`, `# Irmin\n\n${"a * ".repeat(LIMITS.marks)}b\n`),
      over: example("one more", `# Irmin\n\n${"a * ".repeat(LIMITS.marks + 1)}b\n`),
    },
  },
  {
    of: "front matter",
    most: `${numbered(LONGEST_MATTER)} characters`,
    why: "The longest of 2,637 real ones had under 5,000.",
    remedy: "Keep in it what the site asks for, and the rest in the post or in a file of its own. Of a longer one no field is read.",
    examples: {
      within: example(`fields of ${numbered(LONGEST_MATTER)} characters`, matter(LONGEST_MATTER)),
      over: example("one more", matter(LONGEST_MATTER + 1)),
    },
  },
  {
    of: "brackets inside each other in YAML",
    most: String(DEEPEST_YAML),
    why: "Thousands end the whole process that reads them.",
    remedy: "Write lists and maps on lines of their own; nobody needs so many levels.",
    examples: {
      within: example(`${DEEPEST_YAML} brackets around a tag`, nested(DEEPEST_YAML)),
      over: example("one more", nested(DEEPEST_YAML + 1)),
    },
  },
  {
    of: "time",
    most: `${MOST_TIME / 1000} s`,
    why: "An ordinary post takes a hundredth of a second. Whatever slips through the limits above is stopped, so that the next post does not wait for it.",
    remedy:
      "Make very large tables, deep lists or long repetitions of one character shorter, or split the post. Presstime tries again after a day, and when the post changes.",
    examples: null,
  },
  {
    of: "memory of the worker that reads it",
    most: `${MOST_MEMORY} MB`,
    why: "A post of ordinary words takes less than 100 MB, however long it may be.",
    remedy: "As for time.",
    examples: null,
  },
  {
    of: "findings of one post",
    most: String(LIMITS.findings),
    why: "Nobody reads more at once. Errors are kept before the rest, and the last finding says how many are left out.",
    remedy: "Mend some of them, and the others will show.",
    examples: null,
  },
];

/** What is said of an example by the limits; the rules have their own pages. */
export function overLimits({ bytes }: LimitExample): readonly Finding[] {
  return examinePost({ path: "posts/irmin.md", bytes, size: bytes.length }).findings.filter(({ rule }) => rule === "limits");
}

export function limitsPage(made: string): string {
  return [
    "# limits",
    made,
    "**A post can be read in a moment.**",
    "Error: the post does not go live with it · always on",
    [
      "Posts come from strangers, and a few kilobytes of Markdown can keep a parser busy for minutes. So each post is held to these",
      "limits before any rule reads it, with much room above what people write. What is over one is told with its line, and the Markdown is",
      "not parsed; what the front matter says is read all the same. Single bytes that are not UTF-8 are told, and the rest is linted.",
      "Neither the desk nor a comment in the post can lift a limit.",
    ].join("\n"),
    ["| of | at most |", "| --- | --- |", ...TOLD_LIMITS.map(({ of, most }) => `| ${of} | ${most} |`)].join("\n"),
    ...TOLD_LIMITS.flatMap(section),
    "[All rules](README.md)",
  ]
    .join("\n\n")
    .concat("\n");
}

function section({ of, most, why, remedy, examples }: ToldLimit): readonly string[] {
  const told = examples && `Within it: ${examples.within.told}. Over it: ${examples.over.told}, of which is said:`;
  return [`## ${of.slice(0, 1).toUpperCase()}${of.slice(1)}: ${most}`, why, remedy, ...(examples ? [told ?? "", said(examples.over)] : [])];
}

function said(over: LimitExample): string {
  const lines = overLimits(over).map(({ place, message }) => `${place.line}:${place.column} ${message}`);
  return ["```text", ...lines, "```"].join("\n");
}

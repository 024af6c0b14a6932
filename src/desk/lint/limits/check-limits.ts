/** Looks for what would take the Markdown parser seconds or overflow its stack, in one pass over the lines. */
import type { Finding } from "../../facts/finding.js";
import { limitFinding, wholeLine } from "./limit-finding.js";
import { LIMITS } from "./limits.js";

interface Line {
  readonly number: number;
  readonly text: string;
  readonly blank: boolean;
  /** Inside a code fence, as well as one line can tell. */
  readonly fenced: boolean;
}

/** Empty when `text` is safe to parse. What slips through is caught by the worker's own limits of time and memory. */
export function checkLimits(text: string): readonly Finding[] {
  const lines = linesOf(text);
  return [deepNesting(lines), manyCells(lines), manyBlanks(lines), manyMarks(lines)].filter((finding) => finding !== null);
}

function linesOf(text: string): readonly Line[] {
  let fence: string | null = null;
  return text.split(/\r\n|\n|\r/).map((line, index) => {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    const fenced = fence !== null || mark !== undefined;
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence)) fence = null;
    return { number: index + 1, text: line, blank: line.trim() === "", fenced };
  });
}

/** Quotes and lists on one line, and lists deepened line by line. Counted in code too: nobody writes this anywhere. */
function deepNesting(lines: readonly Line[]): Finding | null {
  const indents: number[] = [];
  for (const { number, text, blank } of lines) {
    if (blank) continue;
    const { containers, column } = openings(text);
    if (containers > 0) {
      const indent = text.search(/\S/);
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      if (/[-+*\d]/.test(text[indent] ?? "")) indents.push(indent);
    }
    const depth = Math.max(containers, indents.length);
    if (depth > LIMITS.nesting) {
      const place = { ...wholeLine(number, column), column: 1 };
      return limitFinding(place, `nesting of ${depth} quotes and lists`, `at most ${LIMITS.nesting} inside each other`, "write it flatter");
    }
  }
  return null;
}

const OPENING = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** How many quotes and lists the line opens, and the column where it stops doing so. */
function openings(text: string): { readonly containers: number; readonly column: number } {
  let containers = 0;
  let column = 0;
  OPENING.lastIndex = 0;
  while (OPENING.test(text)) {
    containers++;
    column = OPENING.lastIndex;
  }
  return { containers, column };
}

const DELIMITER_ROW = /^[ \t>]{0,20}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Without a `|` or `:` it is the line under a heading, or the end of the front matter. */
function isDelimiterRow(text: string): boolean {
  return text.includes("-") && /[|:]/.test(text) && DELIMITER_ROW.test(text);
}

/** Each row of a table has as many cells as its delimiter row, written or not. */
function manyCells(lines: readonly Line[]): Finding | null {
  let cells = 0;
  let columns = 0;
  for (const [index, { number, text, blank, fenced }] of lines.entries()) {
    if (blank || fenced) columns = 0;
    else if (columns === 0 && isDelimiterRow(text) && !(lines[index - 1]?.blank ?? true)) columns = cellsOf(text);
    if (columns > 0) cells += Math.max(columns, cellsOf(text));
    if (cells > LIMITS.cells) {
      return limitFinding(
        wholeLine(number, text.length),
        `table with more than ${LIMITS.cells} cells`,
        "fewer",
        "cut the table into smaller posts, or link to a file",
      );
    }
  }
  return null;
}

function cellsOf(text: string): number {
  return text
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|").length;
}

function manyBlanks(lines: readonly Line[]): Finding | null {
  let run = 0;
  for (const { number, blank, text } of lines) {
    run = blank ? run + 1 : 0;
    if (run > LIMITS.blanks)
      return limitFinding(
        wholeLine(number, text.length),
        `run of more than ${LIMITS.blanks} blank lines`,
        "one between paragraphs",
        "delete the rest",
      );
  }
  return null;
}

function manyMarks(lines: readonly Line[]): Finding | null {
  let marks = 0;
  for (const { number, blank, fenced, text } of lines) {
    marks = blank || fenced ? 0 : marks + (text.match(/[*_~]/g)?.length ?? 0);
    if (marks > LIMITS.marks) {
      return limitFinding(
        wholeLine(number, text.length),
        `paragraph with more than ${LIMITS.marks} of \`*\`, \`_\` and \`~\``,
        "fewer",
        "if it is code, put it in a code block",
      );
    }
  }
  return null;
}

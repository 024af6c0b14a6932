/** Making edits to a text: every character that no edit names stays as it is, line endings and byte order mark included. */
import type { Edit } from "../effect.js";
import { linesOf, type Lines } from "../facts/lines.js";

/** Null when the text does not say what an edit expects of it, or when two edits overlap. */
export function editText(text: string, edits: readonly Edit[]): string | null {
  const lines = linesOf(text);
  const cuts = edits.map(({ place, was, replacement }) => ({
    start: offsetOf(lines, place.line, place.column),
    end: offsetOf(lines, place.endLine, place.endColumn),
    was,
    replacement,
  }));
  cuts.sort((a, b) => a.start - b.start);
  let edited = "";
  let at = 0;
  for (const { start, end, was, replacement } of cuts) {
    if (start < at || text.slice(start, end) !== was) return null;
    edited += text.slice(at, start) + replacement;
    at = end;
  }
  return edited + text.slice(at);
}

function offsetOf(lines: Lines, line: number, column: number): number {
  return lines.line(line).start + column - 1;
}

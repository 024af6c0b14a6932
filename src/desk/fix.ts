/** A fix: what mends one finding, exactly where it is, so that it can be offered, committed or made at home. */
import type { Place } from "./finding.js";

export interface Fix {
  /** The rule whose finding it mends. */
  readonly rule: string;
  readonly path: string;
  /** What is replaced, and nothing else is. */
  readonly place: Place;
  readonly replacement: string;
  /** The whole lines of `place` as they are, without the last one's ending. */
  readonly was: string;
  /** The same lines mended: what GitHub's suggestion puts in their stead. */
  readonly becomes: string;
  /** One sentence of plain text for the writer: what is wrong, and what is right. */
  readonly says: string;
}

/** A fix within one line, whose text is known. */
export function fixInLine(line: string, fix: Omit<Fix, "was" | "becomes">): Fix {
  const { column, endColumn } = fix.place;
  return { ...fix, was: line, becomes: line.slice(0, column - 1) + fix.replacement + line.slice(endColumn - 1) };
}

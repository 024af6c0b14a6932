/** A suggestion: one fix as the writer is shown it, on whole lines, so that GitHub's button can take it over. */
import { createHash } from "node:crypto";
import type { Edit } from "../effect.js";
import type { Finding, Place } from "../facts/finding.js";
import type { TextFix } from "../facts/text-fix.js";

export interface Suggestion {
  readonly path: string;
  /** What is replaced, and nothing else is. */
  readonly place: Place;
  /** The whole lines of `place` as they are, without the last one's ending. */
  readonly was: string;
  /** The same lines, fixed. */
  readonly becomes: string;
  /** One sentence of plain text for the writer: what is unexpected, and what was expected. */
  readonly says: string;
}

/** An edit within one line, whose text is known. */
export function suggestionInLine(path: string, line: string, { place, replacement }: Edit, { message }: Finding): Suggestion {
  const becomes = line.slice(0, place.column - 1) + replacement + line.slice(place.endColumn - 1);
  return { path, place, was: line, becomes, says: message };
}

/** A fix that was kept with the reading of its text; null for one that GitHub's button would not do. */
export function suggestionOfFix(path: string, { says, edit: { place }, lines }: TextFix): Suggestion | null {
  return lines && { path, place, ...lines, says };
}

/** By what a suggestion is known again at another head: the same lines and the same fix, wherever they stand by then. */
export function suggestionDigest({ path, was, becomes }: Suggestion): string {
  return createHash("sha256")
    .update(JSON.stringify([path, was, becomes]))
    .digest("hex")
    .slice(0, 12);
}

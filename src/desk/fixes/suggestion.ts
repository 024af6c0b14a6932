/** A suggestion: one fix as the writer is shown it, on whole lines, so that GitHub's button can take it over. */
import { createHash } from "node:crypto";
import type { Edit } from "../effect.js";
import type { Finding, Place } from "../facts/finding.js";
import { linesOf } from "../facts/lines.js";
import type { TextFix } from "../facts/text-fix.js";

export interface Suggestion {
  /** The rule whose finding it mends. */
  readonly rule: string;
  readonly path: string;
  /** What is replaced, and nothing else is. */
  readonly place: Place;
  readonly replacement: string;
  /** The whole lines of `place` as they are, without the last one's ending. */
  readonly was: string;
  /** The same lines mended. */
  readonly becomes: string;
  /** One sentence of plain text for the writer: what is unexpected, and what was expected. */
  readonly says: string;
}

/** An edit within one line, whose text is known. */
export function suggestionInLine(path: string, line: string, { place, replacement }: Edit, { rule, message }: Finding): Suggestion {
  const becomes = line.slice(0, place.column - 1) + replacement + line.slice(place.endColumn - 1);
  return { rule, path, place, replacement, was: line, becomes, says: message };
}

/** The fix that a finding carries, in the text that it was found in. Null when there is none, or when lines end otherwise than GitHub's button would end them. */
export function suggestionInText(path: string, text: string, finding: Finding): Suggestion | null {
  const { fix, rule, message } = finding;
  if (!fix || text.includes("\r")) return null;
  const lines = linesOf(text);
  const place = lines.place({ start: fix.from, end: fix.to });
  const start = lines.line(place.line).start;
  const end = lines.line(place.endLine).end;
  const becomes = text.slice(start, fix.from) + fix.text + text.slice(fix.to, end);
  return { rule, path, place, replacement: fix.text, was: text.slice(start, end), becomes, says: message };
}

/** A fix that was kept with the reading of its text; null for one that GitHub's button would not do. */
export function suggestionOfFix(path: string, { rule, says, edit: { place, replacement }, lines }: TextFix): Suggestion | null {
  return lines && { rule, path, place, replacement, ...lines, says };
}

/** By what a suggestion is known again at another head: the same lines and the same fix, wherever they stand by then. */
export function suggestionDigest({ path, was, becomes }: Suggestion): string {
  return createHash("sha256")
    .update(JSON.stringify([path, was, becomes]))
    .digest("hex")
    .slice(0, 12);
}

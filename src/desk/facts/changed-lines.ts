/** Changed lines: which lines of a text a pull request made or altered, so that its writer is shown what is theirs. */
import type { Place } from "./finding.js";

/** Lines at the head, from 1, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

interface Changes {
  readonly change: "added" | "modified" | "renamed" | "removed";
  /** In their order; null or left out where GitHub does not tell, as of a difference that is too long. */
  readonly changed?: readonly LineRange[] | null;
}

/** Whether a finding there is about what the pull request changed. What is not known counts as changed: a finding is rather shown than lost. */
export function isOnChanged({ change, changed }: Changes, { line, endLine }: Place): boolean {
  if (change === "added" || !changed) return true;
  return changed.some(({ from, to }) => from <= Math.max(line, endLine) && line <= to);
}

/** Whether GitHub takes a suggestion there: only on lines that the difference shows, several only within one part of it. */
export function isSuggestable({ change, changed }: Changes, { line, endLine }: Place): boolean {
  if (change === "added") return true;
  return changed?.some(({ from, to }) => from <= line && endLine <= to) ?? false;
}

/** A disagreement: one thing that a post says of its publication and its slot does not. */
import type { Edit } from "../effect.js";
import type { Finding } from "../facts/finding.js";

export interface Disagreement {
  readonly finding: Finding;
  /** Why readers would not find the post at its slot, for a notice: a clause, subject first. */
  readonly says: string;
  /** Readers would not see the post at its slot, or would look for it at another address. */
  readonly grave: boolean;
  /** Its day is right and its hour is not: whoever reads it would not see that. Left out where it is the day. */
  readonly hour?: true;
  /** It is the day of a slot that the post had before: its writer was right, and the slot has moved. */
  readonly moved: boolean;
  readonly fix: DateFix | null;
}

export type DateFix =
  /** `line` is the whole line that the edit is in. */
  | { readonly kind: "edit"; readonly edit: Edit; readonly line: string }
  /** The file's name holds the day. */
  | { readonly kind: "rename"; readonly to: string };

/** What its writer can do about it: what the line, or the file's name, should be. Null where only they know. */
export function wayOut({ fix }: Disagreement): { readonly kind: "write" | "rename"; readonly to: string } | null {
  if (fix === null) return null;
  if (fix.kind === "rename") return fix;
  const { edit, line } = fix;
  return { kind: "write", to: line.slice(0, edit.place.column - 1) + edit.replacement + line.slice(edit.place.endColumn - 1) };
}

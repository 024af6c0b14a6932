/** A disagreement: one thing that a post says of its publication and its slot does not. */
import type { Edit } from "../effect.js";
import type { Finding } from "../facts/finding.js";

export interface Disagreement {
  readonly finding: Finding;
  /** Readers would not see the post at its slot, or would look for it at another address. */
  readonly grave: boolean;
  /** Of those that are grave: nobody would see it at all, at any address. */
  readonly hides: boolean;
  /** It is the day of a slot that the post had before: its writer was right, and the slot has moved. */
  readonly moved: boolean;
  readonly fix: DateFix | null;
}

export type DateFix =
  /** `line` is the whole line that the edit is in. */
  | { readonly kind: "edit"; readonly edit: Edit; readonly line: string }
  /** The file's name holds the day. */
  | { readonly kind: "rename"; readonly to: string };

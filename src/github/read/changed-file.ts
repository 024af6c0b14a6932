/** One file that a pull request changes, and all that GitHub lists of them. */
import type { LineRange } from "../../desk/facts/changed-lines.js";

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: "added" | "modified" | "renamed" | "removed";
  /** The lines that it made or altered; left out where GitHub does not tell. */
  readonly changed?: readonly LineRange[];
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False when GitHub lists fewer than the pull request changes: it lists 3,000. */
  readonly complete: boolean;
}

/** One file that a pull request changes, and all that GitHub lists of them. */

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: "added" | "modified" | "renamed" | "removed";
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False when GitHub lists fewer than the pull request changes: it lists 3,000. */
  readonly complete: boolean;
}

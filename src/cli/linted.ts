/** What the linter found in one file. */
import type { Finding } from "../desk/finding.js";

export interface Linted {
  /** From the root of the repository. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

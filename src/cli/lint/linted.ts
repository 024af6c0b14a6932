/** What the linter found in one file. */
import type { Finding } from "../../desk/facts/finding.js";
import type { SiteText } from "../../desk/site/facts/site-facts.js";

export interface LintedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** What a text says by itself, whatever becomes of other files. */
export interface Examined {
  readonly findings: readonly Finding[];
  readonly text: SiteText;
}

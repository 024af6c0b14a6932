/** One remark of the linter (or of a reader of posts and desks): what is unexpected, where, and what was expected. */

export interface Finding {
  /** The rule's id, as on its page: `front-matter`, `no-duplicate-headings`. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "advice";
  /** *Unexpected X, expected Y*, in one sentence; plain text, no Markdown needed to read it. */
  readonly message: string;
  readonly place: Place;
  /** The rule's page, when it has one. */
  readonly url?: string;
}

/** Lines and columns count from 1; the end is exclusive in columns, as in unist. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place for remarks about a file as a whole. */
export const FILE_START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

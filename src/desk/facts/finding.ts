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
  /** What fixes it; given only where that changes nothing but what the rule is about. */
  readonly fix?: Fix;
  /** Where else in the text the same is to be said, of advice that would be told too often; left out where it is told each time. */
  readonly alike?: readonly { readonly place: Place; readonly fix?: Fix }[];
}

/** `text` goes in the place of what stands between the offsets, which count UTF-16 units of the text as linted; the end is exclusive. */
export interface Fix {
  readonly from: number;
  readonly to: number;
  readonly text: string;
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

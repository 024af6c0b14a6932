/** The outline of meeting notes: headings, and what is listed under them. What Markdown looks like is the reader's business, not ours. */

export interface Outline {
  /** In the order of the page; what stands before the first heading has the heading "". */
  readonly sections: readonly Section[];
  /** As the page names them: `Amir Chaudhry`. */
  readonly attendees: readonly string[];
}

export interface Section {
  readonly heading: string;
  /** 1 to 6; 7 for a line in bold that serves as a heading, 8 for a line above a list; 0 for what stands before the first heading. */
  readonly depth: number;
  readonly line: number;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "list"; readonly entries: readonly Entry[] }
  | { readonly kind: "paragraph"; readonly entry: Entry }
  | { readonly kind: "table"; readonly table: Table };

/** A bullet, or a paragraph that may be one in all but its mark. */
export interface Entry {
  readonly line: number;
  /** Its first paragraph as plain text on one line, without what is struck; code still in backticks. */
  readonly text: string;
  /** What it begins with, when that is set in bold, italics or a link of its own; part of `text`. */
  readonly lead: string | null;
  readonly struck: boolean;
  /** `[x]` */
  readonly ticked: boolean;
  /** Nothing but links. */
  readonly onlyLinks: boolean;
  /** The bullets below it, and its further paragraphs. */
  readonly nested: readonly Entry[];
}

export interface Table {
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  /** Several lines in a cell stay lines. */
  readonly cells: readonly { readonly text: string; readonly struck: boolean }[];
}

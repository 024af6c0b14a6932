/** The outline of meeting notes: headings, and the bullets under them. What Markdown looks like is the reader's business, not ours. */

export interface Outline {
  /** In the order of the page; what stands before the first heading has the heading "". */
  readonly sections: readonly Section[];
  /** As the page names them: `Amir Chaudhry`. */
  readonly attendees: readonly string[];
}

export interface Section {
  readonly heading: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly depth: number;
  readonly line: number;
  readonly lists: readonly (readonly Bullet[])[];
}

export interface Bullet {
  readonly line: number;
  /** Its first paragraph as plain text on one line, code still in backticks. */
  readonly text: string;
  /** What it begins with, when that is set in bold, italics or a link of its own; part of `text`. */
  readonly lead: string | null;
  readonly struck: boolean;
  /** Nothing but links. */
  readonly onlyLinks: boolean;
  readonly nested: readonly Bullet[];
}

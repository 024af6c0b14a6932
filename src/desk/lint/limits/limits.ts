/**
 * The limits a post is held to before anything parses it, each chosen from measured costs; over one is a finding, and its Markdown
 * is not parsed (`size-and-encoding.ts` for bytes, `check-limits.ts` for the rest; `examine/examine-post.ts` then stops). START HERE.
 */

export const LIMITS = {
  /** Bytes a file; a post of 1,500 words has 12,000. */
  bytes: 256 * 1024,
  /** Quotes and lists inside each other: 2,000 `>` cost 0.7 s and 10,000 overflow the stack. */
  nesting: 100,
  /** Table cells a file: the cost grows with their square, 20,000 take 8 s. */
  cells: 5_000,
  /** Blank lines in a row: a megabyte of them takes 1.5 GB. */
  blanks: 1_000,
  /** `*`, `_` and `~` in one paragraph: the cost grows with their square. */
  marks: 5_000,
  /** Findings a post; the rest are counted. */
  findings: 500,
} as const;

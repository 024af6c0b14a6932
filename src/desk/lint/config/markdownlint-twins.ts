/** Rules of markdownlint that have a twin here, and how their options are said in ours. */

export interface Twin {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** The ids of ours that look at the same. */
  readonly rules: readonly string[];
  /** Our options from theirs; undefined where theirs say nothing that ours can. */
  readonly options?: (theirs: Readonly<Record<string, unknown>>) => unknown;
}

/** https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md */
export const TWINS: readonly Twin[] = [
  { id: "MD001", aliases: ["heading-increment"], tags: ["headings"], rules: ["heading-order"] },
  {
    id: "MD003",
    aliases: ["heading-style"],
    tags: ["headings"],
    rules: ["heading-style"],
    options: ({ style }) =>
      said(style, { atx: "atx", atx_closed: "atx-closed", setext: "setext", setext_with_atx: "setext", consistent: "consistent" }),
  },
  { id: "MD009", aliases: ["no-trailing-spaces"], tags: ["whitespace"], rules: ["hard-break-spaces"] },
  { id: "MD019", aliases: ["no-multiple-space-atx"], tags: ["atx", "headings", "spaces"], rules: ["no-heading-content-indent"] },
  { id: "MD025", aliases: ["single-title", "single-h1"], tags: ["headings"], rules: ["one-top-heading"] },
  {
    id: "MD027",
    aliases: ["no-multiple-space-blockquote"],
    tags: ["blockquote", "indentation", "whitespace"],
    rules: ["blockquote-indentation"],
  },
  {
    id: "MD029",
    aliases: ["ol-prefix"],
    tags: ["ol"],
    rules: ["ordered-list-marker-value"],
    options: ({ style }) => said(style, { one: "one", ordered: "ordered", one_or_ordered: "consistent", zero: "single" }),
  },
  {
    id: "MD030",
    aliases: ["list-marker-space"],
    tags: ["ol", "ul", "whitespace"],
    rules: ["list-item-indent"],
    options: ({ ul_single, ul_multi }) => {
      if (ul_single === 3) return "tab";
      return ul_multi === 3 ? "mixed" : ul_single === 1 ? "one" : undefined;
    },
  },
  { id: "MD034", aliases: ["no-bare-urls"], tags: ["links", "url"], rules: ["no-literal-urls"] },
  { id: "MD035", aliases: ["hr-style"], tags: ["hr"], rules: ["rule-style"], options: ({ style }) => style },
  { id: "MD040", aliases: ["fenced-code-language"], tags: ["code", "language"], rules: ["code-language"] },
  { id: "MD042", aliases: ["no-empty-links"], tags: ["links"], rules: ["no-empty-link"] },
  { id: "MD045", aliases: ["no-alt-text"], tags: ["accessibility", "images"], rules: ["image-alt"] },
  { id: "MD046", aliases: ["code-block-style"], tags: ["code"], rules: ["code-block-style"], options: ({ style }) => style },
  { id: "MD047", aliases: ["single-trailing-newline"], tags: ["blank_lines"], rules: ["final-newline"] },
  {
    id: "MD048",
    aliases: ["code-fence-style"],
    tags: ["code"],
    rules: ["fenced-code-marker"],
    options: ({ style }) => said(style, { backtick: "`", tilde: "~", consistent: "consistent" }),
  },
  { id: "MD049", aliases: ["emphasis-style"], tags: ["emphasis"], rules: ["emphasis-marker"], options: ({ style }) => said(style, MARKS) },
  { id: "MD050", aliases: ["strong-style"], tags: ["emphasis"], rules: ["strong-marker"], options: ({ style }) => said(style, MARKS) },
  {
    id: "MD052",
    aliases: ["reference-links-images"],
    tags: ["images", "links"],
    rules: ["no-undefined-references"],
    options: ({ ignored_labels }) => (Array.isArray(ignored_labels) ? { allow: ignored_labels } : undefined),
  },
  {
    id: "MD053",
    aliases: ["link-image-reference-definitions"],
    tags: ["images", "links"],
    rules: ["no-unused-definitions", "no-duplicate-definitions"],
  },
  {
    id: "MD060",
    aliases: ["table-column-style"],
    tags: ["table"],
    rules: ["table-cell-padding"],
    options: ({ style }) => {
      const ours = said(style, { aligned: "padded", compact: "padded", tight: "compact", any: "consistent" });
      return ours === undefined ? undefined : { style: ours };
    },
  },
];

const MARKS = { asterisk: "*", underscore: "_", consistent: "consistent" };

function said(theirs: unknown, ours: Readonly<Record<string, string>>): string | undefined {
  return typeof theirs === "string" && Object.hasOwn(ours, theirs) ? ours[theirs] : undefined;
}

/** Markdown of every kind, well formed and not, for properties. */
import fc from "fast-check";

const LINES = [
  "# Heading",
  "##  Indented",
  "Setext\n===",
  "Other\n---",
  "## Closed ##",
  "- one\n- two",
  "* one\n\n  more",
  "+ [ ] to do\n+ [x] done",
  "1. one\n1. two",
  "3) three\n4) four",
  "-   far\n    - deep\n        - deeper",
  "> quoted\nlazy",
  ">   wide\n> > deep",
  "```js\nlet x\n```",
  "~~~\ncode\n~~~",
  "    indented",
  "***",
  "---",
  "* * *",
  "| a | b |\n|---|:-:|\n|1|  2 |",
  "|a|\n|-|",
  "a | b\n- | -",
  "[a]: http://example.org 'title'",
  '[a]: <x> "other"',
  "[^1]: note",
  "[b]: (no)",
  "*em* _em_ **strong** __strong__ ***both*** ~~gone~~",
  "[a] [b][] [c][a] ![a] ![x][b] [^1] [^2]",
  "[l](u \"t\") [m](u 't') ![](i (t))",
  "http://example.org www.example.org me@example.org <http://example.org>",
  "hard  \nbreak\\\nand   \nmore",
  "`code` and ``co`de``",
  "<!-- lint disable -->",
  "<b>html</b>",
  "the the a apple",
  "TODO and XXX: see",
  "éà 漢 🐫 \u200B\u00A0 раypal",
  "[^n[link](x)]",
  "&amp; &#64; &copy;",
];
const SCRAPS = [
  "# ",
  "- ",
  "1. ",
  "> ",
  "    ",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "[",
  "]",
  "](",
  ")",
  "`",
  "```",
  "*",
  "_",
  "**",
  "~~",
  "|",
  "|-|",
  "\\",
  "é",
  "\uFEFF",
  "---",
  "+++",
  "x",
  " ",
  "@",
  "www.",
  "http://",
];

const line = fc.constantFrom(...LINES);
const prefixed = fc.tuple(fc.constantFrom("", "> ", "- ", "  ", "1. "), line).map(([prefix, text]) =>
  text
    .split("\n")
    .map((one) => prefix + one)
    .join("\n"),
);
const scraps = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SCRAPS) }, fc.string({ maxLength: 4, unit: "binary" })), { maxLength: 20 })
  .map((parts) => parts.join(""));

export const markdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: prefixed }, { weight: 1, arbitrary: scraps }), { maxLength: 10 })
  .chain((parts) => fc.constantFrom("\n\n", "\n", " ", "\r\n\r\n").map((joint) => parts.join(joint)));

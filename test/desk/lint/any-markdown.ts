/** Markdown of every kind, well formed and not, for properties. */
import fc from "fast-check";
import { PLAIN_SETTINGS, type LintSettings } from "../../../src/desk/facts/lint-settings.js";

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
  "[раypal] [the the][] [an store] ![раypal] [b][the the]",
  "[раypal]: x\n[the the]: y\n[an store]: z\n[sto\u200Bre]: s",
  "[*a* sto\u200Bre *b*] sto\u200Bre [a sto\u200Bre] `sto\u200Bre`",
  "[*a* store *b*]: s\n[a store]: t",
  "ht\u200Btp://a.org ww\u200Bw.a.org me\u200B@a.org a@b\u200Bc.org &am\u200Bp; <b dis\u200Babled >",
  "httр://a.org wwѡ.a.org mе@a.org &аmp; <b disаbled > \\а",
  '*a "_"b"_" c* _a_ "_b c_" *d _e_ f* __g__.',
  '**a "__"b"__" c** (__d__) **e __f__ g** _h __i__ j_',
  "[a](http://a.org/(b http://a.org/((c)) (http://a.org) [a http://a.org b]",
  "```\ncode\u00A0here\n\u00A0in\n```\u00A0\nmore\n```",
  "  ```\n\u00A0\u00A0in\n  ```",
  "`\u00A0a\u00A0` `b\u00A0c` `\u00A0`",
  "{{ a_b }} _c {{ d }} e_ {% link a.md %} [f]({{ g }}) __{{ h }}__",
  "- [X] done\n- [x] [X]\n- [ ] open",
  "_a_ http://a.org/_b_ *c*http://a.org* _d_\u0301",
  "* * *\n- - -\n___",
  "the **the** the _the_ an\nan apple",
  "key key, value value, a username and password password",
  "We log in in an hour, and what it is is that that had had it it",
  "an nginx, an ssh-key, a udev rule, an RC, a or the, a an, an read() of an some_var",
  "an store of of the the a apple, an user sent to to to an mutex",
  "let a equal b where a overflows, option a into an user/store",
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
  "the the ",
  "_a_",
  "__a__",
  "http://a.org",
  "[a]",
  "\u200B",
  "\u00A0",
  "о",
  "{{ ",
  " }}",
  '"',
  "<",
  ">",
  "(",
  "~",
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

/** Front matter of several forms, and beginnings that are none. */
export const heads = fc.constantFrom(
  "",
  "",
  "---\ntitle: the the a apple\ndate: 2014-07-18\n---\n\n",
  '+++\ntitle = "a\u200B"\n+++\n',
  "\uFEFF---\r\ntitle: x\r\n---\r\n\r\n",
  "title: x\nauthor: y\n---\n",
  "\uFEFF",
  "\u200B---\ntitle: x\n---\n",
  "\n\n---\ntitle: x\n---\n",
);

/** As a desk may set the rules that mend: another way of writing wins. */
export const settings = fc.constantFrom<LintSettings>(
  PLAIN_SETTINGS,
  PLAIN_SETTINGS,
  {
    rules: {
      "emphasis-marker": { options: "_" },
      "strong-marker": { options: "_" },
      "rule-style": { options: "* * *" },
      "checkbox-character-style": { options: { checked: "X", unchecked: "\t" } },
      "list-item-indent": { options: "tab" },
      "no-shortcut-reference-link": { options: { style: "full" } },
      "table-cell-padding": { options: { style: "compact" } },
    },
    words: [],
  },
  {
    rules: {
      "emphasis-marker": { options: "*" },
      "strong-marker": { options: "*" },
      "rule-style": { options: "___" },
      "checkbox-character-style": { options: { checked: "x", unchecked: " " } },
      "inclusive-wording": { severity: "advice" },
    },
    words: [],
  },
);

export const markdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: prefixed }, { weight: 1, arbitrary: scraps }), { maxLength: 10 })
  .chain((parts) => fc.constantFrom("\n\n", "\n", " ", "\r\n\r\n").map((joint) => parts.join(joint)));

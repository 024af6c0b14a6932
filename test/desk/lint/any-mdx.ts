/** MDX of every kind, most of which compiles, for properties. */
import fc from "fast-check";

const LINES = [
  'import A from "a"',
  "export const the = 'the the'\nexport const an = 1",
  "# Heading {/*heading*/}",
  "## Of the the store {/* the the */}",
  "See http://example.org and https://x.org/a_b. (http://a.org)",
  "a@b.co www.example.org http://a.org/(b",
  "{/* the the an apple */}",
  "{/* lint disable no-literal-urls */}",
  "say {/* the the */} the the store {`the the`}",
  "{1 + 1} and {a.b} of an store",
  "{`the the\n\nan store http://a.org`}",
  "<A b={1} c='the the' />",
  "<A>the the store</A> and the the store",
  "<A>\n\nSay the the word, see http://a.org\n\n- _a_\n- *b*\n\n</A>",
  "<A>\n  say the the word\n</A>",
  "<>a</> _b_ __c__",
  "<A {...b}>_a_ {_c_}</A> _d_",
  "an _store_ {c} of *all* {d} _kinds_ a apple",
  "- one {a}\n- [x] two\n- [X] three",
  "> quoted {a}\n> http://a.org",
  "| a | {b} |\n| - | - |\n| http://a.org | <A /> |",
  "```js title={a}\nlet x = the the\n```",
  "`the the {` and *it*",
  "    not code here, the the",
  "***",
  "* * *",
  "*em* _em_ **strong** __strong__",
  "hard   \nbreak\\\nand the the rest",
  "[a] [b][] [a][b] [l](http://a.org 't')",
  '[a]: http://example.org "title"',
  "[^1]\n\n[^1]: the the note http://a.org",
  "sto\u200Bre and stоre {sto\u200Bre} <A>stоre</A>",
  "the the а\u00A0b `c\u00A0d`",
  "\\{ the the } \\<a http://a.org",
  "key key, value value and an nginx",
];
const SCRAPS = [
  "{",
  "}",
  "<",
  ">",
  "</A>",
  "<A>",
  "`",
  "*",
  "_",
  "\n",
  "\n\n",
  "- ",
  "> ",
  "http://a.org",
  "the the ",
  "{/*",
  "*/}",
  "\\",
  "[",
  "]",
  "x",
  " ",
];

const line = fc.constantFrom(...LINES);
const prefixed = fc
  .tuple(fc.constantFrom("", "", "", "> ", "- ", "1. "), line)
  .map(([prefix, text]) => prefix + text.replaceAll("\n", `\n${" ".repeat(prefix.length)}`));
const scraps = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 6 }).map((parts) => parts.join(""));

export const mdx = fc
  .array(fc.oneof({ weight: 12, arbitrary: prefixed }, { weight: 1, arbitrary: scraps }), { maxLength: 8 })
  .chain((parts) => fc.constantFrom("\n\n", "\n\n", "\n", "\r\n\r\n").map((joint) => parts.join(joint)));

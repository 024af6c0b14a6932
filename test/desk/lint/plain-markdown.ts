/** Markdown as most posts are: whole blocks with blank lines between them, and of inline marks some of each. */
import fc from "fast-check";

const word = fc.constantFrom("the", "store", "is", "Fast", "a", "José", "2014", "C++", "it's", "under_score", "1.", "é", "end.");

const inline = fc.oneof(
  { weight: 60, arbitrary: word },
  {
    weight: 30,
    arbitrary: fc.constantFrom(
      "*em*",
      "**strong**",
      "_em_",
      "**`c`**",
      "*[l](/b) c*,",
      "`code`",
      "``co`de``",
      "[l](http://a.org/b)",
      '[l](/b "t")',
      "[*l* `c`](<a b>)",
      "![i](i.png)",
      "[![i](i.png)](http://a.org)",
      "[r][]",
      "[r]",
      "[t][r]",
      "[none][]",
      "\\[[`c0ffee`](http://a.org/c)]",
      "[#12](http://a.org/12)",
      "http://a.org/b-c_d?e=f&g=h#i",
      "https://a.org",
      "(http://a.org/b)",
      "<http://a.org>",
      "<b>bold</b>",
      "<br>",
      "<!-- c -->",
      "!",
      "a  ",
      "@ada",
    ),
  },
  // Each of these leaves the whole text to remark, or should.
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "a*b",
      "x]",
      "***both***",
      "__strong__",
      "~~gone~~",
      "*a **b** c*",
      "**a",
      "_b",
      "`c",
      "[d",
      "<e",
      "\\*",
      "\\_a\\_",
      "http://a.org/b.",
      "http://a.org/(b)",
    ),
  },
);

const phrase = fc.array(inline, { minLength: 1, maxLength: 9 }).map((some) => some.join(" "));
const lines = fc
  .tuple(fc.array(phrase, { minLength: 1, maxLength: 3 }), fc.constantFrom("\n", "\n", "  \n", " \\\n"))
  .map(([some, end]) => some.join(end));

const marker = fc.constantFrom("- ", "* ", "+ ", "1. ", "2) ", "-   ", " - ");
const list = fc
  .tuple(marker, fc.array(fc.tuple(phrase, fc.option(phrase)), { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\n\n"))
  .map(([mark, items, gap]) =>
    items.map(([item, inner]) => `${mark}${item}${inner === null ? "" : `\n${" ".repeat(mark.length)}- ${inner}`}`).join(gap),
  );

const block = fc.oneof(
  { weight: 4, arbitrary: lines },
  { weight: 2, arbitrary: list },
  fc.tuple(fc.constantFrom("# ", "## ", "### ", "#"), phrase).map((parts) => parts.join("")),
  fc.tuple(phrase, fc.constantFrom("===", "---")).map((parts) => parts.join("\n")),
  phrase.map((one) => `> ${one}\n> more`),
  fc.constantFrom(
    "```js\nlet x = 1;\n```",
    "```\n<a>\n\n# no\n```",
    "~~~ sh extra\ncd\n~~~",
    "    let y\n\n    z",
    "| a | b |\n|---|:-:|\n| 1 | `2` |",
    "a | b\n- | -\n*1* | 2",
    "***",
    "---",
    "<div>\nhtml\n</div>",
    "<!-- lint disable -->",
    '[r]: http://a.org/r "title"',
    "[R]: <b c>",
  ),
);

/** With what separates blocks, mostly a blank line. */
export const plainMarkdown = fc
  .tuple(fc.array(fc.tuple(block, fc.constantFrom("\n\n", "\n\n", "\n\n", "\n\n\n", "\n")), { maxLength: 10 }), fc.constantFrom("\n", ""))
  .map(([blocks, end]) => blocks.flat().join("").trimEnd() + end);

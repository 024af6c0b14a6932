/** Texts that the fuzzer found to mean something else once mended, at their smallest, and what becomes of them now. */
import { describe, expect, it } from "@jest/globals";
import { applyFixes, fixesOf } from "../../../src/desk/lint/apply-fixes.js";
import { examinePost } from "../../../src/examine/examine-post.js";
import { complaintsAbout } from "./judge-text.js";

function findings(text: string, rule: string) {
  const bytes = new TextEncoder().encode(text);
  return examinePost({ path: "posts/irmin.md", bytes, size: bytes.length }).findings.filter((one) => one.rule === rule);
}

describe("words", () => {
  it.each([
    ["between brackets, which may name a definition", "no-look-alike", "[раypal]\n\n[раypal]: x\n"],
    ["of a name that is defined without them", "no-invisible", "[*a* sto\u200Bre *b*]\n\n[*a* store *b*]: s\n"],
    ["that are the name of a definition", "no-invisible", "[store]\n\n[sto\u200Bre]: s\n"],
    ["twice in a name", "repeated-words", "See [the the][].\n\n[the the]: x\n"],
    ["before a name's end, and wrong", "indefinite-article", "See [an store][].\n\n[an store]: x\n"],
    ["of an address", "no-look-alike", "See httр://mirage.io for more.\n"],
    ["behind which an address would begin", "no-invisible", "See ht\u200Btp://mirage.io for more.\n"],
    ["of an entity", "no-look-alike", "Rock &аmp; roll\n"],
    ["of a tag", "no-invisible", "A <b dis\u200Babled > tag\n"],
    ["of a template", "no-look-alike", "{{ site.tіtle }} is here\n"],
    ["behind a fence, where entities count", "no-look-alike", "```js &аmp;\nx\n```\n"],
    ["that something unseen joins to others", "repeated-words", "x\uFEFFthe the store\n"],
    ["that are emphasis beside quotes", "emphasis-marker", '*a "_"b"_" c*\n'],
    ["that are emphasis behind an address", "emphasis-marker", "*b* http://www._a_\n"],
    ["that are strong beside quotes", "strong-marker", '**a "__"b"__" c**\n'],
    ["that are strong behind other marks", "strong-marker", "**h*****~__a__\n"],
    ["that are emphasis behind an address with a backtick", "emphasis-marker", "*b*http://g[` _a_`\n"],
    ["that are an address behind another with a backtick", "no-literal-urls", "http://a.org` http://a.org `\n"],
    ["of a reference with brackets beside it", "no-shortcut-reference-link", "[a]][]\n\n[a]: t\n"],
    ["of a reference that is defined right below a table", "no-shortcut-reference-link", "[a] [b][]\n>a||\n>-|-\n>|\n[a]:t\n\n[b]: u\n"],
  ])("[LI90] %s are told and left as they are", (_, rule, text) => {
    const found = findings(text, rule);
    expect(found.length).toBeGreaterThan(0);
    expect(fixesOf(found)).toEqual([]);
  });

  it.each([
    ["beside a link", "no-look-alike", "See [Irmin](x), a stоre.\n", "See [Irmin](x), a store.\n"],
    ["in emphasis and quotes", "no-invisible", "A *“sto\u200Bre”*.\n", "A *“store”*.\n"],
    ["in code", "no-look-alike", "```js\nlеt x\n```\n", "```js\nlet x\n```\n"],
    ["in a heading", "repeated-words", "## On the the store\n", "## On the store\n"],
    ["in a table", "no-invisible", "| a |\n| - |\n| sto\u200Bre |\n", "| a |\n| - |\n| store |\n"],
    [
      "that are an address behind one in code",
      "no-literal-urls",
      "Use `a@b` of http://a.org here.\n",
      "Use `a@b` of <http://a.org> here.\n",
    ],
    ["that are emphasis between words", "emphasis-marker", "*a* is (_b_), _“c”_ or _d_.\n", "*a* is (*b*), *“c”* or *d*.\n"],
  ])("[LI90] %s are mended", (_, rule, text, fixed) => {
    expect(applyFixes(text, fixesOf(findings(text, rule)))).toBe(fixed);
  });
});

describe("blanks of code", () => {
  it.each([
    ["at its edge", "See `\u00A0irmin` there\n"],
    ["behind a fence that it keeps from closing", "```\nx\n```\u00A0\ny\n```\n"],
    ["before a fence that it keeps from closing", "```\nx\n\u00A0```\ny\n```\n"],
    ["at the margin of a block in a list", "- a\n\n  ```\n  \u00A0x\n  ```\n"],
    ["behind the language", "```js\u00A0title\nx\n```\n"],
  ])("[LI90] %s are told and left as they are", (_, text) => {
    const found = findings(text, "no-break-space");
    expect(found.length).toBeGreaterThan(0);
    expect(fixesOf(found)).toEqual([]);
  });

  it("[LI90] between words, and at the margin where nothing strips it, are mended", () => {
    const text = "```py\nif\u00A0x:\n\u00A0 \u00A0y\n```\n";
    expect(applyFixes(text, fixesOf(findings(text, "no-break-space")))).toBe("```py\nif x:\n   y\n```\n");
  });
});

describe("what the fuzzer found", () => {
  it.each([
    'x~"x\uFEFFthe the  # _',
    "> `\u00A0a\u00A0` `b\u00A0c` `\u00A0`",
    "ht\u200Btp://a.org ww\u200Bw.a.org me\u200B@a.org a@b\u200Bc.org &am\u200Bp; <b dis\u200Babled >",
    "httр://a.org wwѡ.a.org mе@a.org &аmp; <b disаbled > \\а",
    "www.|the the",
    "```\r\nx\r",
    "- ```\n\n  x\n\n ",
    "\uFEFF---\n1. ```\n1. code\u00A0here\n1. ```",
    "+++\n1. ```\n1. code\u00A0here\n1. ```",
  ])("[LI79] %j means the same when mended", async (text) => {
    expect(await complaintsAbout(text)).toEqual([]);
  });
});

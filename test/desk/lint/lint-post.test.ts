/** What the rules say, and about which lines. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { PLAIN_SETTINGS } from "../../../src/desk/facts/lint-settings.js";
import { lintPost } from "../../../src/desk/lint/lint-post.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { outside } from "./outside.js";

const lint = (text: string) => lintPost("posts/irmin.md", text, readPost("posts/irmin.md", text), PLAIN_SETTINGS, null).findings;

describe("findings", () => {
  it("[LI1] name the rule, the place and the rule's page", () => {
    expect(lint("# Irmin\n\n[a]: http://example.org\n")).toEqual([
      {
        rule: "no-unused-definitions",
        severity: "warning",
        message: "Unexpected unused definition, expected no definition or one or more references to `a`",
        place: { line: 3, column: 1, endLine: 3, endColumn: 24 },
        url: "https://github.com/presstime/presstime/blob/main/docs/rules/no-unused-definitions.md",
      },
    ]);
  });

  it("[LI1] a good post has none", () => {
    expect(lint("---\ntitle: Irmin\n---\n\n## Storage\n\n* one\n* two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n")).toEqual([]);
  });

  it("[LI1] both presets speak", () => {
    const rules = lint("# Irmin\n\nA *b* and _c_ and [d][] and\n").map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(["emphasis-marker", "no-undefined-references"]));
  });

  it("[LI3] a rule disabled in a comment is silent between its comments", () => {
    const text = (comment: string) => `${comment}\n\n[d][] here\n`;
    expect(lint(text("Hello"))).toHaveLength(1);
    expect(lint(text("<!-- lint disable no-undefined-references -->"))).toEqual([]);
  });

  it.each([
    ["of remark-lint's", "<!-- lint disable remark-lint:no-undefined-references -->"],
    ["of ours", "<!-- lint disable presstime:no-placeholder no-undefined-references -->"],
    ["without naming any", "<!-- lint disable -->"],
    ["for one paragraph", "<!-- lint ignore no-undefined-references no-placeholder -->"],
  ])("[LI60] a comment silences a rule %s, by its bare name or with its origin", (_, comment) => {
    const silenced = lint(`${comment}\n\n[d][] here, TODO\n`).map(({ rule }) => rule);
    expect(lint("[d][] here, TODO\n").map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["no-placeholder", "no-undefined-references"]),
    );
    expect(silenced).not.toContain("no-undefined-references");
    expect(silenced.includes("no-placeholder")).toBe(comment.includes("remark-lint"));
  });

  it("[LI60] what is enabled again speaks again, and an ignored paragraph is one paragraph", () => {
    const text =
      "<!-- lint disable no-placeholder -->\n\nTODO\n\n<!-- lint enable no-placeholder -->\n\nTODO\n\n<!-- lint ignore -->\n\nTODO\n\nTODO\n";
    expect(lint(text).map(({ place }) => place.line)).toEqual([7, 13]);
  });

  it("[LI60] a comment with another verb is told, and the rest is linted", () => {
    expect(lint("<!-- lint off no-placeholder -->\n\nTODO\n").map(({ rule, place }) => [rule, place.line])).toEqual([
      ["no-placeholder", 3],
      ["lint-comment", 1],
    ]);
  });

  it.each([
    ["posts/a.mdx", "{/* lint disable no-placeholder */}", [9]],
    ["posts/a.mdx", "{/*lint ignore*/}", [5, 9]],
    ["posts/a.mdx", "\uFEFF{/* lint ignore no-placeholder */}", [5, 9]],
    ["posts/a.mdx", "{/* lint ignore */} and */}", [3, 5, 9]],
    ["posts/a.md", "{/* lint disable no-placeholder */}", [3, 5, 9]],
  ])("[LI60] in %s, %j leaves told what it must", (path, comment, lines) => {
    const text = `${comment}\n\nTODO\n\nTODO\n\n{/* lint enable no-placeholder */}\n\nTODO\n`;
    const found = lintPost(path, text, readPost(path, text), PLAIN_SETTINGS, null).findings;
    expect(found.filter(({ rule }) => rule === "no-placeholder").map(({ place }) => place.line)).toEqual(lines);
  });

  it("[LI60] a slip beside an address that nothing marks as a link is told, comments or not", () => {
    const slip = "Ask www.example.org or me@example.org: TODO\n";
    expect(lint(slip).map(({ rule }) => rule)).toContain("no-placeholder");
    expect(lint(`<!-- lint disable title -->\n\n${slip}`).map(({ rule }) => rule)).toContain("no-placeholder");
  });
});

describe("templates", () => {
  it.each(["[help]({{ site.help_url }}/issues)", "[docs]({% link docs/index.md %})", '[docs]({{< ref "docs" >}})'])(
    "[LI15] %s is a link",
    (link) => {
      expect(lint(`See ${link} here\n`)).toEqual([]);
    },
  );

  it("[LI15] what stands beside a template keeps its place", () => {
    expect(lint("{{ a b }} and [d][]\n").map(({ place }) => [place.column, place.endColumn])).toEqual([[15, 20]]);
  });
});

describe("front matter", () => {
  const body = "\nHello *there*\n";
  it.each([
    ["YAML", "---\ntitle: Irmin\nx: [y]\n---\n"],
    ["TOML", '+++\ntitle = "Irmin"\nx = ["y"]\n+++\n'],
    ["YAML closed with dots", "---\ntitle: Irmin\nx: [y]\n...\n"],
    ["YAML after blank lines", "\n\n---\ntitle: Irmin\nx: [y]\n---\n"],
    ["YAML without an end", "---\ntitle: Irmin\nx: [y]\n"],
    ["YAML without a beginning", "title: Irmin\nx: [y]\n---\n"],
    ["--BODY--", 'title: "Irmin"\nx: [y]\n--BODY--\n'],
    ["YAML twice", "---\ntitle: Irmin\n---\n---\ndate: 2014-07-18\nx: [y]\n---\n"],
    ["YAML with CRLF", "---\r\ntitle: Irmin\r\nx: [y]\r\n---\r\n"],
  ])("[LI2] %s is not taken for Markdown", (_, matter) => {
    expect(lint(matter + (matter.includes("\r") ? body.replaceAll("\n", "\r\n") : body))).toEqual([]);
  });

  it("[LI2] lines after it keep their numbers", () => {
    expect(lint(`title: Irmin\nx: [y]\n---\n\nHello [d][]\n`).map(({ place }) => place)).toEqual([
      { line: 5, column: 7, endLine: 5, endColumn: 12 },
    ]);
  });
});

describe("any text", () => {
  const pieces = [
    "# ",
    "## ",
    "- ",
    "* ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "[a]",
    "[a]: b",
    "![",
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
    "<!-- lint disable -->",
    "<b>",
    "http://a.b",
    "[^1]",
    "[^1]: x",
    "\\",
    "&amp;",
    "é",
    "\uFEFF",
    "\u200B",
    "---",
    "+++",
    "===",
    "x",
    " ",
  ];
  const markdown = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4, unit: "binary" })), { maxLength: 40 })
    .map((parts) => parts.join(""));

  it("[LI10] is linted without failing, and every place lies inside it", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(lint(text).filter(({ place }) => outside(place, text))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

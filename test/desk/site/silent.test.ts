/** Comments of a post that silence rules which look beyond it. */
import { describe, expect, it } from "@jest/globals";
import { examinePost } from "../../../src/examine/examine-post.js";
import { siteFindings } from "../../../src/desk/site/site-findings.js";

const told = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const { post, links = null, silent } = examinePost({ path: "posts/irmin.md", bytes, size: bytes.length });
  const site = { files: new Set(["posts/irmin.md"]), tags: ["storage"] };
  return siteFindings({ post, links, ...(silent && { silent }), slot: null }, site).map(({ rule, place }) => `${rule} ${place.line}`);
};
const gone = "[gone](gone.md)";

describe("comments about rules that look beyond the post", () => {
  it.each([
    ["disable", `<!-- lint disable links-exist -->\n\n${gone}\n`, []],
    [
      "disable and enable",
      `${gone}\n\n<!-- lint disable links-exist -->\n\n${gone}\n\n<!-- lint enable links-exist -->\n\n${gone}\n`,
      [1, 9],
    ],
    ["ignore", `<!-- lint ignore links-exist -->\n\n${gone}\n\n${gone}\n`, [5]],
    ["name the rule with its origin", `<!-- lint disable presstime:links-exist -->\n\n${gone}\n`, []],
    ["are about every rule without a name", `<!-- lint disable -->\n\n${gone}\n\n<!-- lint enable -->\n\n${gone}\n`, [7]],
    ["are about other rules", `<!-- lint disable no-placeholder known-byline -->\n\n${gone}\n`, [3]],
    ["are inside a line", `${gone} <!-- lint disable links-exist --> ${gone}\n`, [1]],
  ])("[LC1] %s", (_, text, lines) => {
    expect(told(text)).toEqual(lines.map((line) => `links-exist ${line}`));
  });

  it("[LC1] say nothing of what stands before them, in the front matter", () => {
    const text = `---\ntitle: Irmin\ntags: [x]\n---\n\n<!-- lint disable known-tags links-exist -->\n\n${gone}\n`;
    expect(told(text)).toEqual(["known-tags 3"]);
  });

  it("[LC1] cost nothing where there are none", () => {
    const bytes = new TextEncoder().encode(`${gone}\n`);
    expect(examinePost({ path: "a.md", bytes, size: bytes.length })).not.toHaveProperty("silent");
  });
});

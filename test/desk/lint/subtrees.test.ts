/** Rules of remark-lint say of the small trees that they are shown what they say of the whole one. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { VFile } from "vfile";
import { HOUSE_STYLE } from "../../../src/desk/lint/house-style.js";
import { parseMarkdown } from "../../../src/desk/lint/processor.js";
import { subtreesFor } from "../../../src/desk/lint/tree/subtrees.js";
import { markdown } from "./any-markdown.js";

const plugins = HOUSE_STYLE.filter(({ made }) => made.kind === "plugin");

function said(text: string, of: (id: string) => ReturnType<typeof subtreesFor>[number]) {
  return plugins.map(({ id, plugin }) => {
    const file = new VFile(text);
    const tree = of(id);
    if (tree) plugin()?.(tree, file, () => undefined);
    return [id, file.messages.map(({ reason, place }) => [reason, place])];
  });
}

describe("the trees that rules are shown", () => {
  it("[LI78] make no difference to what they say", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const whole = parseMarkdown(text);
        const small = subtreesFor(
          whole,
          plugins.map(({ id }) => id),
        );
        const ofSmall = new Map(plugins.map(({ id }, n) => [id, small[n] ?? null]));
        expect(said(text, (id) => ofSmall.get(id) ?? null)).toEqual(said(text, () => whole));
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it("[LI78] are none where there is nothing to see", () => {
    expect(subtreesFor(parseMarkdown("Words alone.\n"), ["heading-style", "table-cell-padding"])).toEqual([null, null]);
  });
});

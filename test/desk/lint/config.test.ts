/** What the repository's own lint configuration sets of the house style, and what of it is left out. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { TWINS } from "../../../src/desk/lint/config/markdownlint-twins.js";
import { readConfigs } from "../../../src/desk/lint/config/read-configs.js";
import { chooseConfigs } from "../../../src/desk/lint/config/repository-config.js";
import { HOUSE_STYLE } from "../../../src/desk/lint/house-style.js";

const read = (name: string, text: string) => readConfigs([{ name, text }]);
const rules = (name: string, text: string) => read(name, text).rules;

describe("markdownlint's", () => {
  it.each([
    ['{ "MD034": false }', { "no-literal-urls": { severity: "off" } }],
    ['{ "no-bare-urls": "warning" }', { "no-literal-urls": { severity: "warning" } }],
    ['{ "MD034": "error" }', { "no-literal-urls": {} }],
    ['{ "HEADING-STYLE": { "style": "atx_closed" } }', { "heading-style": { options: "atx-closed" } }],
    ['{ "MD048": { "style": "tilde", "severity": "warning" } }', { "fenced-code-marker": { severity: "warning", options: "~" } }],
    ['{ "MD052": { "ignored_labels": ["x"] } }', { "no-undefined-references": { options: { allow: ["x"] } } }],
    [
      '{ "headings": false, "MD025": true }',
      {
        "heading-order": { severity: "off" },
        "heading-style": { severity: "off" },
        "no-heading-content-indent": { severity: "off" },
        "one-top-heading": {},
      },
    ],
    ['{ "default": true, "$schema": "x" }', {}],
    ['{ "MD045": { "enabled": false } }', { "image-alt": { severity: "off" } }],
  ])("[LI65] %s is said in our rules", (text, expected) => {
    expect(read(".markdownlint.json", text)).toEqual({ rules: expected, notes: [] });
  });

  it("[LI65] `default: false` turns off every rule with a twin but those it names", () => {
    const off = rules(".markdownlint.yaml", "default: false\nMD034: true\n");
    expect(off["image-alt"]).toEqual({ severity: "off" });
    expect(off["no-literal-urls"]).toEqual({});
  });

  it("[LI65] rules without a twin, and what it extends, are named once", () => {
    expect(
      read(".markdownlint.jsonc", '{ "extends": "./x.json", "MD013": { "line_length": 100 }, "MD033": false, "no-hard-tabs": true, } // so')
        .notes,
    ).toEqual([
      "What `.markdownlint.jsonc` extends is not read: only the files at the root are.",
      "`.markdownlint.jsonc` also sets `MD013` and `no-hard-tabs`, which have no twin here and are left out.",
    ]);
  });

  it("[LI65] every twin is a rule of the house style that takes what is said of it", () => {
    const known = new Map(HOUSE_STYLE.map((rule) => [rule.id, rule]));
    const styles = [
      "consistent",
      "atx",
      "atx_closed",
      "setext",
      "fenced",
      "indented",
      "backtick",
      "tilde",
      "asterisk",
      "underscore",
      "one",
      "ordered",
      "zero",
      "one_or_ordered",
      "tight",
      "compact",
      "aligned",
      "any",
      "---",
    ];
    const refused = TWINS.flatMap(({ id, rules: ours, options }) =>
      styles.flatMap((style) => {
        const said = options?.({ style, ul_single: 3, ul_multi: 3, ignored_labels: ["x"], ignored_definitions: ["//"] });
        const fits = ours.every((rule) =>
          known.get(rule)?.options === null ? said === undefined : known.get(rule)?.options?.safeParse(said).success,
        );
        return fits ? [] : [`${id} ${style}: ${JSON.stringify(said)}`];
      }),
    );
    // Styles that markdownlint does not know for that rule may be passed on: they are then left out.
    expect(refused.filter((one) => !/^MD0(?:35|46) /.test(one))).toEqual([]);
  });
});

describe("remark's", () => {
  it.each([
    ['{ "plugins": ["remark-lint-no-literal-urls"] }', { "no-literal-urls": {} }],
    ['{ "plugins": [["remark-lint-no-literal-urls", false]] }', { "no-literal-urls": { severity: "off" } }],
    ['{ "plugins": [["lint-emphasis-marker", "*"]] }', { "emphasis-marker": { options: "*" } }],
    ['{ "plugins": [["remark-lint-emphasis-marker", ["error", "_"]]] }', { "emphasis-marker": { severity: "error", options: "_" } }],
    ['{ "plugins": { "remark-lint-emphasis-marker": [1, "_"] } }', { "emphasis-marker": { severity: "warning", options: "_" } }],
    ['{ "plugins": ["remark-gfm", "remark-lint", "presstime/remark-preset"], "settings": { "bullet": "*" } }', {}],
    [
      '{ "plugins": ["preset-lint-recommended"] }',
      { "list-item-indent": { options: "one" }, "ordered-list-marker-style": { options: "." } },
    ],
  ])("[LI66] %s is said in our rules", (text, expected) => {
    expect(read(".remarkrc", text)).toEqual({ rules: expected, notes: [] });
  });

  it("[LI66] plugins that are not on the list are named and not loaded", () => {
    expect(read(".remarkrc.yml", "plugins:\n  - remark-toc\n  - [./mine.mjs, 1]\n  - [remark-slug, false]\n").notes).toEqual([
      "`.remarkrc.yml` also names `remark-toc` and `./mine.mjs`, which are not loaded: only rules of the house style are.",
    ]);
  });

  it("[LI66] in `package.json` it is `remarkConfig`, and a `package.json` without it is nobody's mistake", () => {
    expect(rules("package.json", '{ "remarkConfig": { "plugins": ["remark-lint-no-literal-urls"] } }')).toEqual({ "no-literal-urls": {} });
    expect(read("package.json", '{ "name": "x" }')).toEqual({ rules: {}, notes: [] });
    expect(read("package.json", "{")).toEqual({ rules: {}, notes: [] });
  });
});

describe("which files", () => {
  it("[LI62] of each tool the first counts, code is named and not read", () => {
    const names = ["README.md", ".markdownlint.yaml", ".markdownlint.json", ".markdownlint-cli2.mjs", ".remarkrc.yml", "package.json"];
    expect(chooseConfigs(names)).toEqual({
      read: [".markdownlint.json", ".remarkrc.yml"],
      notes: [expect.stringContaining("`.markdownlint-cli2.mjs` is not read: it is code")],
    });
  });

  it("[LI65] remark's wins over markdownlint's, and `.markdownlint.json` over the rules of markdownlint-cli2", () => {
    const files = [
      { name: ".markdownlint-cli2.yaml", text: "config: { MD034: false, MD045: false }\n" },
      { name: ".markdownlint.json", text: '{ "MD034": true, "MD049": { "style": "asterisk" } }' },
      { name: ".remarkrc", text: '{ "plugins": [["remark-lint-emphasis-marker", "_"]] }' },
    ];
    expect(readConfigs(files).rules).toEqual({ "no-literal-urls": {}, "emphasis-marker": { options: "_" } });
  });
});

describe("any text", () => {
  it("[LI67] is answered with settings and sentences, whatever it holds", () => {
    const names = fc.constantFrom(
      ".markdownlint.json",
      ".markdownlint.yaml",
      ".remarkrc",
      ".remarkrc.yml",
      ".markdownlint-cli2.jsonc",
      "package.json",
    );
    const texts = fc.oneof(
      fc.json(),
      fc.string({ maxLength: 200 }),
      fc.constantFrom(
        "a: &a [*a]",
        "x: &x [1]\ny: [*x, *x]",
        "[".repeat(60_000),
        `{"__proto__":{"MD034":false},"plugins":[[["x"]],null,7]}`,
        "\uFEFF{}",
        "a".repeat(100_000),
      ),
    );
    fc.assert(
      fc.property(names, texts, (name, text) => {
        const { rules: set, notes } = read(name, text);
        expect(Object.values(set).every((one) => typeof one === "object")).toBe(true);
        expect(notes.filter((note) => !note.endsWith("."))).toEqual([]);
      }),
      { numRuns: 400, seed: 4 },
    );
    expect(read(".remarkrc", "[".repeat(60_000)).notes).toEqual([
      "`.remarkrc` is not read: its lines are too long or its nesting is too deep.",
    ]);
  });
});

/** What of the desk's settings, and of the repository's own, holds for one post. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import { digestOfSettings, levelOf, PLAIN_LINT, settingsByPath, type DeskLint } from "../../../src/desk/facts/lint-settings.js";
import { SITE_RULE_IDS } from "../../../src/desk/facts/silenced-rules.js";
import { HOUSE_STYLE, houseStyle } from "../../../src/desk/lint/house-style.js";
import { SITE_RULES } from "../../../src/desk/site/site-findings.js";

const desk: DeskLint = {
  rules: { title: { severity: "warning" }, "emphasis-marker": { options: "*" } },
  paths: [
    { files: ["posts/2013/**"], rules: { title: { severity: "off" }, "image-alt": { severity: "off" } } },
    { files: ["**/old-*.md"], rules: { title: { severity: "error" } } },
  ],
  words: ["MirageOS"],
  honourRepositoryConfig: true,
};

describe("settings", () => {
  it("[LI68] of the desk hold for every post, those by path for the posts they name, the later over the earlier", () => {
    const settings = settingsByPath(desk);
    expect(settings("posts/a.md").rules).toEqual(desk.rules);
    expect(settings("posts/2013/a.md").rules).toEqual({ ...desk.rules, title: { severity: "off" }, "image-alt": { severity: "off" } });
    expect(settings("posts/2013/old-a.md").rules.title).toEqual({ severity: "error" });
  });

  it("[LI68] of the repository's own configuration hold where the desk says nothing, rule by rule", () => {
    const settings = settingsByPath(desk, { "emphasis-marker": { severity: "off", options: "_" }, "strong-marker": { severity: "off" } });
    expect(settings("posts/a.md").rules).toEqual({
      ...desk.rules,
      "emphasis-marker": { options: "*" },
      "strong-marker": { severity: "off" },
    });
    expect(settingsByPath({ ...desk, honourRepositoryConfig: false }, { "strong-marker": { severity: "off" } })("a.md").rules).toEqual(
      desk.rules,
    );
  });

  it("[LI68] say how strictly a rule holds, the linter's, the reader's and the site's alike: as set, else as usual", () => {
    for (const level of ["off", "advice", "warning", "error"] as const)
      for (const { id } of [...HOUSE_STYLE, ...SITE_RULES]) {
        expect(levelOf(id, "warning", { [id]: { severity: level } })).toBe(level);
        if (SITE_RULE_IDS.some((one) => one === id)) continue;
        const held = houseStyle({ rules: { [id]: { severity: level } }, words: [] }).find(({ rule }) => rule.id === id);
        expect(held?.severity ?? "off").toBe(level);
      }
    expect(levelOf("title", "advice", { title: { options: {} } })).toBe("advice");
    expect(levelOf("toString", "warning", {})).toBe("warning");
  });

  it("[LI63] have one digest however they are written, another when they say something else, and none when nothing is set", () => {
    const one = digestOfSettings({ rules: { a: { severity: "off" }, b: { options: { x: 1, y: [2] } } }, words: [] });
    expect(digestOfSettings({ rules: { b: { options: { y: [2], x: 1 } }, a: { severity: "off" } }, words: [] })).toBe(one);
    expect(digestOfSettings({ rules: { a: { severity: "off" }, b: { options: { x: 1, y: [3] } } }, words: [] })).not.toBe(one);
    expect(digestOfSettings(settingsByPath(PLAIN_LINT)("a.md"))).toBe("");
  });

  it("[LI133] the desk names the language of some posts whatever their paths look like, and of all others that name none", () => {
    const settings = settingsByPath({ ...PLAIN_LINT, language: "de", paths: [{ files: ["posts/it/**"], rules: {}, language: "en" }] });
    const paths = ["posts/it/a.md", "posts/a.md", "posts/fr/a.md", "posts/a.ja.md"];
    expect(paths.map((path) => settings(path).language)).toEqual(["en", "de", undefined, undefined]);
    expect(new Set(paths.map((path) => digestOfSettings(settings(path)))).size).toBe(3);
  });
});

describe("the desk's key `lint`", () => {
  const findings = (lint: string) =>
    readDesk(`zone: UTC\nlint:\n${lint}`, HOUSE_STYLE).findings.map(
      ({ severity, message, place }) => `${place.line}:${place.column} ${severity} ${message}`,
    );

  it("[LI69] may name rules with or without where they come from, by a word or by severity and options", () => {
    const { desk: read, findings: wrong } = readDesk(
      "zone: UTC\nlint:\n  rules:\n    remark-lint:no-literal-urls: off\n    presstime:image-alt: error\n    emphasis-marker: { options: '*' }\n  words: [MirageOS]\n",
      HOUSE_STYLE,
    );
    expect(wrong).toEqual([]);
    expect(read?.lint).toEqual({
      rules: { "no-literal-urls": { severity: "off" }, "image-alt": { severity: "error" }, "emphasis-marker": { options: "*" } },
      paths: [],
      words: ["MirageOS"],
      honourRepositoryConfig: true,
    });
  });

  it("[LI69] may name the rules that look beyond the post", () => {
    expect(SITE_RULE_IDS).toEqual(SITE_RULES.map(({ id }) => id));
    expect(findings(`  rules:\n${SITE_RULE_IDS.map((id) => `    ${id}: advice\n`).join("")}`)).toEqual([]);
  });

  it.each([
    ["  rules:\n    unique-adress: off\n", "4:5 warning Unexpected rule `unique-adress`, expected `unique-address`; did you mean that?"],
    ["  rules:\n    links-live: { options: 1 }\n", "4:19 error Unexpected options of `links-live`, expected none: there is nothing to set"],
    ["  rules:\n    imag-alt: off\n", "4:5 warning Unexpected rule `imag-alt`, expected `image-alt`; did you mean that?"],
    [
      "  rules:\n    image-alt: loud\n",
      "4:16 error Unexpected `loud` for `lint.rules.image-alt`, expected `off`, `advice`, `warning`, `error`, or a mapping with `severity` and `options`",
    ],
    ["  rules:\n    image-alt: { options: 1 }\n", "4:18 error Unexpected options of `image-alt`, expected none: there is nothing to set"],
    [
      "  rules:\n    emphasis-marker: { options: '+' }\n",
      "4:33 error Unexpected options of `emphasis-marker`, expected `*`, `_` or `consistent`",
    ],
    [
      "  paths:\n    - files: [a]\n      rules:\n        table-cell-padding: { options: { stile: x } }\n",
      "6:42 error Unexpected option `stile` of `table-cell-padding`, expected one that its page in docs/rules tells",
    ],
  ])("[LI69] %j is told on its line", (lint, expected) => {
    expect(findings(lint)).toEqual([expected]);
  });
});

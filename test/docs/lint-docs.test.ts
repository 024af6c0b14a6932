/** The page about linting, held to what there is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { parse } from "yaml";
import { FORMATS } from "../../src/cli/lint/lint-report.js";
import { lintCommand } from "../../src/cli/lint/lint.js";
import { TWINS } from "../../src/desk/lint/config/markdownlint-twins.js";
import { LIMITS } from "../../src/desk/lint/limits/limits.js";

const page = readFileSync("docs/lint.md", "utf8");

describe("docs/lint.md", () => {
  it("[LI80] tells every option, every format and every twin of markdownlint's rules, and no others", () => {
    const program = new Command();
    lintCommand(program);
    const [command] = program.commands;
    for (const { long } of command?.options ?? []) expect(page).toContain(long ?? "");
    for (const format of FORMATS) expect(page).toContain(`--format ${format}`);
    const told = [...page.matchAll(/^ *\| (MD\d+) +\| ([\w, -]+?) +\|$/gm)].map(([, theirs, ours]) => [theirs, ours]);
    expect(told).toEqual(TWINS.map(({ id, rules }) => [id, rules.join(", ")]));
  });

  it("[LI80] tells the limits as they are", () => {
    for (const limit of [LIMITS.nesting, LIMITS.cells, LIMITS.blanks, LIMITS.findings]) expect(page).toContain(limit.toLocaleString("en"));
    expect(page).toContain(`${LIMITS.bytes / 1024} kB`);
  });

  it("[LI80] gives recipes of settings that can be read, and commands that there are", () => {
    const fenced = (language: string) =>
      [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(([, code]) => code ?? "");
    const [hooks, steps] = fenced("yaml").map((code) => parse(code) as unknown);
    expect(hooks).toMatchObject({ repos: [{ hooks: [{ id: "presstime-lint", entry: "npx presstime lint", language: "system" }] }] });
    expect(steps).toEqual([{ run: "npx presstime lint --format github" }]);
    expect(fenced("json").map((code) => JSON.parse(code) as unknown)).toEqual([
      { "lint-staged": { "posts/**/*.{md,mdx}": "presstime lint --fix" } },
    ]);
  });
});

/** The page about linting, held to what there is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { parse } from "yaml";
import { lintCommand } from "../../src/cli/lint.js";
import { FORMATS } from "../../src/cli/lint-report.js";
import { TWINS } from "../../src/desk/lint/config/markdownlint-twins.js";
import { LIMITS } from "../../src/desk/lint/limits.js";

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

  it("[LI80] is what the hooks for pre-commit do", () => {
    const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly { id: string; entry: string }[];
    expect(hooks.map(({ id, entry }) => [id, entry])).toEqual([
      ["presstime-lint", "presstime lint"],
      ["presstime-lint-fix", "presstime lint --fix"],
    ]);
    for (const { id } of hooks) expect(page).toContain(id);
  });
});

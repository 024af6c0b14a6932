/** The pages for people: made from the code where they can be, and leading nowhere that is not there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { commandReference } from "../../scripts/docs/command-reference.js";
import { withHouse } from "../../scripts/docs/house.js";
import { requestsPage } from "../../scripts/docs/requests-page.js";
import { COMMANDS } from "../../src/desk/commands/all-commands.js";
import { readCommands } from "../../src/desk/commands/read-commands.js";
import { readDesk } from "../../src/desk/config/read-desk.js";
import { STAGES } from "../../src/desk/stage.js";
import { VARIABLES } from "../../src/settings/variables.js";

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const text = (path: string) => readFileSync(path, "utf8");

/** Read by Node itself. */
const OF_NODE: ReadonlySet<string> = new Set(["NODE_EXTRA_CA_CERTS", "NODE_USE_ENV_PROXY", "HTTPS_PROXY", "NO_PROXY"]);

/** What a page links to or shows, code left out. */
function targetsOf(page: string): readonly string[] {
  const prose = text(page)
    .replace(/^```[^]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "code");
  return [...prose.matchAll(/\]\(([^)\s]+)\)| src="([^"]+)"/g)].map(([, link, picture]) => link ?? picture ?? "");
}

/** Anchors of a page as GitHub makes them. */
function anchorsOf(page: string): readonly string[] {
  return [...text(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("the pages for people", () => {
  it("[DC1] docs/commands.md is what the list of commands makes; `npm run docs` writes it anew", () => {
    expect(text("docs/commands.md")).toBe(commandReference());
  });

  it("[DC1] each command is told with an example that is read as that command", () => {
    for (const { name, usage, does, example } of COMMANDS) {
      expect(readCommands(example)).toEqual([expect.objectContaining({ name })]);
      expect(commandReference()).toContain(`## \`${usage}\``);
      expect(commandReference().toLowerCase()).toContain(`${does}. `.toLowerCase());
    }
  });

  it("[DC600] docs/requests.md is what the list of requests makes; `npm run docs` writes it anew", () => {
    expect(text("docs/requests.md")).toBe(requestsPage());
  });

  it("[DC6] CONTRIBUTING.md has a line for every room; `npm run docs` writes them anew", () => {
    expect(text("CONTRIBUTING.md")).toBe(withHouse(text("CONTRIBUTING.md")));
  });

  it("[DC7] each line of docs/what-counts.md names promises that there are", () => {
    const promises = new Set([...text("src/desk/RULES.md").matchAll(/^- \*\*(\w+)\*\*/gm)].map(([, id]) => id));
    const lines = [...text("docs/what-counts.md").matchAll(/^\|.*\|([^|]+)\|$/gm)].map(([, held = ""]) => held.trim());
    const held = lines.filter((one) => one !== "held by" && !/^-+$/.test(one)).map((one) => one.split(", "));
    expect(held.length).toBeGreaterThan(30);
    expect(held.flat().filter((id) => !promises.has(id))).toEqual([]);
  });

  it.each(PAGES)("[DC2] %s leads only to what is there", (page) => {
    for (const target of targetsOf(page).filter((one) => !/^[a-z]+:/.test(one))) {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : normalize(join(dirname(page), path));
      expect([target, existsSync(file)]).toEqual([target, true]);
      if (anchor !== undefined) expect([target, anchorsOf(file)]).toEqual([target, expect.arrayContaining([anchor])]);
    }
  });

  it("[DC2] every page and picture under docs can be reached from the README", () => {
    const reached = new Set<string>();
    const reach = (page: string): void => {
      if (reached.has(page) || !existsSync(page)) return;
      reached.add(page);
      if (!page.endsWith(".md")) return;
      for (const target of targetsOf(page)) reach(normalize(join(dirname(page), target.split("#")[0] ?? "")));
    };
    reach("README.md");
    const all = readdirSync("docs", { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name));
    expect(all.filter((file) => !reached.has(file))).toEqual([]);
  });

  it("[DC3] the desk file that the install page and the README show is a good one", () => {
    for (const page of ["README.md", "docs/install.md"]) {
      const [shown] = [...text(page).matchAll(/^( *)```yaml\n([^]*?)^ *```/gm)].map(([, indent = "", yaml = ""]) =>
        yaml.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      );
      const { desk, findings } = readDesk(shown ?? "");
      expect(findings).toEqual([]);
      expect(desk?.campaigns).toHaveLength(1);
    }
  });

  it("[DC3] the desk files that the page on slots shows are good ones", () => {
    const shown = [...text("docs/calendar.md").matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, yaml = ""]) => readDesk(yaml));
    expect(shown.map(({ findings }) => findings)).toEqual([[], []]);
  });

  it("[DC3] the install page explains every permission of app.yml, and names no variable that is not read", () => {
    const page = text("docs/install.md");
    const { default_permissions: permissions } = parse(text("app.yml")) as {
      readonly default_permissions: Readonly<Record<string, string>>;
    };
    for (const [name, level] of Object.entries(permissions)) expect(page).toContain(`\`${name}: ${level}\``);
    const named = [...page.matchAll(/\b([A-Z]{2,}(?:_[A-Z]+)+|PORT|HOST)(?==)/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(VARIABLES, name) && !OF_NODE.has(name))).toEqual([]);
  });

  it("[DC3] the page on how it works tells of every stage, in their order", () => {
    const rows = [...text("docs/how-it-works.md").matchAll(/^\| ([a-z ]+?) +\|/gm)].map(([, stage]) => stage);
    expect(rows).toEqual(["stage", ...STAGES]);
  });

  it("[DC8] each of GitHub's habits names where it is known from, and tests and promises that there are", () => {
    const rows = text("docs/github.md")
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .slice(2)
      .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    expect(rows.length).toBeGreaterThan(15);
    const promises = text("src/desk/RULES.md");
    for (const [, habit = "", known = "", , held = ""] of rows) {
      expect([habit, known]).not.toContain("");
      const tests = [...held.matchAll(/test\/[\w/.-]+\.ts/g)].map(([path]) => path);
      const ids = [...held.matchAll(/\b[A-Z]{2}\d+\b/g)].map(([id]) => id);
      expect([habit, [...tests, ...ids].length > 0]).toEqual([habit, true]);
      expect(tests.filter((path) => !existsSync(path))).toEqual([]);
      expect(ids.filter((id) => !promises.includes(`**${id}**`))).toEqual([]);
    }
  });

  it("[DC4] the numbers in docs/performance.md are of the benches that there are", () => {
    const benches = [...text("bench/benches.ts").matchAll(/from "\.\/([a-z-]+)\.js"/g)]
      .map(([, file = ""]) => /\n {2}name: "([a-z-]+)",\n {2}about/.exec(text(`bench/${file}.ts`))?.[1])
      .filter((name) => name !== undefined);
    const told = anchorsOf("docs/performance.md").slice(1);
    expect(benches.length).toBeGreaterThan(5);
    expect(told.toSorted()).toEqual(benches.toSorted());
  });
});

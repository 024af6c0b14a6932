/** The house style in anyone's remark: the real `remark-cli`, told only of the preset. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { PLAIN_SETTINGS } from "../src/desk/facts/lint-settings.js";
import { lintPost } from "../src/desk/lint/lint-post.js";
import { readPost } from "../src/desk/posts/read-post.js";

const POSTS = {
  "slips.md": [
    "---",
    "title: MIRAGE VERSION TWO RELEASED",
    "auhtor: Thomas Gazagnaire",
    "---",
    "",
    "# Irmin",
    "",
    "A *fast* and _safe_ sto\u200Bre: TODO.",
    "",
    "<!-- lint disable no-empty-link no-literal-urls -->",
    "",
    "[Irmin]() at https://mirage.io",
    "",
    "![](plot.png)",
    "",
  ].join("\n"),
  "toml.md": '+++\ntitle = "On Vchan"\n+++\n\n## Vchan\n\n#### How\n\n[d] here',
  "untitled.md": "---\nauthor: Ann\nauthor: Bob\n---\n\nHello\r\nthere\n",
  "good.md": "---\ntitle: On Vchan\n---\n\nHello *there*\n",
} as const;

let folder = "";
let report = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preset-"));
  for (const [name, text] of Object.entries(POSTS)) writeFileSync(join(folder, name), text);
  const script = ["node_modules/remark-cli/cli.js", "--no-config", "--no-color", "--no-stdout", "--use", "./src/remark-preset.ts", folder];
  // Ends with 1 when a rule that is an error speaks, and speaks on the standard error.
  const { stderr } = await promisify(execFile)(process.execPath, ["--import", "./bench/register.mjs", ...script]).catch(
    (error: unknown) => {
      if (typeof error === "object" && error !== null && "stderr" in error) return { stderr: String(error.stderr) };
      throw error;
    },
  );
  report = stderr;
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `line:column rule`, of one file. */
function inReport(name: string): readonly string[] {
  const block = report.split(/\n\n/).find((one) => one.includes(`${name}\n`)) ?? "";
  const lines = [...block.matchAll(/^(\d+:\d+)(?:-\d+:\d+)? +(?:warning|error) .*? +([a-z-]+) +(?:presstime|remark-lint)$/gm)];
  return lines.map(([, place, rule]) => `${place ?? ""} ${rule ?? ""}`).toSorted();
}

function asTheApp(path: string, text: string): readonly string[] {
  const read = readPost(path, text);
  return [...read.findings, ...lintPost(path, text, read, PLAIN_SETTINGS, null).findings]
    .map(({ place, rule }) => `${place.line}:${place.column} ${rule}`)
    .toSorted();
}

describe("presstime/remark-preset", () => {
  it.each(Object.entries(POSTS))("[LI20] remark-cli says of %s what the app says of it", (name, text) => {
    expect(inReport(name)).toEqual(asTheApp(name, text));
  });

  it("[LI20] it finds many kinds, and a good post is left alone", () => {
    expect(new Set(inReport("slips.md").map((line) => line.split(" ")[1])).size).toBeGreaterThan(6);
    expect(inReport("slips.md").join()).not.toContain("no-empty-link");
    expect(report).toContain("good.md: no issues found");
  });

  it("[LI20] it is what the package gives out under that name", () => {
    const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly exports: Readonly<Record<string, string>> };
    expect(exports["./remark-preset"]).toBe("./dist/src/remark-preset.js");
  });
});

/** The reports of `presstime lint`, in each format; and what it says meanwhile. */
import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { showProgress } from "../../src/cli/lint/lint-progress.js";
import { sayReport, type Format } from "../../src/cli/lint/lint-report.js";
import type { LintedFile } from "../../src/cli/lint/linted.js";
import type { Finding } from "../../src/desk/facts/finding.js";

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: "image-alt",
  severity: "warning",
  message: "Unexpected image without a text, expected one",
  place: { line: 3, column: 1, endLine: 3, endColumn: 9 },
  url: "https://example.org/image-alt",
  ...more,
});
const linted: readonly LintedFile[] = [
  {
    path: "posts/a b, 100%:ü.md",
    findings: [finding(), finding({ rule: "title", severity: "error", fix: { from: 4, to: 6, text: "x" } })],
  },
  { path: "posts/c.md", findings: [finding({ severity: "advice", place: { line: 2, column: 5, endLine: 4, endColumn: 1 } })] },
  { path: "posts/good.md", findings: [] },
];
const report = (format: Format, some = linted, colours = false) => sayReport({ linted: some, notes: ["A note."] }, format, colours);

describe("reports", () => {
  it("[LI76] for people: by file, with place, severity and rule, and a line that counts", () => {
    expect(report("stylish")).toBe(
      "posts/a b, 100%:ü.md\n" +
        "     3:1  warning  Unexpected image without a text, expected one  image-alt\n" +
        "     3:1  error    Unexpected image without a text, expected one  title\n\n" +
        "posts/c.md\n" +
        "     2:5  advice   Unexpected image without a text, expected one  image-alt\n\n" +
        "A note.\n" +
        "3 files: 1 error, 1 warning, 1 piece of advice; --fix can fix 1 of these findings\n",
    );
  });

  it("[LI76] for people: coloured when asked, and nothing that a terminal would obey", () => {
    const evil = [{ path: "a\u001b[2J.md", findings: [finding({ message: "Unexpected \u001b]0;owned\u0007\u202E, expected b" })] }];
    expect(report("stylish", evil)).not.toMatch(/[\u001b\u0007\u202E]/);
    expect(report("stylish", linted, true)).toContain("\u001b[31merror  \u001b[39m");
  });

  it("[LI76] as JSON: each file, with its findings as they are", () => {
    expect(JSON.parse(report("json"))).toEqual(linted);
  });

  it("[LI76] as workflow commands, out of which no text can break", () => {
    expect(report("github").split("\n").slice(0, 3)).toEqual([
      "::warning file=posts/a b%2C 100%25%3Aü.md,line=3,endLine=3,col=1,endColumn=9,title=image-alt::Unexpected image without a text, expected one",
      "::error file=posts/a b%2C 100%25%3Aü.md,line=3,endLine=3,col=1,endColumn=9,title=title::Unexpected image without a text, expected one",
      "::notice file=posts/c.md,line=2,endLine=4,title=image-alt::Unexpected image without a text, expected one",
    ]);
    const evil = [{ path: "a\n::error::b.md", findings: [finding({ message: "a\r\n::add-mask::x 5%0A" })] }];
    expect(report("github", evil)).toBe(
      "::warning file=a%0A%3A%3Aerror%3A%3Ab.md,line=3,endLine=3,col=1,endColumn=9,title=image-alt::a%0D%0A::add-mask::x 5%250A\n",
    );
  });

  it("[LI76] as SARIF that its official schema takes, with rules, places and fixes", () => {
    const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    (addFormats as unknown as (one: Ajv) => void)(ajv);
    // It is of the fourth draft, but for its own name says nothing that later drafts say otherwise.
    const nameless = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "id" && key !== "$schema"));
    const valid = ajv.compile(nameless);
    const log = JSON.parse(report("sarif")) as {
      runs: readonly { results: readonly object[]; tool: { driver: { rules: readonly object[] } } }[];
    };
    valid(log);
    expect(valid.errors ?? []).toEqual([]);
    expect(log.runs[0]?.tool.driver.rules).toEqual([
      { id: "image-alt", helpUri: "https://example.org/image-alt" },
      { id: "title", helpUri: "https://example.org/image-alt" },
    ]);
    expect(log.runs[0]?.results[1]).toEqual({
      ruleId: "title",
      ruleIndex: 1,
      level: "error",
      message: { text: "Unexpected image without a text, expected one" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "posts/a%20b%2C%20100%25%3A%C3%BC.md", uriBaseId: "ROOT", index: 0 },
            region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
          },
        },
      ],
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: "posts/a%20b%2C%20100%25%3A%C3%BC.md", uriBaseId: "ROOT" },
              replacements: [{ deletedRegion: { charOffset: 4, charLength: 2 }, insertedContent: { text: "x" } }],
            },
          ],
        },
      ],
    });
  });

  it("[LI76] of nothing are still whole", () => {
    expect(report("github", [])).toBe("");
    expect(report("json", [])).toBe("[]\n");
    expect(JSON.parse(report("sarif", []))).toMatchObject({ runs: [{ results: [] }] });
  });
});

describe("progress", () => {
  const run = (all: number, terminal: boolean, millisecondsEach: number) => {
    let now = 0;
    let said = "";
    const progress = showProgress(
      all,
      (text) => (said += text),
      terminal,
      () => (now += millisecondsEach),
    );
    for (let n = 0; n < all; n++) progress.step();
    progress.end();
    return said;
  };

  it("[LI77] is one line that is written over and cleared where somebody watches", () => {
    const said = run(100, true, 60);
    expect(said).toMatch(/^\r2 of 100 files\r4 of 100 files/);
    expect(said).toMatch(/\r +\r$/);
    expect(said).not.toContain("\n");
  });

  it("[LI77] is a line every ten seconds elsewhere, and nothing for a few files or a quick run", () => {
    expect(run(100, false, 250)).toBe("40 of 100 files\n80 of 100 files\n");
    expect(run(19, true, 1_000)).toBe("");
    expect(run(100, false, 1)).toBe("");
  });
});

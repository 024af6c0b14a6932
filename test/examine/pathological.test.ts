/** Texts that trouble Markdown and YAML parsers, most of them from their own bug trackers. */
import { afterAll, describe, expect, it } from "@jest/globals";
import { createExaminer } from "../../src/examine/pool.js";

const LIMIT = 800;
const examiner = createExaminer({ threads: 2, milliseconds: LIMIT });
afterAll(() => examiner.close());

const numbers = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");
const table = (columns: number, rows: number) =>
  `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n${`|${"x|".repeat(columns)}\n`.repeat(rows)}`;

/** Of each kind at least one that passes the limits and must be stopped, or one that the limits refuse. */
const TEXTS: readonly (readonly [string, string])[] = [
  ["a megabyte of words", "word ".repeat(200_000)],
  ["a megabyte of newlines", "\n".repeat(1_000_000)],
  ["newlines just short of the limit", `a${"\n".repeat(999)}`.repeat(250)],
  ["quotes ten thousand deep", ">".repeat(10_000)],
  ["quotes just short of the limit", `${">".repeat(99)} a\n`.repeat(2_000)],
  ["a table of 41 kB", table(50, 400)],
  ["a table just short of the limit", table(50, 96)],
  ["a row of 20,000 columns", table(20_000, 1)],
  ["50,000 open brackets", "[".repeat(50_000)],
  ["open links", "[a](".repeat(60_000)],
  ["emphasis that never closes", "_a__ ".repeat(20_000)],
  ["asterisks on both sides", `${"*".repeat(10_000)}a${"*".repeat(10_000)}`],
  ["emphasis just short of the limit", `${"_a__ ".repeat(1_600)}\n\n`.repeat(30)],
  ["lists a thousand deep", numbers(1_000, (index) => `${" ".repeat(index)}- a`)],
  ["a flat list of 60,000", "- a\n".repeat(60_000)],
  ["backticks of every length", numbers(700, (index) => "`".repeat(index))],
  ["open tags", "<a ".repeat(80_000)],
  ["addresses", "a@b.".repeat(60_000)],
  ["footnotes", "[^a]".repeat(60_000)],
  ["definitions", numbers(20_000, (index) => `[${index}]: a`)],
  ["open images", "![".repeat(100_000)],
  ["entities", "&amp;".repeat(50_000)],
  ["lines of one letter", "a\n".repeat(120_000)],
  ["YAML brackets", `---\n${"[".repeat(32_000)}\n---\n`],
  ["YAML quotes", `---\n${"'\n".repeat(16_000)}---\n`],
  ["TOML brackets", `+++\na = ${"[".repeat(30_000)}\n+++\n`],
  ["TOML dots", `+++\n${"a.".repeat(15_000)}b = 1\n+++\n`],
];

describe("trouble", () => {
  it.each(TEXTS)("[LI9] %s", async (_, text) => {
    const { findings } = await examiner.readPost("posts/irmin.md", new TextEncoder().encode(text));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ message }) => message.includes("in the linter"))).toEqual([]);
    const next = await examiner.readPost("posts/next.md", new TextEncoder().encode("# Next\n"));
    expect(next).toMatchObject({ post: { title: { value: "Next" } }, findings: [] });
  });
});

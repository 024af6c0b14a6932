/** What is never parsed, what is not UTF-8, and how many findings are too many. */
import { describe, expect, it } from "@jest/globals";
import type { Finding } from "../../../src/desk/facts/finding.js";
import { fixesOf } from "../../../src/desk/lint/apply-fixes.js";
import { capFindings } from "../../../src/desk/lint/limits/cap-findings.js";
import { checkLimits } from "../../../src/desk/lint/limits/check-limits.js";
import { decodeText } from "../../../src/desk/lint/limits/size-and-encoding.js";

const table = (columns: number, rows: number) =>
  `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n${`|${"x|".repeat(columns)}\n`.repeat(rows)}`;
const list = (levels: number) => Array.from({ length: levels }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");

describe("limits", () => {
  it.each([
    ["quotes", `Hello\n\n${">".repeat(101)} a`, 3, "nesting of 101 quotes and lists"],
    ["lists on one line", "- ".repeat(150), 1, "nesting of 150 quotes and lists"],
    ["lists line by line", list(400), 101, "nesting of 101 quotes and lists"],
    ["a table of 41 kB", table(50, 400), 102, "table with more than 5000 cells"],
    ["a table of one wide row", table(2_000, 2), 4, "table with more than 5000 cells"],
    ["a table of rows that are not written", `a\n${"-|".repeat(999)}-\n${"b\n".repeat(10)}`, 7, "table with more than 5000 cells"],
    ["blank lines", `a${"\n".repeat(5_000)}`, 1_002, "run of more than 1000 blank lines"],
    ["asterisks", `${"*".repeat(10_000)}a`, 1, "paragraph with more than 5000 of `*`, `_` and `~`"],
    ["underscores over lines", "_a__\n".repeat(2_000), 1_667, "paragraph with more than 5000 of `*`, `_` and `~`"],
  ])("[LI4] %s", (_, text, line, what) => {
    const [finding, ...others] = checkLimits(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "limits", severity: "error", place: { line } });
    expect(finding?.message).toContain(`Unexpected ${what}, expected `);
  });

  it.each([
    ["a deep but sane list", list(20)],
    ["a table of a hundred rows", table(8, 100)],
    ["code that looks like a table", `\`\`\`\n${table(50, 400)}\`\`\``],
    ["code full of asterisks", `\`\`\`c\n${"**p = *q;\n".repeat(3_000)}\`\`\``],
    ["many paragraphs with emphasis", "*a* _b_ **c**\n\n".repeat(2_000)],
    ["thousands of lines right under the front matter", `---\ntitle: a\n---\n${"words\n".repeat(6_000)}`],
    ["a list of thousands", "- a\n".repeat(3_000)],
  ])("[LI4] %s is within them", (_, text) => {
    expect(checkLimits(text)).toEqual([]);
  });

  it("[LI4] a file over 256 kB is told with its size and cut", () => {
    const { findings, cut, text } = decodeText(new TextEncoder().encode("é".repeat(200_000)), 400_000);
    expect(cut).toBe(true);
    expect(text).toHaveLength(131_072);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining("Unexpected file of 391 kB, expected at most 256 kB; "),
    ]);
  });

  it("[LI4] a character cut in two by the limit is not called broken", () => {
    const bytes = new TextEncoder().encode(`a${"é".repeat(200_000)}`);
    expect(decodeText(bytes, bytes.length).findings).toHaveLength(1);
  });
});

describe("bytes", () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));

  it("[LI5] the first byte that is not UTF-8 is told with its offset, line and column", () => {
    const text = bytes("---\ntitle: caf", 0xe9, "\n---\n\nné ", 0xff, "\n");
    const decoded = decodeText(text, text.length);
    expect(decoded.text).toBe("---\ntitle: caf\uFFFD\n---\n\nné \uFFFD\n");
    expect(decoded.findings).toEqual([
      {
        rule: "limits",
        severity: "error",
        message: "Unexpected byte 0xE9 at offset 14, which is not UTF-8, expected UTF-8 throughout; save the file as UTF-8 in your editor",
        place: { line: 2, column: 11, endLine: 2, endColumn: 11 },
        url: "https://github.com/presstime/presstime/blob/main/docs/rules/limits.md",
      },
    ]);
  });

  it("[LI5] UTF-16 is called by its name", () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("# Irmin\n", "utf16le")]);
    expect(decodeText(text, text.length).findings[0]?.message).toContain("it looks like UTF-16");
  });

  it("[LI5] half a character at the end is told", () => {
    const text = bytes("ab", 0xc3);
    expect(decodeText(text, text.length).findings[0]?.message).toContain("byte 0xC3 at offset 2");
  });

  it("[LI5] UTF-8 with every kind of character is well", () => {
    const text = Buffer.from("\uFEFFa é 漢 🐫 \u0000");
    expect(decodeText(text, text.length)).toEqual({ text: "\uFEFFa é 漢 🐫 \u0000", cut: false, findings: [] });
  });
});

describe("how many", () => {
  const finding = (line: number, severity: Finding["severity"] = "warning", message = "Unexpected a, expected b"): Finding => ({
    rule: "x",
    severity,
    message,
    place: { line, column: 1, endLine: line, endColumn: 2 },
  });

  it("[LI152] more than five of one advice are one finding, with how many there are, their lines and their fixes", () => {
    const fix = { from: 0, to: 1, text: "b" };
    const twenty = Array.from({ length: 17 }, (_, index) => ({ ...finding(40 - index, "advice"), fix }));
    const [one, ...others] = capFindings(twenty);
    expect(others).toEqual([]);
    expect(one?.place.line).toBe(24);
    expect(one?.message).toBe(
      "Unexpected a, expected b; the same 16 times more, on lines 25, 26, 27, 28, 29, 30, 31, 32, 33, 34 and 6 more",
    );
    expect(one?.alike).toHaveLength(16);
    expect(fixesOf([one].flatMap((told) => told ?? []))).toHaveLength(17);
  });

  it("[LI152] five are told one by one, and so are errors, warnings, and advice on other words; counts in them make no difference", () => {
    const five = Array.from({ length: 5 }, (_, index) => finding(index + 1, "advice"));
    expect(capFindings(five)).toEqual(five);
    const warnings = Array.from({ length: 9 }, (_, index) => finding(index + 1));
    expect(capFindings(warnings)).toEqual(warnings);
    const words = Array.from("abcdefgh", (word, index) => finding(index + 1, "advice", `Unexpected ${word}, expected x`));
    expect(capFindings(words)).toEqual(words);
    const counts = Array.from({ length: 8 }, (_, index) => finding(index + 1, "advice", `Unexpected ${index} spaces, expected 1`));
    expect(capFindings(counts).map(({ message }) => message)).toEqual([
      "Unexpected 0 spaces, expected 1; the same 7 times more, on lines 2, 3, 4, 5, 6, 7, 8",
    ]);
  });

  it("[LI6] five hundred are kept as they are, in the order of the file", () => {
    const findings = Array.from({ length: 500 }, (_, index) => finding(500 - index));
    expect(capFindings(findings).map(({ place }) => place.line)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });

  it("[LI6] of more, errors are kept first, and the last finding says how many are left", () => {
    const findings = [...Array.from({ length: 700 }, (_, index) => finding(index + 1)), finding(900, "error")];
    const capped = capFindings(findings);
    expect(capped).toHaveLength(501);
    expect(capped[499]).toMatchObject({ severity: "error", place: { line: 900 } });
    expect(capped[500]).toMatchObject({
      rule: "limits",
      message: "Unexpected 201 more findings, expected at most 500 in one post; mend some of these and the others will show",
    });
  });
});

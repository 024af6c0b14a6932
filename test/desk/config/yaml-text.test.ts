/** Broken and hostile YAML ends in findings, never in a crash or a long wait. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readDesk } from "../../../src/desk/config/read-desk.js";

function complaints(text: string): string[] {
  const { desk, findings } = readDesk(text);
  expect(desk).toBeNull();
  return findings.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

describe("YAML that is broken", () => {
  it("[DK40] a key written twice is refused at the second, and the rest is still looked at", () => {
    expect(complaints("zone: UTC\npeople: []\nzone: Europe/London\nslots: 5\n")).toEqual([
      "3:1 Unexpected second `zone`, expected each key once; the first is on line 1, so put the two together",
      "4:8 Unexpected number `5` for `slots`, expected a list",
    ]);
  });

  it("[DK41] tabs, colons in titles, open brackets and second documents are explained in words", () => {
    expect(complaints("review:\n\tapprovals: 1\n")[0]).toBe("2:1 Unexpected tab, expected spaces to indent with");
    expect(complaints("zone: Vchan: Low-latency\n")[0]).toMatch(
      /^1:7 Unexpected second `: ` on one line.*put a value with a colon in quotes$/,
    );
    expect(complaints("posts: [a.md\n")[0]).toMatch(/expected .* brackets to be closed$/);
    expect(complaints("zone: UTC\n---\nzone: UTC\n")).toEqual([
      "2:1 Unexpected second document after `---`, expected one; remove the line",
    ]);
    expect(complaints('zone: "UTC\n')[0]).toMatch(/expected a closing quote/);
  });

  it("[DK42] bytes that were not UTF-8 are refused where they stand", () => {
    const text = new TextDecoder().decode(Uint8Array.from([...Buffer.from("zone: UTC\n# caf"), 0xe9, 0x0a]));
    expect(complaints(text)).toEqual(["2:6 Unexpected bytes that are not UTF-8, expected UTF-8 text; save the file as UTF-8"]);
  });
});

describe("YAML that is hostile", () => {
  it("[DK43] a file of more than 256 kB is not parsed at all", () => {
    expect(complaints(`zone: UTC\n${"# filling\n".repeat(27_000)}`)).toEqual([
      "1:1 Unexpected 270010 bytes, expected at most 262144; a desk file holds people and plans, not posts",
    ]);
  });

  it("[DK44] aliases that multiply, that are many, or that mean nothing are findings", () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) =>
        `a${n}: &a${n} [${Array<string>(9)
          .fill(n > 0 ? `*a${n - 1}` : "lol")
          .join(", ")}]`,
    );
    expect(complaints(levels.join("\n")).join("\n")).toMatch(
      /^1:1 Unexpected crowd of YAML aliases, expected them to stand for at most 100 values/,
    );
    const many = `people: &p []\nposts: [${Array<string>(101).fill("*p").join(", ")}]`;
    expect(complaints(many).join("\n")).toMatch(/^2:409 Unexpected crowd of YAML aliases/m);
    expect(complaints("zone: *nowhere\n")).toEqual([
      "1:7 Unexpected alias `*nowhere`, expected one of an anchor that stands before it; put it in quotes if it is text",
    ]);
  });

  it("[DK45] nesting and lines that would exhaust the parser are refused before it sees them", () => {
    const deep = /Unexpected nesting of more than 64 levels/;
    expect(complaints("[\n".repeat(100_000))[0]).toMatch(deep);
    expect(complaints("- ".repeat(900))[0]).toMatch(deep);
    expect(complaints("? ".repeat(900))[0]).toMatch(deep);
    expect(complaints(Array.from({ length: 200 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"))[0]).toMatch(deep);
    expect(complaints(`zone: [${",".repeat(100_000)}]`)[0]).toMatch(/Unexpected line of 100008 characters, expected at most 2000/);
  });

  it("[DK46] a hundred findings are told, and how many more there are", () => {
    const { findings } = readDesk(Array.from({ length: 250 }, (_, n) => `key-${n}: 1`).join("\n"));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message).toBe("Unexpected 150 more findings, expected none; mend these first");
  });

  it("[DK47] no text makes the reader throw, and every place is in the text", () => {
    const word = fc.constantFrom(
      "zone:", "people:", "campaigns:", "login:", "- ", "\n", "\n  ", "\n    ", " ", "[", "]", "{", "}", "&a ", "*a", "!!str ", "? ", ": ", "'", '"', "|", ">", "#", "\t", "\r", "---", "__proto__:", "constructor:", "1", "null", "@", "%", "avsm", ",", "\u0000", "\u2028",
    ); // prettier-ignore
    const soup = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
    );
    fc.assert(
      fc.property(soup, (text) => {
        const lines = text.split(/\n/);
        for (const { place, message } of readDesk(text).findings) {
          expect(message).toMatch(/^Unexpected .*, expected /);
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(lines.length + 1);
          expect(place.column).toBeGreaterThanOrEqual(1);
          expect(place.endLine > place.line || (place.endLine === place.line && place.endColumn >= place.column)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Series: the name, the part, and where they stand. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { examinePost } from "../../../src/examine/examine-post.js";
import { readPost } from "../../../src/desk/posts/read-post.js";

const seriesOf = (matter: string, fence = "---") =>
  readPost("posts/x509.md", `${fence}\n${matter}\n${fence}\n\nWords.\n`).post.series?.map(
    ({ value, part, place }) => `${place.line}:${place.column} ${value} ${part ?? "-"}`,
  ) ?? [];

describe("a series", () => {
  it.each([
    ["series: OCaml TLS", ["2:9 OCaml TLS -"]],
    ["series: OCaml TLS\npart: 3", ["2:9 OCaml TLS 3"]],
    ['series: "OCaml  TLS"\nseries_order: "3"', ["2:9 OCaml TLS 3"]],
    ["series: [OCaml TLS, Oscon]\nseries_weight: 2", ["2:10 OCaml TLS 2", "2:21 Oscon 2"]],
    ["series:\n- OCaml TLS\nseriesPart: 2/5", ["3:3 OCaml TLS 2"]],
    ["series: OCaml TLS\nweight: 3", ["2:9 OCaml TLS 3"]],
    ["series: OCaml TLS\nweight: 0", ["2:9 OCaml TLS -"]],
    ["series: OCaml TLS\npart: 0\nweight: 7", ["2:9 OCaml TLS 0"]],
    ["series: OCaml TLS\npart: the last", ["2:9 OCaml TLS -"]],
    ["series: {name: OCaml TLS, part: 3}", ["2:16 OCaml TLS 3"]],
    ["series:\n  title: OCaml TLS\n  number: Part 3", ["3:10 OCaml TLS 3"]],
    ["series:\n  - {name: OCaml TLS, order: 3}\n  - {name: Oscon, order: 9}", ["3:12 OCaml TLS 3", "4:12 Oscon 9"]],
    ["is_series: true\nseries_title: Jekyll", ["3:15 Jekyll -"]],
    ["series: true", []],
    ["series: 3", []],
    ["series:", []],
    ["series: {part: 3}", []],
    ["title: x", []],
  ])("[PO22] %j is %j", (matter, series) => {
    expect(seriesOf(matter)).toEqual(series);
  });

  it.each([
    ['series = "OCaml TLS"\nseries_order = 3', ["2:10 OCaml TLS 3"]],
    ['weight = 4\n[taxonomies]\nseries = ["OCaml TLS"]', ["4:11 OCaml TLS 4"]],
    ['[extra]\nseries = "OCaml TLS"\npart = 1.5', ["3:10 OCaml TLS 1.5"]],
  ])("[PO22] in TOML %j is %j", (matter, series) => {
    expect(seriesOf(matter, "+++")).toEqual(series);
  });

  it("[PO22] in fields over a body marker too", () => {
    const { post } = readPost("posts/x509.md", 'title: "X.509"\nseries: "OCaml TLS"\npart: "3"\n--BODY--\nWords.\n');
    expect(post.series).toMatchObject([{ value: "OCaml TLS", part: 3 }]);
  });

  it("[PO22] and none of its fields is taken for another that is misspelt", () => {
    const text = "---\ntitle: X.509\nseries: OCaml TLS\npart: 3\norder: 3\nseries_order: 3\nweight: 3\n---\n\nWords.\n";
    const bytes = new TextEncoder().encode(text);
    expect(examinePost({ path: "posts/x509.md", bytes, size: bytes.length }).findings.map(({ rule }) => rule)).toEqual([]);
  });

  it("[PO22] whatever its fields hold, is few short names that stand inside the file", () => {
    const value = fc.oneof(fc.string(), fc.jsonValue(), fc.array(fc.string(), { maxLength: 30 }));
    fc.assert(
      fc.property(value, value, (series, part) => {
        const text = `---\nseries: ${JSON.stringify(series)}\npart: ${JSON.stringify(part)}\n---\n`;
        const lines = text.split("\n");
        const found = readPost("posts/x509.md", text).post.series ?? [];
        expect(found.length).toBeLessThanOrEqual(10);
        for (const { value: name, part: number, place } of found) {
          expect(name.length).toBeLessThanOrEqual(100);
          expect(number === null || (number >= 0 && number <= 9_999)).toBe(true);
          expect(place.endColumn).toBeLessThanOrEqual((lines[place.endLine - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 300, seed: 2014 },
    );
  });
});

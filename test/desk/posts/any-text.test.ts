/** Any text at all, and front matter meant to do harm. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Finding, Place } from "../../../src/desk/facts/finding.js";
import { linesOf } from "../../../src/desk/facts/lines.js";
import type { Post } from "../../../src/desk/facts/post.js";
import { readToml } from "../../../src/desk/posts/front-matter/read-toml.js";
import { readYaml } from "../../../src/desk/posts/front-matter/read-yaml.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { outside } from "../lint/outside.js";

/** Pieces that front matter is made of, so that broken combinations are found quickly. */
const PIECES = ["---", "+++", "...", "--BODY--", "\n", "\r\n", "\r", "\uFEFF", "title", "date", "authors", "slug", ": ", ":", " = ", "[", "]", "{", "}", '"', "'", '"""', "# ", "- ", "  ", "\t", "&a ", "*a", "!!x ", "| ", "2014-07-18", "13:00", "+0100", "and", "by ", "**Author:**", "[[authors]]\n", "[extra.author]\n", "name", "](https://github.com/ann)", " (@ann)", "\\", "é", "\u0000", "`", "<!--", "-->", "/", "%"];
const matterLike = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6, unit: "binary" })), { maxLength: 40 }).map((pieces) => pieces.join(""));
const fenced = fc.tuple(fc.constantFrom("---\n", "+++\n", "\n---\n", ""), matterLike, fc.constantFrom("\n---\n", "\n+++\n", "\n--BODY--\n", "")).map((parts) => parts.join(""));

function places(post: Post, findings: readonly Finding[]): Place[] {
  const single = [post.title, post.description, post.dated, post.unpublished].filter((field) => field !== null);
  const fields = [...single, ...post.byline, ...(post.tagged ?? []), ...post.dates, ...post.flags, ...post.address];
  return [...fields, ...findings].map(({ place }) => place);
}

describe("any text", () => {
  it("[PO15] is read without failing, and every place lies inside it", () => {
    fc.assert(
      fc.property(fc.oneof(matterLike, fenced, fc.string({ unit: "binary", maxLength: 200 })), fc.string({ maxLength: 30 }), (text, path) => {
        const { post, findings, body } = readPost(path, text);
        expect(places(post, findings).filter((place) => outside(place, text))).toEqual([]);
        expect(body).toBeGreaterThanOrEqual(0);
        expect(body).toBeLessThanOrEqual(text.length);
        expect(post.slugs).toContain(post.slug);
        expect(findings.filter(({ message }) => !/^Unexpected [^]+, expected /.test(message))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it("[PO15] one changed character of a good post never makes the reader fail", () => {
    const good = '---\ntitle: "Irmin: Git-like storage"\nauthors:\n- name: Thomas Gazagnaire\n  uri: http://example.org\ndate: 2014-07-18 13:00 +0100\ntags: [a, b]\n---\n\n# Hello\n\nBy Ann\n';
    fc.assert(
      fc.property(fc.nat(good.length), fc.oneof(fc.constantFrom(...PIECES, ""), fc.string({ unit: "binary", maxLength: 2 })), fc.nat(4), (at, piece, cut) => {
        const text = good.slice(0, at) + piece + good.slice(at + cut);
        const { post, findings } = readPost("posts/irmin.md", text);
        expect(places(post, findings).filter((place) => outside(place, text))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe("harmful front matter", () => {
  const around = (field: string) => `---\ntitle: Irmin\n${field}\ndate: 2014-07-18\n---\n\nHello\n`;

  it("[PO16] aliases of aliases cost only their own field", () => {
    const levels = "abcdefgh".split("").map((name, index, all) => `${name}: &${name} [${`${index === 0 ? "x" : `*${all[index - 1] ?? ""}`},`.repeat(9)}]`);
    const { post } = readPost("x.md", around([...levels, "authors: *h"].join("\n")));
    expect(post).toMatchObject({ title: { value: "Irmin" }, dated: { value: { day: "2014-07-18" } } });
    expect(post.byline.length).toBeLessThanOrEqual(20);
  });

  // Deeper than this, the YAML parser overflows its stack while V8 compiles a regular expression, which ends the process.
  it.each(["[".repeat(30_000), "{".repeat(30_000), "&a [".repeat(7_000), "- ".repeat(15_000), "? ".repeat(15_000), `- ${"- ? ".repeat(7_000)}`])(
    "[PO16] nesting such as %.12s… is told and not parsed",
    (text) => {
      const { findings } = readPost("x.md", `---\n${text}\n---\n`);
      expect(findings).toContainEqual(expect.objectContaining({ rule: "limits", severity: "error" }));
    },
  );

  it("[PO16] brackets of TOML are told and not followed", () => {
    const { post, findings } = readPost("x.md", `+++\ntitle = "Irmin"\na = ${"[".repeat(20_000)}\n+++\n`);
    expect(post.title?.value).toBe("Irmin");
    expect(findings).toMatchObject([{ rule: "front-matter", severity: "error", place: { line: 3 } }]);
  });

  it("[PO16] front matter of more than 32,768 characters is told and not read", () => {
    const { findings } = readPost("x.md", around("a: b\n".repeat(10_000)));
    expect(findings).toContainEqual(expect.objectContaining({ rule: "limits", message: expect.stringContaining("expected at most 32768") as unknown }));
  });

  it.each([
    ["escaped quotes", `title: "x"\nauthors: ${'\\"'.repeat(16_000)}\n--BODY--\n`],
    ["open braces", `title: "x"\nauthors: ${"{".repeat(30_000)}\n--BODY--\n`],
    ["members", `+++\ntitle = "x"\nauthors = [${Array.from({ length: 4_000 }, (_, index) => `"${index}", `).join("")}]\n+++\n`],
    ["tables", `+++\ntitle = "x"\n${'[[authors]]\nname="A"\n'.repeat(1_400)}+++\n`],
    ["tables in tables", `+++\ntitle = "x"\n${Array.from({ length: 1_000 }, (_, index) => `[a${".b".repeat(5)}.c${index}]\nx=1\n`).join("")}+++\n`],
    ["days", `---\ntitle: x\nauthor: ${"A on ".repeat(6_000)}\n---\n`],
    ["a by-line in the body", `# x\n\nBy ${"A [on (".repeat(100_000)}\n`],
  ])("[PO16] thousands of %s are read in a moment, and the title with them", (_, text) => {
    const before = performance.now();
    const { post } = readPost("x.md", text);
    expect(post.title?.value).toBe("x");
    expect(post.byline.length).toBeLessThanOrEqual(50);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  // Where each is worked out by walking through the whole text again, these take many minutes.
  it.each([
    ["aliases", readYaml, ["x: &x 1\n", ...Array.from({ length: 200 }, (_, n) => `a${n}: [${"*x, ".repeat(400)}]\n`)]],
    ["lists that never end", readToml, Array.from({ length: 30_000 }, (_, n) => `a${n} = [ 1, 2, 3, 4, 5, 6, 7, 8,\n`)],
    ["lists whose places cannot be told", readToml, ['a = [ """x"""",\n', ...Array.from({ length: 60_000 }, () => "[ 1 ],\n"), "]\n"]],
  ])("[PO16] any number of %s are read in one walk", (_, read, statements) => {
    const text = statements.join("");
    const { fields } = read(linesOf(text), { start: 0, end: text.length });
    expect(fields.size).toBeGreaterThan(0);
  });

  it("[PO16] what thousands of aliases lead to is read until it is more than anybody means", () => {
    const used = Array.from({ length: 2_000 }, (_, n) => `a${n}: *x\n`);
    const text = ["x: &x [1, 2, 3, 4, 5, 6, 7, 8, 9]\n", ...used, "title: Irmin\n"].join("");
    const read = readYaml(linesOf(text), { start: 0, end: text.length }).fields;
    expect(["a0", "a900", "a1999", "title"].map((name) => read.get(name)?.kind)).toEqual(["list", "list", "empty", "text"]);
  });

  it("[PO16] a name of `__proto__` is a name like any other", () => {
    const { post } = readPost("x.md", '+++\ntitle = "Irmin"\n__proto__ = "x"\n[constructor]\nprototype = 1\n+++\n');
    expect(post.title?.value).toBe("Irmin");
    expect(({} as Record<string, unknown>).prototype).toBeUndefined();
  });
});

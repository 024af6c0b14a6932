/** `presstime lint` from end to end, on folders made for it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { lintCommand } from "../../src/cli/lint/lint.js";
import type { FixingExaminer } from "../../src/examine/examiner.js";
import { createExaminer } from "../../src/examine/pool.js";

const workers = createExaminer({ threads: 1 });
afterAll(() => workers.close());

let root = "";
/** Names of what was given to the workers, in order. */
let examined: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lint-"));
  examined = [];
  // Where the cache goes.
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const watched: FixingExaminer = {
  ...workers,
  readPost(path, bytes, settings) {
    examined.push(path);
    return workers.readPost(path, bytes, settings);
  },
  readDesk(text) {
    examined.push("the desk");
    return workers.readDesk(text);
  },
  close: () => Promise.resolve(),
};

function write(files: Readonly<Record<string, string | Buffer>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const read = (path: string) => readFileSync(join(root, path), "utf8");

async function presstimeIn(folder: string, input: string, ...words: readonly string[]) {
  const said = { out: "", err: "", code: -1 };
  const io = {
    read: (path: string) => Promise.resolve(new Uint8Array(path === "-" ? Buffer.from(input) : readFileSync(path))),
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    ask: null,
    end: (code: number) => void (said.code = code),
  };
  const program = new Command();
  lintCommand(program, io, join(root, folder), () => Promise.resolve(watched));
  await program.parseAsync(["node", "presstime", "lint", ...words]);
  return said;
}

const presstime = (...words: readonly string[]) => presstimeIn("", "", ...words);
type Json = readonly { path: string; findings: readonly { rule: string; severity: string }[] }[];
const jsonOf = ({ out }: { out: string }) => JSON.parse(out) as Json;
const paths = (said: { out: string }) => jsonOf(said).map(({ path }) => path);

const GOOD = "---\ntitle: Irmin\n---\n\nHello there.\n";
const WARNED = "---\ntitle: Irmin\n---\n\nHello [there][].\n";
const BROKEN = "---\ntitle: Irmin: storage\n---\n\nHello there.\n";
const FIXABLE = "---\ntitle: Irmin\n---\n\n*One* and _two_.";

describe("how it ends", () => {
  it("[LI12] with 0 when all is well, and says how much that is", async () => {
    write({ "posts/a.md": GOOD, "posts/b.md": GOOD });
    expect(await presstime("posts")).toEqual({ out: "2 files: 0 errors, 0 warnings\n", err: "", code: 0 });
  });

  it("[LI12] with 0 for warnings, unless there are more than are allowed", async () => {
    write({ "a.md": WARNED });
    expect((await presstime("a.md")).code).toBe(0);
    expect((await presstime("a.md", "--max-warnings", "1")).code).toBe(0);
    expect((await presstime("a.md", "--max-warnings", "0")).code).toBe(1);
  });

  it("[LI12] with 1 for an error, shown with its place and rule", async () => {
    write({ "a.md": BROKEN });
    expect(await presstime("a.md")).toEqual({
      out: 'a.md\n    2:13  error    Unexpected `: ` in the value of `title`, expected the value in quotes; write `title: "Irmin: storage"`  front-matter\n\n1 file: 1 error, 0 warnings\n',
      err: "",
      code: 1,
    });
  });

  it.each([
    [["missing.md"], "There is no file or folder `missing.md`. Check the path.\n"],
    [["none-*.md"], "No file matches `none-*.md`. Check the pattern.\n"],
    [["a.md", "--format", "xml"], "Presstime does not know the format `xml`. Use `stylish`, `json`, `github` or `sarif`.\n"],
    [["a.md", "--max-warnings", "-1"], "`--max-warnings` needs a whole number, 0 or more, and `-1` is not one.\n"],
    [["-", "a.md"], "`-` (standard input) does not go together with files. Leave out the files or the `-`.\n"],
  ])("[LI12] with 2 for %j", async (words, err) => {
    write({ "a.md": GOOD });
    expect(await presstime(...words)).toEqual({ out: "", err, code: 2 });
  });

  it("[LI12] with 2 where there is nothing to lint", async () => {
    write({ "README.md": "# Hello\n" });
    const { code, err } = await presstime();
    expect(code).toBe(2);
    expect(err).toContain("No file here matches posts/**/*.{md,mdx,markdown}");
  });

  it("[LI156] when there are more warnings than are allowed it says so, with --quiet too, which does not show them", async () => {
    write({ "a.md": WARNED });
    expect(await presstime("a.md", "--quiet", "--max-warnings", "0")).toEqual({
      out: "1 file: 0 errors, 0 warnings\n",
      err: "There is 1 warning, which --quiet does not show; --max-warnings allows 0.\n",
      code: 1,
    });
    expect((await presstime("a.md", "--max-warnings", "0")).err).toBe("There is 1 warning; --max-warnings allows 0.\n");
    expect((await presstime("a.md", "--quiet", "--max-warnings", "1")).err).toBe("");
  });

  it("[LI157] a configuration above the posts that is not at the root is said once to be left out, unless none counts", async () => {
    const config = JSON.stringify({ plugins: [["remark-lint-no-literal-urls", false]] });
    write({ "apps/site/.remarkrc.json": config, "apps/site/blog/a.md": GOOD, "apps/site/blog/b.md": GOOD });
    const { out } = await presstime("apps");
    expect(out.match(/is not read/g)).toHaveLength(1);
    expect(out).toContain(
      "`apps/site/.remarkrc.json` is not read: only files at the root of the repository are. Set the rules under `lint` in the desk file",
    );
    write({ ".github/presstime.yml": "zone: UTC\nlint: { honour_repository_config: false }\n" });
    expect((await presstime("apps")).out).not.toContain("is not read");
  });

  it("[LI71] with --quiet errors alone are shown, and warnings still count", async () => {
    write({ "a.md": WARNED, "b.md": BROKEN });
    const { out } = await presstime(".", "--quiet");
    expect(out).toContain("2 files: 1 error, 0 warnings");
    expect((await presstime("a.md", "--quiet", "--max-warnings", "0")).code).toBe(1);
  });
});

describe("what it lints", () => {
  it("[LI14] what the desk's globs call posts, and nothing in node_modules", async () => {
    write({
      ".github/presstime.yml": "zone: UTC\nposts: ['blog/**/*.md']\n",
      "blog/2014/a.md": GOOD,
      "posts/b.md": GOOD,
      "blog/node_modules/c.md": GOOD,
    });
    expect(paths(await presstime("--format", "json"))).toEqual(["blog/2014/a.md"]);
  });

  it("[LI138] where no desk says what they are called, Markdown by its short and long ending and MDX in the usual places", async () => {
    write({ "posts/a.md": GOOD, "_posts/b.markdown": GOOD, "content/blog/c/index.mdx": GOOD, "posts/d.txt": GOOD, "e.mdx": GOOD });
    expect(paths(await presstime("--format", "json"))).toEqual(["_posts/b.markdown", "content/blog/c/index.mdx", "posts/a.md"]);
  });

  it("[LI14] a broken desk is told too, and the usual places are linted", async () => {
    write({ ".github/presstime.yml": "zone: Nowhere/Town\n", "posts/b.md": GOOD });
    const { out, code } = await presstime();
    expect(out).toContain(".github/presstime.yml\n");
    expect(out).toContain("2 files: 1 error");
    expect(code).toBe(1);
  });

  it("[LI72] files, folders and globs, each file once and in the order of their names", async () => {
    write({ "b.md": GOOD, "posts/a.md": GOOD, "posts/deep/c.markdown": GOOD, "posts/d.txt": GOOD, "drafts/e.md": GOOD });
    expect(paths(await presstime("posts", "b.md", "posts/a.md", "d*/**/*.md", "--format", "json"))).toEqual([
      "b.md",
      "drafts/e.md",
      "posts/a.md",
      "posts/deep/c.markdown",
    ]);
  });

  it("[LI72] nothing that Git ignores, unless it is named", async () => {
    write({
      ".git/HEAD": "ref: refs/heads/main\n",
      ".gitignore": "drafts/\n*.tmp.md\n",
      "posts/.gitignore": "!kept.tmp.md\nsecret.md\n",
      "posts/a.md": GOOD,
      "posts/b.tmp.md": GOOD,
      "posts/kept.tmp.md": GOOD,
      "posts/secret.md": GOOD,
      "drafts/c.md": GOOD,
    });
    expect(paths(await presstime(".", "--format", "json"))).toEqual(["posts/a.md", "posts/kept.tmp.md"]);
    expect(paths(await presstime("drafts/c.md", "posts/secret.md", "--format", "json"))).toEqual(["drafts/c.md", "posts/secret.md"]);
    expect(paths(await presstimeIn("posts", "", ".", "--format", "json"))).toEqual(["posts/a.md", "posts/kept.tmp.md"]);
  });

  it("[LI72] standard input, under the name that it is given", async () => {
    const said = await presstimeIn("", WARNED, "-", "--stdin-filename", "posts/irmin.md", "--format", "json");
    expect(jsonOf(said)).toMatchObject([{ path: "posts/irmin.md", findings: [{ rule: "no-undefined-references" }] }]);
  });
});

describe("by which rules", () => {
  it("[LI73] those of the desk and of the repository's own configuration, from any folder of the repository", async () => {
    write({
      ".github/presstime.yml":
        "zone: UTC\nlint:\n  rules: { no-undefined-references: error }\n  paths:\n    - files: ['posts/old/**']\n      rules: { no-undefined-references: off }\n",
      ".markdownlint.json": '{ "MD049": { "style": "underscore" }, "MD013": true }',
      "posts/a.md": `${WARNED}\nAnd *that*.\n`,
      "posts/old/b.md": WARNED,
    });
    const said = await presstimeIn("posts/old", "", "..", "--format", "json");
    expect(jsonOf(said).map(({ path, findings }) => [path, findings.map(({ rule, severity }) => [rule, severity])])).toEqual([
      [
        "posts/a.md",
        [
          ["no-undefined-references", "error"],
          ["emphasis-marker", "advice"],
        ],
      ],
      ["posts/old/b.md", []],
    ]);
    expect((await presstime()).out).toContain("`.markdownlint.json` also sets `MD013`, which have no twin here and are left out.\n");
  });

  it("[LI73] those of another desk, when one is named", async () => {
    write({
      ".github/presstime.yml": "zone: UTC\n",
      "mine.yml": "zone: UTC\nlint: { rules: { no-undefined-references: off } }\n",
      "a.md": WARNED,
    });
    expect((await presstime("a.md", "--desk", "mine.yml", "--max-warnings", "0")).code).toBe(0);
    expect((await presstime("a.md", "--desk", "none.yml")).code).toBe(2);
  });

  it("[LI13] and says exactly what the app says", async () => {
    const text = "\uFEFF---\ntitle: a: b\ndate: 2014-02-30\n---\n\n[c] and *d* and _e_\n";
    write({ "posts/irmin.md": text });
    const { findings } = await workers.readPost("posts/irmin.md", new TextEncoder().encode(text));
    const { out } = await presstime("--format", "json");
    expect(JSON.parse(out)).toEqual([{ path: "posts/irmin.md", findings }]);
  });
});

describe("--fix", () => {
  it("[LI74] mends the file, tells what is left, and changes nothing the second time", async () => {
    write({ "a.md": `\uFEFF${FIXABLE.replaceAll("\n", "\r\n")}` });
    await presstime("a.md", "--fix");
    const fixed = read("a.md");
    expect(fixed).toMatch(/^\uFEFF---\r\ntitle: Irmin\r\n---\r\n\r\n/);
    expect(fixed.endsWith("\r\n")).toBe(true);
    expect(fixed).not.toBe(`\uFEFF${FIXABLE.replaceAll("\n", "\r\n")}`);
    const long = new Date("2014-07-18");
    utimesSync(join(root, "a.md"), long, long);
    const { out } = await presstime("a.md", "--fix");
    expect(read("a.md")).toBe(fixed);
    expect(out).not.toContain("--fix");
  });

  it("[LI74] says without it what could be mended, and leaves the file alone", async () => {
    write({ "a.md": FIXABLE });
    expect((await presstime("a.md")).out).toMatch(/; --fix can fix [12] of these findings\n$/);
    expect(read("a.md")).toBe(FIXABLE);
  });

  it("[LI74] of standard input gives the mended text, and the report beside it", async () => {
    const { out, err } = await presstimeIn("", FIXABLE, "-", "--fix");
    expect(out.startsWith("---\ntitle: Irmin\n---\n\n")).toBe(true);
    expect(out.endsWith("\n")).toBe(true);
    expect(err).toContain("1 file: ");
  });

  it("[LI74] leaves a file alone that is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(FIXABLE), Buffer.from([0xe9])]);
    write({ "a.md": bytes });
    expect((await presstime("a.md", "--fix")).code).toBe(1);
    expect(readFileSync(join(root, "a.md")).equals(bytes)).toBe(true);
  });
});

describe("what is known already", () => {
  it("[LI75] is not linted again, nor the desk read, until text, path, rules or settings change", async () => {
    write({ ".github/presstime.yml": "zone: UTC\n", "posts/a.md": WARNED, "posts/b.md": GOOD });
    const first = await presstime();
    expect(examined.sort()).toEqual(["posts/a.md", "posts/b.md", "the desk"]);
    examined = [];
    expect(await presstime()).toEqual(first);
    expect(examined).toEqual([]);
    write({ "posts/b.md": `${GOOD}\nMore.\n` });
    await presstime();
    expect(examined).toEqual(["posts/b.md"]);
    write({ ".github/presstime.yml": "zone: UTC\nlint: { rules: { title-length: off } }\n" });
    await presstime();
    expect(examined.slice(1).sort()).toEqual(["posts/a.md", "posts/b.md", "the desk"]);
  });

  it("[LI75] is not asked for with --no-cache, and a cache that is not whole is no trouble", async () => {
    write({ "posts/a.md": GOOD });
    await presstime("--no-cache");
    expect(existsSync(join(root, "node_modules/.cache"))).toBe(false);
    write({ "node_modules/.cache/presstime/lint.json": '{"version":1,"kept' });
    expect((await presstime()).code).toBe(0);
    await presstime("--no-cache");
    expect(examined.filter((one) => one === "posts/a.md")).toHaveLength(3);
  });
});

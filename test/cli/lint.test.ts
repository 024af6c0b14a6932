/** `presstime lint` from end to end, on folders made for it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { lintCommand } from "../../src/cli/lint.js";
import { createExaminer } from "../../src/examine/pool.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lint-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function presstime(...words: readonly string[]) {
  const said = { out: "", err: "", code: -1 };
  const io = {
    read: (path: string) => Promise.resolve(new Uint8Array(readFileSync(path))),
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    ask: null,
    end: (code: number) => void (said.code = code),
  };
  const program = new Command();
  lintCommand(program, io, root);
  await program.parseAsync(["node", "presstime", "lint", ...words]);
  return said;
}

const GOOD = "---\ntitle: Irmin\n---\n\nHello there.\n";
const WARNED = "---\ntitle: Irmin\n---\n\nHello [there].\n";
const BROKEN = "---\ntitle: Irmin: storage\n---\n\nHello there.\n";

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
    [["missing.md"], "Unexpected path `missing.md`, expected a file or a folder that is there\n"],
    [["a.md", "--format", "xml"], "Unexpected format `xml`, expected stylish or json\n"],
    [["a.md", "--max-warnings", "-1"], "Unexpected `-1` after --max-warnings, expected a number from 0\n"],
  ])("[LI12] with 2 for %j", async (words, err) => {
    write({ "a.md": GOOD });
    expect(await presstime(...words)).toEqual({ out: "", err, code: 2 });
  });

  it("[LI12] with 2 where there is nothing to lint", async () => {
    write({ "README.md": "# Hello\n" });
    const { code, err } = await presstime();
    expect(code).toBe(2);
    expect(err).toContain("Unexpected folder without posts, expected files that match posts/**/*.md");
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
    const { out } = await presstime("--format", "json");
    expect((JSON.parse(out) as { path: string }[]).map(({ path }) => path)).toEqual(["blog/2014/a.md"]);
  });

  it("[LI14] a broken desk is told too, and the usual places are linted", async () => {
    write({ ".github/presstime.yml": "zone: Nowhere/Town\n", "posts/b.md": GOOD });
    const { out, code } = await presstime();
    expect(out).toContain(".github/presstime.yml\n");
    expect(out).toContain("2 files: 1 error");
    expect(code).toBe(1);
  });

  it("[LI13] and says exactly what the app says", async () => {
    const text = "\uFEFF---\ntitle: a: b\ndate: 2014-02-30\n---\n\n[c] and *d* and _e_\n";
    write({ "posts/irmin.md": text });
    const examiner = createExaminer({ threads: 1 });
    const { findings } = await examiner.readPost("posts/irmin.md", new TextEncoder().encode(text));
    await examiner.close();
    const { out } = await presstime("--format", "json");
    expect(JSON.parse(out)).toEqual([{ path: "posts/irmin.md", findings }]);
  });
});

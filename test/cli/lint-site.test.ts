/** What `presstime lint` says of posts in sight of the files and posts around them, on folders made for it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { lintCommand } from "../../src/cli/lint/lint.js";
import type { FixingExaminer } from "../../src/examine/examiner.js";
import { examinerHere } from "../world/examiner-here.js";
import { git as gitIn } from "../world/git.js";

let folder = "";
let root = "";
/** Names of what was read, in order. */
let examined: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-site-"));
  root = join(folder, "site");
  examined = [];
  // Where the cache goes.
  mkdirSync(join(root, "node_modules"), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const here = examinerHere();
const watched: FixingExaminer = {
  ...here,
  readPost(path, bytes, settings) {
    examined.push(path);
    return here.readPost(path, bytes, settings);
  },
};

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
  lintCommand(program, io, root, () => Promise.resolve(watched));
  await program.parseAsync(["node", "presstime", "lint", ...words]);
  return said;
}

const DESK = "zone: UTC\npeople: [{ login: dave, name: Dave Scott }]\n";
const post = (body: string, matter = "") => `---\ntitle: Irmin\n${matter}---\n\n${body}\n`;
const messages = async (...words: readonly string[]) =>
  [...(await presstime(...words)).out.matchAll(/(Unexpected .+?), expected/g)].map(([, message]) => message);
const git = (...words: readonly string[]) => {
  gitIn(root, ...words);
};

describe("reports", () => {
  const said = "Unexpected image `posts/gone.png`, expected a file that is in the repository";

  it.each(["stylish", "json", "github", "sarif"])("[LC3] as %s hold what is said in sight of the site", async (format) => {
    write({ ".github/presstime.yml": DESK, "posts/a.md": post("![A plot](gone.png)", "author: Dave Scot\n") });
    const { out, code } = await presstime("--format", format);
    expect(out).toContain(said);
    expect(out).toContain("links-exist");
    expect(out).toContain("known-byline");
    expect(code).toBe(0);
    expect((await presstime("--max-warnings", "1")).code).toBe(1);
  });

  it("[LC3] have it in the order of the file, as strictly as the desk sets it for that path", async () => {
    write({
      ".github/presstime.yml": `${DESK}lint:\n  rules: { known-byline: advice }\n  paths: [{ files: ['posts/old/**'], rules: { links-exist: error, known-byline: off } }]\n`,
      "posts/a.md": post("![A plot](gone.png) TODO [b](gone.md)", "author: Dave Scot\n"),
      "posts/old/b.md": post("![A plot](gone.png)", "author: Dave Scot\n"),
    });
    const { out, code } = await presstime("--format", "json");
    const all = JSON.parse(out) as readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
    expect(all.map(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual([
      ["known-byline advice", "links-exist warning", "no-placeholder warning", "links-exist warning"],
      ["links-exist error"],
    ]);
    expect(code).toBe(1);
  });
});

describe("a series", () => {
  it("[LC3] that the desk knows of is one at home too, whose parts may be led to by the site's own address", async () => {
    const promised = ["tls", "x509"].map((slug) => `{ slug: ${slug}, title: A part, series: OCaml TLS }`).join(", ");
    write({
      ".github/presstime.yml": `${DESK}campaigns: [{ name: OSCON, deadline: "2014-07-21T09:00[UTC]", posts: [${promised}] }]\n`,
      "posts/tls.md": post("Words.", "date: 2014-07-01\n"),
      "posts/x509.md": post("[Before](https://mirage.io/blog/tls).", "date: 2014-07-08\n"),
    });
    expect(await messages()).toEqual([]);
    write({ "posts/x509.md": post("[Before](https://mirage.io/blog/conduit).", "date: 2014-07-08\n") });
    expect(await messages()).toEqual(["Unexpected part of `OCaml TLS` without a link to `tls`"]);
    expect(await messages("posts/x509.md")).toEqual(["Unexpected part of `OCaml TLS` without a link to `tls`"]);
  });
});

describe("what is known already", () => {
  it("[LC5] is followed by what is said at once: files that come and go, people of the desk, and other posts", async () => {
    write({
      ".github/presstime.yml": DESK,
      "posts/a.md": post("![A plot](a.png), [b](b.md#parts)", "author: Dave Scot\n"),
      "posts/b.md": post("## B"),
    });
    const all = ["Unexpected name `Dave Scot` on the by-line", "Unexpected image `posts/a.png`", "Unexpected link to `#parts`"];
    expect(await messages()).toEqual(all);
    examined = [];
    expect(await messages()).toEqual(all);
    write({ "posts/a.png": "a plot" });
    expect(await messages()).toEqual([all[0], all[2]]);
    expect(examined).toEqual([]);
    write({ "posts/b.md": post("## Parts") });
    expect(await messages()).toEqual([all[0]]);
    expect(examined).toEqual(["posts/b.md"]);
    write({ ".github/presstime.yml": DESK.replace("Scott", "Scot") });
    expect(await messages()).toEqual([]);
    rmSync(join(root, "posts/a.png"));
    rmSync(join(root, "posts/b.md"));
    expect(await messages()).toEqual([all[1], "Unexpected link to `posts/b.md`"]);
    expect(examined).toEqual(["posts/b.md"]);
  });

  it("[LC5] of a post that is named alone, others are read only where they may have a say", async () => {
    const others = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`posts/old-${n}.md`, post("# Old")]));
    write({
      ...others,
      "posts/a.md": post("[one](old-7.md#x)"),
      "posts/plain.md": post("Words."),
      "posts/at.md": post("Words.", "permalink: /x/\n"),
    });
    expect(await messages("posts/plain.md")).toEqual([]);
    expect(examined).toEqual(["posts/plain.md"]);
    expect(await messages("posts/a.md")).toEqual(["Unexpected link to `#x`"]);
    expect(examined).toEqual(["posts/plain.md", "posts/a.md", "posts/old-7.md"]);
    expect(await messages("posts/at.md")).toEqual([]);
    expect(examined).toHaveLength(23);
  });

  it("[LC5] of posts that are beside the default branch all are read, since they may call themselves anything", async () => {
    write({ "posts/old.md": post("# Old"), "posts/older.md": post("# Older") });
    git("init", "-b", "main");
    git("add", "posts");
    git("commit", "-m", "live");
    write({ "posts/a.md": post("[it](/blog/irmin#x)"), "posts/new.md": post("Words.", "slug: irmin\n") });
    expect(await messages("posts/a.md")).toEqual(["Unexpected link to `#x`"]);
    expect(examined.toSorted()).toEqual(["posts/a.md", "posts/new.md"]);
  });
});

describe("files around a post", () => {
  it("[LC6] are known by the names in their folders, and no link is followed", async () => {
    mkdirSync(join(folder, "outside"));
    writeFileSync(join(folder, "outside", "secret.png"), "secret");
    write({
      "posts/img/Plot.png": "a plot",
      "posts/a.md": post(
        "![](img/plot.png){.x} ![b](img/Plot.png) ![c](out/secret.png) ![d](../../outside/secret.png) ![e](link.png) ![f](/top/secret.png)",
      ),
    });
    symlinkSync(join(folder, "outside"), join(root, "posts/out"));
    symlinkSync(join(folder, "outside"), join(root, "top"));
    symlinkSync(join(folder, "outside/secret.png"), join(root, "posts/link.png"));
    // Git keeps the link that is a file, nothing below the link that is a folder, and of one at the root nobody can tell.
    expect((await messages()).filter((message) => message?.includes(".png"))).toEqual([
      "Unexpected image `posts/img/plot.png`",
      "Unexpected image `posts/out/secret.png`",
    ]);
  });

  it("[LC6] that another repository inside this one holds are nobody's here", async () => {
    write({ "theme/.git": "gitdir: elsewhere", "theme/a.png": "a", "posts/lib/.git": "gitdir: elsewhere", "posts/lib/a.png": "a" });
    write({ "posts/a.md": post("![a](/theme/a.png) ![b](lib/a.png)") });
    expect(await messages("posts/a.md")).toEqual(["Unexpected image `posts/lib/a.png`"]);
  });

  it("[LC6] that Git ignores are missing, unless it keeps them all the same", async () => {
    write({ ".gitignore": "*.png\n", "posts/a.png": "a", "posts/b.png": "b", "posts/a.md": post("![a](a.png) ![b](b.png)") });
    git("init", "-b", "main");
    git("add", "--force", "posts/b.png");
    expect(await messages()).toEqual(["Unexpected image `posts/a.png`"]);
  });

  it("[LC6] of a post outside the repository are not looked for", async () => {
    writeFileSync(join(folder, "a.md"), post("![a](a.png)", "author: Dave Scot\n"));
    write({ ".github/presstime.yml": DESK });
    expect(await messages("../a.md")).toEqual(["Unexpected name `Dave Scot` on the by-line"]);
  });
});

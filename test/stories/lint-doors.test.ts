/** One linter behind two doors: the check on a pull request, and `presstime lint` in a checkout of the same branch. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { lintCommand } from "../../src/cli/lint/lint.js";
import type { LintedFile } from "../../src/cli/lint/linted.js";
import { openWorld, type World } from "../world.js";
import { deskFile } from "../world/desk-file.js";

const POST = `\uFEFF---
title: Irmin: storage
date: 2014-02-30
author: Thomas Gazagnaire
---

[Undefined][] and *this* and _that_, see TODO.

<!-- lint disable no-placeholder -->

TODO again, and ![](picture.png) without a text.

\`\`\`
let x = 1
\`\`\`
`;

/** Settings of both kinds: the desk's, and the repository's own that the desk leaves alone. */
const FILES = {
  ".github/presstime.yml": `${deskFile()}\nlint:\n  rules: { image-alt: error }\n  paths:\n    - files: ["posts/irmin*"]\n      rules: { no-undefined-references: advice }\n`,
  ".markdownlint.yaml": "MD049: { style: underscore }\nMD040: false\n",
  ".remarkrc.js": "throw new Error('run')\n",
};

let world: World;
let folder = "";
afterEach(async () => {
  await world.closes();
  rmSync(folder, { recursive: true });
});

describe("both doors", () => {
  it("[LI13] the check and the command say the same of the same file, at the same lines and as strictly", async () => {
    world = await openWorld({
      desk: FILES[".github/presstime.yml"],
      files: { ".markdownlint.yaml": FILES[".markdownlint.yaml"], ".remarkrc.js": FILES[".remarkrc.js"], "posts/picture.png": "a picture" },
    });
    const number = world.submits("samoht", "irmin", { text: POST, path: "posts/irmin.md" });
    await world.settles();
    const check = world.check(number, "lint");

    folder = mkdtempSync(join(tmpdir(), "doors-"));
    for (const [path, text] of Object.entries({
      ...FILES,
      "posts/irmin.md": POST,
      "posts/picture.png": "a picture",
      "node_modules/.keep": "",
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    let out = "";
    const io = {
      read: (path: string) => Promise.resolve(new Uint8Array(readFileSync(path))),
      out: (text: string) => void (out += text),
      err: () => undefined,
      ask: null,
      end: () => undefined,
    };
    const program = new Command();
    lintCommand(program, io, folder);
    await program.parseAsync(["node", "presstime", "lint", "posts/irmin.md", "--format", "json"]);
    const [linted] = JSON.parse(out) as readonly LintedFile[];

    const ours = (linted?.findings ?? []).map(({ place, severity, message }) => `${place.line}-${place.endLine} ${severity} ${message}`);
    const levels: Readonly<Record<string, string>> = { failure: "error", warning: "warning", notice: "advice" };
    const theirs = (check?.annotations ?? []).map(
      ({ startLine, endLine, level, message }) => `${startLine}-${endLine} ${levels[level] ?? ""} ${message.split("\n")[0] ?? ""}`,
    );
    expect(theirs).toEqual(ours);
    expect(ours.join("\n")).toMatch(/error Unexpected image/);
    expect(ours.join("\n")).toMatch(/advice .*[Uu]ndefined/);
    expect(ours.join("\n")).not.toContain("without a language");
    expect(check?.summary).toContain("`.remarkrc.js` is not read: it is code");
  });
});

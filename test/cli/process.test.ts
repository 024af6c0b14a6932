/** The command as a process of its own: how it ends when it is used wrongly, and when nobody reads on. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "@jest/globals";

/** Runs TypeScript from source, as tests do. */
const FROM_SOURCE = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(pathToFileURL(resolve("src/examine/source-loader.mjs")).href)})`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "presstime-process-"));
});

afterEach(() => rm(folder, { recursive: true }));

function presstime(...words: readonly string[]) {
  const child = spawn(process.execPath, ["--import", FROM_SOURCE, resolve("src/cli/presstime.ts"), ...words], {
    cwd: folder,
    env: { PATH: "" },
  });
  return { child, ended: once(child, "close") as Promise<[number | null, NodeJS.Signals | null]> };
}

it.each([[["lint", "--no-such-option"]], [["lnit"]], [["lint", "--format"]], [["import"]]])(
  "[LI158] %j is used wrongly, and ends with 2",
  async (words) => {
    const { child, ended } = presstime(...words);
    child.stdout.resume();
    const [complaint, [code]] = await Promise.all([text(child.stderr), ended]);
    expect(complaint).toMatch(/^error: /);
    expect(code).toBe(2);
  },
  60_000,
);

it("[LI158] help that was asked for ends with 0", async () => {
  const { child, ended } = presstime("lint", "--help");
  child.stdout.resume();
  child.stderr.resume();
  expect(await ended).toEqual([0, null]);
}, 60_000);

it("[LI159] a reader that stops reading ends it quietly", async () => {
  // More than a pipe holds, so that it is still writing when its reader has gone.
  await writeFile(join(folder, "a.md"), `---\ntitle: Irmin\n---\n\n${"Hello [there][].\n\n".repeat(400)}`);
  const { child, ended } = presstime("lint", "--no-cache", "--format", "json", "a.md");
  const complaint = text(child.stderr);
  child.stdout.destroy();
  const [code, signal] = await ended;
  expect([await complaint, signal]).toEqual(["", null]);
  expect(code).toBe(0);
}, 60_000);

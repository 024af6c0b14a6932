/** Starts `child.ts` in processes of its own: compiled once into a temporary folder, because Node 20 runs no TypeScript. */
import { transformFile } from "@swc/core";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Children {
  start(...words: readonly string[]): Child;
  /** On a disk that takes files of so many kilobytes and no larger. */
  startOnSmallDisk(kilobytes: number, ...words: readonly string[]): Child;
  remove(): Promise<void>;
}

export interface Child {
  readonly process: ChildProcess;
  readonly lines: Interface;
  /** What it said until it ended; rejects when it failed of itself. */
  readonly ended: Promise<readonly string[]>;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export async function compileChildren(): Promise<Children> {
  const folder = mkdtempSync(join(tmpdir(), "presstime-child-"));
  const sources = ["src", "test/server", "test/store", "test/world"].flatMap((under) =>
    readdirSync(join(ROOT, under), { recursive: true, encoding: "utf8" }).map((path) => join(under, path)),
  );
  for (const path of sources.filter((source) => source.endsWith(".ts"))) {
    const { code } = await transformFile(join(ROOT, path), {
      swcrc: false,
      jsc: { parser: { syntax: "typescript" }, target: "es2023" },
      module: { type: "es6" },
    });
    const compiled = join(folder, path.replace(/ts$/, "js"));
    await mkdir(dirname(compiled), { recursive: true });
    await writeFile(compiled, code);
  }
  await writeFile(join(folder, "package.json"), '{"type":"module","imports":{"#package.json":"./package.json"}}');
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return {
    start: (...words) => start([process.execPath, join(folder, "test/store/child.js"), ...words]),
    startOnSmallDisk: (kilobytes, ...words) =>
      // POSIX counts in blocks of 512 bytes.
      start(["sh", "-c", `ulimit -f ${2 * kilobytes}; exec "$@"`, "sh", process.execPath, join(folder, "test/store/child.js"), ...words]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function start([command = "", ...words]: readonly string[]): Child {
  const child = spawn(command, words, { env: { PATH: "/bin:/usr/bin" } });
  const lines = createInterface(child.stdout);
  const said: string[] = [];
  let complaints = "";
  lines.on("line", (line) => said.push(line));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const ended = new Promise<readonly string[]>((resolve, reject) => {
    child.once("close", (code, signal) => {
      if (code === 0 || signal === "SIGKILL") resolve(said);
      else reject(new Error(`The child ended with ${code ?? signal}: ${complaints}`));
    });
  });
  return { process: child, lines, ended };
}

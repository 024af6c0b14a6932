/** The linters that people would run otherwise, and ours: whole processes, on a folder of posts, with nothing kept from an earlier run. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./processes.js";
import { timed } from "./quantile.js";

/** From start to end. */
export interface LinterRun {
  readonly took: number;
  /** Bytes of memory that the process and its children held, each at its most; NaN where the system does not tell. */
  readonly peak: number;
}

interface Linters {
  /** `presstime lint`, with more words. */
  readonly ours: (...words: readonly string[]) => Promise<LinterRun>;
  readonly remark: () => Promise<LinterRun>;
  readonly markdownlint: () => Promise<LinterRun>;
  readonly rumdl: () => Promise<LinterRun>;
}

/** The same rules of remark-lint that the house style takes in; ours has its own besides. By paths: the posts have no modules above them. */
const REMARK = {
  plugins: [
    bin("remark-preset-lint-recommended/index.js"),
    bin("remark-preset-lint-consistent/index.js"),
    bin("remark-gfm/index.js"),
    [bin("remark-frontmatter/index.js"), ["yaml", "toml"]],
  ],
};

/** For a folder with posts under `posts/`. */
export async function lintersIn(folder: string): Promise<Linters> {
  await writeFile(join(folder, ".remarkrc.json"), JSON.stringify({ plugins: [] }));
  const rc = join(folder, "remark-of-the-bench.json");
  await writeFile(rc, JSON.stringify(REMARK));
  return {
    ours: (...words) => run(folder, join(ROOT, "dist/cli/presstime.js"), "lint", "posts", "--format", "json", ...words),
    remark: () => run(folder, bin("remark-cli/cli.js"), "--no-config", "--rc-path", rc, "--quiet", "posts"),
    markdownlint: () => run(folder, bin("markdownlint-cli2/markdownlint-cli2-bin.mjs"), "posts/*.md"),
    rumdl: () => run(folder, bin("rumdl/bin/rumdl"), "check", "--no-cache", "posts"),
  };
}

function bin(path: string): string {
  return join(ROOT, "node_modules", path);
}

const LOOKS_EACH = 25;

/** A linter that finds something ends with 1. */
async function run(folder: string, ...words: readonly string[]): Promise<LinterRun> {
  let peak = NaN;
  const took = await timed(async () => {
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    const looks = setInterval(() => {
      const held = heldBy(child.pid ?? 0);
      if (held > 0) peak = Math.max(held, Number.isNaN(peak) ? 0 : peak);
    }, LOOKS_EACH);
    let said = "";
    child.stderr.on("data", (some: Buffer) => (said += some.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    clearInterval(looks);
    // All of them end with 1 when they find something; remark does too when it could not even begin.
    if ((code !== 0 && code !== 1) || /Cannot|cannot|ENOENT/.test(said))
      throw new Error(`Unexpected end ${code ?? "by a signal"} of ${words.join(" ")}, expected 0 or 1: ${said.slice(0, 300)}`);
  });
  return { took, peak };
}

/** https://www.kernel.org/doc/html/latest/filesystems/proc.html; 0 for a process that is no more, and where there is no such system. */
function heldBy(pid: number): number {
  try {
    const most = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
        .split(" ")
        .filter((one) => one !== ""),
    );
    return children.reduce((sum, child) => sum + heldBy(Number(child)), Number(most) * 1_024);
  } catch {
    return 0;
  }
}

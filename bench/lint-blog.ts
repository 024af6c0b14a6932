/** `lint-blog`: the command on a whole blog of long posts, beside three other linters: time, memory, fixes, and a second run. */
import { rm } from "node:fs/promises";
import { lintersIn, type LinterRun } from "./linters.js";
import { folderOfPosts, releaseOf } from "./lint-posts.js";
import { atMost, measure, type Bench } from "./measure.js";
import { inTurns, median } from "./quantile.js";

const POSTS = 1_000;
const ROUNDS = 2;
const MEGABYTE = 1_000_000;

export const lintBlog: Bench = {
  name: "lint-blog",
  about:
    `A made blog of ${POSTS.toLocaleString("en")} posts as a project announces its releases, with a median of 1,500 words, each with 17 addresses that nothing marks as such and ` +
    "a list of 60 changes: four linters on it as whole processes, none with what it kept of an earlier run. `presstime lint` runs all rules that are on by themselves; " +
    "`remark-cli` has the presets whose rules are among ours; `markdownlint-cli2` and `rumdl` (which is Rust) have their own defaults. " +
    `${ROUNDS} rounds, in turns. Memory is the peak of the process and its children. Then \`--fix\` on a fresh copy, and a second run with our cache.`,
  async run() {
    const folder = await folderOfPosts(POSTS, releaseOf);
    try {
      const { ours, remark, markdownlint, rumdl } = await lintersIn(folder);
      const peaks = { ours: [] as number[], theirs: new Map<string, number>() };
      const cold = async () => {
        const { took, peak } = await ours("--no-cache");
        peaks.ours.push(peak);
        return took;
      };
      const other = (name: string, run: () => Promise<LinterRun>) => async () => {
        const { took, peak } = await run();
        peaks.theirs.set(name, Math.max(peak, peaks.theirs.get(name) ?? 0));
        return took;
      };
      const rivals = [];
      for (const [name, run] of [
        ["remark-cli", remark],
        ["markdownlint-cli2", markdownlint],
        ["rumdl", rumdl],
      ] as const)
        rivals.push({ name, rounds: await inTurns(ROUNDS, cold, other(name, run)) });
      await ours();
      const second = median([(await ours()).took, (await ours()).took, (await ours()).took]);
      const fixed = await inTurns(ROUNDS, inFreshCopy, cold);
      const peak = Math.max(...peaks.ours) / MEGABYTE;
      return [
        ...rivals.map(({ name, rounds }) =>
          measure({
            name: `time, beside ${name}`,
            value: median(rounds.ours),
            unit: "ms",
            baseline: { name, value: median(rounds.theirs) },
            ratio: rounds.ratio,
            ...(name === "remark-cli" && { target: atMost(0.3, "ratio") }),
          }),
        ),
        ...[...peaks.theirs].map(([name, theirs]) =>
          measure({
            name: `peak of memory, beside ${name}`,
            value: peak,
            unit: "MB",
            baseline: { name, value: theirs / MEGABYTE },
            ...(name === "remark-cli" && { target: atMost(400) }),
          }),
        ),
        measure({
          name: "`--fix`",
          value: median(fixed.ours),
          unit: "ms",
          baseline: { name: "linting alone", value: median(fixed.theirs) },
          ratio: fixed.ratio,
          target: atMost(1.3, "ratio"),
        }),
        measure({
          name: "a second run, which finds everything in the cache",
          value: second,
          unit: "ms",
          baseline: { name: "linting alone", value: median(fixed.theirs) },
          target: atMost(400),
        }),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** What was fixed once has nothing left to fix. */
async function inFreshCopy(): Promise<number> {
  const copy = await folderOfPosts(POSTS, releaseOf);
  try {
    return (await (await lintersIn(copy)).ours("--no-cache", "--fix")).took;
  } finally {
    await rm(copy, { recursive: true });
  }
}

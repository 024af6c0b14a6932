/** `trouble`: texts that take a Markdown parser seconds or gigabytes, and what the workers make of them. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { atMost, measure, type Bench } from "./measure.js";
import { ROOT } from "./processes.js";

interface Told {
  readonly texts: number;
  readonly slowest: { readonly took: number; readonly name: string };
  /** Posts at which the linter failed, or after which the next one was not linted. */
  readonly silent: number;
  readonly peak: number;
}

export const trouble: Bench = {
  name: "trouble",
  about:
    "Every kind of text that is known to take Markdown parsers seconds, gigabytes or their stack, and 200 more that are made up of scraps of syntax, each up to 256 kB; " +
    "one after another, each followed by a good post, by the built workers in a process of its own. The baselines are the limits that the workers are held to.",
  async run() {
    const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, "bench/trouble-process.mjs"), "200"], {
      maxBuffer: 2 ** 24,
    });
    const { texts, slowest, silent, peak } = JSON.parse(stdout) as Told;
    return [
      measure({
        name: `the slowest answer of ${texts}`,
        value: slowest.took,
        unit: "ms",
        baseline: { name: "the time a post has", value: 4_000 },
        target: atMost(5_000),
      }),
      measure({
        name: "peak of memory",
        value: peak / 1_000_000,
        unit: "MB",
        baseline: { name: "the heap of one worker", value: 160 },
        target: atMost(400),
      }),
      measure({
        name: "failures of the linter, or of the post after",
        value: silent,
        unit: "posts",
        baseline: { name: "texts", value: texts },
        target: atMost(0),
      }),
    ];
  },
};

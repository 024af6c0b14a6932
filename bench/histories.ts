/** `npm run histories -- [--runs N] [--seed N] [--short]`: plays random histories on paper and judges each by every promise that holds whatever people do. */
import { parseArgs } from "node:util";
import { tellShortest, tryHistories } from "../test/desk/histories/try-histories.js";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    /** Tells each kind of failure by a short history: up to a minute for each. */
    short: { type: "boolean", default: false },
  },
});

const began = performance.now();
const runs = Number(values.runs);
const tried = tryHistories({
  runs,
  seed: Number(values.seed),
  progress: (done, kinds) => {
    if (done % 500 === 0) process.stderr.write(`${done} of ${runs}, ${kinds} kinds of failures\n`);
  },
});
const each = Math.round((performance.now() - began) / runs);
for (const [kind, { count }] of [...tried.broken].sort(([, a], [, b]) => b.count - a.count))
  process.stdout.write(`${values.short ? tellShortest(tried, kind) : `${count} × ${kind}`}\n`);
process.stdout.write(
  `${runs} histories, seed ${tried.seed}: ${tried.merged} merges in ${tried.fruitful} of them, ${tried.moved} moves, ${tried.broken.size} kinds of failures, ${each} ms each\n`,
);
process.exitCode = tried.broken.size === 0 ? 0 : 1;

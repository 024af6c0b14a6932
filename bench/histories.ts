/** `npm run histories -- [--runs N] [--seed N]`: plays random histories on paper and judges each by every promise that holds whatever people do. */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { sayComplaint, type Complaint } from "../test/desk/histories/complaint.js";
import { anyHistory, type History } from "../test/desk/histories/history.js";
import { judgeHistory, type Verdict } from "../test/desk/histories/judge-history.js";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    /** Each kind of failure by a short history: takes a minute for each. */
    short: { type: "boolean", default: false },
  },
});

function judged(history: History): Verdict {
  try {
    return judgeHistory(history);
  } catch (error) {
    const { message = "", story = [] } = error as { readonly message?: string; readonly story?: readonly string[] };
    const complaint = { promise: "PL1", kind: message.replace(/\d+/g, "N").slice(0, 70), says: message, at: "" as Complaint["at"] };
    return { complaints: [complaint], story, merged: 0, moved: 0 };
  }
}

const kindOf = ({ promise, kind }: Complaint): string => `[${promise}] ${kind}`;

/** Leaves out every step and every quarter of waiting that a failure of the kind can do without. */
function shorten(history: History, kind: string): History {
  const fails = (one: History) => judged(one).complaints.some((each) => kindOf(each) === kind);
  let best = history;
  for (let index = best.steps.length - 1; index >= 0; index -= 1) {
    const without = { ...best, steps: best.steps.filter((_, place) => place !== index) };
    if (fails(without)) best = without;
  }
  return best;
}

const began = performance.now();
const kinds = new Map<string, { count: number; history: History }>();
let merged = 0;
let fruitful = 0;
let done = 0;
for (const history of fc.sample(anyHistory, { numRuns: Number(values.runs), seed: Number(values.seed) })) {
  const verdict = judged(history);
  merged += verdict.merged;
  fruitful += verdict.merged > 0 ? 1 : 0;
  for (const kind of new Set(verdict.complaints.map(kindOf))) {
    const known = kinds.get(kind);
    const shorter = !known || history.steps.length < known.history.steps.length;
    kinds.set(kind, { count: (known?.count ?? 0) + 1, history: shorter ? history : known.history });
  }
  done += 1;
  if (done % 1_000 === 0) process.stderr.write(`${done} histories, ${kinds.size} kinds of failures\n`);
}
const seconds = (performance.now() - began) / 1_000;
for (const [kind, { count, history }] of [...kinds].sort(([, a], [, b]) => b.count - a.count)) {
  const { complaints, story } = judged(values.short ? shorten(history, kind) : history);
  const first = complaints.find((one) => kindOf(one) === kind);
  process.stdout.write(`${count} × ${kind}\n  ${first ? sayComplaint(first) : ""}\n${story.map((line) => `    ${line}\n`).join("")}\n`);
}
process.stdout.write(
  `${done} histories, seed ${values.seed}: ${merged} merges in ${fruitful} of them, ${kinds.size} kinds of failures, ${Math.round((seconds / done) * 1_000)} ms each\n`,
);
process.exitCode = kinds.size === 0 ? 0 : 1;

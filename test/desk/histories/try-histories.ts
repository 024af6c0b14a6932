/** Trying histories: many are played once each and judged by everything; of what fails, the shortest story is sought with fast-check. */
import fc from "fast-check";
import { sayComplaint, type Complaint } from "./complaint.js";
import { anyHistory, type History } from "./history.js";
import { judgeHistory, type Verdict } from "./judge-history.js";

interface Trial {
  readonly runs: number;
  readonly seed: number;
  readonly progress?: (done: number, kinds: number) => void;
}

interface Broken {
  readonly promise: string;
  /** In how many histories. */
  readonly count: number;
  /** Of the history in which it was seen with the fewest steps. */
  readonly run: number;
  readonly steps: number;
}

export interface Tried {
  readonly seed: number;
  /** By kind of failure. */
  readonly broken: ReadonlyMap<string, Broken>;
  readonly merged: number;
  readonly moved: number;
  /** Histories in which something went live. */
  readonly fruitful: number;
}

const kindOf = ({ promise, kind }: Complaint): string => `[${promise}] ${kind}`;

/** A world that never comes to rest, or a plan that throws, is a failure like others. */
function judged(history: History): Verdict {
  try {
    return judgeHistory(history);
  } catch (error) {
    const { message = String(error), story = [] } = error as { readonly message?: string; readonly story?: readonly string[] };
    const kind = message.replace(/\d+/g, "N").slice(0, 70);
    return { complaints: [{ promise: "PL1", kind, says: message, at: null }], story, merged: 0, moved: 0 };
  }
}

export function tryHistories({ runs, seed, progress }: Trial): Tried {
  const broken = new Map<string, Broken>();
  const tried = { merged: 0, moved: 0, fruitful: 0 };
  for (const [run, history] of fc.sample(anyHistory, { numRuns: runs, seed }).entries()) {
    const { complaints, merged, moved } = judged(history);
    tried.merged += merged;
    tried.moved += moved;
    tried.fruitful += merged > 0 ? 1 : 0;
    const steps = history.steps.length;
    for (const [kind, { promise }] of new Map(complaints.map((one) => [kindOf(one), one] as const))) {
      const known = broken.get(kind);
      broken.set(kind, {
        promise,
        count: (known?.count ?? 0) + 1,
        ...(!known || steps < known.steps ? { run, steps } : { run: known.run, steps: known.steps }),
      });
    }
    progress?.(run + 1, broken.size);
  }
  return { seed, ...tried, broken };
}

/** The shortest history found that fails in this kind, told in words. */
export function tellShortest({ seed, broken }: Tried, kind: string): string {
  const found = broken.get(kind);
  if (!found) return `${kind}: never`;
  const fails = (history: History) => judged(history).complaints.some((one) => kindOf(one) === kind);
  const { counterexample } = fc.check(
    fc.property(anyHistory, (history) => !fails(history)),
    { seed, path: String(found.run), numRuns: 1, interruptAfterTimeLimit: 60_000 },
  );
  const [history] = counterexample ?? [];
  const { complaints, story } = history ? judged(history) : { complaints: [], story: [] };
  const first = complaints.find((one) => kindOf(one) === kind);
  return [`${found.count} × ${kind}`, ...(first ? [`  ${sayComplaint(first)}`] : []), ...story.map((line) => `    ${line}`)].join("\n");
}

/** Has HiGHS prove the optimum of a model in a worker, within a limit of time. */
import { Worker } from "node:worker_threads";

interface Proof {
  /** Whether it is the optimum; otherwise the limit was hit. */
  readonly proved: boolean;
  readonly cost: number;
  readonly ms: number;
}

export async function prove(text: string, seconds: number): Promise<Proof> {
  const worker = new Worker(new URL("./prove-here.ts", import.meta.url), { workerData: { text, seconds } });
  // What its own limit does not stop, presolving for one, is stopped here.
  const limit = setTimeout(() => void worker.terminate(), (seconds + 30) * 1000);
  try {
    return await new Promise<Proof>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => {
        resolve({ proved: false, cost: Number.NaN, ms: seconds * 1000 });
      });
    });
  } finally {
    clearTimeout(limit);
    await worker.terminate();
  }
}

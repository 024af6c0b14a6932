/** A process that asks a worker, waits until that has died while nobody asked it anything, and asks again: says `alive` when it is answered. */
import type { Worker } from "node:worker_threads";
import { createExaminer } from "../../src/examine/pool.js";

const examiner = createExaminer({ threads: 1, worker: new URL("./dying-worker.mjs", import.meta.url) });
const death = new Promise<unknown>((resolve) => {
  process.once("worker", (worker: Worker) => {
    worker.once("exit", resolve);
  });
});
// An idle worker keeps no process from ending.
const awake = setInterval(() => undefined, 60_000);
await examiner.readPost("posts/irmin.md", new Uint8Array());
new BroadcastChannel("die").postMessage("now");
await death;
await examiner.readPost("posts/next.md", new Uint8Array());
clearInterval(awake);
process.stdout.write("alive");
process.exit(0);

/** SIGTERM and SIGINT: finish what is being done, then go. A second signal, or a drain that takes too long, ends the process at once. */
import type { Logger } from "../log.js";

export interface DrainOptions {
  /** Finishes and closes everything. */
  readonly close: () => Promise<void>;
  readonly limitMs: number;
  readonly log: Logger;
  /** The process, or what stands in for it in a test. */
  readonly process: Pick<NodeJS.Process, "on" | "off" | "exit">;
}

/** Hosts send SIGKILL some time after SIGTERM: Kubernetes after 30 s, Docker after 10 s. What is not finished by then, leases give back. */
export const DRAIN_LIMIT_MS = 9_000;

/** Returns a function that takes the signals off again. */
export function drainOnSignal({ close, limitMs, log, process }: DrainOptions): () => void {
  let draining = false;
  const drain = (signal: NodeJS.Signals) => {
    if (draining) {
      log.warn(`${signal} again: leaving at once`);
      process.exit(1);
      return;
    }
    draining = true;
    log.info(`${signal}: finishing what is being done`);
    const tooLong = setTimeout(() => {
      log.error(`Not finished after ${limitMs} ms: leaving; what was begun is taken up again after the next start`);
      process.exit(1);
    }, limitMs);
    close().then(
      () => {
        clearTimeout(tooLong);
        log.info("Finished");
        process.exit(0);
      },
      (error: unknown) => {
        clearTimeout(tooLong);
        log.error({ err: error }, "Could not finish cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", drain).on("SIGINT", drain);
  return () => {
    process.off("SIGTERM", drain).off("SIGINT", drain);
  };
}

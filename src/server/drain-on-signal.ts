/** SIGTERM and SIGINT: finish what is being done, then go. A second signal, or a drain that takes too long, ends the process at once. */
import type { Logger } from "../log.js";

interface DrainOptions {
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
  let tooLong: NodeJS.Timeout | null = null;
  const leave = (code: number) => {
    clearTimeout(tooLong ?? undefined);
    process.exit(code);
  };
  const drain = (signal: NodeJS.Signals) => {
    if (tooLong) {
      log.warn(`${signal} again: Presstime stops now.`);
      leave(1);
      return;
    }
    log.info(`${signal}: Presstime finishes its current work and stops.`);
    tooLong = setTimeout(() => {
      log.error(`Presstime stops after ${limitMs} ms with unfinished work. It continues this work after the next start.`);
      leave(1);
    }, limitMs);
    close().then(
      () => {
        log.info("Presstime has finished its work and stops.");
        leave(0);
      },
      (error: unknown) => {
        log.error({ err: error }, "Presstime stops, but it could not close everything.");
        leave(1);
      },
    );
  };
  process.on("SIGTERM", drain).on("SIGINT", drain);
  return () => {
    process.off("SIGTERM", drain).off("SIGINT", drain);
  };
}

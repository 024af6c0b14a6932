/** Tells when what waits on a clock is at rest: for whoever moves the clock and wants everything to have happened. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../clock.js";

interface IdleWatch {
  /** The same clock, for one user. */
  readonly clock: Clock;
  /** Resolves when that user waits for an instant that has not come. */
  atRest(): Promise<void>;
}

export function watchIdle(clock: Clock): IdleWatch {
  let waiting = false;
  let watchers: (() => void)[] = [];
  return {
    clock: {
      now: () => clock.now(),
      async waitUntil(until, signal) {
        waiting = true;
        for (const tell of watchers.splice(0)) tell();
        await clock.waitUntil(until, signal);
        // One that was told to stop will wait no more.
        waiting = signal.aborted;
      },
    },
    async atRest() {
      // Whom the clock has just woken has not moved yet.
      await nextTurn();
      if (waiting) return;
      await new Promise<void>((resolve) => (watchers = [...watchers, resolve]));
    },
  };
}

/** The shell's clock: the real one here; the sandbox has one that people move. The desk never sees either, only instants. */
export interface Clock {
  now(): Date;
  /** Resolves when `now()` has reached `until`, or as soon as `signal` aborts; never rejects. */
  waitUntil(until: Date, signal: AbortSignal): Promise<void>;
}

/** Timers do not count the time that a machine sleeps, nor a clock that is put right: a long wait is many short ones. */
const LONGEST_TIMER = 60_000;

export const systemClock: Clock = {
  now: () => new Date(),
  async waitUntil(until, signal) {
    while (!signal.aborted && Date.now() < until.getTime()) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, Math.min(until.getTime() - Date.now(), LONGEST_TIMER));
        signal.addEventListener("abort", done);
      });
    }
  },
};

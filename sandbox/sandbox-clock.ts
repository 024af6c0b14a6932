/** The sandbox's clock: it stands still until somebody moves it, and wakes those who wait in order of their time. */
import type { Clock } from "../src/clock.js";

export interface SandboxClock extends Clock {
  /** Jumps (backwards too, as a host's clock may) and wakes at once everyone whose time has come. */
  set(to: Date): void;
  /** Goes there by way of every waiting instant: at each it stops, wakes who waits for it, and lets them act before it goes on. Rejects with a RangeError for the past. */
  advanceTo(to: Date | string): Promise<void>;
  /** `advanceTo` so many milliseconds from now. */
  advance(ms: number): Promise<void>;
  /** The earliest instant that anybody waits for. */
  nextWake(): Date | null;
  /** Awaited after each stop of `advanceTo`: for waiting until what was woken has come to rest. */
  onStop(settle: () => Promise<void>): void;
  /** Called each time before it moves, while everything is as it was at the last instant. */
  beforeMove(listener: () => void): void;
  /** Runs at `speed` sandbox milliseconds a real millisecond until the function it returns is called. */
  play(speed: number): () => Promise<void>;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

const TICK_MS = 50;

export function createSandboxClock(start: Date | string): SandboxClock {
  let now = readTime(start);
  let settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const sleepers = new Set<Sleeper>();
  const listeners: (() => void)[] = [];

  const moveTo = (time: number) => {
    if (time !== now) for (const listen of listeners) listen();
    now = time;
  };

  const wakeDue = () => {
    const due = [...sleepers].filter((sleeper) => sleeper.until <= now).sort((a, b) => a.until - b.until);
    for (const sleeper of due) sleeper.wake();
  };
  const earliest = () => [...sleepers].reduce<number | null>((best, { until }) => (best === null || until < best ? until : best), null);

  const advanceTo = async (to: Date | string) => {
    const target = readTime(to);
    if (target < now)
      throw new RangeError(`Unexpected ${new Date(target).toISOString()}, expected an instant after ${new Date(now).toISOString()}`);
    for (let next = earliest(); next !== null && next <= target; next = earliest()) {
      moveTo(Math.max(now, next));
      wakeDue();
      await settle();
    }
    moveTo(Math.max(now, target));
    await settle();
  };

  return {
    now: () => new Date(now),
    waitUntil: (until, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || until.getTime() <= now) {
          resolve();
          return;
        }
        const sleeper: Sleeper = {
          until: until.getTime(),
          wake: () => {
            sleepers.delete(sleeper);
            signal.removeEventListener("abort", sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener("abort", sleeper.wake);
      }),
    set(to) {
      moveTo(readTime(to));
      wakeDue();
    },
    advanceTo,
    advance: (ms) => advanceTo(new Date(now + ms)),
    nextWake() {
      const next = earliest();
      return next === null ? null : new Date(next);
    },
    onStop(wait) {
      settle = wait;
    },
    beforeMove: (listener) => {
      listeners.push(listener);
    },
    play(speed) {
      const stopped = new AbortController();
      const running = play(speed, stopped.signal, (ms) => advanceTo(new Date(now + ms)));
      return async () => {
        stopped.abort();
        await running;
      };
    },
  };
}

async function play(speed: number, signal: AbortSignal, advance: (ms: number) => Promise<void>): Promise<void> {
  let last = performance.now();
  while (!signal.aborted) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, TICK_MS);
      signal.addEventListener("abort", done, { once: true });
      function done() {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      }
    });
    const real = performance.now();
    await advance(Math.round((real - last) * speed));
    last = real;
  }
}

function readTime(when: Date | string): number {
  const ms = new Date(when).getTime();
  if (Number.isNaN(ms)) throw new RangeError(`Unexpected ${String(when)}, expected an instant`);
  return ms;
}

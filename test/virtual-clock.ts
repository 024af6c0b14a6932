/** A clock that moves only when a test moves it. */
import type { Clock } from "../src/clock.js";
import { instant, type Instant } from "../src/desk/time/zone.js";

export class VirtualClock implements Clock {
  #now: number;
  readonly #waiting = new Set<{ readonly until: number; readonly wake: () => void }>();

  constructor(at: Instant) {
    this.#now = Date.parse(at);
  }

  now(): Date {
    return new Date(this.#now);
  }

  get instant(): Instant {
    return instant(this.now());
  }

  /** The earliest moment that anything waits for; null when nothing does. */
  get next(): Instant | null {
    const [first] = [...this.#waiting].map(({ until }) => until).sort((a, b) => a - b);
    return first === undefined ? null : instant(new Date(first));
  }

  waitUntil(until: Date, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiter = {
        until: until.getTime(),
        wake: () => {
          this.#waiting.delete(waiter);
          signal.removeEventListener("abort", waiter.wake);
          resolve();
        },
      };
      if (signal.aborted || waiter.until <= this.#now) {
        resolve();
        return;
      }
      this.#waiting.add(waiter);
      signal.addEventListener("abort", waiter.wake);
    });
  }

  /** Moves on by so many milliseconds, and wakes those whose time has come. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const waiter of [...this.#waiting]) if (waiter.until <= this.#now) waiter.wake();
  }
}

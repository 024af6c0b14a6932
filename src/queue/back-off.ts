/** How long to wait after a failure: twice as long each time, never twice the same, at most a quarter of an hour. */
import { MINUTE } from "../desk/time/zone.js";

const FIRST = 5_000;
const LONGEST = 15 * MINUTE;

/** Milliseconds before the next attempt. `failures` counts those in a row, from 1; `random` is in [0, 1). */
export function backOff(failures: number, random: number): number {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 30));
  // Half of it at least: processes that failed together should not come back together, nor at once.
  return Math.round(most * (0.5 + random / 2));
}

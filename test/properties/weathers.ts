/** GitHub's weathers: each a habit of its own that a test switches on, and a property at random. One line a weather: add yours here. */
import type { World } from "../world.js";

/** Turns it on; `seed` says how bad it is. All are over with `trouble.over()`. */
type Weather = (world: World, seed: number) => void;

export const WEATHERS: Readonly<Record<string, Weather>> = {
  /** All reads are behind by as much, up to 30 s. */
  "reads lag": ({ github }, seed) => {
    github.trouble.lagging(seed % 30_001);
  },
  /** Each read is answered by another replica: one request may not know what the one before it told. */
  "replicas differ": ({ github }, seed) => {
    github.trouble.lagging(({ number }) => scattered(number + seed) % 30_001);
  },
};

/** A number that follows from another, and looks like chance. */
function scattered(n: number): number {
  return Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) >>> 1;
}

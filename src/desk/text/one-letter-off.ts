/** Near misses: two words of which one is the other mistyped, and nothing less alike. */
import { distance } from "fastest-levenshtein";

/** Shorter ones are as often another word as this one mistyped. */
const SHORTEST = 5;

/** One letter more, one less, another one, or two that changed places; case counts for nothing, and the same word is no miss. */
export function isOneLetterOff(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b || Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  if (distance(a, b) === 1) return true;
  const at = [...a].findIndex((_, n) => a[n] !== b[n]);
  return a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
}

/** Near misses: two words of which one is the other mistyped, and nothing less alike. */
import { distance } from "fastest-levenshtein";

/** Shorter ones are as often another word as this one mistyped. */
const SHORTEST = 5;

/** One letter more, one less, another one, two that changed places, or accents; case counts for nothing, and the same word is no miss. */
export function isOneLetterOff(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return one.normalize("NFC").toLowerCase() !== other.normalize("NFC").toLowerCase();
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  if (distance(a, b) === 1) return true;
  const at = Array.from(a).findIndex((_, n) => a[n] !== b[n]);
  return a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
}

function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

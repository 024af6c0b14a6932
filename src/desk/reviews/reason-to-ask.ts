/** Why somebody is asked, in words that stay true for as long as the request stands: counts of open reviews do not. */
import type { Person } from "../facts/person.js";
import { beatCovered } from "./beat-covered.js";

export function reasonToAsk(person: Person | null, beats: readonly string[]): string {
  if (!person) return "asked by hand";
  const beat = beatCovered(person, beats);
  if (beat === null) return "asked because nobody who covers the beat was free";
  return beat === "*" ? (beats.length > 0 ? "covers every beat" : "had the fewest open reviews") : `covers ${beat}`;
}

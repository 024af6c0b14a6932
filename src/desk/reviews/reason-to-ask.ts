/** Why somebody is asked, in words that stay true for as long as the request stands: counts of open reviews do not. */
import type { Person } from "../facts/person.js";
import { beatCovered } from "./beat-covered.js";

export function reasonToAsk(person: Person | null, beats: readonly string[]): string {
  if (!person) return "asked on GitHub, not by Presstime";
  const why = reasonOf(person, beats);
  return person.team === undefined ? why : `${why}, as a member of ${person.team}`;
}

function reasonOf(person: Person, beats: readonly string[]): string {
  const beat = beatCovered(person, beats);
  if (beat === null) return "asked because no reviewer of this subject was available";
  return beat === "*"
    ? beats.length > 0
      ? "reviews posts about every subject"
      : "had the fewest open reviews"
    : `reviews posts about ${beat}`;
}

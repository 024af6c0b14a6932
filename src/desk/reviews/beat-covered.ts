/** Which of a post's beats a person covers. */
import type { Person } from "../facts/person.js";

/** The first of `beats` that is the person's, in any case; `*` when they cover every beat or the post names none; null when none. */
export function beatCovered(person: Person, beats: readonly string[]): string | null {
  const own = new Set(person.beats.map((beat) => beat.toLowerCase()));
  return beats.find((beat) => own.has(beat.toLowerCase())) ?? (beats.length === 0 || own.has("*") ? "*" : null);
}

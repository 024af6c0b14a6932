/** Whose name that is: a login when exactly one person can be meant, a question otherwise, and never a guess. */
import { findPerson, type Person } from "../facts/person.js";
import { looksLikeName, mayBe } from "./names.js";

export interface Acquaintances {
  readonly people: readonly Person[];
  /** Who was at the meeting, as the page names them. */
  readonly attendees: readonly string[];
}

type Whose =
  | { readonly kind: "known"; readonly login: string }
  /** `name` is the fullest that is certain; `perhaps` are those it could be, as people read them. */
  | { readonly kind: "open"; readonly name: string; readonly perhaps: readonly string[] };

export function whose(name: string, { people, attendees }: Acquaintances): Whose {
  const candidates = people.filter((person) => namesOf(person).some((full) => mayBe(name, full)));
  const exact = findPerson(people, name);
  // An alias or a whole name is somebody's on purpose; a bare login may by chance be another's first name.
  if (exact && (name.startsWith("@") || candidates.length === 0 || candidates.includes(exact)))
    return { kind: "known", login: exact.login };
  const strangers = attendees.filter((attendee) => mayBe(name, attendee) && !people.some((person) => isOf(attendee, person)));
  const perhaps = [...candidates.map((person) => `${person.name} (@${person.login})`), ...strangers];
  const [candidate, ...others] = candidates;
  if (candidate && others.length === 0 && strangers.length === 0 && !exact) return { kind: "known", login: candidate.login };
  // With an initial the one attendee it fits is certain; a first name alone is not: in June 2014 the David of the list was not the David of the meeting.
  const [stranger] = strangers;
  const certain = candidates.length === 0 && strangers.length === 1 && /\s/.test(name.trim()) && stranger !== undefined;
  return { kind: "open", name: certain ? stranger : name, perhaps };
}

/** Whether these words name people rather than explain: by their look, or because we know them. */
export function areNames(parts: readonly string[], known: Acquaintances): boolean {
  return parts.length > 0 && parts.every((part) => looksLikeName(part) || isKnown(part, known));
}

export function isKnown(name: string, { people, attendees }: Acquaintances): boolean {
  return (
    findPerson(people, name) !== null ||
    people.some((person) => namesOf(person).some((full) => mayBe(name, full))) ||
    attendees.some((attendee) => mayBe(name, attendee))
  );
}

const namesOf = ({ name, aliases }: Person): readonly string[] => [name, ...aliases];

function isOf(attendee: string, person: Person): boolean {
  return namesOf(person).some((full) => mayBe(attendee, full));
}

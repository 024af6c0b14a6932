/** Whose name that is: a login when exactly one person can be meant, a question otherwise, and never a guess. */
import { findPerson, sameLogin, type Person } from "../facts/person.js";
import { isLogin, looksLikeName, mayBe, wordsOfName } from "./names.js";

export interface Acquaintances {
  readonly people: readonly Person[];
  /** Who was at the meeting, as the page names them. */
  readonly attendees: readonly string[];
  /** What was said of a name, in small letters: that it is somebody, or that it is no name but a part of titles. */
  readonly said: ReadonlyMap<string, "person" | "title">;
  /** Every word that one of their names begins with or has, in small letters. */
  readonly words: ReadonlySet<string>;
}

export function acquaint(
  people: readonly Person[],
  attendees: readonly string[],
  said: ReadonlyMap<string, "person" | "title">,
): Acquaintances {
  const names = [...people.flatMap((person) => [person.login, ...namesOf(person)]), ...attendees];
  const somebody = [...said].filter(([, meant]) => meant === "person").map(([name]) => name);
  return { people, attendees, said, words: new Set([...names, ...somebody].flatMap(wordsOfName)) };
}

type Whose =
  | { readonly kind: "known"; readonly login: string }
  /** A login that the desk does not have, when there is no desk to have it. */
  | { readonly kind: "new"; readonly login: string }
  /** `name` is the fullest that is certain; `perhaps` are those it could be, as people read them. */
  | { readonly kind: "open"; readonly name: string; readonly perhaps: readonly string[] };

export function whose(name: string, { people, attendees }: Pick<Acquaintances, "people" | "attendees">): Whose {
  const bare = name.replace(/^@/, "");
  const candidates = people.filter((person) => namesOf(person).some((full) => mayBe(bare, full)));
  const exact = findPerson(people, name);
  const byLogin = isLogin(name);
  // An alias or a whole name is somebody's on purpose; a bare login may by chance be another's first name.
  if (exact && (byLogin ? sameLogin(exact.login, bare) : candidates.length === 0 || candidates.includes(exact)))
    return { kind: "known", login: exact.login };
  if (byLogin && people.length === 0) return { kind: "new", login: bare };
  const strangers = attendees.filter((attendee) => mayBe(bare, attendee) && !people.some((person) => isOf(attendee, person)));
  const perhaps = [...candidates.map((person) => `${person.name} (@${person.login})`), ...strangers.filter((one) => one !== name)];
  const [candidate, ...others] = candidates;
  // "@Thomas" is meant as a login, and Thomas Leonard's is another.
  if (candidate && others.length === 0 && strangers.length === 0 && !exact && !byLogin) return { kind: "known", login: candidate.login };
  // With an initial the one attendee it fits is certain; a first name alone is not: in June 2014 the David of the list was not the David of the meeting.
  const [stranger] = strangers;
  const certain = candidates.length === 0 && strangers.length === 1 && /\s/.test(name.trim()) && stranger !== undefined;
  return { kind: "open", name: certain ? stranger : name, perhaps };
}

/** Whether these words are the name of somebody whom the desk or the page knows, a login, or a name that an answer made somebody's. */
export function isKnown(name: string, { people, attendees, said, words }: Acquaintances): boolean {
  const key = name.trim().toLowerCase();
  const meant = said.get(key);
  if (meant !== undefined) return meant === "person";
  if (isLogin(name.trim())) return true;
  const bare = key.replace(/^@/, "");
  if (!words.has(bare) && !words.has(wordsOfName(bare)[0] ?? "")) return false;
  return (
    findPerson(people, name) !== null ||
    people.some((person) => namesOf(person).some((full) => mayBe(bare, full))) ||
    attendees.some((attendee) => mayBe(bare, attendee))
  );
}

/** By its look alone, when nobody said otherwise. */
export function mayBeName(name: string, { said }: Acquaintances): boolean {
  return looksLikeName(name) && said.get(name.trim().toLowerCase()) !== "title";
}

const LONGEST_NAME = 4;

/** The known people whose names, with their capitals, stand somewhere in `text`. */
export function knownIn(text: string, known: Acquaintances): string[] {
  const words = Array.from(text.matchAll(/@?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{M}\p{N}])?/gu), ([word]) =>
    word.replace(/['’]s$/u, ""),
  );
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const longest = isNameWord(words[at] ?? "", known) ? LONGEST_NAME : 0;
    const lengths = Array.from({ length: longest }, (_, index) => longest - index);
    const length = lengths.find((count) => isKnown(words.slice(at, at + count).join(" "), known)) ?? 0;
    if (length > 0) found.push(words.slice(at, at + length).join(" "));
    at += Math.max(1, length);
  }
  return [...new Set(found)];
}

function isNameWord(word: string, { words }: Acquaintances): boolean {
  if (isLogin(word)) return true;
  return /^[\p{Lu}\p{Lo}]/u.test(word) && words.has(wordsOfName(word)[0] ?? "");
}

const namesOf = ({ name, aliases }: Person): readonly string[] => [name, ...aliases];

function isOf(attendee: string, person: Person): boolean {
  return namesOf(person).some((full) => mayBe(attendee, full));
}

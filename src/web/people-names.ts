/** Names for logins: what a page calls somebody. */
import { sameLogin } from "../desk/facts/person.js";
import type { KnownPerson } from "../view.js";
import { listMarkup, quotedMarkup, type Markup } from "./layout/markup.js";

/** Their name on the desk, or else the login (or name) as it stands. */
export function personName(people: readonly KnownPerson[], login: string): string {
  return people.find((person) => sameLogin(person.login, login))?.name ?? login;
}

export function namesOf(people: readonly KnownPerson[], logins: readonly string[]): Markup {
  return listMarkup(logins.map((login) => quotedMarkup(personName(people, login))));
}

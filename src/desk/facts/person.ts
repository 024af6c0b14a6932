/** People of the desk, and finding one by any of the names that people go by. */
import type { Day, Zone } from "../time/zone.js";

export interface Person {
  /** GitHub's, in the case GitHub shows; compare with `sameLogin`. */
  readonly login: string;
  readonly name: string;
  /** Other names found in by-lines, commits and meeting notes. */
  readonly aliases: readonly string[];
  readonly zone: Zone;
  /** Beats this person reviews; `*` covers every beat. */
  readonly beats: readonly string[];
  /** How many open reviews at once; 0 means "never ask me". */
  readonly capacity: number;
  readonly away: readonly Absence[];
  /** Codes such as `GB`, whose public holidays are days off; null or left out for the desk's. */
  readonly holidays?: readonly string[] | null;
  /** The team for whose sake they are on the desk; left out of those whom the desk names. */
  readonly team?: string;
}

/** Days off, both ends included, in the person's own zone. */
export interface Absence {
  readonly from: Day;
  readonly to: Day;
}

/** GitHub's logins are the same in any case. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function includesLogin(logins: readonly string[], login: string): boolean {
  return logins.some((one) => sameLogin(one, login));
}

/** The person who signs so: by the login beside the name, or else by the name. Null when nobody does. */
export function findSigner(people: readonly Person[], signed: { readonly value: string; readonly login?: string }): Person | null {
  const { value, login } = signed;
  return people.find((person) => login !== undefined && sameLogin(person.login, login)) ?? findPerson(people, value);
}

/** The one person who goes by `text` (login with or without `@`, name or alias, any case); null when nobody or more than one does. */
export function findPerson(people: readonly Person[], text: string): Person | null {
  const wanted = text.trim().replace(/^@/, "").normalize("NFC").toLowerCase();
  const byLogin = people.find((person) => person.login.toLowerCase() === wanted);
  if (byLogin) return byLogin;
  const named = people.filter((person) => [person.name, ...person.aliases].some((name) => name.normalize("NFC").toLowerCase() === wanted));
  return named.length === 1 ? (named[0] ?? null) : null;
}

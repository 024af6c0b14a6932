/** Who may say what: the one place that decides whether a person's command counts. */
import type { Desk } from "../facts/desk.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Allowed } from "./grammar.js";

export interface Speaker {
  readonly login: string;
  /** Whether the speaker belongs to the repository. */
  readonly insider: boolean;
}

/** The people with a part in one post. */
export interface Part {
  /** Who signs it: by the plan, or by its text as far as they are of the desk. Of a post that nobody promised, whoever its text names. */
  readonly byline: readonly string[];
  readonly openers: readonly string[];
  readonly asked: readonly string[];
  /** Whether the plan promises it: then a stranger does not come to own it by opening a pull request. */
  readonly promised: boolean;
}

export function mayDo(allowed: Allowed, speaker: Speaker, part: Part, desk: Desk): boolean {
  const opened = includesLogin(part.openers, speaker.login);
  const owner =
    isCoordinator(speaker, desk) || includesLogin(part.byline, speaker.login) || (opened && (!part.promised || belongs(speaker, desk)));
  if (allowed === "anyone" || owner) return true;
  if (allowed === "owners") return false;
  return opened || belongs(speaker, desk) || includesLogin(part.asked, speaker.login);
}

/** Members of the repository and people of the desk. */
export function belongs(speaker: Speaker, desk: Desk): boolean {
  return speaker.insider || isCoordinator(speaker, desk) || desk.people.some((person) => sameLogin(person.login, speaker.login));
}

/** Those whom the desk names; where it names nobody, every member of the repository. */
export function isCoordinator(speaker: Speaker, desk: Desk): boolean {
  return desk.coordinators.length > 0 ? includesLogin(desk.coordinators, speaker.login) : speaker.insider;
}

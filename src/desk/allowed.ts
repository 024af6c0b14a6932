/** Who may say what: the one place that decides whether a person's command counts. */
import type { Allowed } from "./command.js";
import type { Desk } from "./desk.js";
import { includesLogin, sameLogin } from "./person.js";

export interface Speaker {
  readonly login: string;
  /** Whether the speaker belongs to the repository. */
  readonly insider: boolean;
}

/** The people with a part in one post. */
export interface Part {
  readonly byline: readonly string[];
  readonly openers: readonly string[];
  readonly asked: readonly string[];
}

export function mayDo(allowed: Allowed, speaker: Speaker, part: Part, desk: Desk): boolean {
  const owner = isCoordinator(speaker, desk) || includesLogin([...part.byline, ...part.openers], speaker.login);
  if (allowed === "anyone" || owner) return true;
  if (allowed === "owners") return false;
  return (
    speaker.insider || includesLogin(part.asked, speaker.login) || desk.people.some((person) => sameLogin(person.login, speaker.login))
  );
}

/** Those whom the desk names; where it names nobody, every member of the repository. */
export function isCoordinator(speaker: Speaker, desk: Desk): boolean {
  return desk.coordinators.length > 0 ? includesLogin(desk.coordinators, speaker.login) : speaker.insider;
}

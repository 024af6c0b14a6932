/** Who may say what: the one place that decides whether a person's command counts. */
import type { Desk } from "../facts/desk.js";
import { includesLogin } from "../facts/person.js";
import { hasStanding, isCoordinator, type Voice } from "../facts/standing.js";

/** Who may: anyone; those involved in the post; its owners; or the desk: its byline, people of the desk, and whoever may write to the repository. */
export type Allowed = "anyone" | "involved" | "owners" | "desk";

/** The people with a part in one post. */
export interface Part {
  /** Who signs it: by the plan, or by its text as far as they are of the desk. Of a post that nobody promised, whoever its text names. */
  readonly byline: readonly string[];
  readonly openers: readonly string[];
  readonly asked: readonly string[];
  /** Whether the plan promises it: then a stranger does not come to own it by opening a pull request. */
  readonly promised: boolean;
}

export function mayDo(allowed: Allowed, speaker: Voice, part: Part, desk: Desk): boolean {
  const opened = includesLogin(part.openers, speaker.login);
  const owner =
    isCoordinator(speaker, desk) || includesLogin(part.byline, speaker.login) || (opened && (!part.promised || hasStanding(speaker, desk)));
  if (allowed === "anyone") return true;
  if (allowed === "desk") return hasStanding(speaker, desk) || includesLogin(part.byline, speaker.login);
  if (owner) return true;
  if (allowed === "owners") return false;
  return opened || hasStanding(speaker, desk) || includesLogin(part.asked, speaker.login);
}

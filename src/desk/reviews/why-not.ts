/** Why a person cannot be asked to review a post. */
import { leaveOf } from "../calendar/presence.js";
import { includesLogin, sameLogin, type Person } from "../facts/person.js";
import { loadOf } from "./open-review-load.js";
import type { ReviewersRequest } from "./reviewers-request.js";

export type WhyNot =
  | "signs the post"
  | "opened the pull request"
  | "wrote the text as it stands"
  | "is asked already"
  | "was taken off"
  | "was refused by GitHub"
  | "never reviews"
  | "is away"
  | "has no room";

/** Null when nothing speaks against it. Away is `calendar/presence.ts`'s to say. */
export function whyNot(person: Person, request: ReviewersRequest): WhyNot | null {
  const { login } = person;
  if (includesLogin(request.byline, login)) return "signs the post";
  if (request.openedBy !== null && sameLogin(request.openedBy, login)) return "opened the pull request";
  if (includesLogin(request.writers, login)) return "wrote the text as it stands";
  if (includesLogin(request.already, login)) return "is asked already";
  if (includesLogin(request.never, login)) return "was taken off";
  if (request.refused.some((one) => sameLogin(one.login, login))) return "was refused by GitHub";
  if (person.capacity === 0) return "never reviews";
  if (leaveOf(person, request.at, request.desk)) return "is away";
  return loadOf(request.load, login) < person.capacity ? null : "has no room";
}

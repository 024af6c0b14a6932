/** Code owners whose approval the rules of the branch want besides what the desk asks for. */
import type { PullRequest } from "../facts/snapshot.js";
import type { Missing } from "../stage.js";

/** Null where none is wanted, or none of those asked is known to be one: GitHub says who is while they have not answered. */
export function ownersWanted({ wantsReview, requested, teams = [] }: PullRequest): Missing | null {
  const people = requested.flatMap(({ login, codeOwner }) => (codeOwner ? [login] : []));
  const owning = teams.filter(({ codeOwner }) => codeOwner).length;
  return wantsReview && people.length + owning > 0 ? { kind: "code owners", people, teams: owning } : null;
}

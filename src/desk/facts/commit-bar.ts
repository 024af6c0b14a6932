/** The one rule for whether the app may commit to a pull request's branch: for dates and for fixes alike. */
import { lastTry } from "./ledger-key.js";
import { sameLogin } from "./person.js";
import type { PullRequest, Snapshot } from "./snapshot.js";
import type { CannotFix } from "./text-fix.js";

/**
 * Null when it may: only to branches of the repository itself, and not where GitHub has refused it. That is not tried again at the same
 * head: whoever waits for it has been told, and another head is another matter.
 */
export function commitBar(pull: PullRequest, { repository, memory }: Snapshot): CannotFix | null {
  const { head } = pull;
  if (head.repository === null || !sameLogin(head.repository, `${repository.owner}/${repository.name}`)) {
    return { kind: "fork", from: head.repository };
  }
  const last = lastTry("commit", pull, memory);
  return last?.ended === "refused" ? { kind: "refused", why: last.why ?? "" } : null;
}

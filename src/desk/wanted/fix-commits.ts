/** The commit of fixes that somebody asked for, on the pull request's own branch. */
import type { Commit } from "../effect.js";
import type { PullRequest } from "../facts/snapshot.js";
import type { Fixable } from "../fixes/fix-request.js";
import { writeFixMessage } from "../words/fixing.js";

/** One for all that is left, with the logins of those who asked for it; null when nobody did. */
export function wantFix({ number, head }: PullRequest, { changes, count }: Fixable, askers: readonly string[]): Commit | null {
  if (askers.length === 0) return null;
  return {
    kind: "commit",
    pull: number,
    head: head.sha,
    branch: head.branch,
    changes,
    message: writeFixMessage(count, changes.length, askers),
    alters: true,
  };
}

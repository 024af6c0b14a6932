/** A merge queue: what is in one is not refused, and not live before the queue merges it. */

/** How the ledger keeps it of a merge that GitHub took into the queue of the branch. */
export const IN_QUEUE = "it is in the merge queue of the branch, and GitHub merges it from there";

const KEPT_OUT = "the branch has a merge queue, and GitHub does not let the app add to it";

/** `why` in GitHub's words. */
export function sayKeptOutOfQueue(why: string): string {
  return `${KEPT_OUT} (${why}). Somebody with write access presses “Merge when ready” on the pull request`;
}

export function isKeptOutOfQueue(why: string | null): boolean {
  return why?.startsWith(KEPT_OUT) ?? false;
}

export function isInQueue(why: string | null | undefined): boolean {
  return why === IN_QUEUE;
}

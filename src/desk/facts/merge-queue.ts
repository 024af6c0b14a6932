/** A merge queue: what is in one is not refused, and not live before the queue merges it. */

/** How the ledger keeps it of a merge that GitHub took into the queue of the branch. */
export const IN_QUEUE = "it is in the merge queue of the branch, and GitHub merges it from there";

export function isInQueue(why: string | null | undefined): boolean {
  return why === IN_QUEUE;
}

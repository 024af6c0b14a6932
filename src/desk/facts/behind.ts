/** Branches that are behind their base where GitHub wants them up to date: whether the app can see to that, and when it last did. */
import { lastTry, readKey } from "./ledger-key.js";
import type { Memory, PullRequest, Snapshot } from "./snapshot.js";
import { latest, MINUTE, plus, type Instant } from "../time/zone.js";

/** GitHub answers that it will, and does it a moment later. */
const SEEN_WITHIN = 5 * MINUTE;

/** The app cannot write to a fork. */
export function isUpdatable({ mergeable, head }: PullRequest, { owner, name }: Snapshot["repository"]): boolean {
  return mergeable === "behind" && head.repository?.toLowerCase() === `${owner}/${name}`.toLowerCase();
}

/** Whether a merge has to wait for that: not once GitHub has refused it, or done it in vain. */
export function awaitsUpdate(pull: PullRequest, { repository, memory, at }: Pick<Snapshot, "repository" | "memory" | "at">): boolean {
  if (!isUpdatable(pull, repository)) return false;
  const last = lastTry("update", pull, memory);
  return !last || (last.ended === "done" && plus(last.at, SEEN_WITHIN) > at);
}

/** Of any head of it; null when the ledger knows of none. */
export function lastUpdated({ number }: PullRequest, { effects }: Memory): Instant | null {
  return latest(
    Object.entries(effects).map(([key, { ended, at }]) => {
      const about = ended === "done" ? readKey(key) : null;
      return about?.kind === "update" && about.pull === number ? at : null;
    }),
  );
}

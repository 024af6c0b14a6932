/** Branches that are behind their base where GitHub wants them up to date: whether the app can see to that, and when it last did. */
import { lastTry, readKey } from "./ledger-key.js";
import type { Memory, PullRequest, Snapshot } from "./snapshot.js";
import { latest, MINUTE, plus, type Instant } from "../time/zone.js";

/** GitHub answers that it will, and does it a moment later. */
const SEEN_WITHIN = 5 * MINUTE;

type Known = Pick<Snapshot, "repository" | "memory">;

/** What GitHub says of a merge for which it wants the branch up to date. */
const OUTDATED = /out.of.date|up.to.date/i;

/** By what GitHub says of it, or refused its merge for: where the app reads “blocked” of everything, nothing else tells. */
export function isBehind(pull: PullRequest, { memory }: Known): boolean {
  return pull.mergeable === "behind" || OUTDATED.test(lastTry("merge", pull, memory)?.why ?? "");
}

/** The app cannot write to a fork. */
export function isInFork({ head }: PullRequest, { repository: { owner, name } }: Pick<Snapshot, "repository">): boolean {
  return head.repository?.toLowerCase() !== `${owner}/${name}`.toLowerCase();
}

export function isUpdatable(pull: PullRequest, known: Known): boolean {
  return isBehind(pull, known) && !isInFork(pull, known);
}

/** Whether a merge has to wait for that: not once GitHub has refused it, or done it in vain. */
export function awaitsUpdate(pull: PullRequest, { repository, memory, at }: Pick<Snapshot, "repository" | "memory" | "at">): boolean {
  if (!isUpdatable(pull, { repository, memory })) return false;
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

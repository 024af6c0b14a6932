/** Other people's checks at the instant of going live: whether they stand in the way, and whose move that makes it. */
import type { Merging } from "../facts/desk.js";
import type { PullRequest } from "../facts/snapshot.js";
import { MINUTE, plus, type Instant } from "../time/zone.js";

/** Checks that run for longer than this beyond the slot are told to the coordinator. */
const OVERDUE_AFTER = 30 * MINUTE;

export interface ChecksBar {
  readonly kind: "failing" | "running" | "overdue";
  /** When it will be said that they take too long; null when that is said, or they have failed. */
  readonly overdueAt: Instant | null;
}

/**
 * Null when nothing stands in the way. GitHub says of a pull request that it is blocked when a check fails or runs that branch
 * protection requires; a desk that asks for required checks only goes by that.
 */
export function checksBar(
  { checks, mergeable }: Pick<PullRequest, "checks" | "mergeable">,
  counted: Merging["checks"],
  due: Instant,
  at: Instant,
): ChecksBar | null {
  // What may not be read is not waited for: it might never be known.
  if (checks === null || checks === "passing" || checks === "unknown") return null;
  if (counted === "required" && mergeable !== "blocked") return null;
  if (checks === "failing") return { kind: "failing", overdueAt: null };
  const overdueAt = plus(due, OVERDUE_AFTER);
  return at < overdueAt ? { kind: "running", overdueAt } : { kind: "overdue", overdueAt: null };
}

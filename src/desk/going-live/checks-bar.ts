/** Other people's checks at the instant of going live: whether they stand in the way, and whose move that makes it. */
import type { Merging } from "../facts/desk.js";
import { labelsKey } from "../facts/ledger-key.js";
import type { Memory, PullRequest } from "../facts/snapshot.js";
import { MINUTE, plus, type Instant } from "../time/zone.js";

/** Checks that run for longer than this beyond the slot are told to the coordinator. */
const OVERDUE_AFTER = 30 * MINUTE;

/** Milliseconds until GitHub shows the runs that a label has started. */
const STARTS_WITHIN = 20_000;

export interface ChecksBar {
  readonly kind: "failing" | "running" | "overdue";
  /** When this is otherwise by itself: when it is said that they take too long, or those would be there that our labels start. */
  readonly againAt: Instant | null;
}

/** Null when nothing stands in the way. */
export function checksBar(
  pull: Pick<PullRequest, "number" | "checks" | "requiredChecks">,
  counted: Merging["checks"],
  due: Instant,
  at: Instant,
  { effects }: Memory,
): ChecksBar | null {
  const checks = counted === "required" ? (pull.requiredChecks ?? null) : pull.checks;
  // What may not be read is not waited for: it might never be known.
  if (checks === null || checks === "unknown") return null;
  if (checks === "passing") {
    const labelled = counted === "required" ? undefined : effects[labelsKey(pull.number)]?.at;
    const startedBy = labelled && plus(labelled, STARTS_WITHIN);
    return startedBy && at < startedBy ? { kind: "running", againAt: startedBy } : null;
  }
  if (checks === "failing") return { kind: "failing", againAt: null };
  const overdueAt = plus(due, OVERDUE_AFTER);
  return at < overdueAt ? { kind: "running", againAt: overdueAt } : { kind: "overdue", againAt: null };
}

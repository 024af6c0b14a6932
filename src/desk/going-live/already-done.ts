/** Effects that were done or refused already, and are not to be tried now. */
import { digestOf, keyOf, type Effect } from "../effect.js";
import { isInQueue, isKeptOutOfQueue } from "../facts/merge-queue.js";
import { lacksToMerge } from "../facts/missing-permission.js";
import { isUnassignable } from "../facts/unassignable.js";
import type { PullRequest, Remembered, Snapshot } from "../facts/snapshot.js";
import { between, earliest, HOUR, MINUTE, plus, type Instant } from "../time/zone.js";

/** Effects whose end GitHub does not show where the snapshot is read: only the ledger knows that they were done. */
const KNOWN_TO_THE_LEDGER: ReadonlySet<Effect["kind"]> = new Set([
  "check",
  "remind",
  "reply",
  "suggest",
  "resolve",
  "foresee",
  "update",
  "assign",
]);

/** Done once for what they are about, whatever they would say now. */
const SAID_ONCE: ReadonlySet<Effect["kind"]> = new Set(["remind", "reply", "suggest", "assign"]);

/** Leaves out what was done already, and what was refused lately: that is tried again after half an hour, a merge as soon as GitHub would have it. */
export function withoutDone<Some extends Effect>(
  wanted: readonly Some[],
  { memory, at, open }: Snapshot,
): { readonly effects: readonly Some[]; readonly againAt: Instant | null } {
  const pulls = new Map(open.map((pull) => [pull.number, pull]));
  const retries: Instant[] = [];
  const effects = wanted.filter((effect) => {
    const last = memory.effects[keyOf(effect)];
    if (!last || (last.digest !== digestOf(effect) && !SAID_ONCE.has(effect.kind))) return true;
    if (last.ended === "done") return !KNOWN_TO_THE_LEDGER.has(effect.kind);
    // Who cannot be assigned is not asked about again.
    if (isUnassignable(last.why)) return false;
    const pull = effect.kind === "merge" ? pulls.get(effect.pull) : null;
    const retry = pull ? mergeRetryAt(last, pull) : plus(last.at, HOUR / 2);
    if (retry > at) retries.push(retry);
    return retry <= at;
  });
  return { effects, againAt: earliest(retries) };
}

/** When a merge that GitHub refused is tried again: soon once GitHub says that it would have it, else after half an hour. Nobody but people can open a queue. */
export function mergeRetryAt({ at, why }: Remembered, { mergeable, comments }: PullRequest): Instant {
  if (isKeptOutOfQueue(why)) {
    // Twice as long each time: as long again as people know of it.
    const told = comments.find((one) => one.mark?.startsWith("stopped/") && one.at <= at)?.at ?? at;
    return plus(at, Math.min(HOUR, Math.max(5 * MINUTE, between(told, at))));
  }
  return plus(at, mergeable === "yes" && !lacksToMerge(why ?? "") && !isInQueue(why) ? 5 * MINUTE : HOUR / 2);
}

/** What was refused within a day, in words. */
export function troublesOf({ memory, at }: Snapshot): readonly string[] {
  const lately = plus(at, -24 * HOUR);
  return [
    ...new Set(
      Object.values(memory.effects).flatMap(({ ended, why, at: when }) =>
        ended === "refused" && why !== null && !isInQueue(why) && !isUnassignable(why) && when > lately ? [why] : [],
      ),
    ),
  ]
    .sort()
    .slice(0, 20);
}

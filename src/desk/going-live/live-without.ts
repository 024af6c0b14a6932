/** What a live post went live without: merged by hand or pushed before anybody had approved it, in its embargo, or in a freeze. */
import { freezeAt } from "../calendar/freeze.js";
import type { Dossier } from "../dossier.js";
import { labelsKey, lastTry } from "../facts/ledger-key.js";
import { hasNotice } from "../facts/has-notice.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { ReviewVerdict } from "../reviews/verdict-of.js";
import { MINUTE, plus, type Instant } from "../time/zone.js";
import { labelOf, type Without } from "../stage.js";

/** A merge that came while the last look was under way may not have been judged by it. */
const UNDER_WAY = 10 * MINUTE;

/** Empty for what the app merged, and for history from before it came. */
export function liveWithout(dossier: Dossier, verdict: ReviewVerdict | null, snapshot: Snapshot): readonly Without[] {
  const { live, leading, promised } = dossier;
  const { desk, memory } = snapshot;
  if (!live?.at) return [];
  const pull = leading?.pull ?? null;
  const at = live.at;
  const isHistory = pull !== null && !hasNotice(pull) && !dossier.announced.some((told) => told.at < at);
  if (isHistory || (pull && lastTry("merge", pull, memory)?.ended === "done")) return [];
  const { approvals: needed } = desk.review;
  const got = verdict?.approvedBy.length ?? 0;
  const reviewed = verdict ? verdict.passes : needed === 0;
  const until = promised?.notBefore ?? null;
  const last = dossier.moves.at(-1);
  const freeze = freezeAt(desk.calendar.freezes, live.at, last ? { at: last.slot, by: last.by } : null);
  const unmet: readonly Without[] = [
    ...(reviewed ? [] : [{ kind: "review", got, needed } as const]),
    ...(until && live.at < until ? [{ kind: "embargo", until } as const] : []),
    ...(freeze ? [{ kind: "freeze", to: freeze.to, why: freeze.why } as const] : []),
  ];
  // The label is the record, unless GitHub would not take it.
  const isKept = pull && isJudged(pull, live.at, snapshot) && memory.effects[labelsKey(pull.number)]?.ended !== "refused";
  return isKept ? unmet.filter((one) => pull.labels.includes(labelOf(one))) : unmet;
}

/** Whether a look before this one judged it: what people change in the desk since makes no post that is live an unreviewed one. */
function isJudged({ standing }: PullRequest, at: Instant, { lookedAt }: Snapshot): boolean {
  return standing === "merged" && lookedAt != null && at < plus(lookedAt, -UNDER_WAY);
}

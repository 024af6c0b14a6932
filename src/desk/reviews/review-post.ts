/** Reviewing: what the reviews of each leading submission amount to, and who is to be asked. START HERE. */
import { isOpen, type Dossier } from "../dossier.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { PastRequest } from "./past-requests.js";
import { planRequests, type RequestPlan } from "./plan-requests.js";
import { verdictOf, type ReviewVerdict } from "./verdict-of.js";

export interface Reviewed {
  readonly dossier: Dossier;
  readonly verdict: ReviewVerdict | null;
  readonly requests: RequestPlan | null;
}

/** What the reviews of the leading submission amount to, and who is to be asked. */
export function reviewPost(dossier: Dossier, snapshot: Snapshot, load: Map<string, number>, asked: readonly PastRequest[]): Reviewed {
  const { leading, byline } = dossier;
  if (!leading || (leading.pull.draft && isOpen(leading.pull))) return { dossier, verdict: null, requests: null };
  const { pull, file } = leading;
  const verdict = verdictOf(pull.reviews, {
    byline,
    openedBy: pull.openedBy?.login ?? null,
    app: snapshot.app,
    needed: snapshot.desk.review.approvals,
    desk: snapshot.desk,
    commits: pull.commits,
  });
  const stopped = dossier.live ?? dossier.decided.held ?? dossier.decided.dropped;
  const errors = file.reading?.findings.some(({ severity }) => severity === "error") ?? false;
  const asks = isOpen(pull) && !stopped && !errors;
  return { dossier, verdict, requests: asks ? planRequests(dossier, pull, verdict, snapshot, load, asked) : null };
}

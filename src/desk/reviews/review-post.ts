/** Reviewing: what the reviews of each leading submission amount to, and who is to be asked. START HERE. */
import { isOpen, type Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { earliest, type Instant } from "../time/zone.js";
import { loadOf, openReviewLoad } from "./open-review-load.js";
import { pastRequests } from "./past-requests.js";
import { planRequests, type RequestPlan } from "./plan-requests.js";
import { submissionOf } from "./submission.js";
import { verdictOf, type ReviewVerdict } from "./verdict-of.js";

export interface Reviewed {
  readonly dossier: Dossier;
  readonly verdict: ReviewVerdict | null;
  /** Of its pull request: of all posts that come in one it is the same. */
  readonly requests: RequestPlan | null;
}

/**
 * Reviewers are asked for pull requests, not for each post in them. Those that bring promised posts come first, as they do for slots:
 * what is asked for posts that nobody promised is in nobody's way who is needed for a promise.
 * `dueOf`: when the review of a post is to be there, as far as that was told.
 */
export function reviewAll(
  dossiers: readonly Dossier[],
  snapshot: Snapshot,
  dueOf: (dossier: Dossier) => Instant | null,
): readonly Reviewed[] {
  const verdicts = new Map(dossiers.map((dossier) => [dossier, verdictIn(dossier, snapshot)] as const));
  const past = pastRequests(snapshot.memory);
  const submissions = new Map<PullRequest, Dossier[]>();
  for (const dossier of dossiers) {
    const { leading } = dossier;
    if (leading && verdicts.get(dossier) && isOpen(leading.pull))
      submissions.set(leading.pull, [...(submissions.get(leading.pull) ?? []), dossier]);
  }
  const promising = new Set(dossiers.flatMap(({ promised, brought }) => (promised ? brought.map(({ pull }) => pull) : [])));
  const isPromised = (pull: PullRequest) => promising.has(pull);
  const isStray = (pull: PullRequest) => !promising.has(pull);
  const plans = new Map<PullRequest, RequestPlan>();
  const ask = (pulls: readonly PullRequest[], load: Map<string, number>): void => {
    for (const pull of pulls) {
      const posts = submissions.get(pull) ?? [];
      const { dossier, verdict, asks } = submissionOf(posts, verdicts, snapshot);
      const due = earliest(posts.map(dueOf));
      if (asks) plans.set(pull, planRequests(dossier, pull, verdict, snapshot, load, past.get(pull.number) ?? [], due));
    }
  };
  // Each counts what it finds, and with strays what promises have taken besides.
  const load = new Map(openReviewLoad(snapshot.open.filter(isPromised)));
  ask([...submissions.keys()].filter(isPromised), load);
  for (const [login, open] of openReviewLoad(snapshot.open.filter(isStray))) load.set(login, loadOf(load, login) + open);
  const strays = [...submissions.keys()].filter(isStray);
  ask(
    strays.toSorted((a, b) => a.number - b.number),
    load,
  );
  return dossiers.map((dossier) => ({
    dossier,
    verdict: verdicts.get(dossier) ?? null,
    requests: (dossier.leading && plans.get(dossier.leading.pull)) ?? null,
  }));
}

function verdictIn({ leading, byline }: Dossier, { app, desk }: Snapshot): ReviewVerdict | null {
  if (!leading || ((leading.pull.draft || leading.pull.notReadYet) && isOpen(leading.pull))) return null;
  const { pull } = leading;
  return verdictOf(pull.reviews, {
    byline,
    openedBy: pull.openedBy?.login ?? null,
    app,
    needed: desk.review.approvals,
    desk,
    commits: pull.commits,
  });
}

/** The verdict: what the reviews of a pull request amount to for the text as it stands. */
import type { Desk } from "../facts/desk.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { OwnCommit, Review } from "../facts/snapshot.js";
import { bySaid } from "../facts/spoken.js";
import { countsAsPerson, hasStanding } from "../facts/standing.js";
import { wroteIt, writersOf, type Writers } from "./writers-of.js";

export interface VerdictRequest {
  readonly byline: readonly string[];
  readonly openedBy: string | null;
  /** The app's own login. */
  readonly app: string;
  /** Approvals needed. */
  readonly needed: number;
  /** Who has a place on it. */
  readonly desk: Pick<Desk, "people" | "coordinators">;
  /** Whose commits it is made of; left out where that was not read. */
  readonly commits?: readonly OwnCommit[] | undefined;
}

/** Logins as GitHub shows them, in the order of the reviews that say so. */
export interface ReviewVerdict {
  readonly approvedBy: readonly string[];
  /** Changes requested for the text as it stands: the turn is the byline's. */
  readonly requestsChanges: readonly string[];
  /** Changes requested for an older text than the present one: the turn is theirs again. */
  readonly answered: readonly string[];
  /** Approved an older text than the present one, and are worth asking first. */
  readonly lapsed: readonly string[];
  /** Have only commented so far. */
  readonly commented: readonly string[];
  /** Reviews that do not count, and why, in words for people. */
  readonly discounted: readonly Discounted[];
  /** Paths that changed since those whose turn it is again have looked; none where that cannot be told. */
  readonly changedSince: readonly string[];
  /** Who wrote what nobody else has approved yet. */
  readonly writers: readonly string[];
  /** Enough approvals, and nobody waiting for changes, made or not. */
  readonly passes: boolean;
}

/** Of what nobody has reviewed. */
export const UNREVIEWED: ReviewVerdict = {
  approvedBy: [],
  requestsChanges: [],
  answered: [],
  lapsed: [],
  commented: [],
  discounted: [],
  changedSince: [],
  writers: [],
  passes: false,
};

interface Discounted {
  readonly login: string;
  readonly why: string;
  /** Paths that changed since, where that is why. */
  readonly changed?: readonly string[];
}

/** Of each person the latest review counts that approves, asks for changes or was dismissed; comments leave it standing. */
export function verdictOf(reviews: readonly Review[], request: VerdictRequest): ReviewVerdict {
  const verdict = {
    approvedBy: new Array<string>(),
    requestsChanges: new Array<string>(),
    answered: new Array<string>(),
    lapsed: new Array<string>(),
    discounted: new Array<Discounted>(),
  };
  const heard: Review[] = [];
  const writers = writersOf(request.commits, reviews, (review) => whyBarred(review, request) === null);
  for (const review of latestOfEach(reviews.filter(({ says }) => says !== "comments"))) {
    const login = review.by?.login ?? "ghost";
    const old = review.outdated.length > 0;
    const isWriter = includesLogin(writers.present, login);
    const why = whyDiscounted(review, request, writers) ?? (old && isWriter ? wroteIt(login) : null);
    const isLapsed = old && review.says === "approves" && whyBarred(review, request) === null;
    if (why !== null) verdict.discounted.push({ login, why, ...(isLapsed && !review.uncompared && { changed: review.outdated }) });
    if (why === null && review.says === "approves") verdict.approvedBy.push(login);
    if (why === null && review.says === "requests changes") (old ? verdict.answered : verdict.requestsChanges).push(login);
    if (isLapsed && !isWriter) verdict.lapsed.push(login);
    if (why === null || (isLapsed && !isWriter)) heard.push(review);
  }
  const judged = Object.values(verdict).flatMap((logins) => logins.map((one) => (typeof one === "string" ? one : one.login)));
  // Whoever may review and has said anything but comments is among these.
  const commented = latestOfEach(reviews).flatMap((review) =>
    review.by && whyBarred(review, request) === null && !includesLogin(judged, review.by.login) ? [review.by.login] : [],
  );
  const waiting = verdict.requestsChanges.length + verdict.answered.length;
  const changedSince = heard.some(({ uncompared }) => uncompared) ? [] : [...new Set(heard.flatMap(({ outdated }) => outdated))].sort();
  return {
    ...verdict,
    changedSince,
    commented,
    writers: writers.present,
    passes: waiting === 0 && verdict.approvedBy.length >= request.needed,
  };
}

/** Why a review does not count, whatever it says: by a bot, by one of the byline, by a stranger; null when its writer may review. */
function whyBarred({ by }: Review, { byline, openedBy, app, desk }: VerdictRequest): string | null {
  if (by === null) return "the GitHub account was deleted";
  if (sameLogin(by.login, app) || !countsAsPerson(by)) return `${by.login} is a bot`;
  if (includesLogin(byline, by.login)) return `${by.login} is an author of the post`;
  // GitHub lets nobody approve a pull request of their own; asking for changes to it is no review either.
  if (openedBy !== null && sameLogin(openedBy, by.login)) return `${by.login} opened the pull request`;
  if (hasStanding(by, desk)) return null;
  return by.access === "none"
    ? `${by.login} has no write access to this repository and is not on the desk`
    : `GitHub did not say whether ${by.login} has write access to this repository`;
}

/** A request for changes is heard from whoever wrote the text too: it stops nothing that was safe, and goes once they have changed it. */
function whyDiscounted(review: Review, request: VerdictRequest, writers: Writers): string | null {
  const barred = whyBarred(review, request);
  if (barred !== null) return barred;
  if (review.says === "dismissed") return "it was dismissed";
  if (review.says !== "approves") return null;
  if (review.uncompared) return "it is for an older commit, which GitHub cannot compare with the present one. Ask for a new approval";
  return review.outdated.length > 0 ? "it is for an older text" : writers.whyWriter(review);
}

/** The latest review of each person; those of accounts that are gone each stand for themselves. */
function latestOfEach(reviews: readonly Review[]): readonly Review[] {
  const inOrder = reviews.toSorted(bySaid);
  const latest = new Map<string, Review>();
  for (const review of inOrder) {
    const key = review.by?.login.toLowerCase() ?? `ghost ${review.id}`;
    latest.delete(key);
    latest.set(key, review);
  }
  return [...latest.values()];
}

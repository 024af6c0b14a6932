/** The verdict: what the reviews of a pull request amount to for the text as it stands. */
import type { Desk } from "../facts/desk.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Actor, Review } from "../facts/snapshot.js";
import { hasStanding } from "../facts/standing.js";

export interface VerdictRequest {
  readonly byline: readonly string[];
  readonly openedBy: string | null;
  /** The app's own login. */
  readonly app: string;
  /** Approvals needed. */
  readonly needed: number;
  /** Who has a place on it. */
  readonly desk: Pick<Desk, "people" | "coordinators">;
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
  readonly discounted: readonly { readonly login: string; readonly why: string }[];
  /** Enough approvals, and nobody waiting for changes, made or not. */
  readonly passes: boolean;
}

/** Of each person the latest review counts that approves, asks for changes or was dismissed; comments leave it standing. */
export function verdictOf(reviews: readonly Review[], request: VerdictRequest): ReviewVerdict {
  const verdict = {
    approvedBy: new Array<string>(),
    requestsChanges: new Array<string>(),
    answered: new Array<string>(),
    lapsed: new Array<string>(),
    discounted: new Array<{ readonly login: string; readonly why: string }>(),
  };
  for (const review of latestOfEach(reviews.filter(({ says }) => says !== "comments"))) {
    const login = review.by?.login ?? "ghost";
    const why = whyDiscounted(review, request);
    const old = review.outdated.length > 0;
    if (why !== null) verdict.discounted.push({ login, why });
    if (why === null && review.says === "approves") verdict.approvedBy.push(login);
    if (why === null && review.says === "requests changes") (old ? verdict.answered : verdict.requestsChanges).push(login);
    if (old && review.says === "approves" && whyBarred(review, request) === null) verdict.lapsed.push(login);
  }
  const judged = Object.values(verdict).flatMap((logins) => logins.map((one) => (typeof one === "string" ? one : one.login)));
  const commented = latestOfEach(reviews.filter(({ says }) => says === "comments")).flatMap((review) =>
    review.by && whyBarred(review, request) === null && !includesLogin(judged, review.by.login) ? [review.by.login] : [],
  );
  const waiting = verdict.requestsChanges.length + verdict.answered.length;
  return { ...verdict, commented, passes: waiting === 0 && verdict.approvedBy.length >= request.needed };
}

/** Why a review does not count, whatever it says: by a bot, by one of the byline, by a stranger; null when its writer may review. */
function whyBarred({ by }: Review, { byline, openedBy, app, desk }: VerdictRequest): string | null {
  if (by === null) return "the account is gone";
  if (sameLogin(by.login, app) || !countsAsPerson(by)) return "is a bot";
  if (includesLogin(byline, by.login)) return "signs the post";
  // GitHub lets nobody approve a pull request of their own; asking for changes to it is no review either.
  if (openedBy !== null && sameLogin(openedBy, by.login)) return "opened the pull request";
  if (hasStanding(by, desk)) return null;
  return by.access === "none"
    ? "has no say here: neither write access nor a place on the desk"
    : `GitHub did not say whether ${by.login} may write here`;
}

function whyDiscounted(review: Review, request: VerdictRequest): string | null {
  const barred = whyBarred(review, request);
  if (barred !== null) return barred;
  if (review.says === "dismissed") return "the review was dismissed";
  return review.says === "approves" && review.outdated.length > 0 ? `approved an older text of ${review.outdated.join(", ")}` : null;
}

/** The latest review of each person; those of accounts that are gone each stand for themselves. */
function latestOfEach(reviews: readonly Review[]): readonly Review[] {
  const inOrder = reviews.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id));
  const latest = new Map<string, Review>();
  for (const review of inOrder) {
    const key = review.by?.login.toLowerCase() ?? `ghost ${review.id}`;
    latest.delete(key);
    latest.set(key, review);
  }
  return [...latest.values()];
}

/** Neither a bot nor an account that is gone. */
export function countsAsPerson(actor: Actor | null): actor is Actor {
  return actor !== null && !actor.bot && !actor.login.endsWith("[bot]");
}

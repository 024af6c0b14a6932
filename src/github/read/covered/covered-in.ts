/** Finding out what reviews cover and whose commits there are: asked only where it matters, and kept. START HERE. */
import type { Desk } from "../../../desk/facts/desk.js";
import { plus, DAY, readInstant } from "../../../desk/time/zone.js";
import type { Covered } from "../covered.js";
import { OPENED, PUSHES, type ForeseenFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { type PullShape, type RemarkShape, type ReviewShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { changedSince, type Stand } from "./changed-since.js";
import { firstComparedAt, type Base } from "./own-difference-at.js";
import { ownCommits } from "./own-commits.js";
import { presentDifference } from "./present-difference.js";
import { weightiest } from "./weightiest.js";

/** Stands of one pull request, other than the present one, that are compared with it. */
const MOST_STANDS = 30;

/** What ended before this and was never compared ended before we came, or while we were away: then nobody acts on it. */
const RECENT = 7 * DAY;

/** The heads with which pull requests were opened, by number: told by a delivery, or seen while nothing had happened since. */
export async function openedWith(scope: ReadScope, pulls: readonly PullShape[]): Promise<ReadonlyMap<number, string>> {
  const keyOf = ({ number }: PullShape) => `${scope.id}:${number}`;
  const kept = await scope.cache.find(OPENED, pulls.map(keyOf));
  // So that who pushed a head is not forgotten before anybody reviews it.
  await scope.cache.find(
    PUSHES,
    pulls.map(({ headRefOid }) => `${scope.id}:${headRefOid}`),
  );
  const seen = pulls.filter((pull) => !kept.has(keyOf(pull)) && pull.updatedAt === pull.createdAt);
  const news = new Map(seen.map((pull) => [keyOf(pull), pull.headRefOid]));
  await scope.cache.keep(OPENED, news);
  const all = new Map([...kept, ...news]);
  return new Map(pulls.flatMap((pull) => (all.has(keyOf(pull)) ? [[pull.number, all.get(keyOf(pull)) ?? ""] as const] : [])));
}

interface Known {
  readonly remarks: readonly RemarkShape[];
  readonly openedWith: string | undefined;
  readonly foreseen: readonly ForeseenFix[];
  /** Every path that it changes, as GitHub tells it today. */
  readonly changes: readonly string[];
  readonly desk: Desk;
}

/** Asks for nothing while nobody has said what counts, and nothing was pushed. */
export async function coveredIn(scope: ReadScope, pull: PullShape, known: Known): Promise<Covered> {
  const { remarks, openedWith: first, foreseen, changes, desk } = known;
  const head = pull.headRefOid;
  const base: Base = { name: pull.baseRefName, ended: pull.state === "OPEN" ? null : pull.baseRefOid };
  const reviews = remarks.filter(isDecisive);
  if (reviews.length === 0 && (first === head || pull.state !== "OPEN")) return { outdated: new Map() };
  const ended = pull.state === "OPEN" ? null : readInstant(pull.mergedAt ?? pull.closedAt ?? pull.updatedAt);
  if (ended !== null && ended < plus(scope.at, -RECENT) && (await firstComparedAt(scope, base, head)) === null) {
    return { outdated: new Map(reviews.map((one) => [one, []])) };
  }
  const { own, again, since } = await presentDifference(scope, base, head, changes);
  const isPresent = (review: ReviewShape) =>
    review.commit?.oid === head &&
    (baseAt(review, remarks) ?? base.name) === base.name &&
    (since === null || readInstant(review.submittedAt ?? "") >= since);
  const outdated = new Map<ReviewShape, readonly string[] | null>(reviews.filter(isPresent).map((one) => [one, []]));
  const compared = new Map<string, readonly string[] | null>();
  for (const review of await weightiest(
    scope,
    reviews.filter((one) => !outdated.has(one)),
    desk,
  )) {
    const then = standAt(review, remarks, base);
    if (!then) continue;
    const key = `${then.base.name}:${then.head}`;
    if (!compared.has(key) && compared.size === MOST_STANDS) continue;
    const changed = compared.has(key) ? (compared.get(key) ?? null) : await changedSince(scope, then, { base, own, foreseen });
    compared.set(key, changed);
    outdated.set(review, changed);
  }
  const commits = await ownCommits(
    scope,
    {
      base,
      opener: translateActor(pull.author)?.login ?? null,
      openedWith: first,
      forced: remarks.flatMap((one) => (one.__typename === "HeadRefForcePushedEvent" ? [one] : [])),
      foreseen,
    },
    head,
    again,
  );
  return { outdated, commits };
}

/** Approves or asks for changes, and is a person's. */
function isDecisive(one: RemarkShape): one is ReviewShape {
  return (
    one.__typename === "PullRequestReview" &&
    (one.state === "APPROVED" || one.state === "CHANGES_REQUESTED") &&
    translateActor(one.author)?.bot === false
  );
}

/** Null where the head that was reviewed is not told any more. */
function standAt(review: ReviewShape, remarks: readonly RemarkShape[], base: Base): Stand | null {
  const name = baseAt(review, remarks);
  const head = review.commit?.oid;
  return head === undefined ? null : { base: name === null || name === base.name ? base : { name, ended: null }, head };
}

/** The branch that it went to when the review was given, where it went to another afterwards: against that one other things were changed. */
function baseAt({ submittedAt }: ReviewShape, remarks: readonly RemarkShape[]): string | null {
  for (const one of remarks) {
    if (!("createdAt" in one) || one.createdAt < (submittedAt ?? "")) continue;
    if (one.__typename === "BaseRefChangedEvent") return one.previousRefName;
    if (one.__typename === "AutomaticBaseChangeSucceededEvent") return one.oldBase;
  }
  return null;
}

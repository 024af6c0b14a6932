/** Finding out what reviews cover and whose commits there are: asked only where it matters, and kept. START HERE. */
import { plus, DAY, readInstant } from "../../../desk/time/zone.js";
import type { Covered } from "../covered.js";
import { byPath, differingPaths, sameFile, type OwnDifference } from "../own-difference.js";
import { OPENED, PUSHES, type ForeseenFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { type PullShape, type RemarkShape, type ReviewShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { knownDifferenceAt, ownDifferenceAt } from "./own-difference-at.js";
import { textsBefore } from "./texts-before.js";
import { ownCommits } from "./own-commits.js";

/** Reviews of one pull request, the newest, whose heads are compared; older ones are held to be outdated. */
const MOST_REVIEWS = 30;

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
}

/** Asks for nothing while nobody has said what counts, and nothing was pushed. */
export async function coveredIn(scope: ReadScope, pull: PullShape, { remarks, openedWith: first, foreseen }: Known): Promise<Covered> {
  const { headRefOid: head, baseRefName: base } = pull;
  const reviews = remarks.filter(isDecisive).slice(-MOST_REVIEWS);
  if (reviews.length === 0 && (first === head || pull.state !== "OPEN")) return { outdated: new Map() };
  const ended = pull.state === "OPEN" ? null : readInstant(pull.mergedAt ?? pull.closedAt ?? pull.updatedAt);
  if (ended !== null && ended < plus(scope.at, -RECENT) && !(await knownDifferenceAt(scope, base, head))) {
    return { outdated: new Map(reviews.map((one) => [one, []])) };
  }
  const outdated = new Map<ReviewShape, readonly string[] | null>();
  for (const review of reviews) {
    const then = { base: baseAt(review, remarks) ?? base, head: review.commit?.oid };
    if (then.head === head && then.base === base) outdated.set(review, []);
    else if (then.head !== undefined)
      outdated.set(review, await changedSince(scope, { ...then, head: then.head }, { base, head }, foreseen));
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

/** The branch that it went to when the review was given, where it went to another afterwards: against that one other things were changed. */
function baseAt({ submittedAt }: ReviewShape, remarks: readonly RemarkShape[]): string | null {
  for (const one of remarks) {
    if (!("createdAt" in one) || one.createdAt < (submittedAt ?? "")) continue;
    if (one.__typename === "BaseRefChangedEvent") return one.previousRefName;
    if (one.__typename === "AutomaticBaseChangeSucceededEvent") return one.oldBase;
  }
  return null;
}

interface Stand {
  readonly base: string;
  readonly head: string;
}

/** Paths of which the pull request changes something else as it stands now than as it stood when it was reviewed; null where that cannot be told. */
async function changedSince(
  scope: ReadScope,
  reviewed: Stand,
  { base, head }: Stand,
  foreseen: readonly ForeseenFix[],
): Promise<readonly string[] | null> {
  const present = await ownDifferenceAt(scope, base, head);
  const then = await ownDifferenceAt(scope, reviewed.base, reviewed.head);
  if (!present?.complete || !then?.complete) return null;
  const changed = await unseenIn(scope, base, then, present, foreseen);
  if (changed.length === 0 || then.mergeBase === present.mergeBase) return changed;
  // The base may hold by now what came with the head that was reviewed: then it is no change of this pull request any more.
  const again = reviewed.base === base ? await ownDifferenceAt(scope, base, reviewed.head, { behind: present.mergeBase }) : null;
  return again?.complete ? unseenIn(scope, base, again, present, foreseen) : changed;
}

async function unseenIn(
  scope: ReadScope,
  base: string,
  then: OwnDifference,
  present: OwnDifference,
  foreseen: readonly ForeseenFix[],
): Promise<readonly string[]> {
  const unseen = new Set(differingPaths(then, present));
  const [seen, now] = [byPath(then), byPath(present)];
  for (const path of unseen) {
    const { blob, status } = now.get(path) ?? {};
    if (!blob || status === "removed" || foreseen.length === 0) continue;
    for (const before of await textsBefore(scope, { path, blob }, foreseen)) {
      const was = seen.get(before.path);
      if (!was || !(was.blob === before.blob || (await isSeenAt(scope, base, was.path, then, before.head)))) continue;
      unseen.delete(path);
      if (!now.has(before.path)) unseen.delete(before.path);
      break;
    }
  }
  return [...unseen];
}

/** Whether the pull request changed at that head what it changed of that file where it was reviewed: the base may have come in between. */
async function isSeenAt(scope: ReadScope, base: string, path: string, then: OwnDifference, head: string | undefined): Promise<boolean> {
  const own = head === undefined ? null : await ownDifferenceAt(scope, base, head);
  const [one, other] = [own && byPath(own).get(path), byPath(then).get(path)];
  return own !== null && !!one && !!other && sameFile(one, other, own.mergeBase === then.mergeBase);
}

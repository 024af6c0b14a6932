/** What reviews of a pull request cover of it as it stands, and whose commits it is made of. */
import type { PullRequest } from "../../../desk/facts/snapshot.js";
import { plus, DAY, readInstant } from "../../../desk/time/zone.js";
import { byPath, differingPaths, sameFile, type OwnDifference } from "../own-difference.js";
import { OPENED, PUSHES, type DateFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { type PullShape, type RemarkShape, type ReviewShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { knownDifference, ownDifference } from "./compare-heads.js";
import { textsBefore } from "./date-fixes.js";
import { ownCommits } from "./own-commits.js";

export interface Covered {
  /** By the head that was reviewed: what of the pull request has changed since; null where that cannot be told. Others were not compared. */
  readonly outdated: ReadonlyMap<string, readonly string[] | null>;
  readonly commits?: PullRequest["commits"];
}

/** Heads of one pull request, the newest, that are compared; older reviews are held to be outdated. */
const MOST_HEADS = 30;

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
  readonly dateFixes: readonly DateFix[];
}

/** Asks for nothing while nobody has said what counts, and nothing was pushed. */
export async function coveredIn(scope: ReadScope, pull: PullShape, { remarks, openedWith: first, dateFixes }: Known): Promise<Covered> {
  const { headRefOid: head, baseRefName: base } = pull;
  const heads = [...new Set(remarks.flatMap((one) => (isDecisive(one) && one.commit ? [one.commit.oid] : [])).reverse())];
  if (heads.length === 0 && (first === head || pull.state !== "OPEN")) return { outdated: new Map() };
  const ended = pull.state === "OPEN" ? null : readInstant(pull.mergedAt ?? pull.closedAt ?? pull.updatedAt);
  if (ended !== null && ended < plus(scope.at, -RECENT) && !(await knownDifference(scope, base, head))) {
    return { outdated: new Map(heads.map((one) => [one, []])) };
  }
  const outdated = new Map<string, readonly string[] | null>();
  for (const reviewed of heads.filter((one) => one !== head).slice(0, MOST_HEADS)) {
    outdated.set(reviewed, await changedSince(scope, base, reviewed, head, dateFixes));
  }
  outdated.set(head, []);
  const commits = await ownCommits(
    scope,
    {
      base,
      opener: translateActor(pull.author)?.login ?? null,
      openedWith: first,
      forced: remarks.flatMap((one) => (one.__typename === "HeadRefForcePushedEvent" ? [one] : [])),
      dateFixes,
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

/** Paths of which the pull request changes something else at `head` than at `reviewed`; null where that cannot be told. */
async function changedSince(
  scope: ReadScope,
  base: string,
  reviewed: string,
  head: string,
  dateFixes: readonly DateFix[],
): Promise<readonly string[] | null> {
  const present = await ownDifference(scope, base, head);
  const then = await ownDifference(scope, base, reviewed);
  if (!present?.complete || !then?.complete) return null;
  const changed = await unseenIn(scope, base, then, present, dateFixes);
  if (changed.length === 0 || then.mergeBase === present.mergeBase) return changed;
  // The base may hold by now what came with the head that was reviewed: then it is no change of this pull request any more.
  const again = await ownDifference(scope, base, reviewed, { behind: present.mergeBase });
  return again?.complete ? unseenIn(scope, base, again, present, dateFixes) : changed;
}

async function unseenIn(
  scope: ReadScope,
  base: string,
  then: OwnDifference,
  present: OwnDifference,
  dateFixes: readonly DateFix[],
): Promise<readonly string[]> {
  const unseen = new Set(differingPaths(then, present));
  const [seen, now] = [byPath(then), byPath(present)];
  for (const path of unseen) {
    const { blob, status } = now.get(path) ?? {};
    if (!blob || status === "removed" || dateFixes.length === 0) continue;
    for (const before of await textsBefore(scope, { path, blob }, dateFixes)) {
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
  const own = head === undefined ? null : await ownDifference(scope, base, head);
  const [one, other] = [own && byPath(own).get(path), byPath(then).get(path)];
  return own !== null && !!one && !!other && sameFile(one, other, own.mergeBase === then.mergeBase);
}

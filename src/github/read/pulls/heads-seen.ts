/** Since when each head is what it is. Commits cannot tell, their times are the committer's to set, so we note when we first saw a head. */
import { earliest, latest, readInstant, type Instant } from "../../../desk/time/zone.js";
import { HEAD_SEEN } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { nodesOf, type PullShape } from "../shapes.js";

/** By number. A head first seen now came at the latest when GitHub last saw anything happen to its pull request. */
export async function headsSince(scope: ReadScope, pulls: readonly PullShape[]): Promise<ReadonlyMap<number, Instant>> {
  const keyOf = ({ number, headRefOid }: PullShape) => seenHeadKey(scope.id, number, headRefOid);
  const known = await scope.cache.find(HEAD_SEEN, pulls.map(keyOf));
  const news = new Map<string, Instant>();
  const since = new Map<number, Instant>();
  for (const pull of pulls) {
    const key = keyOf(pull);
    const seen = known.get(key) ?? earliest([scope.at, readInstant(pull.updatedAt), ended(pull)]) ?? scope.at;
    if (!known.has(key)) news.set(key, seen);
    since.set(pull.number, forcedTo(pull) ?? latest([readInstant(pull.createdAt), seen]) ?? seen);
  }
  await scope.cache.keep(HEAD_SEEN, news);
  return since;
}

export function seenHeadKey(repository: number, number: number, head: string): string {
  return `${repository}:${number}:${head}`;
}

function ended({ mergedAt, closedAt }: PullShape): Instant | null {
  const at = mergedAt ?? closedAt;
  return at ? readInstant(at) : null;
}

/** A forced push is the one kind that GitHub dates: the last that led to this very head, if one did. */
function forcedTo({ timelineItems, headRefOid }: PullShape): Instant | null {
  const forced = nodesOf(timelineItems).flatMap((one) =>
    one.__typename === "HeadRefForcePushedEvent" && one.afterCommit?.oid === headRefOid ? [readInstant(one.createdAt)] : [],
  );
  return latest(forced);
}

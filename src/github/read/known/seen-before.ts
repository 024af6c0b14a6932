/** What a look saw a short while ago: the next one may be answered by a replica that is older, and is then of before. */
import { earliest, plus, readInstant, type Instant } from "../../../desk/time/zone.js";
import { nextLook } from "../../../news.js";
import type { Behind } from "../../forge.js";
import type { Overview } from "../overview.js";
import { SEEN, type ReadCache } from "../read-cache.js";
import { nodesOf } from "../shapes.js";

/** Milliseconds before what does not fit together is read again. */
const SOON = 2_000;

/** Null when nothing in it is older than what was seen before. Of a repository at rest nothing is kept. */
export async function olderThanBefore(
  { cache, id, at }: { readonly cache: ReadCache; readonly id: number; readonly at: Instant },
  { repository, open }: Overview,
): Promise<Behind | null> {
  const key = String(id);
  const isLate = (time: string) => nextLook(readInstant(time), at) !== null;
  const before = Object.entries((await cache.find(SEEN, [key])).get(key) ?? {}).filter(([, time]) => isLate(time));
  const now = new Map<string, string>(
    [
      ["pushed", repository.pushedAt ?? ""] as const,
      ...[...nodesOf(repository.ended), ...open, ...nodesOf(repository.boards)].map((one) => [String(one.number), one.updatedAt] as const),
    ].filter(([, time]) => time !== ""),
  );
  const older = before.filter(([thing, time]) => time > (now.get(thing) ?? ""));
  const lately = Object.fromEntries([...[...now].filter(([, time]) => isLate(time)), ...older]);
  if (before.length > 0 || Object.keys(lately).length > 0) await cache.keep(SEEN, new Map([[key, lately]]));
  const again = earliest(older.map(([, time]) => nextLook(readInstant(time), at)));
  const things = older.map(([thing]) => thing);
  return again && { apart: things.map(Number), all: things.includes("pushed"), again };
}

/** The answers to two requests of one look do not fit together. */
export function tornAt(at: Instant): Behind {
  return { apart: [], all: true, again: plus(at, SOON) };
}

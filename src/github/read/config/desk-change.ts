/** The last change of the desk file: whose it is and its commit, and the desk that it took the place of. */
import type { Desk } from "../../../desk/facts/desk.js";
import type { DeskChange } from "../../../desk/facts/snapshot.js";
import { earliest } from "../../../desk/time/zone.js";
import { DESK_CHANGE } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { deskCommits, type DeskFileAt } from "./desk-commits.js";

/** `good` is the last good one that was known before; null where there was none. Null where GitHub would not say. */
export async function deskChange(
  scope: ReadScope,
  file: DeskFileAt,
  good: { readonly oid: string; readonly desk: Desk } | null,
): Promise<DeskChange | null> {
  const { cache, id, at } = scope;
  const { oid } = file;
  const known = (await cache.find(DESK_CHANGE, [String(id)])).get(String(id));
  if (known?.oid === oid && known.change) return known.change;
  // What it took the place of is known at the first look alone, whenever GitHub says whose it is.
  const seen = known?.oid === oid ? known.seen : { at, former: good && good.oid !== oid ? good.desk : null };
  const [last] = (await deskCommits(scope, file)) ?? [];
  // Dates of commits are anybody's to set, and a branch may be merged long after: where we saw it change, that is when it did.
  const change = last
    ? { by: last.by, sha: last.sha, at: seen.former ? seen.at : (earliest([last.at, seen.at]) ?? seen.at), former: seen.former }
    : null;
  await cache.keep(DESK_CHANGE, new Map([[String(id), { oid, change, seen }]]));
  return change;
}

/** That of the last good file, while the one that is there is broken. */
export async function lastDeskChange({ cache, id }: Pick<ReadScope, "cache" | "id">): Promise<DeskChange | null> {
  return (await cache.find(DESK_CHANGE, [String(id)])).get(String(id))?.change ?? null;
}

/** The last change of the desk file: whose it is and its commit, asked once for each text that it has, and the desk that it took the place of. */
import type { Desk } from "../../../desk/facts/desk.js";
import type { DeskChange } from "../../../desk/facts/snapshot.js";
import { earliest, instant, type Instant } from "../../../desk/time/zone.js";
import { failureOf } from "../../request-failure.js";
import { DESK_PATH } from "../documents.js";
import { DESK_CHANGE } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

interface DeskFiles {
  /** Git's id of the file in force. */
  readonly oid: string;
  /** The last good one that was known before; null where there was none. */
  readonly good: { readonly oid: string; readonly desk: Desk } | null;
}

/** Null where GitHub would not say. */
export async function deskChange(scope: ReadScope, { oid, good }: DeskFiles): Promise<DeskChange | null> {
  const { cache, id, at } = scope;
  const known = (await cache.find(DESK_CHANGE, [String(id)])).get(String(id));
  if (known?.oid === oid) return known.change;
  const former = good && good.oid !== oid ? good.desk : null;
  const commit = await lastCommit(scope);
  // Dates of commits are anybody's to set, and a branch may be merged long after: where we saw it change, that is when it did.
  const change = commit && { by: commit.by, sha: commit.sha, at: former ? at : (earliest([commit.at, at]) ?? at), former };
  await cache.keep(DESK_CHANGE, new Map([[String(id), { oid, change }]]));
  return change;
}

/** That of the last good file, while the one that is there is broken. */
export async function lastDeskChange({ cache, id }: Pick<ReadScope, "cache" | "id">): Promise<DeskChange | null> {
  return (await cache.find(DESK_CHANGE, [String(id)])).get(String(id))?.change ?? null;
}

/** https://docs.github.com/rest/commits/commits#list-commits */
async function lastCommit({ client, owner, name, at }: ReadScope): Promise<{ by: string | null; sha: string; at: Instant } | null> {
  try {
    const { data } = await client.rest.repos.listCommits({ owner, repo: name, path: DESK_PATH, per_page: 1 });
    const [last] = data;
    if (!last) return null;
    const date = last.commit.committer?.date;
    return { by: last.author?.login ?? null, sha: last.sha, at: date === undefined ? at : instant(new Date(date)) };
  } catch (error) {
    if (failureOf(error, new Date(at)).kind === "later") throw error;
    return null;
  }
}

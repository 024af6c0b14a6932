/** The last commits that changed the desk file, the newest first: asked once for each text that it gets. */
import { instant } from "../../../desk/time/zone.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { DESK_PATH } from "../documents.js";
import { DESK_COMMITS, type DeskCommit } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

export interface DeskFileAt {
  /** Git's id of its text. */
  readonly oid: string;
  /** The name of the repository that holds it: this one, or its owner's `.github`. */
  readonly home: string;
}

/** Enough to find somebody who may write: a stranger's change may have been taken in. */
export const MOST_COMMITS = 5;

/** Null where GitHub would not say; then it is asked again by the next look. */
export async function deskCommits(scope: ReadScope, { oid, home }: DeskFileAt): Promise<readonly DeskCommit[] | null> {
  const key = `${scope.id}:${home}`;
  const known = (await scope.cache.find(DESK_COMMITS, [key])).get(key);
  if (known?.oid === oid) return known.commits;
  const commits = await answeredInTheEnd(scope, `commits of ${DESK_PATH} in ${home}`, () => listed(scope, home));
  if (commits) await scope.cache.keep(DESK_COMMITS, new Map([[key, { oid, commits }]]));
  return commits;
}

/** https://docs.github.com/rest/commits/commits#list-commits */
async function listed({ client, owner }: ReadScope, home: string): Promise<readonly DeskCommit[]> {
  const { data } = await client.rest.repos.listCommits({ owner, repo: home, path: DESK_PATH, per_page: MOST_COMMITS });
  return data.map(({ sha, author, commit }) => {
    const date = commit.committer?.date;
    return {
      sha,
      by: author?.login ?? null,
      isPerson: author !== null && author.type === "User" && author.login !== "web-flow",
      at: date === undefined ? null : instant(new Date(date)),
    };
  });
}

/** When files came that have the name of a promised post and that no pull request is known to have brought: only what came since keeps a promise. */
import type { Desk } from "../../../desk/facts/desk.js";
import { slugOfPath } from "../../../desk/facts/slug.js";
import type { PublishedPost, PullRequest } from "../../../desk/facts/snapshot.js";
import { readInstant, type Instant } from "../../../desk/time/zone.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { FILE_SINCE } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** Files of one name are seldom many; of a blog whose every post is called `index` some are left without. */
const MOST = 10;

export async function withSince(
  scope: ReadScope,
  published: readonly PublishedPost[],
  { campaigns }: Desk,
  pulls: readonly PullRequest[],
): Promise<readonly PublishedPost[]> {
  // Of a promise that is as old as this look nothing can have come since.
  const promised = campaigns.flatMap(({ posts }) => posts.filter(({ since }) => since && since.at < scope.at));
  const names = new Set(promised.flatMap(({ slug, also }) => [slug, ...also].map((name) => name.toLowerCase())));
  if (names.size === 0) return published;
  const brought = new Set(pulls.filter(({ standing }) => standing === "merged").flatMap(({ posts }) => posts.map(({ path }) => path)));
  const unknown = published.filter(({ path }) => !brought.has(path) && names.has(slugOfPath(path).toLowerCase())).slice(0, MOST);
  if (unknown.length === 0) return published;
  const keyOf = (path: string) => `${scope.id}:${path}`;
  const known = new Map(
    await scope.cache.find(
      FILE_SINCE,
      unknown.map(({ path }) => keyOf(path)),
    ),
  );
  for (const { path } of unknown) {
    if (known.has(keyOf(path))) continue;
    const first = await answeredInTheEnd(scope, `first commit of ${path}`, () => firstCommitOf(scope, path));
    known.set(keyOf(path), first?.at ?? null);
    if (first) await scope.cache.keep(FILE_SINCE, new Map([[keyOf(path), first.at]]));
  }
  return published.map((post) => {
    const since = known.get(keyOf(post.path));
    return since === undefined ? post : { ...post, since };
  });
}

/** The oldest is on the last page: https://docs.github.com/rest/commits/commits#list-commits */
async function firstCommitOf({ client, owner, name }: ReadScope, path: string): Promise<{ readonly at: Instant | null }> {
  const ask = { owner, repo: name, path, per_page: 100 };
  const first = await client.rest.repos.listCommits(ask);
  const last = /[?&]page=(\d+)[^>]*>; rel="last"/u.exec(first.headers.link ?? "")?.[1];
  const { data } = last === undefined ? first : await client.rest.repos.listCommits({ ...ask, page: Number(last) });
  const date = data.at(-1)?.commit.committer?.date;
  return { at: date === undefined ? null : readInstant(date) };
}

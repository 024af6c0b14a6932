/** Since when each post is promised: noted when a look first finds it in the desk, and dated by the commit that brought it. */
import type { Desk, Promised } from "../../../desk/facts/desk.js";
import { earliest, readInstant, type Instant } from "../../../desk/time/zone.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { DESK_PATH } from "../documents.js";
import { PROMISES, type PromiseSeen } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { deskCommits, MOST_COMMITS, type DeskFileAt } from "./desk-commits.js";

/**
 * The desk, each promise with when it was made. One that moves to another campaign or gets another slug beside its old one stays the
 * promise that it was, and so does one that was away and comes back in its own campaign.
 */
export async function withPromisedSince(scope: ReadScope, desk: Desk, file: DeskFileAt): Promise<Desk> {
  if (desk.campaigns.length === 0) return desk;
  const key = String(scope.id);
  const seen = (await scope.cache.find(PROMISES, [key])).get(key);
  const known = (campaign: string, { slug, also }: Promised): PromiseSeen | undefined =>
    [slug, ...also].flatMap((name) => seen?.posts[name.toLowerCase()] ?? []).find((one) => one.gone !== true || one.campaign === campaign);
  const posts = desk.campaigns.flatMap(({ name, posts: promised }) => promised.map((post) => ({ campaign: name, post })));
  const isNew = posts.some(({ campaign, post }) => !known(campaign, post));
  const made = isNew && seen ? await changedSince(scope, file, seen.at) : scope.at;
  const now = new Map(
    posts.map(({ campaign, post }) => {
      const before = known(campaign, post);
      const one: PromiseSeen = before
        ? { campaign, since: before.since, exact: before.exact }
        : { campaign, since: made, exact: seen !== undefined };
      return [post.slug.toLowerCase(), one];
    }),
  );
  const gone = Object.entries(seen?.posts ?? {}).flatMap(([slug, one]) => (now.has(slug) ? [] : [[slug, { ...one, gone: true }] as const]));
  const all = Object.fromEntries([...now, ...gone.slice(-MOST_GONE)]);
  const same = seen && JSON.stringify(seen.posts) === JSON.stringify(all);
  // When it was last looked at is kept too: what the desk promises next came since.
  if (!same || seen.at !== scope.at) await scope.cache.keep(PROMISES, new Map([[key, { at: scope.at, posts: all }]]));
  return {
    ...desk,
    campaigns: desk.campaigns.map((campaign) => ({
      ...campaign,
      posts: campaign.posts.map((post) => {
        const { since: at, exact } = now.get(post.slug.toLowerCase()) ?? { since: scope.at, exact: false };
        return { ...post, since: { at, exact } };
      }),
    })),
  };
}

const MOST_GONE = 2000;

/** When the desk file was first changed after that instant; now, where its owner's desk is in force or GitHub does not tell. */
async function changedSince(scope: ReadScope, file: DeskFileAt, since: Instant): Promise<Instant> {
  if (file.home !== scope.name) return scope.at;
  const later = ((await deskCommits(scope, file)) ?? []).flatMap(({ at }) => (at !== null && at > since ? [at] : []));
  const isCut = later.length === MOST_COMMITS;
  const all = isCut ? await answeredInTheEnd(scope, `${DESK_PATH} since ${since}`, () => changesSince(scope, since)) : later;
  return earliest((all ?? []).filter((at) => since < at && at < scope.at)) ?? scope.at;
}

/** Its own instant is among those that GitHub tells since then. */
async function changesSince({ client, owner, name }: ReadScope, since: Instant): Promise<readonly Instant[]> {
  const { data } = await client.rest.repos.listCommits({ owner, repo: name, path: DESK_PATH, since, per_page: 100 });
  return data.flatMap(({ commit }) => (commit.committer?.date === undefined ? [] : [readInstant(commit.committer.date)]));
}

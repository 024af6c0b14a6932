/** Which live posts the posts of open pull requests have to do with by name: of these the texts are read, and of no others. */
import type { PublishedPost } from "../../../desk/facts/snapshot.js";
import { nearby } from "../../../desk/site/facts/nearby.js";
import { publishedPost } from "../../../desk/site/facts/other-post.js";
import type { Overview } from "../overview.js";
import type { PullFiles } from "./paths-there.js";
import type { Spot, Texts } from "./texts.js";

/** Of one pull request, and of all of them together. */
const MOST_POSTS = 20;
const MOST_OF_ALL = 100;

/** Each once. They are asked for together with the files that posts lead to, so that they cost no request of their own. */
export function postsNear(
  brought: readonly PullFiles[],
  { repository: { defaultBranchRef } }: Pick<Overview, "repository">,
  published: readonly PublishedPost[],
  texts: Texts,
): readonly Spot[] {
  const head = defaultBranchRef?.target?.oid;
  const open = brought.filter(({ pull, posts }) => pull.state === "OPEN" && posts.length > 0);
  const unread = published.filter(({ outline }) => outline === undefined);
  if (head === undefined || open.length === 0 || unread.length === 0) return [];
  const near = nearby(unread.map((post) => ({ post, other: publishedPost(post.path, null, null) })));
  const spots = new Map<string, Spot>();
  for (const { pull, posts } of open) {
    const own = new Set(posts.map(({ path }) => path));
    const named = posts.flatMap(({ path }) => {
      const blob = texts.blobAt(pull.headRefOid, path);
      const reading = blob ? texts.reading(path, blob) : null;
      return reading ? near({ post: reading.post, links: reading.links ?? null }) : [];
    });
    const wanted = [...new Set(named.map(({ post }) => post))].filter(({ path }) => !own.has(path)).slice(0, MOST_POSTS);
    for (const { path, blob } of wanted) if (spots.size < MOST_OF_ALL) spots.set(path, { commit: head, path, read: true, blob });
  }
  return [...spots.values()];
}

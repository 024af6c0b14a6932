/** What an open pull request would take off the site. */
import type { PullRequest, Snapshot } from "./snapshot.js";

/** Paths of posts that readers have, and would not have any more. */
export function takenAway(pull: PullRequest, { published, repository }: Snapshot): readonly string[] {
  if (pull.base !== repository.defaultBranch) return [];
  const gone = new Set(pull.posts.flatMap(({ change, path }) => (change === "removed" ? [path] : [])));
  return gone.size === 0 ? [] : published.flatMap(({ path }) => (gone.has(path) ? [path] : []));
}

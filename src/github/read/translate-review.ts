/** GraphQL's review → the snapshot's, with what has changed since it was given. */
import type { ChangedPost, Review } from "../../desk/snapshot.js";
import { readInstant } from "../../desk/zone.js";
import type { ReviewShape } from "./shapes.js";
import type { Texts } from "./texts.js";
import { translateActor } from "./translate-actor.js";
import { unixLines } from "./unix-lines.js";

const SAYS = { APPROVED: "approves", CHANGES_REQUESTED: "requests changes", COMMENTED: "comments", DISMISSED: "dismissed" } as const;

/** Null for one that is not submitted yet. */
export function translateReview(review: ReviewShape, head: string, posts: readonly ChangedPost[], texts: Texts): Review | null {
  if (review.state === "PENDING" || review.submittedAt === null) return null;
  return {
    id: Number(review.fullDatabaseId),
    by: translateActor(review.author),
    at: readInstant(review.submittedAt),
    says: SAYS[review.state],
    head: review.commit?.oid ?? null,
    outdated: outdatedPaths(review.commit?.oid ?? null, head, posts, texts),
    body: unixLines(review.body),
  };
}

/** A review counts for the text it was given for: by Git's ids, a rebase that leaves a post as it was does not make it old. */
function outdatedPaths(reviewed: string | null, head: string, posts: readonly ChangedPost[], texts: Texts): readonly string[] {
  if (reviewed === head) return [];
  if (reviewed === null) return posts.map(({ path }) => path);
  return posts.filter(({ path, blob }) => texts.blobAt(reviewed, path) !== blob).map(({ path }) => path);
}

/** GraphQL's review → the snapshot's, with what has changed since it was given. */
import { sameLogin } from "../../../desk/facts/person.js";
import type { Review } from "../../../desk/facts/snapshot.js";
import { readInstant } from "../../../desk/time/zone.js";
import { readMark } from "../../marker.js";
import type { Covered } from "../covered.js";
import type { ReviewShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { ownReactions } from "./translate-comment.js";
import { unixLines } from "./unix-lines.js";

const SAYS = { APPROVED: "approves", CHANGES_REQUESTED: "requests changes", COMMENTED: "comments", DISMISSED: "dismissed" } as const;

interface ReviewedAgainst {
  readonly app: string;
  /** Every path that the pull request changes as it stands. */
  readonly changes: readonly string[];
  readonly covered: Covered;
}

/** Null for one that is not submitted yet. */
export function translateReview(review: ReviewShape, standing: ReviewedAgainst): Review | null {
  if (review.state === "PENDING" || review.submittedAt === null) return null;
  const by = translateActor(review.author);
  const body = unixLines(review.body);
  const marked = by?.bot && sameLogin(by.login, standing.app) ? readMark(body) : null;
  return {
    id: Number(review.fullDatabaseId),
    by,
    at: readInstant(review.submittedAt),
    says: SAYS[review.state],
    head: review.commit?.oid ?? null,
    ...sinceReviewed(review, standing),
    body: marked?.body ?? body,
    mark: marked?.mark ?? null,
    node: review.id,
    editedAt: review.lastEditedAt === null ? null : readInstant(review.lastEditedAt),
    reactions: ownReactions(review),
  };
}

/** Only what approves or asks for changes is compared. */
function sinceReviewed(review: ReviewShape, { changes, covered }: ReviewedAgainst): Pick<Review, "outdated" | "uncompared"> {
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") return { outdated: [] };
  const changed = covered.outdated.get(review);
  return changed ? { outdated: changed } : { outdated: changes, uncompared: true };
}

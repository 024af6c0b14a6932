/** GraphQL's review → the snapshot's, with what has changed since it was given. */
import { sameLogin } from "../../../desk/facts/person.js";
import type { ChangedPost, Review } from "../../../desk/facts/snapshot.js";
import { readInstant } from "../../../desk/time/zone.js";
import { readMark } from "../../marker.js";
import type { Texts } from "../posts/texts.js";
import type { DateChange } from "../read-cache.js";
import type { ReviewShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { unixLines } from "./unix-lines.js";

const SAYS = { APPROVED: "approves", CHANGES_REQUESTED: "requests changes", COMMENTED: "comments", DISMISSED: "dismissed" } as const;

/** What a review is compared with: the pull request as it stands. */
interface ReviewedAgainst {
  readonly app: string;
  readonly head: string;
  readonly posts: readonly ChangedPost[];
  readonly texts: Texts;
  /** What the app's own commits made of texts that may have been reviewed before. */
  readonly dateChanges: readonly DateChange[];
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
    outdated: outdatedPaths(review.commit?.oid ?? null, standing),
    body: marked?.body ?? body,
    mark: marked?.mark ?? null,
  };
}

/** A review counts for the text it was given for: by Git's ids, a rebase that leaves a post as it was does not make it old. */
function outdatedPaths(reviewed: string | null, { head, posts, texts, dateChanges }: ReviewedAgainst): readonly string[] {
  if (reviewed === head) return [];
  if (reviewed === null) return posts.map(({ path }) => path);
  return posts
    .filter(({ path, blob }) => texts.blobAt(reviewed, path) !== blob)
    .filter(({ path, blob }) => !textsBefore(path, blob, dateChanges).some((before) => texts.blobAt(reviewed, before.path) === before.blob))
    .map(({ path }) => path);
}

/** The texts that the app's own commits, one after the other, made this one of. */
function textsBefore(path: string, blob: string | null, dateChanges: readonly DateChange[]): readonly DateChange["from"][] {
  const before: DateChange["from"][] = [];
  const reached = [{ path, blob }];
  for (let one = reached.shift(); one; one = reached.shift()) {
    const { path: at, blob: text } = one;
    const sources = dateChanges.filter(({ to }) => to.path === at && to.blob === text).map(({ from }) => from);
    const fresh = sources.filter((from) => !before.some((known) => known.path === from.path && known.blob === from.blob));
    before.push(...fresh);
    reached.push(...fresh);
  }
  return before;
}

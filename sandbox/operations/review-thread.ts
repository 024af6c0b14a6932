/** Review threads, which are conversations on lines of a difference: begun by a review, closed and opened again. */
import { changesFrom } from "../git/changes.js";
import { patchRows, type PatchRow } from "../git/commentable-lines.js";
import { splitLines } from "../git/lines.js";
import { blobAt, knownCommit } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import { entryAt } from "../git/paths.js";
import { pullSimpleShape } from "../shapes/pull-request.js";
import { reviewCommentShape } from "../shapes/review-comment.js";
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import { Refusal } from "../state/refusal.js";
import type { ReviewThread, PullThread, ReviewComment, Review } from "../state/thread.js";
import { stamp, type World } from "../state/world.js";
import { checkBody } from "./thread.js";

export interface NewReviewComment {
  readonly path: string;
  readonly body: string;
  readonly side: "LEFT" | "RIGHT";
  readonly line: number | null;
  readonly startLine: number | null;
}

type CommentPlace = Pick<ReviewThread, "path" | "side" | "startLine" | "line" | "commit" | "hunk">;

/** Throws GitHub's 422 for a path or a line that the difference does not show. */
export function commentPlaceOf(
  { repo, pull }: PullThread,
  commit: Sha,
  { path, side, line, startLine, body }: NewReviewComment,
): CommentPlace {
  checkBody("PullRequestReviewComment", body);
  const unresolved = (what: string) => new Refusal(422, "Unprocessable Entity", { errors: [`${what} could not be resolved`] });
  const change = changesFrom(repo.objects, pull.baseSha, commit).find((one) => one.path === path);
  if (!change) throw unresolved("Path");
  const rows = patchRows(change.lines().patch ?? "");
  const numberOf = (row: PatchRow) => (side === "RIGHT" ? row.right : row.left);
  const last = rows.find((row) => numberOf(row) === line);
  if (line === null || !last) throw unresolved("Line");
  if (startLine === null) return { path, side, startLine, line, commit, hunk: last.hunk };
  const first = rows.find((row) => numberOf(row) === startLine);
  if (!first || startLine >= line || !last.hunk.startsWith(first.hunk)) throw unresolved("Start line");
  return { path, side, startLine, line, commit, hunk: last.hunk };
}

export function beginReviewThread(world: World, review: Review, place: CommentPlace, body: string): ReviewThread {
  const { thread } = review;
  const id = world.numbering.next();
  const reviewThread: ReviewThread = { id, nodeId: nodeId("PRRT", id), thread, ...place, comments: [], resolvedBy: null };
  const comment = world.numbering.next();
  reviewThread.comments.push({
    id: comment,
    nodeId: nodeId("PRRC", comment),
    reviewThread,
    review,
    author: review.author,
    body,
    createdAt: stamp(world),
  });
  thread.pull?.reviewThreads.push(reviewThread);
  world.nodes.set(reviewThread.nodeId, { kind: "reviewThread", reviewThread });
  return reviewThread;
}

/** One webhook for each comment of a review, after the review's own. */
export function tellReviewComments(world: World, thread: PullThread, review: Review, by: Account): void {
  for (const comment of reviewCommentsOf(thread, review)) {
    world.emit({
      name: "pull_request_review_comment",
      action: "created",
      repo: thread.repo,
      sender: by,
      body: () => ({ comment: reviewCommentShape(world, comment), pull_request: pullSimpleShape(world, thread) }),
    });
  }
}

export function reviewCommentsOf({ pull }: PullThread, review: Review): readonly ReviewComment[] {
  return pull.reviewThreads.flatMap(({ comments }) => comments.filter((comment) => comment.review === review));
}

export function resolveReviewThread(world: World, by: Account, reviewThread: ReviewThread, resolved: boolean): void {
  reviewThread.resolvedBy = resolved ? (reviewThread.resolvedBy ?? by) : null;
  reviewThread.thread.updatedAt = stamp(world);
}

/** Where its lines are at the head as it is now; null once they are changed or gone. */
export function linesNow({
  thread,
  path,
  startLine,
  line,
  side,
  commit,
}: ReviewThread): { readonly startLine: number; readonly line: number } | null {
  const head = thread.pull?.head.sha;
  if (head === undefined || side === "LEFT") return null;
  const textAt = (sha: Sha) => {
    const entry = entryAt(thread.repo.objects, knownCommit(thread.repo.objects, sha).tree, path);
    return entry ? splitLines(blobAt(thread.repo.objects, entry.sha)?.bytes ?? Buffer.alloc(0)) : [];
  };
  const from = startLine ?? line;
  const meant = textAt(commit)
    .slice(from - 1, line)
    .join("\n");
  const now = textAt(head);
  const fits = (at: number) => now.slice(at - 1, at + line - from).join("\n") === meant && at + line - from <= now.length;
  const places = fits(from) ? [from] : now.map((_, n) => n + 1).filter(fits);
  const [at] = places;
  return at !== undefined && places.length === 1 ? { startLine: at, line: at + line - from } : null;
}

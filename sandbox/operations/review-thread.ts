/** Review threads, which are conversations on lines of a difference: begun by a review, closed and opened again. */
import { changesFrom } from "../git/changes.js";
import { patchRows, type PatchRow } from "../git/commentable-lines.js";
import { splitLines } from "../git/lines.js";
import { blobAt, knownCommit } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import { entryAt } from "../git/paths.js";
import { pullSimpleShape } from "../shapes/pull-request.js";
import { reviewCommentShape, reviewThreadShape } from "../shapes/review-comment.js";
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import { Refusal } from "../state/refusal.js";
import { isPull, type ReviewThread, type PullThread, type ReviewComment, type Review } from "../state/thread.js";
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
  addReviewComment(world, review, reviewThread, body);
  thread.pull?.reviewThreads.push(reviewThread);
  world.nodes.set(reviewThread.nodeId, { kind: "reviewThread", reviewThread });
  return reviewThread;
}

export function addReviewComment(world: World, review: Review, reviewThread: ReviewThread, body: string): ReviewComment {
  checkBody("PullRequestReviewComment", body);
  const id = world.numbering.next();
  const at = stamp(world);
  const reviewComment: ReviewComment = {
    id,
    nodeId: nodeId("PRRC", id),
    reviewThread,
    review,
    author: review.author,
    body,
    createdAt: at,
    updatedAt: at,
    lastEditedAt: null,
    reactions: [],
  };
  reviewThread.comments.push(reviewComment);
  world.nodes.set(reviewComment.nodeId, { kind: "reviewComment", reviewComment });
  return reviewComment;
}

/** GitHub does not date the pull request anew for this. */
export function editReviewComment(world: World, by: Account, comment: ReviewComment, body: string): void {
  checkBody("PullRequestReviewComment", body);
  if (body === comment.body) return;
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = stamp(world);
  comment.lastEditedAt = comment.updatedAt;
  tellReviewComment(world, comment, "edited", by, { changes: { body: { from } } });
}

/** With the last comment goes its thread, and with the last comment of a review that said nothing else, that. */
export function deleteReviewComment(world: World, by: Account, comment: ReviewComment): void {
  const { reviewThread, review } = comment;
  const { thread } = reviewThread;
  if (!isPull(thread)) return;
  const { pull } = thread;
  reviewThread.comments.splice(reviewThread.comments.indexOf(comment), 1);
  world.nodes.delete(comment.nodeId);
  if (reviewThread.comments.length === 0) {
    pull.reviewThreads.splice(pull.reviewThreads.indexOf(reviewThread), 1);
    world.nodes.delete(reviewThread.nodeId);
  }
  if (review.state === "COMMENTED" && review.body === "" && reviewCommentsOf(thread, review).length === 0) {
    pull.reviews.splice(pull.reviews.indexOf(review), 1);
    thread.timeline.splice(
      thread.timeline.findIndex((one) => one.kind === "reviewed" && one.review === review),
      1,
    );
    world.nodes.delete(review.nodeId);
  }
  tellReviewComment(world, comment, "deleted", by);
}

function tellReviewComment(world: World, comment: ReviewComment, action: string, by: Account, more: object = {}): void {
  const { thread } = comment.reviewThread;
  if (!isPull(thread)) return;
  world.emit({
    name: "pull_request_review_comment",
    action,
    repo: thread.repo,
    sender: by,
    body: () => ({ comment: reviewCommentShape(world, comment), pull_request: pullSimpleShape(world, thread), ...more }),
  });
}

/** One webhook for each comment of a review, after the review's own. */
export function tellReviewComments(world: World, thread: PullThread, review: Review, by: Account): void {
  for (const comment of reviewCommentsOf(thread, review)) tellReviewComment(world, comment, "created", by);
}

export function reviewCommentsOf({ pull }: PullThread, review: Review): readonly ReviewComment[] {
  return pull.reviewThreads.flatMap(({ comments }) => comments.filter((comment) => comment.review === review));
}

/** Says nothing when it is so already. GitHub does not date the pull request anew for this. */
export function resolveReviewThread(world: World, by: Account, reviewThread: ReviewThread, resolved: boolean): void {
  const { thread } = reviewThread;
  if ((reviewThread.resolvedBy !== null) === resolved || !isPull(thread)) return;
  reviewThread.resolvedBy = resolved ? by : null;
  world.emit({
    name: "pull_request_review_thread",
    action: resolved ? "resolved" : "unresolved",
    repo: thread.repo,
    sender: by,
    body: () => ({ pull_request: pullSimpleShape(world, thread), thread: reviewThreadShape(world, reviewThread) }),
  });
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

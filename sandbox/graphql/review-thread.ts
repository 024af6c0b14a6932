/** Review threads and their comments in GraphQL. */
import { commitAt } from "../git/object-store.js";
import { linesNow } from "../operations/review-thread.js";
import { htmlReviewComment } from "../state/links.js";
import { associationOf } from "../state/repo.js";
import { isPull, type ReviewThread, type ReviewComment } from "../state/thread.js";
import { connection, type Paging } from "./connection.js";
import { reactable } from "./reaction.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export function reviewThreadFields(view: GraphqlView, reviewThread: ReviewThread): GraphqlFields {
  const { thread, side, startLine, line, resolvedBy } = reviewThread;
  const now = linesNow(reviewThread);
  return {
    __typename: "PullRequestReviewThread",
    id: reviewThread.nodeId,
    isResolved: resolvedBy !== null,
    isOutdated: now === null,
    isCollapsed: resolvedBy !== null || now === null,
    // A bot is no user: https://docs.github.com/en/graphql/reference/objects#pullrequestreviewthread
    resolvedBy: () => (resolvedBy?.kind === "User" ? view.show.person(view, resolvedBy) : null),
    path: reviewThread.path,
    diffSide: side,
    startDiffSide: startLine === null ? null : side,
    line: now?.line ?? null,
    startLine: startLine === null ? null : (now?.startLine ?? null),
    originalLine: line,
    originalStartLine: startLine,
    subjectType: "LINE",
    pullRequest: () => (isPull(thread) ? view.show.pull(view, thread) : null),
    repository: () => view.show.repo(view, thread.repo),
    viewerCanReply: true,
    viewerCanResolve: resolvedBy === null,
    viewerCanUnresolve: resolvedBy !== null,
    comments: (paging: Paging) =>
      connection(
        reviewThread.comments,
        paging,
        (comment) => comment.id,
        (comment) => reviewCommentFields(view, comment),
      ),
  };
}

export function reviewCommentFields(view: GraphqlView, comment: ReviewComment): GraphqlFields {
  const { reviewThread, review } = comment;
  const { thread, startLine, line, commit } = reviewThread;
  const now = linesNow(reviewThread);
  const url = htmlReviewComment(view.world, thread, comment.id);
  const shown = commitAt(thread.repo.objects, commit);
  const [first] = reviewThread.comments;
  return {
    __typename: "PullRequestReviewComment",
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: () => view.show.person(view, comment.author),
    authorAssociation: () => associationOf(thread.repo, comment.author, true),
    body: comment.body,
    bodyText: comment.body,
    createdAt: comment.createdAt,
    publishedAt: comment.createdAt,
    draftedAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    lastEditedAt: comment.lastEditedAt,
    includesCreatedEdit: false,
    createdViaEmail: false,
    isMinimized: false,
    minimizedReason: null,
    diffHunk: reviewThread.hunk,
    path: reviewThread.path,
    line: now?.line ?? null,
    startLine: startLine === null ? null : (now?.startLine ?? null),
    originalLine: line,
    originalStartLine: startLine,
    outdated: now === null,
    state: "SUBMITTED",
    subjectType: "LINE",
    commit: () => (shown ? view.show.commit(view, thread.repo, shown) : null),
    originalCommit: () => (shown ? view.show.commit(view, thread.repo, shown) : null),
    pullRequest: () => (isPull(thread) ? view.show.pull(view, thread) : null),
    pullRequestReview: () => view.show.review(view, review),
    repository: () => view.show.repo(view, thread.repo),
    replyTo: () => (first && first !== comment ? reviewCommentFields(view, first) : null),
    url,
    resourcePath: url.slice(view.world.webBase.length),
    viewerDidAuthor: comment.author === view.viewer,
    ...reactable(view, comment, () => reviewCommentFields(view, comment)),
  };
}

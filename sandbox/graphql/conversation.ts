/** Review threads and their remarks in GraphQL. */
import { commitAt } from "../git/object-store.js";
import { linesNow } from "../operations/conversation.js";
import { htmlRemark } from "../state/links.js";
import { associationOf } from "../state/repo.js";
import { isPull, type ReviewThread, type ReviewComment } from "../state/thread.js";
import { connection, type Paging } from "./connection.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export function conversationFields(view: GraphqlView, conversation: ReviewThread): GraphqlFields {
  const { thread, side, startLine, line, resolvedBy } = conversation;
  const now = linesNow(conversation);
  return {
    __typename: "PullRequestReviewThread",
    id: conversation.nodeId,
    isResolved: resolvedBy !== null,
    isOutdated: now === null,
    isCollapsed: resolvedBy !== null || now === null,
    // A bot is no user: https://docs.github.com/en/graphql/reference/objects#pullrequestreviewthread
    resolvedBy: () => (resolvedBy?.kind === "User" ? view.show.person(view, resolvedBy) : null),
    path: conversation.path,
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
        conversation.remarks,
        paging,
        (remark) => remark.id,
        (remark) => remarkFields(view, remark),
      ),
  };
}

export function remarkFields(view: GraphqlView, remark: ReviewComment): GraphqlFields {
  const { conversation, review } = remark;
  const { thread, startLine, line, commit } = conversation;
  const now = linesNow(conversation);
  const url = htmlRemark(view.world, thread, remark.id);
  const shown = commitAt(thread.repo.objects, commit);
  return {
    __typename: "PullRequestReviewComment",
    id: remark.nodeId,
    databaseId: remark.id,
    fullDatabaseId: String(remark.id),
    author: () => view.show.person(view, remark.author),
    authorAssociation: () => associationOf(thread.repo, remark.author, true),
    body: remark.body,
    bodyText: remark.body,
    createdAt: remark.createdAt,
    publishedAt: remark.createdAt,
    draftedAt: remark.createdAt,
    updatedAt: remark.createdAt,
    lastEditedAt: null,
    includesCreatedEdit: false,
    createdViaEmail: false,
    isMinimized: false,
    minimizedReason: null,
    diffHunk: conversation.hunk,
    path: conversation.path,
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
    replyTo: null,
    url,
    resourcePath: url.slice(view.world.webBase.length),
    viewerDidAuthor: remark.author === view.viewer,
  };
}

/** Reviews and requests for them in GraphQL. */
import { commitAt } from "../git/object-store.js";
import { reviewCommentsOf } from "../operations/review-thread.js";
import type { Account } from "../state/accounts.js";
import { htmlReview } from "../state/links.js";
import { nodeId } from "../state/numbering.js";
import { associationOf, hasRole } from "../state/repo.js";
import { isPull, type PullThread, type Review } from "../state/thread.js";
import { connection, type Paging } from "./connection.js";
import { reactable } from "./reaction.js";
import { reviewCommentFields } from "./review-thread.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export function reviewFields(view: GraphqlView, review: Review): GraphqlFields {
  const { thread } = review;
  const commit = commitAt(thread.repo.objects, review.commit);
  const url = htmlReview(view.world, thread, review.id);
  return {
    __typename: "PullRequestReview",
    id: review.nodeId,
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    author: () => view.show.person(view, review.author),
    authorAssociation: () => associationOf(thread.repo, review.author, true),
    authorCanPushToRepository: review.author !== null && hasRole(thread.repo, review.author, "write"),
    body: review.body,
    bodyText: review.body,
    state: review.state,
    commit: () => (commit ? view.show.commit(view, thread.repo, commit) : null),
    submittedAt: review.submittedAt,
    createdAt: review.submittedAt,
    publishedAt: review.submittedAt,
    updatedAt: review.updatedAt,
    lastEditedAt: review.lastEditedAt,
    isMinimized: false,
    minimizedReason: null,
    url,
    resourcePath: url.slice(view.world.webBase.length),
    pullRequest: () => (isPull(thread) ? view.show.pull(view, thread) : null),
    repository: () => view.show.repo(view, thread.repo),
    comments: (paging: Paging) =>
      connection(
        isPull(thread) ? reviewCommentsOf(thread, review) : [],
        paging,
        (comment) => comment.id,
        (comment) => reviewCommentFields(view, comment),
      ),
    viewerDidAuthor: review.author === view.viewer,
    ...reactable(view, review, () => reviewFields(view, review)),
  };
}

export function requestFields(view: GraphqlView, thread: PullThread, person: Account): GraphqlFields {
  return {
    __typename: "ReviewRequest",
    id: nodeId("RR", thread.pull.id, person.id),
    databaseId: thread.pull.id * 1000 + person.id,
    asCodeOwner: false,
    requestedReviewer: () => view.show.person(view, person),
    pullRequest: () => view.show.pull(view, thread),
  };
}

/** Reviews and requests for them in GraphQL. */
import { commitAt } from "../git/object-store.js";
import { reviewCommentsOf } from "../operations/review-thread.js";
import { isOwningTeam } from "../operations/code-owners.js";
import type { Account } from "../state/accounts.js";
import { htmlReview } from "../state/links.js";
import { allows } from "../state/installation.js";
import { nodeId } from "../state/numbering.js";
import { notAccessible } from "../state/refusal.js";
import { associationOf, hasRole } from "../state/repo.js";
import { isPull, type PullThread, type Review, type OwningTeam } from "../state/thread.js";
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

/** What a team is called only whoever may read the members of its organization is told: https://github.com/cli/cli/issues/812 */
function teamFields({ caller }: GraphqlView, { nodeId: id, name }: OwningTeam): GraphqlFields {
  const told = (word: string) => () => {
    if (caller.kind === "installation" && !allows(caller.permissions, "members", "read")) throw notAccessible();
    return word;
  };
  return { __typename: "Team", id, combinedSlug: told(name), slug: told(name.split("/")[1] ?? ""), name: told(name.split("/")[1] ?? "") };
}

export function requestFields(view: GraphqlView, thread: PullThread, asked: Account | OwningTeam): GraphqlFields {
  return {
    __typename: "ReviewRequest",
    id: nodeId("RR", thread.pull.id, asked.id),
    databaseId: thread.pull.id * 1000 + asked.id,
    asCodeOwner: thread.repo.codeOwners.includes(asked),
    requestedReviewer: () => (isOwningTeam(asked) ? teamFields(view, asked) : view.show.person(view, asked)),
    pullRequest: () => view.show.pull(view, thread),
  };
}

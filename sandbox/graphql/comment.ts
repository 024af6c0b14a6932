/** Comments and labels in GraphQL. */
import { htmlComment } from "../state/links.js";
import { associationOf, type Repo } from "../state/repo.js";
import { isPull, type Comment, type Label } from "../state/thread.js";
import { reactable } from "./reaction.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export function commentFields(view: GraphqlView, comment: Comment): GraphqlFields {
  const { thread } = comment;
  const url = htmlComment(view.world, thread, comment.id);
  return {
    __typename: "IssueComment",
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: () => view.show.person(view, comment.author),
    authorAssociation: () => associationOf(thread.repo, comment.author),
    body: comment.body,
    bodyText: comment.body,
    createdAt: comment.createdAt,
    publishedAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    lastEditedAt: comment.lastEditedAt,
    includesCreatedEdit: false,
    createdViaEmail: false,
    isMinimized: false,
    minimizedReason: null,
    url,
    resourcePath: url.slice(view.world.webBase.length),
    issue: () => (isPull(thread) ? { ...view.show.pull(view, thread), __typename: "Issue" } : view.show.thread(view, thread)),
    pullRequest: () => (isPull(thread) ? view.show.pull(view, thread) : null),
    repository: () => view.show.repo(view, thread.repo),
    viewerDidAuthor: comment.author === view.viewer,
    ...reactable(view, comment, () => commentFields(view, comment)),
  };
}

export function labelFields(view: GraphqlView, repo: Repo, label: Label): GraphqlFields {
  const path = `/${repo.owner.login}/${repo.name}/labels/${encodeURIComponent(label.name)}`;
  return {
    __typename: "Label",
    id: label.nodeId,
    name: label.name,
    color: label.color,
    description: label.description,
    isDefault: false,
    createdAt: label.createdAt,
    updatedAt: label.createdAt,
    url: `${view.world.webBase}${path}`,
    resourcePath: path,
    repository: () => view.show.repo(view, repo),
  };
}

/** Issues, comments, labels and reactions as REST shows them: https://docs.github.com/en/rest/issues */
import { apiIssue, apiPull, apiRepo, htmlComment, htmlThread } from "../state/links.js";
import { associationOf, type Repo } from "../state/repo.js";
import { commentsOf, REACTIONS, type Comment, type Label, type Reaction, type Thread } from "../state/thread.js";
import type { World } from "../state/world.js";
import { integrationShape } from "./installation.js";
import { userOrNull } from "./user.js";

export function issueShape(world: World, thread: Thread) {
  const api = apiIssue(world, thread);
  const html = htmlThread(world, thread);
  const { pull } = thread;
  return {
    url: api,
    repository_url: apiRepo(world, thread.repo),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    html_url: html,
    id: thread.id,
    node_id: thread.nodeId,
    number: thread.number,
    title: thread.title,
    user: userOrNull(world, thread.author),
    labels: thread.labels.map((label) => labelShape(world, thread.repo, label)),
    state: thread.open ? "open" : "closed",
    locked: thread.locked,
    assignee: userOrNull(world, thread.assignees[0] ?? null),
    assignees: thread.assignees.map((person) => userOrNull(world, person)),
    milestone: null,
    comments: commentsOf(thread).length,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt,
    author_association: associationOf(thread.repo, thread.author, pull !== null),
    active_lock_reason: null,
    body: thread.body === "" ? null : thread.body,
    closed_by: userOrNull(world, thread.closedBy),
    reactions: reactionsShape(`${api}/reactions`, thread.reactions),
    timeline_url: `${api}/timeline`,
    performed_via_github_app: thread.viaApp ? integrationShape(world) : null,
    state_reason: thread.stateReason,
    ...(pull && {
      draft: pull.draft,
      pull_request: {
        url: apiPull(world, thread),
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: pull.merged?.at ?? null,
      },
    }),
  };
}

export function commentShape(world: World, comment: Comment) {
  const api = `${apiRepo(world, comment.thread.repo)}/issues/comments/${comment.id}`;
  return {
    url: api,
    html_url: htmlComment(world, comment.thread, comment.id),
    issue_url: apiIssue(world, comment.thread),
    id: comment.id,
    node_id: comment.nodeId,
    user: userOrNull(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(comment.thread.repo, comment.author),
    body: comment.body,
    reactions: reactionsShape(`${api}/reactions`, comment.reactions),
    performed_via_github_app: comment.viaApp ? integrationShape(world) : null,
  };
}

export function labelShape(world: World, repo: Repo, label: Label) {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${apiRepo(world, repo)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function reactionShape(world: World, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: userOrNull(world, reaction.by),
    content: reaction.content,
    created_at: reaction.at,
  };
}

export function reactionsShape(url: string, reactions: readonly Reaction[]) {
  const counts = Object.fromEntries(REACTIONS.map((content) => [content, reactions.filter((one) => one.content === content).length]));
  return { url, total_count: reactions.length, ...counts };
}

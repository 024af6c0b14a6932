/** Finds what a mutation's ids stand for, and sees to the permission that changing it asks for. */
import { enter, toWrite } from "../http/access.js";
import type { CheckRun } from "../state/check.js";
import { Refusal } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import { isPull, type Comment, type ReviewThread, type Label, type Reaction, type Thread } from "../state/thread.js";
import type { Node } from "../state/world.js";
import { reviewCommentFields } from "./review-thread.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export function unresolved(id: string): Refusal {
  return new Refusal(404, `Could not resolve to a node with the global id of '${id}'`);
}

function nodeWith(view: GraphqlView, id: string): Node {
  const found = view.world.nodes.get(id);
  if (!found) throw unresolved(id);
  return found;
}

export function repoWith(view: GraphqlView, id: string): Repo {
  const node = nodeWith(view, id);
  if (node.kind !== "repo") throw unresolved(id);
  return node.repo;
}

export function checkWith(view: GraphqlView, id: string): CheckRun {
  const node = nodeWith(view, id);
  if (node.kind !== "check") throw unresolved(id);
  return node.check;
}

export function reviewThreadWith(view: GraphqlView, id: string): ReviewThread {
  const node = nodeWith(view, id);
  if (node.kind !== "reviewThread") throw unresolved(id);
  // Not what one would think: https://github.com/orgs/community/discussions/44650
  const own = node.reviewThread.thread.author === view.viewer;
  enter(view.caller, node.reviewThread.thread.repo, toWrite("contents", own ? null : "write"));
  return node.reviewThread;
}

export function labelWith(view: GraphqlView, id: string): Label {
  const node = nodeWith(view, id);
  if (node.kind !== "label") throw unresolved(id);
  return node.label;
}

export function threadWith(view: GraphqlView, id: string, role: "triage" | null = null): Thread {
  const node = nodeWith(view, id);
  if (node.kind !== "thread") throw unresolved(id);
  enterThread(view, node.thread, role);
  return node.thread;
}

export function commentWith(view: GraphqlView, id: string): Comment {
  const node = nodeWith(view, id);
  if (node.kind !== "comment") throw unresolved(id);
  enterThread(view, node.comment.thread, node.comment.author === view.viewer ? null : "triage");
  return node.comment;
}

function enterThread(view: GraphqlView, thread: Thread, role: "triage" | null): void {
  enter(view.caller, thread.repo, toWrite(thread.pull ? ["issues", "pull_requests"] : "issues", role));
}

interface ReactableNode {
  readonly subject: { readonly reactions: Reaction[] };
  readonly show: () => GraphqlFields;
}

export function reactableWith(view: GraphqlView, id: string): ReactableNode {
  const node = nodeWith(view, id);
  if (node.kind === "review") {
    enter(view.caller, node.review.thread.repo, toWrite("pull_requests", null));
    return { subject: node.review, show: () => view.show.review(view, node.review) };
  }
  if (node.kind === "reviewComment") {
    const { reviewComment } = node;
    enter(view.caller, reviewComment.reviewThread.thread.repo, toWrite("pull_requests", null));
    return { subject: reviewComment, show: () => reviewCommentFields(view, reviewComment) };
  }
  if (node.kind === "comment") {
    enterThread(view, node.comment.thread, null);
    return { subject: node.comment, show: () => view.show.comment(view, node.comment) };
  }
  const thread = threadWith(view, id);
  return { subject: thread, show: () => showThread(view, thread) };
}

export function showThread(view: GraphqlView, thread: Thread): GraphqlFields {
  return isPull(thread) ? view.show.pull(view, thread) : view.show.thread(view, thread);
}

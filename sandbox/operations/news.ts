/** The webhooks about threads, each with the members that GitHub gives it: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
import { commentShape, issueShape } from "../shapes/issue.js";
import { pullShape, pullSimpleShape, reviewShape } from "../shapes/pull-request.js";
import type { Account } from "../state/accounts.js";
import { isPull, type Comment, type PullThread, type Review, type Thread } from "../state/thread.js";
import type { World } from "../state/world.js";

type More = () => Readonly<Record<string, unknown>>;

const nothing: More = () => ({});

/** `pull_request` or `issues`, whichever the thread is. */
export function tellThread(world: World, thread: Thread, action: string, sender: Account, more: More = nothing): void {
  if (isPull(thread)) {
    tellPull(world, thread, action, sender, more);
    return;
  }
  world.emit({ name: "issues", action, repo: thread.repo, sender, body: () => ({ issue: issueShape(world, thread), ...more() }) });
}

export function tellPull(world: World, thread: PullThread, action: string, sender: Account, more: More = nothing): void {
  world.emit({
    name: "pull_request",
    action,
    repo: thread.repo,
    sender,
    body: () => ({ number: thread.number, pull_request: pullShape(world, thread), ...more() }),
  });
}

export function tellComment(world: World, comment: Comment, action: string, sender: Account, more: More = nothing): void {
  world.emit({
    name: "issue_comment",
    action,
    repo: comment.thread.repo,
    sender,
    body: () => ({ issue: issueShape(world, comment.thread), comment: commentShape(world, comment), ...more() }),
  });
}

export function tellReview(world: World, thread: PullThread, review: Review, action: string, sender: Account, more: More = nothing): void {
  world.emit({
    name: "pull_request_review",
    action,
    repo: thread.repo,
    sender,
    // Here, unlike in REST, GitHub writes the state in small letters, and the last edit beside it.
    body: () => ({
      review: { ...reviewShape(world, review), state: review.state.toLowerCase(), updated_at: review.updatedAt },
      pull_request: pullSimpleShape(world, thread),
      ...more(),
    }),
  });
}

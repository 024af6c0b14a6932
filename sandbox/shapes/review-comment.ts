/** Review comments as REST shows them: https://docs.github.com/en/rest/pulls/comments */
import { changesFrom } from "../git/changes.js";
import { patchRows } from "../git/commentable-lines.js";
import { apiPull, apiRepo, htmlReviewComment } from "../state/links.js";
import { associationOf } from "../state/repo.js";
import type { ReviewComment, ReviewThread } from "../state/thread.js";
import type { World } from "../state/world.js";
import { reactionsShape } from "./issue.js";
import { userOrNull } from "./user.js";

export function reviewCommentShape(world: World, comment: ReviewComment) {
  const { reviewThread, review } = comment;
  const { thread, path, commit, hunk, side, line, startLine } = reviewThread;
  const [first] = reviewThread.comments;
  const url = `${apiRepo(world, thread.repo)}/pulls/comments/${comment.id}`;
  const html = htmlReviewComment(world, thread, comment.id);
  const pull = apiPull(world, thread);
  const base = thread.pull?.baseSha ?? "";
  const head = thread.pull?.head.sha ?? "";
  const position = (sha: string) => {
    const change = changesFrom(thread.repo.objects, base, sha).find((one) => one.path === path);
    const rows = patchRows(change?.lines().patch ?? "");
    return rows.find((row) => (side === "RIGHT" ? row.right : row.left) === line && row.hunk === hunk)?.position ?? null;
  };
  const original = position(commit) ?? 1;
  const now = commit === head ? original : position(head);
  return {
    url,
    pull_request_review_id: review.id,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: hunk,
    path,
    position: now,
    original_position: original,
    commit_id: head,
    original_commit_id: commit,
    user: userOrNull(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pull,
    author_association: associationOf(thread.repo, comment.author, true),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pull } },
    start_line: now === null ? null : startLine,
    original_start_line: startLine,
    start_side: startLine === null ? null : side,
    line: now === null ? null : line,
    original_line: line,
    side,
    subject_type: "line",
    ...(first && first !== comment && { in_reply_to_id: first.id }),
    reactions: reactionsShape(`${url}/reactions`, comment.reactions),
  };
}

/** As `pull_request_review_thread` webhooks have it. */
export function reviewThreadShape(world: World, { nodeId, comments }: ReviewThread) {
  return { node_id: nodeId, comments: comments.map((comment) => reviewCommentShape(world, comment)) };
}

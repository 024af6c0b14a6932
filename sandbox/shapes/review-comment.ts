/** Review comments as REST shows them: https://docs.github.com/en/rest/pulls/comments */
import { changesFrom } from "../git/changes.js";
import { patchRows } from "../git/commentable-lines.js";
import { apiPull, apiRepo, htmlReviewComment } from "../state/links.js";
import { associationOf } from "../state/repo.js";
import type { ReviewComment } from "../state/thread.js";
import type { World } from "../state/world.js";
import { userOrNull } from "./user.js";

export function reviewCommentShape(world: World, comment: ReviewComment) {
  const { reviewThread, review } = comment;
  const { thread, path, commit, hunk, side, line, startLine } = reviewThread;
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
    updated_at: comment.createdAt,
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
    reactions: {
      url: `${url}/reactions`,
      total_count: 0,
      "+1": 0,
      "-1": 0,
      laugh: 0,
      hooray: 0,
      confused: 0,
      heart: 0,
      rocket: 0,
      eyes: 0,
    },
  };
}

/** Pull requests, their files and reviews as REST shows them: https://docs.github.com/en/rest/pulls */
import { changesFrom, type FileChange } from "../git/changes.js";
import { commitsBetween } from "../git/history.js";
import { apiIssue, apiPull, apiRepo, htmlRepo, htmlReview, htmlThread, inUrl } from "../state/links.js";
import { mergeabilityOf } from "../state/mergeability.js";
import { associationOf, type Repo } from "../state/repo.js";
import { commentsOf, type PullThread, type Review } from "../state/thread.js";
import type { World } from "../state/world.js";
import { labelShape } from "./issue.js";
import { fullRepositoryShape } from "./repository.js";
import { teamShape } from "./team.js";
import { userOrNull, userShape } from "./user.js";

/** As in lists and in `pull_request_review` webhooks. */
export function pullSimpleShape(world: World, thread: PullThread) {
  const { pull } = thread;
  const api = apiPull(world, thread);
  const html = htmlThread(world, thread);
  return {
    url: api,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: apiIssue(world, thread),
    number: thread.number,
    state: thread.open ? "open" : "closed",
    locked: thread.locked,
    title: thread.title,
    user: userOrNull(world, thread.author),
    body: thread.body === "" ? null : thread.body,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: userOrNull(world, thread.assignees[0] ?? null),
    assignees: thread.assignees.map((person) => userShape(world, person)),
    requested_reviewers: pull.requested.map((person) => userShape(world, person)),
    requested_teams: pull.requestedTeams.map((team) => teamShape(world, team)),
    labels: thread.labels.map((label) => labelShape(world, thread.repo, label)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${apiRepo(world, thread.repo)}/pulls/comments{/number}`,
    comments_url: `${apiIssue(world, thread)}/comments`,
    statuses_url: `${apiRepo(world, thread.repo)}/statuses/${pull.head.sha}`,
    head: endShape(world, pull.head.repo, pull.head.branch, pull.head.sha),
    base: endShape(world, thread.repo, pull.base, pull.baseSha),
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: apiIssue(world, thread) },
      comments: { href: `${apiIssue(world, thread)}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: `${apiRepo(world, thread.repo)}/pulls/comments{/number}` },
      commits: { href: `${api}/commits` },
      statuses: { href: `${apiRepo(world, thread.repo)}/statuses/${pull.head.sha}` },
    },
    author_association: associationOf(thread.repo, thread.author, true),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** As when asked for by its number, and in `pull_request` webhooks. */
export function pullShape(world: World, thread: PullThread) {
  const { pull } = thread;
  const changes = changesFrom(thread.repo.objects, pull.baseSha, pull.head.sha);
  const { mergeable, word } = mergeabilityOf(world, thread);
  const counts = changes.slice(0, MOST_COUNTED).map((change) => change.lines());
  return {
    ...pullSimpleShape(world, thread),
    merged: pull.merged !== null,
    mergeable: thread.open ? mergeable : null,
    rebaseable: thread.open ? mergeable : null,
    mergeable_state: thread.open ? world.trouble.toldToTheViewer(word) : "unknown",
    merged_by: userOrNull(world, pull.merged?.by ?? null),
    comments: commentsOf(thread).length,
    review_comments: pull.reviewThreads.reduce((sum, { comments }) => sum + comments.length, 0),
    maintainer_can_modify: pull.maintainerCanModify,
    commits: commitsBetween(thread.repo.objects, pull.baseSha, pull.head.sha).length,
    additions: counts.reduce((sum, count) => sum + count.additions, 0),
    deletions: counts.reduce((sum, count) => sum + count.deletions, 0),
    changed_files: changes.length,
  };
}

const MOST_COUNTED = 3_000;

export function fileShape(world: World, thread: PullThread, change: FileChange) {
  return changeShape(world, thread.repo, thread.pull.head.sha, change);
}

/** One file of a difference, as it is at the commit `head`. */
export function changeShape(world: World, repo: Repo, head: string, change: FileChange) {
  const { additions, deletions, patch } = change.lines();
  const at = `${inUrl(change.path)}?ref=${head}`;
  return {
    sha: change.sha,
    filename: change.path,
    status: change.change,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${htmlRepo(world, repo)}/blob/${head}/${inUrl(change.path)}`,
    raw_url: `${htmlRepo(world, repo)}/raw/${head}/${inUrl(change.path)}`,
    contents_url: `${apiRepo(world, repo)}/contents/${at}`,
    ...(patch !== null && { patch }),
    ...(change.previousPath !== null && { previous_filename: change.previousPath }),
  };
}

export function reviewShape(world: World, review: Review) {
  const html = htmlReview(world, review.thread, review.id);
  const pullUrl = apiPull(world, review.thread);
  return {
    id: review.id,
    node_id: review.nodeId,
    user: userOrNull(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: associationOf(review.thread.repo, review.author, true),
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}

/** `repo` is null once a fork is deleted; its owner stays. */
function endShape(world: World, repo: Repo, branch: string, sha: string) {
  return {
    label: `${repo.owner.login}:${branch}`,
    ref: branch,
    sha,
    user: userShape(world, repo.owner),
    repo: repo.deleted ? null : fullRepositoryShape(world, repo),
  };
}

/** Pull requests in GraphQL. */
import { changesFrom, type FileChange } from "../git/changes.js";
import { knownCommit } from "../git/object-store.js";
import { toRead } from "../http/access.js";
import { htmlThread } from "../state/links.js";
import { decisionOf, mergeabilityOf } from "../state/mergeability.js";
import { nodeId } from "../state/numbering.js";
import { hasRole, type Repo } from "../state/repo.js";
import { isPull, type PullThread, type Review } from "../state/thread.js";
import { rollupFields } from "./check.js";
import { connection, memo, type Paging } from "./connection.js";
import { refFields } from "./git-object.js";
import { commitsOf } from "./pull-commits.js";
import { requestFields } from "./review.js";
import { orderThreads, sharedFields } from "./thread.js";
import { demand, type GraphqlFields, type GraphqlView } from "./view.js";

/** GitHub lists no more files of one pull request. */
const MOST_FILES = 3_000;

export function pullFields(view: GraphqlView, thread: PullThread): GraphqlFields {
  const { pull, repo } = thread;
  const { head } = pull;
  const changes = memo(() => changesFrom(repo.objects, pull.baseSha, head.sha));
  const mergeability = memo(() => mergeabilityOf(view.world, thread));
  const commit = (sha: string) => view.show.commit(view, repo, knownCommit(repo.objects, sha));
  return {
    ...sharedFields(view, thread),
    __typename: "PullRequest",
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    permalink: htmlThread(view.world, thread),
    state: pull.merged ? "MERGED" : thread.open ? "OPEN" : "CLOSED",
    isDraft: pull.draft,
    merged: pull.merged !== null,
    mergedAt: pull.merged?.at ?? null,
    mergedBy: () => view.show.person(view, pull.merged?.by ?? null),
    mergeCommit: () => (pull.merged ? commit(pull.merged.sha) : null),
    baseRefName: pull.base,
    baseRefOid: pull.baseSha,
    baseRef: () => refFields(view, repo, pull.base),
    baseRepository: () => view.show.repo(view, repo),
    headRefName: head.branch,
    headRefOid: head.sha,
    headRef: () => (head.repo.deleted ? null : refFields(view, head.repo, head.branch)),
    headRepository: () => (head.repo.deleted ? null : view.show.repo(view, head.repo)),
    headRepositoryOwner: () => view.show.person(view, head.repo.owner),
    isCrossRepository: head.repo !== repo,
    maintainerCanModify: pull.maintainerCanModify,
    mergeable: () =>
      !thread.open ? "UNKNOWN" : { true: "MERGEABLE", false: "CONFLICTING", null: "UNKNOWN" }[`${mergeability().mergeable}`],
    mergeStateStatus: () => view.world.trouble.toldToTheViewer(mergeability().word).toUpperCase(),
    reviewDecision: () => decisionOf(thread),
    statusCheckRollup: () => rollupFields(view, repo, head.sha),
    changedFiles: () => changes().length,
    additions: () => sum(changes(), (change) => change.lines().additions),
    deletions: () => sum(changes(), (change) => change.lines().deletions),
    files: (paging: Paging) => connection(changes().slice(0, MOST_FILES), paging, (change) => change.path, fileFields),
    commits: (paging: Paging) =>
      connection(
        commitsOf(thread),
        paging,
        (one) => one.sha,
        (one) => ({
          __typename: "PullRequestCommit",
          id: nodeId("C", pull.id, one.sha),
          commit: () => view.show.commit(view, repo, one),
          pullRequest: () => pullFields(view, thread),
          url: `${htmlThread(view.world, thread)}/commits/${one.sha}`,
          resourcePath: `/${repo.owner.login}/${repo.name}/pull/${thread.number}/commits/${one.sha}`,
        }),
      ),
    reviews: (paging: ReviewArgs) =>
      connection(
        reviewsFor(thread, paging),
        paging,
        (review) => review.id,
        (review) => view.show.review(view, review),
      ),
    latestReviews: (paging: Paging) =>
      connection(
        latestOf(pull.reviews),
        paging,
        (review) => review.id,
        (review) => view.show.review(view, review),
      ),
    latestOpinionatedReviews: (paging: Paging & { readonly writersOnly?: boolean | null }) =>
      connection(
        latestOf(pull.reviews.filter((review) => review.state !== "COMMENTED")).filter(
          (review) => !paging.writersOnly || (review.author !== null && hasRole(repo, review.author, "write")),
        ),
        paging,
        (review) => review.id,
        (review) => view.show.review(view, review),
      ),
    reviewRequests: (paging: Paging) =>
      connection(
        [...pull.requested, ...pull.requestedTeams],
        paging,
        (one) => one.id,
        (one) => requestFields(view, thread, one),
      ),
    reviewThreads: (paging: Paging) =>
      connection(
        pull.reviewThreads,
        paging,
        (reviewThread) => reviewThread.id,
        (reviewThread) => view.show.reviewThread(view, reviewThread),
      ),
    autoMergeRequest: null,
    isMergeQueueEnabled: () => repo.protections.get(pull.base)?.queue ?? false,
    isInMergeQueue: () => repo.queue.includes(thread),
    totalCommentsCount: () => thread.timeline.filter((one) => one.kind === "commented" && !one.comment.deleted).length,
  };
}

export interface PullArgs extends Paging {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

export function pullsOf(view: GraphqlView, repo: Repo, args: PullArgs): GraphqlFields {
  demand(view, repo, toRead("pull_requests"));
  const { states, labels, headRefName, baseRefName } = args;
  const found = [...repo.threads.values()]
    .filter(isPull)
    .filter((thread) => !states || states.includes(thread.pull.merged ? "MERGED" : thread.open ? "OPEN" : "CLOSED"))
    .filter((thread) => !labels || thread.labels.some((label) => labels.includes(label.name)))
    .filter(({ pull }) => (!headRefName || pull.head.branch === headRefName) && (!baseRefName || pull.base === baseRefName));
  return connection(
    orderThreads(found, args.orderBy),
    args,
    (thread) => thread.id,
    (thread) => view.show.pull(view, thread),
  );
}

interface ReviewArgs extends Paging {
  readonly states?: readonly string[] | null;
  readonly author?: string | null;
}

function reviewsFor(thread: PullThread, { states, author }: ReviewArgs): readonly Review[] {
  return thread.pull.reviews.filter((review) => (!states || states.includes(review.state)) && (!author || review.author?.login === author));
}

function latestOf(reviews: readonly Review[]): readonly Review[] {
  const latest = new Map<string, Review>();
  for (const review of reviews) latest.set(review.author?.login ?? "", review);
  return [...latest.values()];
}

function fileFields(change: FileChange): GraphqlFields {
  return {
    __typename: "PullRequestChangedFile",
    path: change.path,
    additions: () => change.lines().additions,
    deletions: () => change.lines().deletions,
    changeType: { added: "ADDED", modified: "MODIFIED", removed: "DELETED", renamed: "RENAMED" }[change.change],
    viewerViewedState: "UNVIEWED",
  };
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

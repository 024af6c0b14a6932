/** GraphQL's pull request → the snapshot's. */
import { sameLogin } from "../../../desk/facts/person.js";
import type { ChangedPost, Comment, LineThread, Paths, ProposedDesk, PullRequest, ReviewRequest } from "../../../desk/facts/snapshot.js";
import { latest, readInstant, type Instant } from "../../../desk/time/zone.js";
import type { ChangedFile } from "../changed-file.js";
import type { Texts } from "../posts/texts.js";
import type { Covered } from "../covered.js";
import { nodesOf, type LineThreadShape, type PullShape, type RemarkShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { closingIssues } from "./closing-issues.js";
import { othersChecks } from "./others-checks.js";
import { ownReactions, translateComment, translateComments } from "./translate-comment.js";
import { translateReview } from "./translate-review.js";
import { unixLines } from "./unix-lines.js";

/** What was found out about one pull request beside what the overview gave. */
interface Findings {
  readonly app: string;
  readonly remarks: readonly RemarkShape[];
  readonly posts: readonly ChangedFile[];
  /** Every path that it changes. */
  readonly changes: readonly string[];
  readonly covered: Covered;
  readonly filesComplete: boolean;
  /** Of its posts. */
  readonly unread: number;
  /** Some of its posts are not read yet. */
  readonly notReadYet: boolean;
  readonly desk: ProposedDesk | null;
  readonly since: Instant;
  readonly texts: Texts;
  /** Conversations on lines; left out where that is not known. */
  readonly threads?: readonly LineThreadShape[] | undefined;
  /** Left out where that is not known. */
  readonly paths?: Paths | undefined;
}

const STANDING = { OPEN: "open", MERGED: "merged", CLOSED: "closed" } as const;

export function translatePull(
  pull: PullShape,
  { app, remarks, posts, changes, covered, filesComplete, unread, notReadYet, desk, since, texts, threads, paths }: Findings,
): PullRequest {
  // Of what is not wholly read nothing is known, so that nothing is said that changes with each text.
  const changed = posts.map((file) => ({ ...changedPost(file, pull.headRefOid, texts), ...(notReadYet && { reading: null }) }));
  const endedAt = pull.mergedAt ?? pull.closedAt;
  const required = othersChecks(pull.statusCheckRollup ?? null, app, "required");
  return {
    number: pull.number,
    title: pull.title,
    body: unixLines(pull.body),
    closes: closingIssues(unixLines(pull.body)),
    openedBy: openedBy(pull.author),
    openedAt: readInstant(pull.createdAt),
    draft: pull.isDraft,
    standing: STANDING[pull.state],
    endedAt: pull.state === "OPEN" || endedAt === null ? null : readInstant(endedAt),
    base: pull.baseRefName,
    head: { sha: pull.headRefOid, branch: pull.headRefName, repository: pull.headRepository?.nameWithOwner ?? null, since },
    labels: nodesOf(pull.labels).map(({ name }) => name),
    posts: changed,
    changes,
    ...(covered.commits && { commits: covered.commits }),
    ...(paths && { paths }),
    desk,
    filesComplete,
    ...(unread > 0 && { unread }),
    ...(notReadYet && { notReadYet: true as const }),
    requested: requested(pull, remarks),
    ...teamsAsked(pull),
    ...(pull.reviewDecision === "REVIEW_REQUIRED" && { wantsReview: true }),
    wereAsked: wereAsked(remarks),
    wereAssigned: wereAssigned(remarks),
    reviews: remarks.flatMap((one) =>
      one.__typename === "PullRequestReview" ? (translateReview(one, { app, changes, covered }) ?? []) : [],
    ),
    comments: translateComments(remarks, app),
    description: {
      id: pull.number,
      node: pull.id,
      by: translateActor(pull.author),
      at: readInstant(pull.createdAt),
      editedAt: pull.lastEditedAt === null ? null : readInstant(pull.lastEditedAt),
      body: unixLines(pull.body),
      mark: null,
      reactions: ownReactions(pull),
      in: { kind: "description" },
    },
    ...(threads && { threads: threads.map((one) => translateThread(one, app, remarks)) }),
    mergeable: mergeability(pull),
    ...(pull.isMergeQueueEnabled && { queue: true as const }),
    checks: othersChecks(pull.statusCheckRollup ?? null, app),
    ...(required && { requiredChecks: required }),
  };
}

/** One whose comments were all deleted meanwhile has none. */
function translateThread({ isResolved, path, comments }: LineThreadShape, app: string, remarks: readonly RemarkShape[]): LineThread {
  const submitted = new Map(
    remarks.flatMap((one) => (one.__typename === "PullRequestReview" ? [[String(one.fullDatabaseId), one.submittedAt] as const] : [])),
  );
  const said = nodesOf(comments).map((one) => {
    const review = one.pullRequestReview?.fullDatabaseId ?? null;
    return {
      comment: whenSubmitted(translateComment(one, app), submitted.get(String(review)) ?? null),
      review: review === null ? null : Number(review),
    };
  });
  const thread = said[0]?.comment.id ?? 0;
  return {
    path,
    resolved: isResolved,
    comments: said.map(({ comment, review }) => ({ ...comment, in: { kind: "line", thread, review } })),
  };
}

/** What is written into a review that is pending is said when that is submitted, and not when it was drafted. */
function whenSubmitted(comment: Comment, submitted: string | null): Comment {
  const at = latest([comment.at, submitted === null ? null : readInstant(submitted)]) ?? comment.at;
  return { ...comment, at, editedAt: comment.editedAt && comment.editedAt > at ? comment.editedAt : null };
}

function changedPost({ path, previousPath, change, changed }: ChangedFile, head: string, texts: Texts): ChangedPost {
  const blob = change === "removed" ? null : (texts.blobAt(head, path) ?? null);
  return { path, previousPath, change, ...(changed && { changed }), blob, reading: blob === null ? null : texts.reading(path, blob) };
}

/** People only: a team has no calendar. When somebody was asked is told by the last request for them. */
function requested(pull: PullShape, remarks: readonly RemarkShape[]): readonly ReviewRequest[] {
  return nodesOf(pull.reviewRequests).flatMap(({ asCodeOwner, requestedReviewer }): ReviewRequest[] => {
    const login = requestedReviewer?.__typename === "User" ? requestedReviewer.login : undefined;
    if (login === undefined) return [];
    const last = remarks.findLast(
      (one) => one.__typename === "ReviewRequestedEvent" && sameLogin(one.requestedReviewer?.login ?? "", login),
    );
    const at = last?.__typename === "ReviewRequestedEvent" ? last.createdAt : pull.createdAt;
    return [{ login, at: readInstant(at), ...(asCodeOwner && { codeOwner: true }) }];
  });
}

/** What a team is called is not asked: GitHub would refuse the question where the app may not read members. https://github.com/cli/cli/issues/812 */
function teamsAsked({ reviewRequests }: PullShape): Pick<PullRequest, "teams"> {
  const teams = nodesOf(reviewRequests).flatMap(({ asCodeOwner = false, requestedReviewer }) =>
    requestedReviewer === null || requestedReviewer.__typename === "Team" ? [{ codeOwner: asCodeOwner }] : [],
  );
  return teams.length > 0 ? { teams } : {};
}

function wereAsked(remarks: readonly RemarkShape[]): readonly ReviewRequest[] {
  const last = new Map<string, ReviewRequest>();
  for (const one of remarks) {
    if (one.__typename !== "ReviewRequestedEvent" && one.__typename !== "ReviewRequestRemovedEvent") continue;
    const login = one.requestedReviewer?.__typename === "User" ? one.requestedReviewer.login : undefined;
    if (login === undefined) continue;
    last.delete(login);
    if (one.__typename === "ReviewRequestedEvent") last.set(login, { login, at: readInstant(one.createdAt) });
  }
  return [...last.values()];
}

function wereAssigned(remarks: readonly RemarkShape[]): readonly string[] {
  const logins = remarks.flatMap((one) =>
    one.__typename === "AssignedEvent" || one.__typename === "UnassignedEvent" ? (one.assignee?.login ?? []) : [],
  );
  return [...new Set(logins)];
}

function openedBy(author: PullShape["author"]): PullRequest["openedBy"] {
  const by = translateActor(author);
  return by && author?.id !== undefined ? { ...by, node: author.id } : by;
}

/** https://docs.github.com/graphql/reference/enums#mergestatestatus: blocked is what GitHub says to this app, and not to everybody. */
function mergeability({ state, mergeable = "UNKNOWN", mergeStateStatus, isDraft }: PullShape): PullRequest["mergeable"] {
  if (mergeable === "CONFLICTING" || mergeStateStatus === "DIRTY") return "conflicts";
  if (mergeStateStatus === "BEHIND") return "behind";
  if (mergeStateStatus === "BLOCKED" || mergeStateStatus === "DRAFT" || (isDraft && state === "OPEN")) return "blocked";
  return mergeable === "UNKNOWN" || mergeStateStatus === "UNKNOWN" ? "unknown" : "yes";
}

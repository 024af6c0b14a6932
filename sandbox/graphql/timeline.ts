/** What happened in a thread, as GraphQL's timeline items. */
import { commitAt } from "../git/object-store.js";
import { fullName } from "../state/repo.js";
import { isPull, type TimelineEvent, type Thread } from "../state/thread.js";
import { connection, type Paging } from "./connection.js";
import { commitsOf } from "./pull-commits.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

type ItemType =
  | "ISSUE_COMMENT"
  | "PULL_REQUEST_REVIEW"
  | "PULL_REQUEST_COMMIT"
  | "REVIEW_REQUESTED_EVENT"
  | "REVIEW_REQUEST_REMOVED_EVENT"
  | "REVIEW_DISMISSED_EVENT"
  | "READY_FOR_REVIEW_EVENT"
  | "CONVERT_TO_DRAFT_EVENT"
  | "HEAD_REF_FORCE_PUSHED_EVENT"
  | "HEAD_REF_DELETED_EVENT"
  | "CLOSED_EVENT"
  | "REOPENED_EVENT"
  | "MERGED_EVENT"
  | "RENAMED_TITLE_EVENT"
  | "BASE_REF_CHANGED_EVENT"
  | "LABELED_EVENT"
  | "UNLABELED_EVENT"
  | "ASSIGNED_EVENT"
  | "UNASSIGNED_EVENT";

const TYPES: Readonly<Record<TimelineEvent["kind"], ItemType>> = {
  commented: "ISSUE_COMMENT",
  reviewed: "PULL_REQUEST_REVIEW",
  committed: "PULL_REQUEST_COMMIT",
  asked: "REVIEW_REQUESTED_EVENT",
  unasked: "REVIEW_REQUEST_REMOVED_EVENT",
  dismissed: "REVIEW_DISMISSED_EVENT",
  readied: "READY_FOR_REVIEW_EVENT",
  drafted: "CONVERT_TO_DRAFT_EVENT",
  forced: "HEAD_REF_FORCE_PUSHED_EVENT",
  "head deleted": "HEAD_REF_DELETED_EVENT",
  closed: "CLOSED_EVENT",
  reopened: "REOPENED_EVENT",
  merged: "MERGED_EVENT",
  renamed: "RENAMED_TITLE_EVENT",
  retargeted: "BASE_REF_CHANGED_EVENT",
  labeled: "LABELED_EVENT",
  unlabeled: "UNLABELED_EVENT",
  assigned: "ASSIGNED_EVENT",
  unassigned: "UNASSIGNED_EVENT",
};

export interface TimelineArgs extends Paging {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
  readonly skip?: number | null;
}

export function timelineItems(view: GraphqlView, thread: Thread, args: TimelineArgs): GraphqlFields {
  const present = thread.timeline.filter((one) => isThere(thread, one));
  const found = present
    .filter((one) => !args.itemTypes || args.itemTypes.includes(TYPES[one.kind]))
    .filter((one) => !args.since || Date.parse(one.at) >= Date.parse(args.since))
    .slice(args.skip ?? 0);
  const page = connection(
    found,
    args,
    (one) => one.id,
    (one) => itemFields(view, thread, one),
  );
  const updatedAt = thread.updatedAt;
  return { ...page, filteredCount: found.length, pageCount: () => (page.nodes as () => readonly unknown[])().length, updatedAt };
}

/** Deleted comments are gone, and so are commits that a force push left behind. */
function isThere(thread: Thread, one: TimelineEvent): boolean {
  if (one.kind === "commented") return !one.comment.deleted;
  if (one.kind === "committed") return isPull(thread) && commitsOf(thread).some((commit) => commit.sha === one.sha);
  return true;
}

function itemFields(view: GraphqlView, thread: Thread, one: TimelineEvent): GraphqlFields {
  const commit = (sha: string) => {
    const found = commitAt(thread.repo.objects, sha);
    return found ? view.show.commit(view, thread.repo, found) : null;
  };
  const path = `/${fullName(thread.repo)}/${thread.pull ? "pull" : "issues"}/${thread.number}#event-${one.id}`;
  const event = {
    id: one.nodeId,
    createdAt: one.at,
    actor: () => view.show.person(view, one.by),
    pullRequest: () => (isPull(thread) ? view.show.pull(view, thread) : null),
    url: `${view.world.webBase}${path}`,
    resourcePath: path,
  };
  const subject = () => (isPull(thread) ? view.show.pull(view, thread) : view.show.thread(view, thread));
  switch (one.kind) {
    case "commented":
      return view.show.comment(view, one.comment);
    case "reviewed":
      return view.show.review(view, one.review);
    case "committed":
      return { ...event, __typename: "PullRequestCommit", commit: () => commit(one.sha) };
    case "asked":
      return { ...event, __typename: "ReviewRequestedEvent", requestedReviewer: () => view.show.person(view, one.person) };
    case "unasked":
      return { ...event, __typename: "ReviewRequestRemovedEvent", requestedReviewer: () => view.show.person(view, one.person) };
    case "dismissed":
      return {
        ...event,
        __typename: "ReviewDismissedEvent",
        databaseId: one.id,
        review: () => view.show.review(view, one.review),
        previousReviewState: one.was,
        dismissalMessage: one.message,
      };
    case "readied":
      return { ...event, __typename: "ReadyForReviewEvent" };
    case "drafted":
      return { ...event, __typename: "ConvertToDraftEvent" };
    case "forced":
      return {
        ...event,
        __typename: "HeadRefForcePushedEvent",
        beforeCommit: () => commit(one.before),
        afterCommit: () => commit(one.after),
      };
    case "head deleted":
      return { ...event, __typename: "HeadRefDeletedEvent", headRef: null, headRefName: one.branch };
    case "closed":
      return {
        ...event,
        __typename: "ClosedEvent",
        closable: subject,
        closer: null,
        stateReason: thread.stateReason?.toUpperCase() ?? null,
      };
    case "reopened":
      return { ...event, __typename: "ReopenedEvent", closable: subject, stateReason: null };
    case "merged":
      return { ...event, __typename: "MergedEvent", commit: () => commit(one.sha), mergeRef: null, mergeRefName: thread.pull?.base ?? "" };
    case "renamed":
      return { ...event, __typename: "RenamedTitleEvent", previousTitle: one.from, currentTitle: one.to, subject };
    case "retargeted":
      return { ...event, __typename: "BaseRefChangedEvent", databaseId: one.id, previousRefName: one.from, currentRefName: one.to };
    case "labeled":
      return { ...event, __typename: "LabeledEvent", label: () => view.show.label(view, thread.repo, one.label), labelable: subject };
    case "unlabeled":
      return { ...event, __typename: "UnlabeledEvent", label: () => view.show.label(view, thread.repo, one.label), labelable: subject };
    case "assigned":
    case "unassigned": {
      const person = () => view.show.person(view, one.person);
      const __typename = one.kind === "assigned" ? "AssignedEvent" : "UnassignedEvent";
      return { ...event, __typename, assignable: subject, assignee: person, user: person };
    }
  }
}

/** The records the sandbox keeps: repositories, their threads (issues and pull requests) and checks. In one file because they point at each other. */
import type { ObjectStore } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import type { Account } from "./accounts.js";

export type Role = "read" | "triage" | "write" | "maintain" | "admin";

export interface Repo {
  readonly id: number;
  readonly nodeId: string;
  owner: Account;
  name: string;
  description: string | null;
  private: boolean;
  archived: boolean;
  deleted: boolean;
  readonly parent: Repo | null;
  readonly objects: ObjectStore;
  defaultBranch: string;
  /** Branch to its tip. */
  readonly branches: Map<string, Sha>;
  readonly tags: Map<string, Sha>;
  /** By login in small letters; the owner is not among them. */
  readonly collaborators: Map<string, { readonly person: Account; readonly role: Role; readonly member: boolean }>;
  /** By name in small letters. */
  readonly labels: Map<string, Label>;
  /** Issues and pull requests, which share their numbers. */
  readonly threads: Map<number, Thread>;
  nextNumber: number;
  readonly suites: CheckSuite[];
  readonly checks: CheckRun[];
  readonly commitStatuses: CommitStatus[];
  readonly protections: Map<string, Protection>;
  readonly mergeMethods: Set<MergeMethod>;
  /** Whom CODEOWNERS names, here for every file: GitHub asks them by itself. */
  readonly codeOwners: (Account | OwningTeam)[];
  /** Pull requests in the merge queue, the next first. */
  readonly queue: PullThread[];
  readonly createdAt: string;
  updatedAt: string;
  pushedAt: string;
}

export type MergeMethod = "merge" | "squash" | "rebase";

export interface Protection {
  readonly approvals: number;
  /** Commits that change what the pull request brings dismiss approvals. */
  readonly dismissStale: boolean;
  /** Checks that must be green. */
  readonly checks: readonly string[];
  /** The branch must hold all of its base before it may be merged. */
  readonly strict: boolean;
  /** Set up as a repository ruleset, which says no in other words. */
  readonly ruleset: boolean;
  /** Every conversation on lines must be closed. */
  readonly conversations: boolean;
  /** Somebody of the code owners must approve. */
  readonly codeOwners: boolean;
  /** Nothing is merged but by the merge queue. */
  readonly queue: boolean;
}

export interface OwningTeam {
  readonly id: number;
  readonly nodeId: string;
  /** `mirage/storage`. */
  readonly name: string;
  readonly members: readonly Account[];
}

export interface Thread {
  readonly id: number;
  readonly nodeId: string;
  readonly repo: Repo;
  readonly number: number;
  title: string;
  body: string;
  /** Null once the account is deleted. */
  author: Account | null;
  open: boolean;
  stateReason: "completed" | "not_planned" | "reopened" | null;
  locked: boolean;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: Account | null;
  /** When the text was last edited, not the title. */
  lastEditedAt: string | null;
  readonly labels: Label[];
  readonly assignees: Account[];
  readonly reactions: Reaction[];
  /** Whether the App wrote it. */
  readonly viaApp: boolean;
  /** All that happened, in order. */
  readonly timeline: TimelineEvent[];
  readonly pull: Pull | null;
}

export interface Pull {
  readonly id: number;
  readonly nodeId: string;
  draft: boolean;
  base: string;
  /** The tip of the base when the pull request last moved. */
  baseSha: Sha;
  readonly head: { readonly repo: Repo; readonly branch: string; sha: Sha };
  merged: { readonly at: string; readonly by: Account; readonly sha: Sha } | null;
  maintainerCanModify: boolean;
  /** Who is asked and has not answered, in the order asked. */
  readonly requested: Account[];
  readonly requestedTeams: OwningTeam[];
  readonly reviews: Review[];
  /** Begun by reviews on lines of the difference, in order. */
  readonly reviewThreads: ReviewThread[];
}

export interface Label {
  readonly id: number;
  readonly nodeId: string;
  name: string;
  color: string;
  description: string | null;
  readonly createdAt: string;
}

export interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly thread: Thread;
  author: Account | null;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  readonly reactions: Reaction[];
  readonly viaApp: boolean;
  deleted: boolean;
}

export interface Reaction {
  readonly id: number;
  readonly nodeId: string;
  readonly content: ReactionContent;
  readonly by: Account;
  readonly at: string;
}

/** As REST writes them. */
export type ReactionContent = "+1" | "-1" | "laugh" | "confused" | "heart" | "hooray" | "rocket" | "eyes";

export interface Review {
  readonly id: number;
  readonly nodeId: string;
  readonly thread: Thread;
  author: Account | null;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED";
  body: string;
  /** The head it was given for, for ever. */
  readonly commit: Sha;
  readonly submittedAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  readonly reactions: Reaction[];
}

/** Review comments on some lines, until somebody closes it. */
export interface ReviewThread {
  readonly id: number;
  readonly nodeId: string;
  readonly thread: Thread;
  readonly path: string;
  readonly side: "LEFT" | "RIGHT";
  /** The first of several lines, as the text was at `commit`. */
  readonly startLine: number | null;
  readonly line: number;
  /** The head that was reviewed. */
  readonly commit: Sha;
  /** The patch down to its last line, from the `@@` above it. */
  readonly hunk: string;
  readonly comments: ReviewComment[];
  resolvedBy: Account | null;
}

export interface ReviewComment {
  readonly id: number;
  readonly nodeId: string;
  readonly reviewThread: ReviewThread;
  readonly review: Review;
  readonly author: Account | null;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  readonly reactions: Reaction[];
}

export type TimelineEvent = {
  readonly id: number;
  readonly nodeId: string;
  readonly at: string;
  readonly by: Account | null;
} & TimelineChange;

export type TimelineChange =
  | { readonly kind: "commented"; readonly comment: Comment }
  | { readonly kind: "reviewed"; readonly review: Review }
  | { readonly kind: "committed"; readonly sha: Sha }
  | { readonly kind: "asked"; readonly person: Account }
  | { readonly kind: "unasked"; readonly person: Account }
  | { readonly kind: "dismissed"; readonly review: Review; readonly was: Review["state"]; readonly message: string | null }
  | { readonly kind: "readied" }
  | { readonly kind: "drafted" }
  | { readonly kind: "forced"; readonly before: Sha; readonly after: Sha }
  | { readonly kind: "closed" }
  | { readonly kind: "reopened" }
  | { readonly kind: "merged"; readonly sha: Sha }
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "retargeted"; readonly from: string; readonly to: string }
  | { readonly kind: "labeled"; readonly label: Label }
  | { readonly kind: "unlabeled"; readonly label: Label }
  | { readonly kind: "assigned" | "unassigned"; readonly person: Account }
  | { readonly kind: "head deleted"; readonly branch: string };

/** A thread that is a pull request. */
export type PullThread = Thread & { readonly pull: Pull };

export interface CheckSuite {
  readonly id: number;
  readonly nodeId: string;
  readonly repo: Repo;
  readonly sha: Sha;
  readonly branch: string | null;
  readonly app: CheckApp;
  readonly createdAt: string;
  updatedAt: string;
  /** Somebody pressed “Re-run all”, and the App has not begun yet. */
  asked: boolean;
}

/** Who reports: the App under test, or another ("ci") that a script speaks for. */
export interface CheckApp {
  readonly id: number;
  readonly slug: string;
}

export interface CheckRun {
  readonly id: number;
  readonly nodeId: string;
  readonly repo: Repo;
  readonly suite: CheckSuite;
  readonly name: string;
  readonly sha: Sha;
  status: "queued" | "in_progress" | "completed";
  conclusion: Conclusion | null;
  startedAt: string;
  completedAt: string | null;
  detailsUrl: string | null;
  externalId: string;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
  /** Buttons beside it. */
  actions: readonly CheckAction[];
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export type Conclusion = "success" | "failure" | "neutral" | "cancelled" | "skipped" | "timed_out" | "action_required";

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number | null;
  readonly endColumn: number | null;
  readonly level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | null;
  readonly rawDetails: string | null;
}

export interface CommitStatus {
  readonly id: number;
  readonly nodeId: string;
  readonly sha: Sha;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly by: Account;
  readonly at: string;
}

/** The answers to our GraphQL documents, as far as we ask; `test/github/documents.test.ts` holds the documents to GitHub's schema. */

export interface ActorShape {
  readonly __typename: string;
  readonly login: string;
}

export interface BlobShape {
  readonly __typename: "Blob";
  readonly oid: string;
  readonly byteSize?: number;
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

export interface TreeShape {
  readonly __typename: "Tree";
  readonly oid: string;
  /** Of the folder itself alone, and only where they were asked for. */
  readonly entries?: readonly { readonly name: string; readonly type: string; readonly oid: string }[] | null;
}

export type ObjectShape = BlobShape | TreeShape | { readonly __typename: "Commit" | "Tag"; readonly oid: string };

export interface Nodes<Node> {
  readonly nodes: readonly (Node | null)[] | null;
}

export interface Before {
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
}

export interface After {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

type ReactionsShape = readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;

export interface CommentShape {
  readonly __typename: "IssueComment" | "PullRequestReviewComment";
  readonly id: string;
  /** A BigInt, written as text. The older `databaseId` is deprecated: it does not hold 64 bits. */
  readonly fullDatabaseId: string | number | null;
  readonly author: ActorShape | null;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly body: string;
  readonly reactionGroups: ReactionsShape;
}

export interface ReviewShape {
  readonly __typename: "PullRequestReview";
  readonly id: string;
  readonly fullDatabaseId: string | number | null;
  readonly author: ActorShape | null;
  readonly submittedAt: string | null;
  readonly lastEditedAt: string | null;
  readonly state: "PENDING" | "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED";
  readonly body: string;
  readonly commit: { readonly oid: string } | null;
  readonly reactionGroups: ReactionsShape;
}

/** A conversation on lines. */
export interface LineThreadShape {
  readonly id: string;
  readonly isResolved: boolean;
  readonly path: string;
  readonly comments: Nodes<CommentShape & { readonly pullRequestReview: Pick<ReviewShape, "fullDatabaseId"> | null }>;
}

export interface RequestedShape {
  readonly __typename: "ReviewRequestedEvent" | "ReviewRequestRemovedEvent";
  readonly createdAt: string;
  readonly requestedReviewer: { readonly __typename: string; readonly login?: string } | null;
}

export interface AssignedShape {
  readonly __typename: "AssignedEvent" | "UnassignedEvent";
  readonly createdAt: string;
  /** Without a login when it is a bot. */
  readonly assignee: { readonly login?: string } | null;
}

export interface DraftingShape {
  readonly __typename: "ReadyForReviewEvent" | "ConvertToDraftEvent";
  readonly createdAt: string;
}

export interface ForcedShape {
  readonly __typename: "HeadRefForcePushedEvent";
  readonly createdAt: string;
  /** Left out of what was kept by an older version. */
  readonly beforeCommit?: { readonly oid: string } | null;
  readonly afterCommit: { readonly oid: string } | null;
}

/** By somebody, or by GitHub when the branch that it went to was merged and deleted. */
export type RetargetedShape =
  | { readonly __typename: "BaseRefChangedEvent"; readonly createdAt: string; readonly previousRefName: string }
  | { readonly __typename: "AutomaticBaseChangeSucceededEvent"; readonly createdAt: string; readonly oldBase: string };

export type RemarkShape = CommentShape | ReviewShape | RequestedShape | AssignedShape | DraftingShape | ForcedShape | RetargetedShape;

export interface CheckRunShape {
  readonly __typename: "CheckRun";
  /** Left out of what was kept by an older version, as the name is. */
  readonly databaseId?: number | null;
  readonly name?: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly isRequired?: boolean;
  readonly checkSuite: { readonly app: { readonly slug: string } | null } | null;
}

interface StatusShape {
  readonly __typename: "StatusContext";
  readonly state: string;
  /** Its name. */
  readonly context?: string;
  readonly createdAt?: string;
  readonly isRequired?: boolean;
}

export type ContextShape = CheckRunShape | StatusShape;

export interface RollupShape {
  readonly state: string;
  readonly contexts: Nodes<ContextShape> & { readonly pageInfo: After };
}

export interface MergeabilityShape {
  readonly number: number;
  readonly headRefOid: string;
  readonly mergeable: "MERGEABLE" | "CONFLICTING" | "UNKNOWN";
  readonly mergeStateStatus: string;
  /** Null where no review is required; left out of what was kept by an older version. */
  readonly reviewDecision?: string | null;
  readonly isMergeQueueEnabled?: boolean;
  readonly statusCheckRollup: RollupShape | null;
}

export type FilesShape = Nodes<{ readonly path: string; readonly changeType: string }> & {
  readonly pageInfo: { readonly hasNextPage: boolean };
};

/** A pull request's files, with all that tells whether they are still those. */
export interface ListedShape {
  readonly number: number;
  readonly headRefOid: string;
  readonly baseRefName: string;
  readonly changedFiles: number;
  readonly files: FilesShape | null;
}

export interface PullShape {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** The id is a person's, and left out of what was kept by an older version. */
  readonly author: (ActorShape & { readonly id?: string }) | null;
  readonly isDraft: boolean;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mergedAt: string | null;
  readonly closedAt: string | null;
  readonly lastEditedAt: string | null;
  readonly reactionGroups: ReactionsShape;
  readonly baseRefName: string;
  /** Where its base stood when it was last pushed to, or later; of one that was merged, before that. */
  readonly baseRefOid: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly headRepository: { readonly nameWithOwner: string } | null;
  readonly changedFiles: number;
  /** The next four are there only of what is open and brings a post. */
  readonly mergeable?: MergeabilityShape["mergeable"];
  readonly mergeStateStatus?: string;
  readonly reviewDecision?: string | null;
  readonly isMergeQueueEnabled?: boolean;
  readonly statusCheckRollup?: RollupShape | null;
  readonly labels: Nodes<{ readonly name: string }> | null;
  /** Of an open one not asked with the rest. */
  readonly files?: FilesShape | null;
  /** Whoever has no login is a team, or nobody that may be seen. */
  readonly reviewRequests: Nodes<{
    /** Left out of what was kept by an older version. */
    readonly asCodeOwner?: boolean;
    readonly requestedReviewer: { readonly __typename: string; readonly login?: string } | null;
  }> | null;
  readonly timelineItems: Nodes<RemarkShape> & { readonly pageInfo: Before };
}

export interface BoardShape {
  readonly number: number;
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly state: "OPEN" | "CLOSED";
  readonly updatedAt: string;
  readonly author: ActorShape | null;
  readonly comments: Nodes<CommentShape> & { readonly pageInfo: Before };
}

/** All that tells, without a connection, whether a pull request is still as it was: GitHub's times are of whole seconds. */
export interface EndedShape {
  readonly number: number;
  readonly updatedAt: string;
  readonly state: string;
  readonly totalCommentsCount: number | null;
}

export interface RepositoryShape {
  readonly id: string;
  readonly databaseId: number | null;
  readonly name: string;
  readonly owner: ActorShape;
  readonly url: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  /** To any branch. */
  readonly pushedAt: string | null;
  readonly defaultBranchRef: { readonly name: string; readonly target?: { readonly oid: string } | null } | null;
  readonly desk: ObjectShape | null;
  /** The folder that holds everything, on the default branch. */
  readonly root: ObjectShape | null;
  readonly open: Nodes<PullShape> & { readonly totalCount: number; readonly pageInfo: After };
  readonly ended: Nodes<EndedShape> & { readonly pageInfo: After };
  /** Null where the repository has no issues. */
  readonly boards: Nodes<BoardShape> | null;
}

export interface OverviewShape {
  readonly viewer: { readonly login: string };
  readonly repository: RepositoryShape;
  readonly fallback: { readonly desk: ObjectShape | null } | null;
}

/** What an alias of a document that was put together names: `tree0`, `pull187`, `blob3`. */
export interface AliasesShape<Node> {
  readonly repository: Readonly<Record<string, Node | null>> | null;
}

/** The nodes that GitHub did give. */
export function nodesOf<Node>(connection: Nodes<Node> | null): readonly Node[] {
  return (connection?.nodes ?? []).filter((node): node is Node & NonNullable<unknown> => node !== null);
}

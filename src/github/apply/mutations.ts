/** Several mutations as one document, each with a name of its own so that it succeeds or fails by itself. */
import type { Grant } from "../requests.js";

interface MutationRequest {
  readonly input: string;
  readonly gives: string;
  /** Any of them is enough; the first is asked for where all are missing. */
  readonly needs: readonly [Grant, ...Grant[]];
}

/** What each needs GitHub's reference does not say; it is what the request of REST needs that does the same, unless a comment says how it is known. */
export const MUTATIONS = {
  createCheckRun: { input: "CreateCheckRunInput", gives: "checkRun { id }", needs: ["checks: write"] },
  updateCheckRun: { input: "UpdateCheckRunInput", gives: "checkRun { id }", needs: ["checks: write"] },
  updateIssueComment: { input: "UpdateIssueCommentInput", gives: "issueComment { id }", needs: ["issues: write", "pull_requests: write"] },
  updateIssue: { input: "UpdateIssueInput", gives: "issue { id }", needs: ["issues: write"] },
  // https://github.com/NVIDIA/nodewright-packages/pull/106
  addAssigneesToAssignable: {
    input: "AddAssigneesToAssignableInput",
    gives: "assignable { ... on PullRequest { id assignees(first: 10) { nodes { login } } } }",
    needs: ["pull_requests: write"],
  },
  // Not what one would think: https://github.com/orgs/community/discussions/44650
  resolveReviewThread: { input: "ResolveReviewThreadInput", gives: "thread { id }", needs: ["contents: write"] },
  // To the words of reviews alone, for which REST has no endpoint.
  addReaction: { input: "AddReactionInput", gives: "subject { id }", needs: ["pull_requests: write"] },
  enqueuePullRequest: { input: "EnqueuePullRequestInput", gives: "mergeQueueEntry { id }", needs: ["contents: write"] },
  createCommitOnBranch: { input: "CreateCommitOnBranchInput", gives: "commit { id }", needs: ["contents: write"] },
} as const satisfies Readonly<Record<string, MutationRequest>>;

export type MutationField = keyof typeof MUTATIONS;

export interface Mutation {
  readonly field: MutationField;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Mutations a document: each counts five of the two thousand points that GitHub allows in a minute. */
export const MUTATIONS_AT_ONCE = 20;

/** The alias `m0` is the first, whose input is the variable `m0`. */
export function mutationDocument(fields: readonly MutationField[]): string {
  const variables = fields.map((field, n) => `$m${n}: ${MUTATIONS[field].input}!`).join(", ");
  const aliases = fields.map((field, n) => `m${n}: ${field}(input: $m${n}) { ${MUTATIONS[field].gives} }`).join("\n  ");
  return `mutation Silent(${variables}) {\n  ${aliases}\n}`;
}

/** Several mutations as one document, each with a name of its own so that it succeeds or fails by itself. */

const FIELDS = {
  createCheckRun: { input: "CreateCheckRunInput", gives: "checkRun { id }" },
  updateCheckRun: { input: "UpdateCheckRunInput", gives: "checkRun { id }" },
  updateIssueComment: { input: "UpdateIssueCommentInput", gives: "issueComment { id }" },
  updateIssue: { input: "UpdateIssueInput", gives: "issue { id }" },
  resolveReviewThread: { input: "ResolveReviewThreadInput", gives: "thread { id }" },
  addReaction: { input: "AddReactionInput", gives: "subject { id }" },
  enqueuePullRequest: { input: "EnqueuePullRequestInput", gives: "mergeQueueEntry { id }" },
  createCommitOnBranch: { input: "CreateCommitOnBranchInput", gives: "commit { id }" },
} as const;

export type MutationField = keyof typeof FIELDS;

export interface Mutation {
  readonly field: MutationField;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Mutations a document: each counts five of the two thousand points that GitHub allows in a minute. */
export const MUTATIONS_AT_ONCE = 20;

/** The alias `m0` is the first, whose input is the variable `m0`. */
export function mutationDocument(fields: readonly MutationField[]): string {
  const variables = fields.map((field, n) => `$m${n}: ${FIELDS[field].input}!`).join(", ");
  const aliases = fields.map((field, n) => `m${n}: ${field}(input: $m${n}) { ${FIELDS[field].gives} }`).join("\n  ");
  return `mutation Silent(${variables}) {\n  ${aliases}\n}`;
}

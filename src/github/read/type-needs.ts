/** What each object of GraphQL needs to be read. GitHub's reference does not say: it is what the request of REST needs that reads the same. */
import type { Grant } from "../requests.js";

const NOTHING: readonly Grant[] = [];
const CONTENTS = ["contents: read"] as const;
const PULLS = ["pull_requests: read"] as const;
/** As in REST, either is enough, though an installation with one alone sees those of its own kind alone. */
const THREADS = ["issues: read", "pull_requests: read"] as const;
const CHECKS = ["checks: read"] as const;

/** Any of them is enough. Lists of an object need what it needs. */
export const TYPE_NEEDS: Readonly<Record<string, readonly Grant[]>> = {
  App: NOTHING,
  Bot: NOTHING,
  Mannequin: NOTHING,
  RateLimit: NOTHING,
  ReactionGroup: NOTHING,
  User: NOTHING,
  Repository: ["metadata: read"],
  GitObject: CONTENTS,
  Blob: CONTENTS,
  Commit: CONTENTS,
  Ref: CONTENTS,
  Tree: CONTENTS,
  TreeEntry: CONTENTS,
  PullRequest: PULLS,
  PullRequestChangedFile: PULLS,
  PullRequestReview: PULLS,
  PullRequestReviewComment: PULLS,
  PullRequestReviewThread: PULLS,
  AssignedEvent: THREADS,
  UnassignedEvent: THREADS,
  AutomaticBaseChangeSucceededEvent: PULLS,
  BaseRefChangedEvent: PULLS,
  ConvertToDraftEvent: PULLS,
  HeadRefForcePushedEvent: PULLS,
  ReadyForReviewEvent: PULLS,
  ReviewRequest: PULLS,
  ReviewRequestRemovedEvent: PULLS,
  ReviewRequestedEvent: PULLS,
  Issue: ["issues: read"],
  IssueComment: THREADS,
  Label: THREADS,
  CheckRun: CHECKS,
  CheckSuite: CHECKS,
  StatusContext: ["statuses: read"],
  StatusCheckRollup: ["checks: read", "statuses: read"],
};

/** Whether GitHub would let a pull request be merged now, in the words of REST and of GraphQL. */
import { isAncestor } from "../git/history.js";
import { mergeTrees } from "../git/merge-trees.js";
import { latestChecks, latestStatuses, isPassing, rollupOf } from "./check.js";
import { hasRole, type Protection, type Repo } from "./repo.js";
import type { PullThread, Review } from "./thread.js";
import type { World } from "./world.js";

interface Mergeability {
  /** Null while GitHub works it out. */
  readonly mergeable: boolean | null;
  /** REST's `mergeable_state`. */
  readonly word: "clean" | "dirty" | "draft" | "blocked" | "behind" | "unstable" | "unknown";
  /** Why branch protection stands in the way; null when it does not. */
  readonly blockedBy: string | null;
}

export function mergeabilityOf(world: World, thread: PullThread): Mergeability {
  const { pull, repo } = thread;
  const tip = repo.branches.get(pull.base);
  if (!thread.open || tip === undefined) return { mergeable: null, word: "unknown", blockedBy: null };
  if (world.trouble.mergeabilityUnknown(thread.number)) return { mergeable: null, word: "unknown", blockedBy: null };
  const mergeable = mergeTrees(repo.objects, tip, pull.head.sha).kind === "merged";
  const blockedBy = blockOf(thread);
  const behind = repo.protections.get(pull.base)?.strict === true && !isAncestor(repo.objects, tip, pull.head.sha);
  const rollup = rollupOf(repo, pull.head.sha);
  const word = !mergeable
    ? "dirty"
    : pull.draft
      ? "draft"
      : blockedBy
        ? "blocked"
        : behind
          ? "behind"
          : rollup !== null && rollup !== "SUCCESS"
            ? "unstable"
            : "clean";
  return { mergeable, word, blockedBy };
}

/** GraphQL's `reviewDecision`: null where no review is required. */
export function decisionOf(thread: PullThread): "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED" | null {
  const protection = thread.repo.protections.get(thread.pull.base);
  if (!protection || (protection.approvals === 0 && !protection.codeOwners)) return null;
  const verdicts = verdictsOf(thread);
  if (verdicts.some((review) => review.state === "CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  if (protection.codeOwners && isOwnerMissing(thread, verdicts)) return "REVIEW_REQUIRED";
  return verdicts.filter((review) => review.state === "APPROVED").length >= protection.approvals ? "APPROVED" : "REVIEW_REQUIRED";
}

/** One of those whom CODEOWNERS names is enough: https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
function isOwnerMissing({ repo }: PullThread, verdicts: readonly Review[]): boolean {
  const owning = repo.codeOwners.flatMap((owner) => ("members" in owner ? owner.members : [owner]));
  return owning.length > 0 && !verdicts.some(({ state, author }) => state === "APPROVED" && author !== null && owning.includes(author));
}

/** The last approval or request for changes of each reviewer with write access: what branch protection counts. */
function verdictsOf(thread: PullThread): readonly Review[] {
  const last = new Map<string, Review>();
  for (const review of thread.pull.reviews) {
    if (!review.author || review.state === "COMMENTED" || !hasRole(thread.repo, review.author, "write")) continue;
    last.set(review.author.login, review);
  }
  return [...last.values()];
}

/** What the base's protection refuses a merge for. */
function blockOf(thread: PullThread): string | null {
  const protection = thread.repo.protections.get(thread.pull.base);
  if (!protection) return null;
  const decision = decisionOf(thread);
  if (decision === "CHANGES_REQUESTED") return "Changes were requested by a reviewer with write access.";
  if (decision === "REVIEW_REQUIRED") {
    if (isOwnerMissing(thread, verdictsOf(thread)) && protection.codeOwners) return "Waiting on code owner review.";
    const n = protection.approvals;
    return `At least ${n} approving review${n === 1 ? " is" : "s are"} required by reviewers with write access.`;
  }
  // https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
  if (protection.conversations && thread.pull.reviewThreads.some(({ resolvedBy }) => resolvedBy === null))
    return "All conversations must be resolved.";
  const missing = missingChecks(thread.repo, thread.pull.head.sha, protection);
  return missing.length > 0 ? `Required status check "${missing[0] ?? ""}" is expected.` : null;
}

function missingChecks(repo: Repo, sha: string, protection: Protection): readonly string[] {
  const green = new Set([
    ...latestChecks(repo, sha).flatMap((run) => (isPassing(run.conclusion) ? [run.name] : [])),
    ...latestStatuses(repo, sha).flatMap((status) => (status.state === "success" ? [status.context] : [])),
  ]);
  return protection.checks.filter((name) => !green.has(name));
}

/** What the checks and commit statuses of a commit amount to. */
import type { Sha } from "../git/objects.js";
import type { CheckRun, CommitStatus, Conclusion, Repo } from "./records.js";

export type { Annotation, CheckAction, CheckApp, CheckRun, CheckSuite, CommitStatus, Conclusion } from "./records.js";

export const CONCLUSIONS: readonly Conclusion[] = ["success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required"];

/** The newest run of each name and App on a commit: what a person sees. */
export function latestChecks(repo: Repo, sha: Sha): readonly CheckRun[] {
  const latest = new Map<string, CheckRun>();
  for (const run of repo.checks) if (run.sha === sha) latest.set(`${run.suite.app.id} ${run.name}`, run);
  return [...latest.values()];
}

/** Every run on a commit, those that newer ones have replaced among them, newest first. */
export function allChecks(repo: Repo, sha: Sha): readonly CheckRun[] {
  return repo.checks.filter((run) => run.sha === sha).reverse();
}

/** The newest status of each context on a commit. */
export function latestStatuses(repo: Repo, sha: Sha): readonly CommitStatus[] {
  const latest = new Map<string, CommitStatus>();
  for (const status of repo.commitStatuses) if (status.sha === sha) latest.set(status.context, status);
  return [...latest.values()];
}

type Rollup = "SUCCESS" | "FAILURE" | "PENDING" | "ERROR";

/** What all checks and statuses of a commit amount to; null when there is none. */
export function rollupOf(repo: Repo, sha: Sha, runs = latestChecks(repo, sha)): Rollup | null {
  const parts: Rollup[] = [...runs.map(rollupOfRun), ...latestStatuses(repo, sha).map(rollupOfStatus)];
  if (parts.length === 0) return null;
  return (["FAILURE", "ERROR", "PENDING"] as const).find((bad) => parts.includes(bad)) ?? "SUCCESS";
}

/** Green enough for branch protection: https://docs.github.com/en/pull-requests (neutral and skipped count as passed). */
export function isPassing(conclusion: Conclusion | null): boolean {
  return conclusion === "success" || conclusion === "neutral" || conclusion === "skipped";
}

function rollupOfRun(run: CheckRun): Rollup {
  if (run.status !== "completed") return "PENDING";
  return isPassing(run.conclusion) ? "SUCCESS" : "FAILURE";
}

function rollupOfStatus(status: CommitStatus): Rollup {
  return status.state.toUpperCase() as Rollup;
}

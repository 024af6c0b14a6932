/** What keeps a commit off a protected branch, as GitHub's GraphQL says it. */
import { Refusal } from "./refusal.js";
import type { Repo } from "./repo.js";

/**
 * Null where nothing does. Classic protection has a type of its own; rulesets have not, and say their rules on further lines:
 * https://github.com/Thinkmill/keystatic/issues/1598. No App is among those who may bypass them.
 */
export function branchBar(repo: Repo, branch: string): Refusal | null {
  const protection = repo.protections.get(branch);
  if (!protection) return null;
  const rules = [
    ...(protection.approvals > 0 ? ["Changes must be made through a pull request."] : []),
    ...(protection.checks.length > 0 ? [expected(protection.checks.length)] : []),
  ];
  if (rules.length === 0) return null;
  return protection.ruleset
    ? new Refusal(422, `Repository rule violations found\n\n${rules.join("\n\n")}\n\n`)
    : new Refusal(422, rules.join("\n"), {}, "BRANCH_PROTECTION_RULE_VIOLATION");
}

/** A commit that nobody has seen yet has no checks. */
function expected(checks: number): string {
  return checks === 1 ? "Required status check is expected." : `${checks} of ${checks} required status checks are expected.`;
}

/**
 * Branches that must be up to date with their base: whether the rules of the default branch say so, and which are behind it though GitHub
 * calls them blocked. Asked only where somebody has approved what the app is to merge. Classic branch protection tells nobody but administrators.
 */
import type { Desk } from "../../../desk/facts/desk.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { askedDaily } from "../asked-daily.js";
import { BEHIND_BASE, BRANCH_RULES } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { PullShape, RemarkShape, RepositoryShape } from "../shapes.js";

/** Comparisons in one look. */
const MOST_COMPARED = 10;

interface Sorted {
  readonly pulls: readonly PullShape[];
  readonly strict: boolean;
}

export async function withBehind(
  scope: ReadScope,
  pulls: readonly PullShape[],
  remarks: ReadonlyMap<number, readonly RemarkShape[]>,
  { defaultBranchRef: base }: Pick<RepositoryShape, "defaultBranchRef">,
  { merge }: Desk,
): Promise<Sorted> {
  const isApproved = ({ number }: PullShape) =>
    remarks.get(number)?.some((one) => one.__typename === "PullRequestReview" && one.state === "APPROVED");
  const approved = merge.atSlot ? pulls.filter((pull) => pull.baseRefName === base?.name && isApproved(pull)) : [];
  if (!base?.target || approved.length === 0 || !(await isStrict(scope, base.name))) return { pulls, strict: false };
  // “Behind” is said of what is not blocked by anything else: https://docs.github.com/graphql/reference/enums#mergestatestatus
  const blocked = approved.filter(({ mergeStateStatus }) => mergeStateStatus === "BLOCKED").slice(0, MOST_COMPARED);
  const behind = new Set<number>();
  for (const { number, headRefOid } of blocked) if (await isBehind(scope, base.target.oid, headRefOid)) behind.add(number);
  return { pulls: pulls.map((pull) => (behind.has(pull.number) ? { ...pull, mergeStateStatus: "BEHIND" } : pull)), strict: true };
}

/** https://docs.github.com/rest/repos/rules#get-rules-for-a-branch: readable by everybody who can see the repository. */
async function isStrict(scope: ReadScope, branch: string): Promise<boolean> {
  const { client, owner, name } = scope;
  const strict = await askedDaily(scope, BRANCH_RULES, branch, async () => {
    const { data } = await client.rest.repos.getBranchRules({ owner, repo: name, branch, per_page: 100 });
    return data.some((rule) => rule.type === "required_status_checks" && rule.parameters?.strict_required_status_checks_policy === true);
  });
  return strict ?? false;
}

async function isBehind(scope: ReadScope, base: string, head: string): Promise<boolean> {
  const { client, cache, owner, name } = scope;
  const key = `${base}:${head}`;
  const kept = (await cache.find(BEHIND_BASE, [key])).get(key);
  if (kept !== undefined) return kept;
  const told = await answeredInTheEnd(scope, `behind ${head}`, async () => {
    const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo: name, basehead: `${base}...${head}`, per_page: 1 });
    return data.behind_by > 0;
  });
  await cache.keep(BEHIND_BASE, new Map([[key, told ?? false]]));
  return told ?? false;
}

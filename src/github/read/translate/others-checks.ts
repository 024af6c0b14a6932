/** What other people's checks say of a head. Ours are left out: we would otherwise wait for ourselves. */
import type { PullRequest } from "../../../desk/facts/snapshot.js";
import { nodesOf, type CheckRunShape, type ContextShape, type RollupShape } from "../shapes.js";
import { botLogin } from "../translate-actor.js";

type Verdict = NonNullable<PullRequest["checks"]>;

/** Of `required` those alone that branch protection requires, which is the same whoever asks, unlike `mergeStateStatus`. */
export function othersChecks(rollup: RollupShape | null, app: string, which: "all" | "required" = "all"): PullRequest["checks"] {
  if (!rollup) return null;
  // Of more contexts than were read, GitHub's own sum of all is believed.
  if (rollup.contexts.pageInfo.hasNextPage) return verdictOf(rollup.state);
  const verdicts = newestOfEach(nodesOf(rollup.contexts))
    .filter((one) => !isOurs(one, app) && (which === "all" || one.isRequired === true))
    .map((one) => (one.__typename === "StatusContext" ? verdictOf(one.state) : verdictOfRun(one)));
  const unread = rollup.contexts.nodes?.includes(null) ? (["unknown"] as const) : [];
  return (["failing", "running", ...unread, "passing"] as const).find((one) => one === "unknown" || verdicts.includes(one)) ?? null;
}

/**
 * Runs that newer ones have replaced stay in the rollup, in no order, while branch protection goes by the newest of each name and App:
 * https://github.com/cli/cli/issues/13563. Runs are numbered in one sequence, so that the greater number is the newer run.
 */
function newestOfEach(contexts: readonly ContextShape[]): readonly ContextShape[] {
  const newest = new Map<string, CheckRunShape>();
  for (const one of contexts) {
    if (one.__typename !== "CheckRun") continue;
    const key = `${appOf(one) ?? ""} ${one.name ?? ""}`;
    const other = newest.get(key);
    if (!other || (one.databaseId ?? 0) > (other.databaseId ?? 0)) newest.set(key, one);
  }
  return [...contexts.filter(({ __typename }) => __typename === "StatusContext"), ...newest.values()];
}

function appOf({ checkSuite }: CheckRunShape): string | undefined {
  return checkSuite?.app?.slug;
}

function isOurs(context: ContextShape, app: string): boolean {
  const slug = context.__typename === "CheckRun" ? appOf(context) : undefined;
  return slug !== undefined && botLogin(slug) === app;
}

/** https://docs.github.com/graphql/reference/enums#statusstate */
function verdictOf(state: string): Verdict {
  if (state === "SUCCESS") return "passing";
  return state === "PENDING" || state === "EXPECTED" ? "running" : "failing";
}

/**
 * As branch protection counts: neutral and skipped pass, all others hold. One that is stale has not ended within a fortnight and never will.
 * https://docs.github.com/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks
 */
function verdictOfRun({ status, conclusion }: CheckRunShape): Verdict {
  if (status !== "COMPLETED") return "running";
  return conclusion === "SUCCESS" || conclusion === "NEUTRAL" || conclusion === "SKIPPED" ? "passing" : "failing";
}

/** What other people's checks say of a head. Ours are left out: we would otherwise wait for ourselves. */
import type { PullRequest } from "../../../desk/facts/snapshot.js";
import { nodesOf, type ContextShape, type PullShape } from "../shapes.js";
import { botLogin } from "../translate-actor.js";

type Verdict = NonNullable<PullRequest["checks"]>;

/** By the hundred that GitHub gives at once; of more, its own sum of all is believed. */
export function othersChecks(rollup: PullShape["statusCheckRollup"], app: string): PullRequest["checks"] {
  if (!rollup) return null;
  if (rollup.contexts.pageInfo.hasNextPage) return verdictOf(rollup.state);
  const verdicts = nodesOf(rollup.contexts)
    .filter((one) => !isOurs(one, app))
    .map((one) => (one.__typename === "StatusContext" ? verdictOf(one.state) : verdictOfRun(one)));
  const unread = rollup.contexts.nodes?.includes(null) ? (["unknown"] as const) : [];
  return (["failing", "running", ...unread, "passing"] as const).find((one) => one === "unknown" || verdicts.includes(one)) ?? null;
}

function isOurs(context: ContextShape, app: string): boolean {
  const slug = context.__typename === "CheckRun" ? context.checkSuite?.app?.slug : undefined;
  return slug !== undefined && botLogin(slug) === app;
}

/** https://docs.github.com/graphql/reference/enums#statusstate */
function verdictOf(state: string): Verdict {
  if (state === "SUCCESS") return "passing";
  return state === "PENDING" || state === "EXPECTED" ? "running" : "failing";
}

/** https://docs.github.com/graphql/reference/enums#checkconclusionstate */
function verdictOfRun({ status, conclusion }: Extract<ContextShape, { __typename: "CheckRun" }>): Verdict {
  if (status !== "COMPLETED") return "running";
  return conclusion === "SUCCESS" || conclusion === "NEUTRAL" || conclusion === "SKIPPED" ? "passing" : "failing";
}

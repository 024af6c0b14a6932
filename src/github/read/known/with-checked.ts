/** Checks that have ended a short while ago, as deliveries told, in the place of what a read shows of them. */
import { readInstant, type Instant } from "../../../desk/time/zone.js";
import type { Known } from "../../../news.js";
import type { ContextShape, PullShape, RollupShape } from "../shapes.js";
import { isBelieved } from "./with-news.js";

type Checked = Extract<Known, { readonly kind: "checked" }>;

const NO_CHECKS: RollupShape = { state: "PENDING", contexts: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } };

export function withChecked(pulls: readonly PullShape[], news: readonly Known[], at: Instant): readonly PullShape[] {
  const checked = news
    .filter((one): one is Checked => one.kind === "checked" && isBelieved(one, at))
    // Deliveries come in any order, and both kinds are numbered in the order in which they were made.
    .sort((a, b) => a.id - b.id);
  return checked.length === 0 ? pulls : pulls.map((pull) => checked.filter(({ head }) => head === pull.headRefOid).reduce(pullWith, pull));
}

function pullWith(pull: PullShape, one: Checked): PullShape {
  const rollup = pull.statusCheckRollup ?? NO_CHECKS;
  const nodes = rollup.contexts.nodes ?? [];
  const shown = nodes.find((node) => isIt(node, one));
  if (shown?.__typename === "StatusContext" && shown.createdAt !== undefined && readInstant(shown.createdAt) > readInstant(one.at))
    return pull;
  const isRequired = nodes.some((node) => node?.isRequired === true && nameOf(node) === one.name);
  const told: ContextShape =
    one.app === null
      ? { __typename: "StatusContext", context: one.name, createdAt: one.at, state: one.says, isRequired }
      : {
          __typename: "CheckRun",
          databaseId: one.id,
          name: one.name,
          status: "COMPLETED",
          conclusion: one.says,
          isRequired,
          checkSuite: { app: { slug: one.app } },
        };
  const contexts = { ...rollup.contexts, nodes: [...nodes.filter((node) => !isIt(node, one)), told] };
  return { ...pull, statusCheckRollup: { ...rollup, contexts } };
}

function isIt(node: ContextShape | null, { app, id, name }: Checked): boolean {
  if (node?.__typename === "CheckRun") return app !== null && node.databaseId === id;
  return app === null && node?.context === name;
}

function nameOf(node: ContextShape): string | undefined {
  return node.__typename === "CheckRun" ? node.name : node.context;
}

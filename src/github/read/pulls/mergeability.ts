/** Whether pull requests could be merged, and the checks on their heads: dear to GitHub, and so asked for those alone that are open and bring a post. */
import { mergeabilityDocument, MORE_CONTEXTS } from "../documents.js";
import { askInParts, inTime } from "../in-time.js";
import { askAbout, type ReadScope } from "../scope.js";
import type { AliasesShape, MergeabilityShape, PullShape, RollupShape } from "../shapes.js";

/** Pull requests a request. */
const AT_ONCE = 45;

/** Pages of a hundred beyond the first: a thousand checks in all. */
const MOST_PAGES = 9;

/** `told` came with the overview, by number. */
export async function withMergeability(
  scope: ReadScope,
  pulls: readonly PullShape[],
  told: ReadonlyMap<number, MergeabilityShape>,
): Promise<readonly PullShape[]> {
  const found = new Map(told);
  const asked = pulls.filter(({ number, headRefOid }) => told.get(number)?.headRefOid !== headRefOid);
  await askInParts(scope, "mergeability", AT_ONCE, asked, async (some) => {
    const { repository } = await askAbout<AliasesShape<MergeabilityShape>>(scope, mergeabilityDocument(some.map(({ number }) => number)));
    for (const { number } of some) {
      const shape = repository?.[`merge${number}`];
      if (shape) found.set(number, shape);
    }
  });
  const whole: PullShape[] = [];
  for (const pull of pulls) {
    const {
      mergeable,
      mergeStateStatus,
      reviewDecision = null,
      isMergeQueueEnabled = false,
      statusCheckRollup,
    } = found.get(pull.number) ?? {};
    const rollup = statusCheckRollup ? await wholeRollup(scope, pull.number, statusCheckRollup) : null;
    const told = { ...(mergeable && { mergeable }), ...(mergeStateStatus && { mergeStateStatus }), reviewDecision, isMergeQueueEnabled };
    whole.push({ ...pull, ...told, statusCheckRollup: rollup });
  }
  return whole;
}

/** The checks beyond the first hundred too, where GitHub's sum of all says that some of them may not have passed. */
async function wholeRollup(scope: ReadScope, number: number, rollup: RollupShape): Promise<RollupShape> {
  // Where all have passed, those that count have.
  if (rollup.state === "SUCCESS") return rollup;
  // What may not be read is a hole in the list, and stays one.
  const nodes = [...(rollup.contexts.nodes ?? [])];
  let page = rollup.contexts.pageInfo;
  for (let n = 0; page.hasNextPage && n < MOST_PAGES; n += 1) {
    const { endCursor: after } = page;
    const { repository } = await inTime(scope, "contexts", 100, (first) =>
      askAbout<{ readonly repository: { readonly pullRequest: Pick<MergeabilityShape, "statusCheckRollup"> | null } }>(
        scope,
        MORE_CONTEXTS,
        {
          number,
          first,
          after,
        },
      ),
    );
    const more = repository.pullRequest?.statusCheckRollup;
    if (!more) break;
    nodes.push(...(more.contexts.nodes ?? []));
    page = more.contexts.pageInfo;
  }
  return { ...rollup, contexts: { nodes, pageInfo: page } };
}

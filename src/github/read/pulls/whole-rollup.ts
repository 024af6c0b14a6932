/** The checks on a head beyond the first hundred: asked for where GitHub's sum of all says that some of them may not have passed. */
import { MORE_CONTEXTS } from "../documents.js";
import { askAbout, type ReadScope } from "../scope.js";
import type { PullShape } from "../shapes.js";

type Rollup = NonNullable<PullShape["statusCheckRollup"]>;

/** Pages of a hundred beyond the first: a thousand checks in all. */
const MOST_PAGES = 9;

export async function wholeRollup(scope: ReadScope, { number, statusCheckRollup: rollup }: PullShape): Promise<Rollup | null> {
  // Where all have passed, those that count have.
  if (!rollup || rollup.state === "SUCCESS") return rollup;
  // What may not be read is a hole in the list, and stays one.
  const nodes = [...(rollup.contexts.nodes ?? [])];
  let page = rollup.contexts.pageInfo;
  for (let n = 0; page.hasNextPage && n < MOST_PAGES; n += 1) {
    const { repository } = await askAbout<{ readonly repository: { readonly pullRequest: Pick<PullShape, "statusCheckRollup"> | null } }>(
      scope,
      MORE_CONTEXTS,
      { number, after: page.endCursor },
    );
    const more = repository.pullRequest?.statusCheckRollup;
    if (!more) break;
    nodes.push(...(more.contexts.nodes ?? []));
    page = more.contexts.pageInfo;
  }
  return { ...rollup, contexts: { nodes, pageInfo: page } };
}

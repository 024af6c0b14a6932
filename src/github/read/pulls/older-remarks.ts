/** What was said before the last hundred remarks: paged back, and kept until something happens again. */
import { OLDER_COMMENTS, OLDER_REMARKS } from "../documents.js";
import { inTime } from "../in-time.js";
import { OLDER, TOUCHED } from "../read-cache.js";
import { askAbout, type ReadScope } from "../scope.js";
import { nodesOf, type Before, type BoardShape, type Nodes, type PullShape, type RemarkShape } from "../shapes.js";

/** Pages of a hundred beyond the first: a thousand remarks in all. */
const MOST_PAGES = 9;

type Page = Nodes<RemarkShape> & { readonly pageInfo: Before };

interface OlderShape {
  readonly repository: {
    readonly pullRequest?: { readonly remarks: Page } | null;
    readonly issue?: { readonly remarks: Page } | null;
  };
}

/** Every remark on a pull request, oldest first; the last thousand of more. */
export function remarksOn(scope: ReadScope, pull: PullShape): Promise<readonly RemarkShape[]> {
  return withOlder(scope, pull, pull.timelineItems, OLDER_REMARKS);
}

/** Every comment on a board, oldest first; the last thousand of more. */
export function commentsOn(scope: ReadScope, board: BoardShape): Promise<readonly RemarkShape[]> {
  return withOlder(scope, board, board.comments, OLDER_COMMENTS);
}

async function withOlder(
  scope: ReadScope,
  { number, updatedAt }: { readonly number: number; readonly updatedAt: string },
  newest: Page,
  document: string,
): Promise<readonly RemarkShape[]> {
  if (!newest.pageInfo.hasPreviousPage) return nodesOf(newest);
  const touched = (await scope.cache.find(TOUCHED, [`${scope.id}:${number}`])).get(`${scope.id}:${number}`);
  // The cursor too: what GitHub dates to the same second may have moved on.
  const key = [scope.id, number, updatedAt, newest.pageInfo.startCursor, touched ?? ""].join(":");
  const known = (await scope.cache.find(OLDER, [key])).get(key);
  const older = known ?? (await pageBack(scope, document, number, newest.pageInfo));
  if (!known) await scope.cache.keep(OLDER, new Map([[key, older]]));
  return [...older, ...nodesOf(newest)];
}

async function pageBack(scope: ReadScope, document: string, number: number, from: Before): Promise<readonly RemarkShape[]> {
  const pages: (readonly RemarkShape[])[] = [];
  let before: Before = from;
  while (before.hasPreviousPage && pages.length < MOST_PAGES) {
    const { startCursor } = before;
    const { repository } = await inTime(scope, "older", 100, (last) =>
      askAbout<OlderShape>(scope, document, { number, last, before: startCursor }),
    );
    const page = (repository.pullRequest ?? repository.issue)?.remarks;
    if (!page) break;
    pages.unshift(nodesOf(page));
    before = page.pageInfo;
  }
  return pages.flat();
}

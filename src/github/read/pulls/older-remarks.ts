/** What was said before the last hundred remarks: paged back, and kept until something happens again. */
import { OLDER_COMMENTS, OLDER_REMARKS } from "../documents.js";
import { OLDER, TOUCHED } from "../read-cache.js";
import { askAbout, type Means } from "../scope.js";
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
export function remarksOn(means: Means, pull: PullShape): Promise<readonly RemarkShape[]> {
  return withOlder(means, pull, pull.timelineItems, OLDER_REMARKS);
}

/** Every comment on a board, oldest first; the last thousand of more. */
export function commentsOn(means: Means, board: BoardShape): Promise<readonly RemarkShape[]> {
  return withOlder(means, board, board.comments, OLDER_COMMENTS);
}

async function withOlder(
  means: Means,
  { number, updatedAt }: { readonly number: number; readonly updatedAt: string },
  newest: Page,
  document: string,
): Promise<readonly RemarkShape[]> {
  if (!newest.pageInfo.hasPreviousPage) return nodesOf(newest);
  const touched = (await means.shelf.find(TOUCHED, [`${means.id}:${number}`])).get(`${means.id}:${number}`);
  // The cursor too: what GitHub dates to the same second may have moved on.
  const key = [means.id, number, updatedAt, newest.pageInfo.startCursor, touched ?? ""].join(":");
  const known = (await means.shelf.find(OLDER, [key])).get(key);
  const older = known ?? (await pageBack(means, document, number, newest.pageInfo));
  if (!known) await means.shelf.keep(OLDER, new Map([[key, older]]));
  return [...older, ...nodesOf(newest)];
}

async function pageBack(means: Means, document: string, number: number, from: Before): Promise<readonly RemarkShape[]> {
  const pages: (readonly RemarkShape[])[] = [];
  let before: Before = from;
  while (before.hasPreviousPage && pages.length < MOST_PAGES) {
    const { repository } = await askAbout<OlderShape>(means, document, { number, before: before.startCursor });
    const page = (repository.pullRequest ?? repository.issue)?.remarks;
    if (!page) break;
    pages.unshift(nodesOf(page));
    before = page.pageInfo;
  }
  return pages.flat();
}

/** Conversations on lines of pull requests: read apart, when a review has come or a delivery told of one, and once a day while the pull request is open. */
import { DAY, plus, type Instant } from "../../../desk/time/zone.js";
import type { Known } from "../../../news.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { lineThreadsDocument, OLDER_LINE_THREADS } from "../documents.js";
import { inChunks } from "../in-chunks.js";
import { askInParts, inTime } from "../in-time.js";
import { LINE_THREADS, THREADS_STIRRED } from "../read-cache.js";
import { askAbout, type ReadScope } from "../scope.js";
import { nodesOf, type AliasesShape, type Before, type LineThreadShape, type Nodes, type PullShape, type RemarkShape } from "../shapes.js";
import { botLogin } from "../translate-actor.js";

/** Pull requests a request. */
const AT_ONCE = 20;
/** Pages of twenty beyond the first: five hundred conversations in all. */
const MOST_PAGES = 24;
/** An edit and a closing date no pull request anew, and the delivery that told of it may be lost. */
const BELIEVED_FOR = DAY;

interface Discussed {
  readonly pull: PullShape;
  readonly remarks: readonly RemarkShape[];
}

type OnLine = Extract<Known, { readonly kind: "on a line" }>;

type Page = Nodes<LineThreadShape> & { readonly pageInfo: Before };

interface ThreadsShape {
  readonly reviewThreads: Page;
}

/** By number; of those that nobody has reviewed, and of those that GitHub will not tell of, nothing. */
export async function lineThreads(
  scope: ReadScope,
  pulls: readonly Discussed[],
  { app, news }: { readonly app: string; readonly news: readonly Known[] },
): Promise<ReadonlyMap<number, readonly LineThreadShape[]>> {
  const reviewed = pulls.flatMap(({ pull, remarks }) => {
    const reviews = reviewsThatRemark(remarks, app);
    return reviews.length > 0 ? [{ pull, reviews }] : [];
  });
  const cacheKey = ({ number }: PullShape) => `${scope.id}:${number}`;
  const keys = reviewed.map(({ pull }) => cacheKey(pull));
  const kept = await scope.cache.find(LINE_THREADS, keys);
  const stirred = await scope.cache.find(THREADS_STIRRED, keys);
  const keyOf = ({ pull, reviews }: (typeof reviewed)[number]) => [stirred.get(cacheKey(pull)) ?? "", ...reviews].join(" ");
  const told = linesTold(news);
  const due = reviewed.filter((one) => {
    const known = kept.get(cacheKey(one.pull));
    // What was read a moment ago may have been of before.
    const isBehind = told.some((line) => line.pull === one.pull.number && !showsLine(known?.threads, line));
    return known?.key !== keyOf(one) || isBehind || (isOpen(one.pull) && known.threads.length > 0 && isOld(known.at, scope.at));
  });
  const found = new Map([...kept].map(([key, { threads }]) => [key, threads]));
  for (const some of inChunks(due, AT_ONCE)) {
    const numbers = some.map(({ pull }) => pull.number);
    const parts = await answeredInTheEnd(scope, `conversations on ${numbers.join(" ")}`, () =>
      askInParts(scope, "line threads", AT_ONCE, numbers, (few) => pagesOf(scope, few)),
    );
    const pages = parts && new Map(parts.flatMap((part) => [...part]));
    const news = new Map<string, readonly LineThreadShape[]>();
    for (const { pull } of some) {
      const page = pages?.get(pull.number);
      if (page) news.set(cacheKey(pull), await withOlder(scope, pull.number, page));
    }
    const read = some.flatMap((one) => {
      const threads = news.get(cacheKey(one.pull));
      return threads ? [[cacheKey(one.pull), { key: keyOf(one), at: scope.at, threads }] as const] : [];
    });
    // A replica that is behind may not know yet what a review brought.
    const current = some
      .filter(({ pull }) => (pages?.get(pull.number)?.updatedAt ?? "") >= pull.updatedAt)
      .map(({ pull }) => cacheKey(pull));
    await scope.cache.keep(LINE_THREADS, new Map(read.filter(([key]) => current.includes(key))));
    for (const [key, threads] of news) found.set(key, threads);
  }
  return new Map(
    reviewed.flatMap(({ pull }) => {
      const threads = found.get(cacheKey(pull));
      return threads ? [[pull.number, threads] as const] : [];
    }),
  );
}

/** Each line as it was last told. */
export function linesTold(news: readonly Known[]): readonly OnLine[] {
  return [...new Map(news.flatMap((one) => (one.kind === "on a line" ? [[one.node, one]] : []))).values()];
}

/** Whether a comment on a line is there as it was last edited, or a conversation as it was closed or opened. */
export function showsLine(threads: readonly LineThreadShape[] | undefined, { node, at, resolved }: OnLine): boolean {
  if (resolved !== null) return threads?.find(({ id }) => id === node)?.isResolved === resolved;
  const there = threads?.flatMap(({ comments }) => nodesOf(comments)).find(({ id }) => id === node);
  return there !== undefined && (at === null || (there.lastEditedAt ?? at) >= at);
}

/** Ids. Every comment on a line is part of one; the app's suggestions alone, which say what they are, are no conversation yet. */
function reviewsThatRemark(remarks: readonly RemarkShape[], app: string): readonly string[] {
  return remarks.flatMap((one) => {
    if (one.__typename !== "PullRequestReview") return [];
    const isSuggestion = one.author?.__typename === "Bot" && botLogin(one.author.login) === app && one.body !== "";
    return isSuggestion ? [] : [String(one.fullDatabaseId)];
  });
}

type FirstPage = Page & { readonly updatedAt: string };

async function pagesOf(scope: ReadScope, numbers: readonly number[]): Promise<ReadonlyMap<number, FirstPage>> {
  const { repository } = await askAbout<AliasesShape<ThreadsShape & { readonly updatedAt: string }>>(scope, lineThreadsDocument(numbers));
  return new Map(
    numbers.flatMap((number) => {
      const pull = repository?.[`pull${number}`];
      return pull ? [[number, { ...pull.reviewThreads, updatedAt: pull.updatedAt }] as const] : [];
    }),
  );
}

async function withOlder(scope: ReadScope, number: number, newest: Page): Promise<readonly LineThreadShape[]> {
  const pages = [nodesOf(newest)];
  let before = newest.pageInfo;
  while (before.hasPreviousPage && pages.length <= MOST_PAGES) {
    const cursor = before.startCursor;
    const { repository } = await inTime(scope, "older line threads", AT_ONCE, (last) =>
      askAbout<{ readonly repository: { readonly pullRequest: ThreadsShape | null } }>(scope, OLDER_LINE_THREADS, {
        number,
        last,
        before: cursor,
      }),
    );
    if (!repository.pullRequest) break;
    const page = repository.pullRequest.reviewThreads;
    pages.unshift(nodesOf(page));
    before = page.pageInfo;
  }
  return pages.flat();
}

function isOpen({ state }: PullShape): boolean {
  return state === "OPEN";
}

function isOld(readAt: Instant, at: Instant): boolean {
  return plus(readAt, BELIEVED_FOR) <= at;
}

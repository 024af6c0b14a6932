/** Pull requests that were merged or closed: asked for once, and again when something happens to them. */
import type { Desk } from "../../../desk/facts/desk.js";
import { DAY, earliest, plus, readInstant, type Instant } from "../../../desk/time/zone.js";
import { MORE_ENDED, pullsDocument } from "../documents.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { askInParts, inTime, tookTooLong } from "../in-time.js";
import { ENDED_LIST, ENDED_PULL, TOUCHED } from "../read-cache.js";
import { askAbout, type ReadScope } from "../scope.js";
import { nodesOf, type AliasesShape, type EndedShape, type PullShape, type RepositoryShape } from "../shapes.js";

/** How long before its deadline a campaign's first pull requests may have ended. */
const BEFORE_DEADLINE = 120 * DAY;
/** How long after its deadline a campaign still counts: late posts come late. */
const AFTER_DEADLINE = 60 * DAY;
const MOST = 300;
/** Twenty pull requests of four connections are a point. */
const AT_ONCE = 20;
/** Of those that take GitHub too long by themselves so many are tried in one look; the next goes on without them. */
const MOST_SLOW = 5;

interface Ended {
  readonly pulls: readonly PullShape[];
  /** Another replica told of one of them than listed it, and is behind. */
  readonly torn: boolean;
}

/** Those that ended since the campaigns began, by number; `open` are left out, since a list that was kept may still hold one that was reopened. */
export async function endedPulls(
  scope: ReadScope,
  desk: Desk,
  first: RepositoryShape["ended"],
  open: readonly PullShape[],
): Promise<Ended> {
  const since = boundOf(desk, scope.at);
  const reopened = new Set(open.map(({ number }) => number));
  const ended = (await listEnded(scope, since, first)).filter(({ number }) => !reopened.has(number));
  return fetchPulls(scope, ended);
}

/** The instant from which ended pull requests matter. */
function boundOf(desk: Desk, at: Instant): Instant {
  const running = desk.campaigns.filter(({ deadline }) => plus(deadline, AFTER_DEADLINE) >= at);
  return plus(earliest([at, ...running.map(({ deadline }) => deadline)]) ?? at, -BEFORE_DEADLINE);
}

/** Newest first. Below one that has not changed since the last look nothing has, so the list that was kept goes on from there. */
async function listEnded(scope: ReadScope, since: Instant, first: RepositoryShape["ended"]): Promise<readonly EndedShape[]> {
  const key = String(scope.id);
  const kept = (await scope.cache.find(ENDED_LIST, [key])).get(key);
  const usable = kept && kept.since <= since ? kept.ended : [];
  const seen = new Set(usable.map(pullKey));
  const ended: EndedShape[] = [];
  let page = first;
  for (;;) {
    const nodes = nodesOf(page);
    ended.push(...nodes);
    const last = nodes.at(-1);
    const joins = last !== undefined && seen.has(pullKey(last));
    if (joins) ended.push(...usable.slice(usable.findIndex((one) => pullKey(one) === pullKey(last)) + 1));
    const goesOn = !joins && last !== undefined && readInstant(last.updatedAt) >= since && page.pageInfo.hasNextPage && ended.length < MOST;
    if (!goesOn) break;
    const { endCursor: after } = page.pageInfo;
    const more = await inTime(scope, "more ended", 100, (count) =>
      askAbout<{ readonly repository: Pick<RepositoryShape, "ended"> }>(scope, MORE_ENDED, { first: count, after }),
    );
    page = more.repository.ended;
  }
  const list = newestOfEach(ended)
    .filter(({ updatedAt }) => readInstant(updatedAt) >= since)
    .slice(0, MOST);
  const same = usable.length === list.length && list.every((one, n) => pullKey(one) === pullKey(usable[n]));
  if (!same || !kept) await scope.cache.keep(ENDED_LIST, new Map([[key, { since, ended: list }]]));
  return list;
}

/** One that changed since stands twice: at the top, and where it was kept. */
function newestOfEach(ended: readonly EndedShape[]): readonly EndedShape[] {
  const numbers = new Set<number>();
  return ended.filter(({ number }) => !numbers.has(number) && numbers.add(number));
}

async function fetchPulls(scope: ReadScope, ended: readonly EndedShape[]): Promise<Ended> {
  const touched = await scope.cache.find(
    TOUCHED,
    ended.map(({ number }) => `${scope.id}:${number}`),
  );
  const keyOf = (one: EndedShape) => `${scope.id}:${pullKey(one)}:${touched.get(`${scope.id}:${one.number}`) ?? ""}`;
  const known = await scope.cache.find(ENDED_PULL, ended.map(keyOf));
  const fetched = new Map<string, PullShape>();
  const unknown = ended.filter((one) => !known.has(keyOf(one)));
  let torn = false;
  const slow: unknown[] = [];
  await askInParts(scope, "pulls", AT_ONCE, unknown, async (some) => {
    const ask = () => askAbout<AliasesShape<PullShape>>(scope, pullsDocument(some.map(({ number }) => number)));
    const [first] = some;
    // One that GitHub cannot tell of by itself must not keep all the others from being read.
    const alone = first && some.length === 1 ? `ended pull ${first.number}` : null;
    const answer = await (alone === null ? ask() : answeredInTheEnd(scope, alone, ask)).catch((error: unknown) => {
      if (alone === null || !tookTooLong(error) || slow.push(error) > MOST_SLOW) throw error;
      return null;
    });
    const repository = answer?.repository;
    const pulls = some.flatMap(({ number }) => repository?.[`pull${number}`] ?? []);
    const told = some.flatMap((one) => pulls.filter(({ number }) => number === one.number).map((pull) => ({ one, pull })));
    const isOld = ({ one, pull }: (typeof told)[number]) => pull.updatedAt < one.updatedAt;
    torn ||= told.some(isOld);
    // Kept as what was listed: should it change between the two requests, the next list tells.
    const news = new Map(told.filter((both) => !isOld(both)).map(({ one, pull }) => [keyOf(one), pull]));
    await scope.cache.keep(ENDED_PULL, news);
    for (const [key, pull] of news) fetched.set(key, pull);
  });
  if (slow.length > 0) throw slow[0];
  const pulls = ended.flatMap((one) => known.get(keyOf(one)) ?? fetched.get(keyOf(one)) ?? []).filter(({ state }) => state !== "OPEN");
  return { pulls, torn };
}

function pullKey(one: EndedShape | undefined): string {
  return one ? `${one.number}:${one.updatedAt}:${one.state}:${one.totalCommentsCount ?? ""}` : "";
}

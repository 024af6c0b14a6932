/** The overview: the one request that holds a repository at rest, and a further one for each further page of pull requests. */
import { DESK_PATH, lookDocument, MORE_OPEN } from "./documents.js";
import { LAST_FOLDERS, type ReadCache } from "./read-cache.js";
import { askAbout, PartialAnswer, type ReadScope } from "./scope.js";
import { nodesOf, type OverviewShape, type ObjectShape, type PullShape, type RepositoryShape } from "./shapes.js";
import { botLogin } from "./translate-actor.js";

export interface Overview {
  readonly repository: RepositoryShape;
  readonly fallback: ObjectShape | null;
  /** The app's own login, `presstime[bot]`. */
  readonly app: string;
  readonly open: readonly PullShape[];
  /** By folder: the Git object there, or null. */
  readonly folders: ReadonlyMap<string, ObjectShape | null>;
}

interface MoreOpenShape {
  readonly repository: { readonly open: RepositoryShape["open"] };
}

/**
 * Pull requests a request. Each has five connections, so 45 of them and the rest of the overview stay below 250 connections:
 * two points by GitHub's rounding, and a hundred pull requests cost five. Fewer when GitHub cannot make so many in its ten seconds.
 */
const PAGES = [45, 15, 5] as const;

/** Looks. Rejects with a `PartialAnswer` of type `NOT_FOUND` when GitHub has no such repository under that name. */
export async function readOverview(scope: ReadScope): Promise<Overview> {
  const folders = await lastFolders(scope.cache, scope.id);
  const trees = Object.fromEntries(folders.map((folder, n) => [`tree${n}`, `HEAD:${folder}`]));
  const document = lookDocument(folders.length);
  const { repository, fallback, viewer } = await inTime((first) =>
    askAbout<OverviewShape>(scope, document, { first, desk: `HEAD:${DESK_PATH}`, ...trees }),
  );
  const open = [...nodesOf(repository.open)];
  let page = repository.open.pageInfo;
  while (page.hasNextPage) {
    const { endCursor: after } = page;
    // The total tells how many are left, so that the last page is not paid for in full.
    const left = Math.max(1, repository.open.totalCount - open.length);
    const more = await inTime((first) => askAbout<MoreOpenShape>(scope, MORE_OPEN, { first: Math.min(first, left), after }));
    open.push(...nodesOf(more.repository.open));
    page = more.repository.open.pageInfo;
  }
  return {
    repository,
    fallback: fallback?.desk ?? null,
    app: botLogin(viewer.login),
    open,
    folders: new Map(folders.map((folder, n) => [folder, aliasedTree(repository, n)])),
  };
}

/** The object that the alias `tree<n>` holds. */
export function aliasedTree(aliases: object, n: number): ObjectShape | null {
  return (aliases as Readonly<Record<string, ObjectShape | null | undefined>>)[`tree${n}`] ?? null;
}

async function lastFolders(cache: ReadCache, id: number): Promise<readonly string[]> {
  return (await cache.find(LAST_FOLDERS, [String(id)])).get(String(id))?.folders ?? [];
}

/** Tries with smaller pages when a query takes GitHub too long, which it says with a 502 or 504. */
async function inTime<Data>(
  ask: (first: number) => Promise<Data>,
  [size, ...smaller]: readonly [number, ...number[]] = PAGES,
): Promise<Data> {
  try {
    return await ask(size);
  } catch (error) {
    const [next, ...rest] = smaller;
    if (next === undefined || !tookTooLong(error)) throw error;
    return inTime(ask, [next, ...rest]);
  }
}

/** GraphQL says the same with a 200: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
function tookTooLong(error: unknown): boolean {
  if (error instanceof PartialAnswer) {
    return error.type === "RESOURCE_LIMITS_EXCEEDED" || /something went wrong|timed? ?out/i.test(error.message);
  }
  return error instanceof Error && "status" in error && (error.status === 502 || error.status === 504);
}

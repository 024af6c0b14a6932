/** The overview: the one request that holds a repository at rest, and a further one for each further page of pull requests. */
import { DESK_PATH, lookDocument, moreOpenDocument } from "./documents.js";
import { inTime } from "./in-time.js";
import { seenHeadKey } from "./pulls/heads-seen.js";
import { BRINGING, HEAD_SEEN, LAST_FOLDERS, TOLD_PULL, type ReadCache } from "./read-cache.js";
import { askAbout, type ReadScope } from "./scope.js";
import {
  nodesOf,
  type ListedShape,
  type MergeabilityShape,
  type ObjectShape,
  type OverviewShape,
  type PullShape,
  type RepositoryShape,
} from "./shapes.js";
import { botLogin } from "./translate-actor.js";

export interface Overview {
  readonly repository: RepositoryShape;
  readonly fallback: ObjectShape | null;
  /** The app's own login, `presstime[bot]`. */
  readonly app: string;
  readonly open: readonly PullShape[];
  /** By folder: the Git object there, or null. */
  readonly folders: ReadonlyMap<string, ObjectShape | null>;
  /** By number, of those that were asked about besides: of a head that is new, and of those that brought a post before. */
  readonly files: ReadonlyMap<number, ListedShape>;
  readonly mergeability: ReadonlyMap<number, MergeabilityShape>;
  /** Which brought a post at the last look. */
  readonly bringing: readonly number[];
}

interface MoreOpenShape {
  readonly repository: Pick<RepositoryShape, "open">;
}

/**
 * Pull requests a request. Each has three connections, and one more where it brings a post, so 45 of them and the rest of the overview stay
 * below 250 connections: two points by GitHub's rounding, and a hundred pull requests cost five. Fewer when GitHub cannot make so many in time.
 */
const PAGE = 45;

/** Looks. Rejects with a `PartialAnswer` of type `NOT_FOUND` when GitHub has no such repository under that name. */
export async function readOverview(scope: ReadScope): Promise<Overview> {
  const folders = await lastFolders(scope.cache, scope.id);
  const trees = Object.fromEntries(folders.map((folder, n) => [`tree${n}`, `HEAD:${folder}`]));
  const told = await unseenPull(scope);
  const bringing = (await scope.cache.find(BRINGING, [String(scope.id)])).get(String(scope.id)) ?? [];
  let merging = [...new Set([...told, ...bringing])];
  const mergeability = new Map<number, MergeabilityShape>();
  const files = new Map<number, ListedShape>();
  /** Takes what was asked beside from the answer, and what was asked for from the list. */
  const take = (aliases: object, asked: readonly number[]) => {
    const shapes = aliases as Readonly<Record<string, unknown>>;
    for (const number of asked) {
      const merge = shapes[`merge${number}`] as MergeabilityShape | null | undefined;
      const listed = shapes[`files${number}`] as ListedShape | null | undefined;
      if (merge) mergeability.set(number, merge);
      if (listed) files.set(number, listed);
    }
    merging = merging.slice(asked.length);
  };
  const { asked, repository, fallback, viewer } = await inTime(scope, "look", PAGE, async (first) => {
    const beside = merging.slice(0, first);
    const document = lookDocument(folders.length, { merging: beside, files: told });
    return { asked: beside, ...(await askAbout<OverviewShape>(scope, document, { first, desk: `HEAD:${DESK_PATH}`, ...trees })) };
  });
  take(repository, asked);
  const open = [...nodesOf(repository.open)];
  let page = repository.open.pageInfo;
  while (page.hasNextPage) {
    const { endCursor: after } = page;
    // The total tells how many are left, so that the last page is not paid for in full.
    const left = Math.max(1, repository.open.totalCount - open.length);
    const more = await inTime(scope, "look", PAGE, async (first) => {
      const beside = merging.slice(0, first);
      const document = moreOpenDocument({ merging: beside, files: [] });
      return { asked: beside, ...(await askAbout<MoreOpenShape>(scope, document, { first: Math.min(first, left), after })) };
    });
    take(more.repository, more.asked);
    open.push(...nodesOf(more.repository.open));
    page = more.repository.open.pageInfo;
  }
  const objects = repository as unknown as Readonly<Record<string, ObjectShape | null | undefined>>;
  return {
    repository,
    fallback: fallback?.desk ?? null,
    app: botLogin(viewer.login),
    open,
    folders: new Map(folders.map((folder, n) => [folder, objects[`tree${n}`] ?? null])),
    files,
    mergeability,
    bringing,
  };
}

/** The pull request that a delivery told of last, while no look has seen the head that it told: it may bring a post. */
async function unseenPull({ cache, id }: ReadScope): Promise<readonly number[]> {
  const told = (await cache.find(TOLD_PULL, [String(id)])).get(String(id));
  if (!told) return [];
  const seen = await cache.find(HEAD_SEEN, [seenHeadKey(id, told.number, told.head)]);
  return seen.size > 0 ? [] : [told.number];
}

async function lastFolders(cache: ReadCache, id: number): Promise<readonly string[]> {
  return (await cache.find(LAST_FOLDERS, [String(id)])).get(String(id))?.folders ?? [];
}

/** Which repositories have a desk at all: many of one installation in one request that costs a point, so that those without one cost next to nothing. */
import { instant } from "../../desk/time/zone.js";
import type { Repository } from "../../repository.js";
import type { Client } from "../client.js";
import { DESK_PATH, desksDocument } from "./documents.js";
import { askInParts } from "./in-time.js";
import { HAS_DESK, type ReadCache } from "./read-cache.js";

interface Tools {
  readonly client: Client;
  readonly cache: ReadCache;
  readonly now: () => Date;
}

interface DeskShape {
  readonly databaseId?: number | null;
  readonly desk: { readonly oid: string } | null;
}

/** Repositories a request. */
const AT_ONCE = 100;

/**
 * Ids of those that have no desk file and whose owner has none; of those that GitHub does not tell of, nothing is said. One that had a desk
 * at its last look is not asked about: the next look tells of its end. Rejects like any request.
 */
export async function desklessOf({ client, cache, now }: Tools, all: readonly Repository[]): Promise<ReadonlySet<number>> {
  const had = await cache.find(
    HAS_DESK,
    all.map(({ id }) => String(id)),
  );
  const repositories = all.filter(({ id }) => had.get(String(id)) !== true);
  const [first] = repositories;
  if (!first) return new Set();
  const scope = { cache, id: first.installation, at: instant(now()) };
  const parts = await askInParts(scope, "desks", AT_ONCE, repositories, async (some) => {
    const owners = [...new Set(some.map(({ owner }) => owner))];
    const { data, errors } = await client.graphql<Readonly<Record<string, DeskShape | null>>>(desksDocument(some.length, owners.length), {
      desk: `HEAD:${DESK_PATH}`,
      ...Object.fromEntries(some.flatMap(({ owner, name }, n) => [[`owner${n}`, owner] as const, [`name${n}`, name] as const])),
      ...Object.fromEntries(owners.map((owner, n) => [`home${n}`, owner])),
    });
    // A field that may not be read is null, as one that is not there.
    const unsaid = new Set(errors.filter(({ path }) => path?.[1] === "desk").map(({ path }) => path?.[0]));
    const inHome = (owner: string) => data?.[`of${owners.indexOf(owner)}`]?.desk != null || unsaid.has(`of${owners.indexOf(owner)}`);
    return some.filter(({ id, owner }, n) => {
      const shape = data?.[`repository${n}`];
      return shape?.databaseId === id && shape.desk === null && !unsaid.has(`repository${n}`) && !inHome(owner);
    });
  });
  return new Set(parts.flat().map(({ id }) => id));
}

/**
 * What `look` gives; null, and no look, where there is no desk: of a repository that had none at its last look it is asked first whether it
 * has one.
 */
export async function whereDesk<Facts>(tools: Tools, repository: Repository, look: () => Promise<Facts | null>): Promise<Facts | null> {
  const key = String(repository.id);
  const had = (await tools.cache.find(HAS_DESK, [key])).get(key);
  if (had === false && (await desklessOf(tools, [repository])).has(repository.id)) return null;
  const facts = await look();
  if (had !== (facts !== null)) await tools.cache.keep(HAS_DESK, new Map([[key, facts !== null]]));
  return facts;
}

/** What the ledger knows to show: every repository, with the view of the last look at it. */
import type { Repository } from "../repository.js";
import type { Happening, Ledger } from "../store/ledger.js";
import { readView, VIEW, type View } from "../view.js";

/** Enough to see what was done since yesterday. */
const MOST_HAPPENINGS = 25;

/** The part of the ledger that pages read. */
export type Shown = Pick<Ledger, "repositories" | "cached" | "recent">;

export interface KnownRepository {
  readonly repository: Repository;
  /** Null until Presstime has looked, and where there is no desk. */
  readonly view: View | null;
}

export async function knownRepositories(ledger: Shown): Promise<readonly KnownRepository[]> {
  const repositories = await ledger.repositories();
  const views = await ledger.cached(
    VIEW,
    repositories.map(({ id }) => String(id)),
  );
  return repositories.map((repository) => ({ repository, view: readView(views.get(String(repository.id))) }));
}

/** By the name in the address, in any case, as GitHub's own addresses are. Null for one we do not know. */
export async function findKnownRepository(ledger: Shown, owner: string, name: string): Promise<KnownRepository | null> {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const repository = (await ledger.repositories()).find((one) => same(one.owner, owner) && same(one.name, name));
  if (!repository) return null;
  const id = String(repository.id);
  return { repository, view: readView((await ledger.cached(VIEW, [id])).get(id)) };
}

/** What was done last, newest first. */
export function lately(ledger: Shown, { id }: Repository): Promise<readonly Happening[]> {
  return ledger.recent(id, MOST_HAPPENINGS);
}

/** What the ledger knows to show: every repository, with the view of the last look at it. */
import type { Repository } from "../repository.js";
import { HINDERED, type Happening, type Hindered, type Ledger } from "../store/ledger.js";
import { readView, VIEW, type View } from "../view.js";

/** Enough to see what was done since yesterday. */
const MOST_HAPPENINGS = 25;

/** The part of the ledger that pages read. */
export type Shown = Pick<Ledger, "repositories" | "cached" | "recent">;

export interface KnownRepository {
  readonly repository: Repository;
  /** Null until Presstime has looked, and where there is no desk. */
  readonly view: View | null;
  /** Why GitHub cannot be read there, in words; null while it can. */
  readonly hindered: string | null;
}

export async function knownRepositories(ledger: Shown): Promise<readonly KnownRepository[]> {
  const repositories = await ledger.repositories();
  return showing(ledger, repositories);
}

/** What there is nothing to say about, because nobody looked yet or there is no desk, is shown to nobody; what is private, to whom `seesAll`. */
export function isShownTo(seesAll: boolean, { view, hindered }: KnownRepository): boolean {
  return seesAll ? view !== null || hindered !== null : view?.repository.private === false;
}

/** By the name in the address, in any case, as GitHub's own addresses are. Null for one we do not know. */
export async function findKnownRepository(ledger: Shown, owner: string, name: string): Promise<KnownRepository | null> {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const repository = (await ledger.repositories()).find((one) => same(one.owner, owner) && same(one.name, name));
  if (!repository) return null;
  const [known] = await showing(ledger, [repository]);
  return known ?? null;
}

async function showing(ledger: Shown, repositories: readonly Repository[]): Promise<readonly KnownRepository[]> {
  const ids = repositories.map(({ id }) => String(id));
  const [views, hindered] = await Promise.all([ledger.cached(VIEW, ids), ledger.cached(HINDERED, ids)]);
  return repositories.map((repository) => ({
    repository,
    view: readView(views.get(String(repository.id))),
    hindered: (hindered.get(String(repository.id)) as Hindered | null | undefined)?.says ?? null,
  }));
}

/** What was done last, newest first. */
export function lately(ledger: Shown, { id }: Repository): Promise<readonly Happening[]> {
  return ledger.recent(id, MOST_HAPPENINGS);
}

/** A ledger that keeps what the endpoint of webhooks writes, and can be made slow or broken. */
import type { Instant } from "../../src/desk/time/zone.js";
import type { Repository } from "../../src/repository.js";

interface Written {
  readonly delivery: string | null;
  readonly repository: Repository | null;
  readonly at: Instant;
}

export function ledgerOnPaper(known: readonly Repository[] = []) {
  const written: Written[] = [];
  const kept = new Map<string, unknown>();
  const paper = {
    written,
    /** By `kind key`. */
    kept,
    async cache(kind: string, entries: ReadonlyMap<string, unknown>): Promise<void> {
      await paper.before();
      for (const [key, value] of entries) kept.set(`${kind} ${key}`, value);
    },
    /** Awaited before anything is written; replace it to be slow or to fail. */
    before: (): Promise<void> => Promise.resolve(),
    async receive(delivery: string, repository: Repository | null, at: Instant): Promise<"new" | "seen"> {
      await paper.before();
      if (written.some((one) => one.delivery === delivery)) return "seen";
      written.push({ delivery, repository, at });
      return "new";
    },
    async wake(repository: Repository, at: Instant): Promise<void> {
      await paper.before();
      written.push({ delivery: null, repository, at });
    },
    repositories: (): Promise<readonly Repository[]> => Promise.resolve(known),
  };
  return paper;
}

/** A ledger that keeps what the endpoint of webhooks writes, and can be made slow or broken. */
import type { Instant } from "../../src/desk/time/zone.js";
import type { ButtonClick } from "../../src/desk/fixes/remembered-clicks.js";
import type { Repository } from "../../src/repository.js";
import type { CacheEntry } from "../../src/store/ledger.js";

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
    /** Awaited before anything is written; replace it to be slow or to fail. */
    before: (): Promise<void> => Promise.resolve(),
    end: (): Promise<void> => Promise.resolve(),
    async receive(
      delivery: string,
      repository: Repository | null,
      at: Instant,
      _click?: ButtonClick | null,
      told: readonly CacheEntry[] = [],
      due = at,
    ): Promise<"new" | "seen"> {
      await paper.before();
      if (written.some((one) => one.delivery === delivery)) return "seen";
      for (const { kind, key, value } of told) kept.set(`${kind} ${key}`, value);
      written.push({ delivery, repository, at: due });
      return "new";
    },
    async wake(repositories: readonly Repository[], at: Instant): Promise<void> {
      await paper.before();
      written.push(...repositories.map((repository) => ({ delivery: null, repository, at })));
    },
    cached: (kind: string, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> =>
      Promise.resolve(new Map(keys.flatMap((key) => (kept.has(`${kind} ${key}`) ? [[key, kept.get(`${kind} ${key}`)] as const] : [])))),
    repositories: (): Promise<readonly Repository[]> => Promise.resolve(known),
  };
  return paper;
}

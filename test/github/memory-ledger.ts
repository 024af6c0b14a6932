/** The ledger's caches alone, in memory: values go through JSON, as they do in a database. */
import type { Ledger } from "../../src/store/ledger.js";

export function memoryLedger(): Pick<Ledger, "cached" | "cache"> {
  const kept = new Map<string, string>();
  const keyOf = (kind: string, key: string) => JSON.stringify([kind, key]);
  return {
    cached(kind, keys) {
      const found = keys.flatMap((key) => {
        const value = kept.get(keyOf(kind, key));
        return value === undefined ? [] : [[key, JSON.parse(value) as unknown] as const];
      });
      return Promise.resolve(new Map(found));
    },
    cache(kind, values) {
      for (const [key, value] of values) kept.set(keyOf(kind, key), JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

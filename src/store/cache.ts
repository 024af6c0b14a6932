/** The cache: values that can be worked out again, kept while they are used. */
import { type Kysely } from "kysely";
import type { Instant } from "../desk/time/zone.js";
import type { CacheEntry, Ledger } from "./ledger.js";
import { inParts } from "./rows.js";
import type { CacheRow, Tables } from "./tables.js";
import { indexKey } from "./text.js";

export function cache(db: Kysely<Tables>): Pick<Ledger, "cached" | "cache"> {
  return {
    async cached(kind, keys) {
      const keyOf = new Map(keys.map((key) => [indexKey(key), key]));
      const found = new Map<string, unknown>();
      for (const ids of inParts([...keyOf.keys()])) {
        const rows = await db.selectFrom("cache").select(["id", "value", "used"]).where("kind", "=", kind).where("id", "in", ids).execute();
        for (const { id, value } of rows) found.set(keyOf.get(id) ?? id, JSON.parse(value));
        await touch(db, kind, rows);
      }
      return found;
    },

    cache: (kind, entries, at) =>
      keepInCache(
        db,
        [...entries].map(([key, value]) => ({ kind, key, value, at })),
      ),
  };
}

/** Of those with one kind and key the last counts. */
export async function keepInCache(db: Kysely<Tables>, entries: readonly (CacheEntry & { readonly at: Instant })[]): Promise<void> {
  const rows = entries.map(({ kind, key, value, at }) => ({ kind, id: indexKey(key), value: JSON.stringify(value), used: at }));
  const byId = new Map(rows.map((row) => [`${row.id} ${row.kind}`, row]));
  // In one order for all processes, so that none waits for another in a ring.
  const inOrder = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  for (const part of inParts(inOrder)) {
    await db
      .insertInto("cache")
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(["kind", "id"]).doUpdateSet((row) => ({ value: row.ref("excluded.value"), used: row.ref("excluded.used") })),
      )
      .execute();
  }
}

/** Marks what was read as used, at most once a day. A read brings no instant with it: the freshest in the table stands for now. */
async function touch(db: Kysely<Tables>, kind: string, rows: readonly Pick<CacheRow, "id" | "used">[]): Promise<void> {
  if (rows.length === 0) return;
  const { now } = await db
    .selectFrom("cache")
    .select(({ fn }) => fn.max<Instant | null>("used").as("now"))
    .executeTakeFirstOrThrow();
  const stale = now === null ? [] : rows.filter(({ used }) => used.slice(0, 10) < now.slice(0, 10));
  if (now === null || stale.length === 0) return;
  await db
    .updateTable("cache")
    .set({ used: now })
    .where("kind", "=", kind)
    .where(
      "id",
      "in",
      stale.map(({ id }) => id),
    )
    .execute();
}

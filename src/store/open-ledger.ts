/** Opens the ledger: one set of queries over whichever database the address names. */
import { Kysely } from "kysely";
import { readAddress } from "./address.js";
import { announced, announcements } from "./announcements.js";
import { cache, keepInCache } from "./cache.js";
import { deliveries } from "./deliveries.js";
import { effects, remembered } from "./effects.js";
import { happenings } from "./happenings.js";
import type { Ledger } from "./ledger.js";
import { migrate } from "./migrate.js";
import { news } from "./news.js";
import { postgres, untilThere, type Waiting } from "./postgres.js";
import { recordOf } from "./rows.js";
import { sqlite } from "./sqlite.js";
import type { Tables } from "./tables.js";
import { wakes } from "./wakes.js";

/**
 * Opens the ledger at `sqlite:PATH`, a plain path, or `postgres://…`, and makes or updates its tables.
 * Throws `CannotOpen`, whose message says what to do and holds no password. Given `waiting`, a PostgreSQL that is away is waited for.
 */
export async function openLedger(url: string, waiting?: Waiting): Promise<Ledger> {
  const address = readAddress(url);
  const db = new Kysely<Tables>({ dialect: address.kind === "sqlite" ? await sqlite(address.path) : await postgres(address.url, waiting) });
  try {
    const migrated = () => migrate(db as Kysely<unknown>, address.kind);
    await (address.kind === "sqlite" ? migrated() : untilThere(address.url, waiting, migrated));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ...deliveries(db),
    ...wakes(db, address.kind),
    ...effects(db),
    ...announcements(db),
    ...happenings(db),
    ...cache(db),
    ...news(db),

    async memory(repository) {
      return { effects: recordOf(await remembered(db, repository)), announced: recordOf(await announced(db, repository)) };
    },

    forget: (repository) =>
      db.transaction().execute(async (transaction) => {
        for (const table of ["wakes", "effects", "happenings", "news"] as const) {
          await transaction.deleteFrom(table).where("repository", "=", repository).execute();
        }
      }),

    async prune(before) {
      await db.deleteFrom("deliveries").where("at", "<", before).execute();
      await db.deleteFrom("cache").where("used", "<", before).execute();
    },

    ping: (at) => keepInCache(db, [{ kind: "ping", key: "", value: null, at }]),

    close: () => db.destroy(),
  };
}

/** News as the ledger keeps it, in the order in which it came to be known. */
import { type Kysely, type Transaction } from "kysely";
import type { Instant } from "../desk/time/zone.js";
import type { News } from "../news.js";
import type { Ledger } from "./ledger.js";
import type { Tables } from "./tables.js";

export function news(db: Kysely<Tables>): Pick<Ledger, "news"> {
  return {
    async news(repository, from) {
      const rows = await db.selectFrom("news").select(["at", "says"]).where("repository", "=", repository).orderBy("number").execute();
      if (rows.some(({ at }) => at < from))
        await db.deleteFrom("news").where("repository", "=", repository).where("at", "<", from).execute();
      // A storm of deliveries tells one thing: what was told or done again is known once, as it was last.
      const known = new Map<string, Instant>();
      for (const { at, says } of rows) {
        known.delete(says);
        if (at >= from) known.set(says, at);
      }
      return [...known].map(([says, since]) => ({ ...(JSON.parse(says) as News), since }));
    },
  };
}

interface ToKeep {
  readonly repository: number;
  readonly news: News;
  readonly at: Instant;
}

/** Of what is told many times at once, once. */
export async function keepNews(db: Transaction<Tables>, told: readonly ToKeep[]): Promise<void> {
  const rows = told.map(({ repository, news, at }) => ({ repository, at, says: JSON.stringify(news) }));
  const once = [...new Map(rows.map((row) => [`${row.repository} ${row.says}`, row])).values()];
  if (once.length > 0) await db.insertInto("news").values(once).execute();
}

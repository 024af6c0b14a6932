/** Deliveries: each is taken in once, together with the wake it brings. */
import type { Kysely } from "kysely";
import type { Ledger } from "./ledger.js";
import type { Tables } from "./tables.js";
import { wake } from "./wakes.js";

export function deliveries(db: Kysely<Tables>): Pick<Ledger, "receive"> {
  return {
    receive: (delivery, repository, at) =>
      db.transaction().execute(async (transaction) => {
        const fresh = await transaction
          .insertInto("deliveries")
          .values({ id: delivery, at })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!fresh) return "seen";
        if (repository) await wake(transaction, repository, at);
        return "new";
      }),
  };
}

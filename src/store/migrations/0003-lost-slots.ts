/** Whether slots were announced before the first one that is known: a ledger may have been lost. */
import type { Kysely } from "kysely";

export async function lostSlots(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("announcements").addColumn("earlier", "text").execute();
}

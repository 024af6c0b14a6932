/** Who moved a post to a slot that was announced: known from here on. */
import type { Kysely } from "kysely";

export async function movers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("announcements").addColumn("mover", "text").execute();
}

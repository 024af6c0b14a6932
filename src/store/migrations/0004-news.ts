/** What was told or done a short while ago, which a read may not show yet: kept for a minute. */
import type { Kysely } from "kysely";
import type { DatabaseKind } from "../address.js";

export async function lateNews(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable("news")
    .addColumn("number", kind === "postgres" ? "bigserial" : "integer", (column) => column.primaryKey())
    .addColumn("repository", kind === "postgres" ? "bigint" : "integer", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("says", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("news_repository").on("news").columns(["repository", "number"]).execute();
}

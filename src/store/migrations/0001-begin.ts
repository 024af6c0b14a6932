/** The first tables: deliveries, wakes, effects, announcements, happenings and the cache. */
import type { Kysely } from "kysely";
import type { DatabaseKind } from "../address.js";

export async function begin(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const id = kind === "postgres" ? "bigint" : "integer";
  const counted = kind === "postgres" ? "bigserial" : "integer";
  const { schema } = db;

  await schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("deliveries_at").on("deliveries").column("at").execute();

  await schema
    .createTable("wakes")
    .addColumn("repository", id, (column) => column.primaryKey())
    .addColumn("installation", id, (column) => column.notNull())
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("due", "text")
    .addColumn("woken", "text")
    .addColumn("ticket", "text")
    .addColumn("heldUntil", "text")
    .execute();
  await schema.createIndex("wakes_due").on("wakes").column("due").execute();

  await schema
    .createTable("effects")
    .addColumn("repository", id, (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("digest", "text")
    .addColumn("ended", "text")
    .addColumn("why", "text")
    .addColumn("at", "text")
    .addColumn("begun", "text")
    .addPrimaryKeyConstraint("effects_key", ["repository", "id"])
    .execute();

  await schema
    .createTable("announcements")
    .addColumn("number", counted, (column) => column.primaryKey())
    .addColumn("repository", id, (column) => column.notNull())
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("why", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("announcements_repository").on("announcements").columns(["repository", "number"]).execute();

  await schema
    .createTable("happenings")
    .addColumn("number", counted, (column) => column.primaryKey())
    .addColumn("repository", id, (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("says", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("happenings_repository").on("happenings").columns(["repository", "number"]).execute();

  await schema
    .createTable("cache")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("used", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("cache_key", ["kind", "id"])
    .execute();
  await schema.createIndex("cache_used").on("cache").column("used").execute();
}

/** Brings a database's tables up to this program's, whatever version made them. */
import { Migrator, sql, type Kysely, type Migration } from "kysely";
import type { DatabaseKind } from "./address.js";
import { CannotOpen, whyOf } from "./cannot-open.js";
import { begin } from "./migrations/0001-begin.js";
import { movers } from "./migrations/0002-movers.js";
import { lostSlots } from "./migrations/0003-lost-slots.js";
import { lateNews } from "./migrations/0004-news.js";

const DONE = "presstime_migrations";
const LOCK = "presstime_migrations_lock";

/**
 * Runs the migrations that are still to be run: all or none. Several processes may do so at once; one does the work.
 * Throws `CannotOpen` when a newer program has been here.
 */
export async function migrate(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  // In order of their names. One that was released is never changed: it gets a successor.
  const migrations: Record<string, Migration> = {
    "0001-begin": { up: (transaction: Kysely<unknown>) => begin(transaction, kind) },
    "0002-movers": { up: movers },
    "0003-lost-slots": { up: lostSlots },
    "0004-news": { up: (transaction: Kysely<unknown>) => lateNews(transaction, kind) },
  };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: DONE,
    migrationLockTableName: LOCK,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const unknown = await unknownAmong(db, new Set(Object.keys(migrations)));
  if (unknown) {
    throw new CannotOpen(
      `A newer version of Presstime has changed this database (migration \`${unknown}\`; this version knows migrations up to \`${Object.keys(migrations).at(-1) ?? ""}\`). Start the newer version, or set DATABASE_URL to another database.`,
    );
  }
  throw new CannotOpen(
    `Presstime cannot create tables in the database (${whyOf(error)}). Give the database user the right to create tables, or set DATABASE_URL to a database where the user has this right.`,
    { cause: error },
  );
}

async function unknownAmong(db: Kysely<unknown>, known: ReadonlySet<string>): Promise<string | null> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(DONE)} order by name desc`.execute(db);
    return rows.find(({ name }) => !known.has(name))?.name ?? null;
  } catch {
    // There is no such table: what failed is telling enough.
    return null;
  }
}

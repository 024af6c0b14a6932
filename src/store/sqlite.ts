/** SQLite for Kysely: one file, durable at each commit, and patient while another process writes. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from "kysely";
import Database from "libsql";
import { CannotOpen, Lost, whyOf } from "./cannot-open.js";
import { showingCauses } from "./rollback.js";

const IN_MEMORY = ":memory:";

/** How long SQLite itself may wait for another writer, in milliseconds. Short, because it stops the whole process meanwhile. */
const BUSY_TIMEOUT = 20;

/** How long we try again after that, without stopping the process, in milliseconds. */
const PATIENCE = 30_000;

/** Opens the file at `path` and makes it and its folder when they are not there. Throws `CannotOpen`. */
export async function sqlite(path: string): Promise<Dialect> {
  const database = await open(path);
  const isThere = presence(path);
  return {
    createAdapter: () => new InOneTransaction(),
    createDriver: () => showingCauses(patient(new SqliteDriver({ database: remembering(database) }), isThere)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

async function open(path: string): Promise<Database.Database> {
  try {
    if (path !== IN_MEMORY) makeFolder(dirname(resolve(path)));
    const database = new Database(path);
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    // Processes that start together all want this one, and SQLite refuses at once those that come second.
    await whenFree(() => database.pragma("journal_mode = WAL"));
    // A delivery is answered after its commit, so that a commit must survive a power cut: https://www.sqlite.org/pragma.html#pragma_synchronous
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // SQLite opens a file that it may only read, and complains at the first write: this is one.
    await whenFree(() => database.pragma("user_version = 0"));
    return database;
  } catch (error) {
    throw new CannotOpen(
      `Presstime cannot use the database file \`${path}\` (${whyOf(error)}). It must be a SQLite database in a folder to which this process may write. Change the owner or the permissions of the folder, or set DATABASE_URL to another path.`,
    );
  }
}

/** Folder by folder: `mkdir` with `recursive` never comes back where a parent takes no folders, as in `/proc` (seen on Node 20). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process that starts with this one was first.
    if (!existsSync(folder)) throw error;
  }
}

/** Throws when the file is no more the one that was opened: what is written to that goes with its last user. */
function presence(path: string): () => void {
  if (path === IN_MEMORY) return () => undefined;
  const opened = statSync(path);
  return () => {
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.ino === opened.ino && now.dev === opened.dev) return;
    throw new Lost(
      `The database file was ${now ? "replaced" : "deleted"} while Presstime was running. Stop Presstime, put the file in its place that should be used, and start Presstime again`,
    );
  };
}

/** A few queries have as many shapes as they have rows. */
const STATEMENTS_KEPT = 200;

/**
 * Prepares each statement once. That is quicker, and needed: libsql leaves a statement that found the file busy unfinished until it is run
 * again or collected as garbage, and until then every commit fails with "SQL statements in progress".
 */
function remembering(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      // libsql's types want to know the parameters of each statement; Kysely knows.
      const statement = database.prepare(text) as unknown as SqliteStatement;
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size >= STATEMENTS_KEPT) kept.delete(oldest);
      kept.set(text, statement);
      return statement;
    },
    close: () => {
      // libsql ends a file only when its statements are collected as garbage. Until then what was written last is in the file beside it.
      database.pragma("wal_checkpoint(TRUNCATE)");
      database.close();
    },
  };
}

/** SQLite's tables can be made in a transaction, and must: Kysely's own adapter takes no lock, so that two processes starting together clash. */
class InOneTransaction extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A driver whose transactions take the write lock when they begin, since one that wants it later may be refused however long it waits. */
function patient(driver: Driver, isThere: () => void): Driver {
  return {
    init: () => driver.init(),
    acquireConnection: async () => patientConnection(await driver.acquireConnection(), isThere),
    beginTransaction: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw("begin immediate"));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}

function patientConnection(connection: DatabaseConnection, isThere: () => void): DatabaseConnection {
  return {
    executeQuery: async (query) => {
      isThere();
      return whenFree(() => connection.executeQuery(query));
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
}

/** Tries until no other process is writing. Waits of random length, because writers in step starve each other. */
async function whenFree<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  const giveUpAt = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await pause(1 + Math.random() * 10);
    }
  }
}

function isBusy(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_BUSY")
  );
}

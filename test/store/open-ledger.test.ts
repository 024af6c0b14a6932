/** Opening the ledger: what goes wrong is said with its remedy, and without a password. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Kysely, sql } from "kysely";
import Database from "libsql";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openLedger } from "../../src/store/open-ledger.js";
import { sqlite } from "../../src/store/sqlite.js";
import { onBothDatabases } from "./databases.js";
import { BLOG, NOON } from "./facts.js";
import { PASSWORD } from "./postgres.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "presstime-open-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("an address", () => {
  it("[LG16] may be a path, with `sqlite:` or without, in a folder that is not there yet", async () => {
    const path = join(folder, "new", "folder", "presstime.db");
    for (const address of [path, `sqlite:${path}`, `sqlite://${path}`]) {
      const ledger = await openLedger(address);
      await ledger.wake([BLOG], NOON);
      expect(await ledger.repositories()).toEqual([BLOG]);
      await ledger.close();
    }
  });

  it("[LG16] may be a memory, each one's own", async () => {
    const [one, other] = [await openLedger(":memory:"), await openLedger("sqlite::memory:")];
    await one.wake([BLOG], NOON);
    expect(await other.repositories()).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });

  it.each([
    ["", "has an empty path"],
    ["sqlite:", "has an empty path"],
    ["mysql://me:hush-hush@host/db", "begins with `mysql:`"],
    ["postgres:hush-hush", "has no host"],
    ["postgres://me:hush-hush/x@host/db", "has `/`, `?` or `#` in the user name or password"],
    ["postgres://me:hush-hush#@host/db", "has `/`, `?` or `#` in the user name or password"],
  ])("[LG17] %j is refused with what was expected, and the password is not repeated", async (address, complaint) => {
    const message = await complaintOf(address);
    expect(message).toContain(complaint);
    expect(message).toMatch(/It must be|in the user name or password/);
    expect(message).not.toContain("hush");
  });

  it.each([
    ["postgres://me:hush-hush@127.0.0.1:1/db", "`127.0.0.1:1/db` (connect ECONNREFUSED"],
    ["postgres://me:hush-hush@host:port/db", "the address in DATABASE_URL ("],
    ["postgres://me:hush-hush@127.0.0.1:1/db?sslrootcert=/nowhere.pem", "no such file"],
  ])("[LG17] of %j it is said where nobody answered, and the password is not", async (address, complaint) => {
    const message = await complaintOf(address);
    expect(message).toContain(complaint);
    expect(message).toMatch(/cannot sign in to PostgreSQL .*\. Start PostgreSQL, or correct/);
    expect(message).not.toContain("hush");
  });

  it("[LG17] a folder that cannot be written to is named, with what to do", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "This is not a database, and it is long enough to be taken for one.".repeat(20));
    for (const path of [join(file, "presstime.db"), file, folder]) {
      const message = await complaintOf(path);
      expect(message).toContain(`Presstime cannot use the database file \`${path}\``);
      expect(message).toMatch(/must be a SQLite database in a folder to which this process may write\. Change/);
    }
  });
});

describe("a SQLite file", () => {
  it("[LG18] asks the disk to keep each commit", async () => {
    const db = new Kysely<unknown>({ dialect: await sqlite(join(folder, "durable.db")) });
    const { rows } = await sql`pragma synchronous`.execute(db);
    await db.destroy();
    // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
    expect(rows).toEqual([{ synchronous: 2 }]);
  });

  it("[LG18] is read while another process writes", async () => {
    const path = join(folder, "read.db");
    const ledger = await openLedger(path);
    const writer = new Database(path);
    writer.exec("begin immediate");
    expect(await ledger.repositories()).toEqual([]);
    writer.exec("rollback");
    writer.close();
    await ledger.close();
  });

  it("[LG18] waits while another process writes, without stopping this one", async () => {
    const path = join(folder, "busy.db");
    const ledger = await openLedger(path);
    const writer = new Database(path);
    writer.exec("begin immediate");
    const received = ledger.receive("guid-1", BLOG, NOON);
    // Only a process that goes on while it waits comes to this turn of its loop.
    await new Promise((resolve) => setImmediate(resolve));
    writer.exec("commit");
    expect(await received).toBe("new");
    // And the write was committed, not left open by the attempts that failed.
    expect(await ledger.receive("guid-2", BLOG, NOON)).toBe("new");
    writer.exec("begin immediate; commit");
    writer.close();
    await ledger.close();
  });
});

onBothDatabases((world) => {
  it("[LG9] opened again, it is as it was left", async () => {
    const address = await world.address();
    const before = await world.open(address);
    await before.wake([BLOG], NOON);
    await before.ping(NOON);
    expect(await (await world.open(address)).repositories()).toEqual([BLOG]);
  });

  it("[LG9] one that a newer Presstime has used is refused, by name of what is unknown", async () => {
    const address = await world.address();
    await world.open(address);
    await run(address, "insert into presstime_migrations (name, timestamp) values ('9999-later', '2114-07-18T12:00:00Z')");
    const message = await complaintOf(address);
    expect(message).toContain("migration `9999-later`; this version knows migrations up to `0004-news`");
    expect(message).toContain("Start the newer version");
  });

  it("[LG9] a migration that fails leaves nothing behind, and is run when its cause is gone", async () => {
    const address = await world.address();
    await run(address, "create table cache (is_somebody_elses integer)");
    expect(await complaintOf(address)).toContain("Presstime cannot create tables in the database");
    await run(address, "drop table cache");
    expect(await (await world.open(address)).repositories()).toEqual([]);
  });

  it("[LG17] no complaint about an address holds its password", async () => {
    const wrong = (await world.address()).replace(/[^/]*$/, "nowhere/at/all");
    const message = await complaintOf(wrong.startsWith("sqlite:") ? `mysql://me:${encodeURIComponent(PASSWORD)}@host/db` : wrong);
    for (const spelling of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(message).not.toContain(spelling);
  });
});

async function complaintOf(address: string): Promise<string> {
  const opened = await openLedger(address).then(
    async (ledger) => {
      await ledger.close();
      return null;
    },
    (error: unknown) => error,
  );
  if (!(opened instanceof Error)) throw new Error("expected a complaint");
  expect(opened.name).toBe("CannotOpen");
  return opened.message;
}

async function run(address: string, statement: string): Promise<void> {
  if (address.startsWith("sqlite:")) {
    const database = new Database(address.slice("sqlite:".length));
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client(address);
  await client.connect();
  await client.query(statement);
  await client.end();
}

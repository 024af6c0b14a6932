/** The databases that every promise of the ledger is held on: a new, empty one for each test. */
import { afterAll, afterEach, beforeAll, describe } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ledger } from "../../src/store/ledger.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { startPostgres, type PostgresServer } from "./postgres.js";

interface World {
  /** A ledger on an empty database. */
  empty(): Promise<Ledger>;
  /** The address of an empty database. */
  address(): Promise<string>;
  /** Another connection. */
  open(address: string): Promise<Ledger>;
}

/** Runs the same tests on SQLite and on PostgreSQL. What a test opened is closed after it. */
export function onBothDatabases(tests: (world: World) => void): void {
  describe("on SQLite", () => {
    let folder = "";
    let files = 0;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "presstime-ledger-"));
    });
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    tests(world(() => Promise.resolve(`sqlite:${join(folder, `${(files += 1)}.db`)}`)));
  });

  describe("on PostgreSQL", () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    tests(world(() => server.database()));
  });
}

function world(address: () => Promise<string>): World {
  const opened: Ledger[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
  });
  const open = async (at: string): Promise<Ledger> => {
    const ledger = await openLedger(at);
    opened.push(ledger);
    return ledger;
  };
  return { address, open, empty: async () => open(await address()) };
}

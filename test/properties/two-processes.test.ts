/** Two processes that share one PostgreSQL. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { DAY } from "../../src/desk/time/zone.js";
import { startPresstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { startPostgres, type PostgresServer } from "../store/postgres.js";
import { examinerHere } from "../world/examiner-here.js";
import { settingsFor } from "../world/settings-for.js";
import { openWeek, traceOf } from "./a-week.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Plays the week with so many further processes beside the first. */
async function play(others: number): Promise<{ readonly trace: string; readonly looked: readonly number[] }> {
  const database = await server.database();
  const world = await openWeek({ database });
  const { github } = world;
  const ledgers = await Promise.all(Array.from({ length: others }, () => openLedger(database)));
  const looked = ledgers.map(() => 0);
  const beside = await Promise.all(
    ledgers.map((ledger, n) =>
      startPresstime(settingsFor(github, database, "silent"), {
        clock: github.clock,
        pace: false,
        sweepEvery: 1_000 * DAY,
        examiner: examinerHere(),
        log: createLog({ level: "silent", secrets: [] }),
        ledger: {
          ...ledger,
          claim: async (now, lease) => {
            const claim = await ledger.claim(now, lease);
            if (claim) looked[n] = (looked[n] ?? 0) + 1;
            return claim;
          },
        },
      }),
    ),
  );
  const settles = async (): Promise<void> => {
    for (let seen = -1; seen !== github.requests.length;) {
      seen = github.requests.length;
      await world.settles();
      await Promise.all(beside.map((one) => one.idle()));
    }
  };
  github.clock.onStop(settles);
  try {
    await world.starts();
    await settles();
    for (const hours of [2, 4]) await github.clock.advance(hours * 3_600_000);
    const [other] = beside;
    if (other) {
      // Who of two takes a repository is chance. So that each is seen at work, one ends before the last day.
      world.crashes();
      github.deliverTo(`${other.url}/api/github/webhooks`);
      looked.fill(0);
    }
    await github.clock.advance(24 * 3_600_000);
    expect(github.faults).toEqual([]);
    return { trace: traceOf(world), looked };
  } finally {
    await Promise.all(beside.map((one) => one.close()));
    await world.closes();
  }
}

it("[EE19] two processes on one PostgreSQL do between them what one does, and nothing twice", async () => {
  const alone = await play(0);
  const { trace, looked } = await play(1);
  expect(looked[0]).toBeGreaterThan(0);
  expect(trace).toBe(alone.trace);
}, 120_000);

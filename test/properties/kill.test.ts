/** Killing the app at every boundary between read, effect and commit, again and again: nothing is lost, and nothing is done twice. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startPostgres, type PostgresServer } from "../store/postgres.js";
import type { WorldOptions } from "../world.js";
import type { Call } from "../world/process.js";
import { openWeek, traceOf } from "./a-week.js";

/** Calls after which the database is another than before; caches may be lost anyway. */
const WRITES: ReadonlySet<Call> = new Set(["receive", "wake", "claim", "settle", "begin", "end", "announce"]);

/** There are about two hundred boundaries: with every offset below the stride each of them is died at (the even ones here on SQLite, every other odd one on PostgreSQL). Then the dying ends, or it would always be at the same place. */
const STRIDE = 16;
const MOST_DEATHS = 14;

interface Ended {
  readonly trace: string;
  readonly deaths: number;
  readonly boundaries: number;
}

/**
 * Plays the week. A process dies once the request or the write has been done that `dies` says of its number, and learns nothing of it;
 * another follows at once.
 */
async function play(options: WorldOptions, dies: (boundary: number) => boolean): Promise<Ended> {
  const world = await openWeek(options);
  const { clock, trouble, faults } = world.github;
  let boundaries = 0;
  let deaths = 0;
  let dead = false;
  /** Whether this was the last of that process. */
  const pass = (): boolean => {
    boundaries += 1;
    if (dead || deaths === MOST_DEATHS || !dies(boundaries)) return false;
    dead = true;
    deaths += 1;
    world.crashes();
    return true;
  };
  world.witness({
    after(call) {
      if (WRITES.has(call)) pass();
    },
  });
  trouble.hook({
    after() {
      if (pass()) throw new Error("nobody is there to read the answer");
    },
  });
  const settles = async (): Promise<void> => {
    await world.settles();
    while (dead) {
      dead = false;
      await world.starts();
      await world.settles();
    }
  };
  clock.onStop(settles);
  try {
    await world.starts();
    await settles();
    // To the slot at noon, and to the reminders of the next morning.
    for (const hours of [2, 4, 24]) await clock.advance(hours * 3_600_000);
    expect(faults).toEqual([]);
    return { trace: traceOf(world), deaths, boundaries };
  } finally {
    await world.closes();
  }
}

function killEverywhere(databaseOf: () => Promise<WorldOptions>, first: number, every: number): void {
  it("[EE4] whatever was done last when a process died, in the end all is as if it had lived", async () => {
    const whole = await play(await databaseOf(), () => false);
    expect(whole.boundaries).toBeGreaterThan(100);
    for (let offset = first; offset < STRIDE; offset += every) {
      const { trace, deaths } = await play(await databaseOf(), (boundary) => boundary % STRIDE === offset);
      expect(deaths).toBeGreaterThan(5);
      expect({ offset, trace }).toEqual({ offset, trace: whole.trace });
    }
  }, 300_000);
}

describe("kill -9 on SQLite", () => {
  killEverywhere(() => Promise.resolve({}), 0, 2);
});

describe("kill -9 on PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  // The other offsets.
  killEverywhere(async () => ({ database: await server.database() }), 1, 4);
});

/** The app in a process of its own, killed with a signal that cannot be caught while GitHub works on one of its requests. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DAY, MINUTE } from "../../src/desk/time/zone.js";
import { startPostgres, type PostgresServer } from "../store/postgres.js";
import { forkApart } from "../world/start-apart.js";
import { openWeek, traceOf } from "./a-week.js";

/** The look begins at the fifth request; the last of these is among the comments. */
const KILLS = [6, 9];

interface Ended {
  readonly trace: string;
  readonly endings: readonly string[];
}

/** Runs one process after another, the n-th killed once its request `kills[n]` was carried out, until one comes to rest. */
async function play(database: string | undefined, kills: readonly number[]): Promise<Ended> {
  const world = await openWeek(database === undefined ? {} : { database });
  const { github } = world;
  const endings: string[] = [];
  try {
    for (let turn = 0; endings.at(-1) !== "rest" && turn < 5; turn += 1) {
      const app = forkApart({ github, database: world.database, sweepEvery: 1_000 * DAY, logLevel: "error" });
      github.trouble.hook({
        async after(k) {
          if (k !== kills[turn]) return;
          await app.kill();
          throw new Error("nobody is there to read the answer");
        },
      });
      await app.starts();
      await app.settles();
      endings.push(app.lives ? "rest" : "killed");
      github.trouble.over();
      await app.kill();
      // What was taken by who died falls due again.
      await github.clock.advance(6 * MINUTE);
    }
    expect(github.faults).toEqual([]);
    return { trace: traceOf(world), endings };
  } finally {
    await world.closes();
  }
}

function killTwice(databaseOf: () => Promise<string | undefined>): void {
  it("[EE4] in the end all is as if nobody had been killed", async () => {
    const whole = await play(await databaseOf(), []);
    expect(whole.endings).toEqual(["rest"]);
    const { trace, endings } = await play(await databaseOf(), KILLS);
    expect(endings).toEqual(["killed", "killed", "rest"]);
    expect(trace).toBe(whole.trace);
  }, 120_000);
}

describe("SIGKILL on SQLite", () => {
  killTwice(() => Promise.resolve(undefined));
});

describe("SIGKILL on PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  killTwice(() => server.database());
});

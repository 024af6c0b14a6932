/** A storm: a story of six hours, again and again, in processes that are killed at any moment, on a PostgreSQL that is restarted. Each must end as in calm. */
import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { plus, type Instant } from "../../src/desk/time/zone.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { ACTS, comparable, openStory, SIX_HOURS, WEATHER } from "../../test/properties/the-story.js";
import { startPostgres, type PostgresServer } from "../../test/store/postgres.js";
import type { World } from "../../test/world.js";
import { chanceOf, type Chance } from "./chance.js";
import { openCrew, type Crew } from "./crew.js";
import { beyond, factsOf } from "./facts-of.js";

export const DATABASES = ["sqlite", "postgres"] as const;
export type Database = (typeof DATABASES)[number];

interface StormOptions {
  /** Real milliseconds after which no further story begins. */
  readonly ms: number;
  readonly seed: number;
  readonly database: Database;
}

/** What one story came to. */
export interface Story {
  readonly kills: number;
  /** Of PostgreSQL. */
  readonly restarts: number;
  /** Webhooks that the app said it has. */
  readonly taken: number;
  /** What is there in calm and not here; and webhooks that were taken and that the database does not know. */
  readonly lost: readonly string[];
  /** What is here and not there in calm, or less often. */
  readonly doubled: readonly string[];
}

/** That share a PostgreSQL. */
const PROCESSES = 2;

/** A process that works is killed within so many real milliseconds, or at one of so many writes to GitHub. */
const KILLED_WITHIN = 400;
const WRITES = 6;

/** PostgreSQL is restarted after so many real milliseconds, and is away for so many at most. */
const RESTARTED_AFTER = 2_000;
const RESTARTED_WITHIN = 6_000;
const AWAY_FOR = 300;

/** Milliseconds of the sandbox's clock: reads are answered as things were. */
const MOST_LAG = 30_000;

/** Then this stop of the clock is left in peace: what is always killed comes to no end. */
const MOST_KILLS = 3;

/** Plays one story at least; `told` hears of each. */
export async function playStorm({ ms, seed, database }: StormOptions, told: (story: Story) => void): Promise<readonly Story[]> {
  const began = performance.now();
  const stories: Story[] = [];
  const server = database === "postgres" ? await startPostgres() : null;
  try {
    const calm = factsOf((await playStory(server, null)).seen);
    do {
      const { seen, ...played } = await playStory(server, chanceOf(seed * 7_919 + stories.length));
      const facts = factsOf(seen);
      const story = { ...played, lost: [...beyond(calm, facts), ...played.lost], doubled: beyond(facts, calm) };
      stories.push(story);
      told(story);
    } while (performance.now() - began < ms);
    return stories;
  } finally {
    await server?.stop();
  }
}

/** In calm when nothing is left to chance; in a storm there are two processes where they may share a database. */
async function playStory(
  server: PostgresServer | null,
  chance: Chance | null,
): Promise<Omit<Story, "doubled"> & { readonly seen: string }> {
  const world = await openStory(SIX_HOURS, { start: false, ...(server && { database: await server.database() }) });
  const { github } = world;
  const crew = openCrew(world, server && chance ? PROCESSES : 1, SIX_HOURS.sweepEvery);
  let calmFrom = world.at;
  const writes = new EventEmitter();
  github.trouble.hook({
    after(_, { method }) {
      if (method !== "GET") writes.emit("write");
    },
  });
  const lag = chance?.whole(0, MOST_LAG) ?? 0;
  github.trouble.lagging(() => (world.at < calmFrom ? lag : 0));
  const over = new AbortController();
  const restarting = server && chance ? restart(server, chance, over.signal) : Promise.resolve(0);
  github.clock.onStop(() => settle(world, crew, writes, world.at < calmFrom ? chance : null));
  try {
    await crew.rests();
    for (let n = 0; n < SIX_HOURS.parts; n += 1) {
      const began = world.at;
      calmFrom = plus(began, WEATHER);
      // Half of what people do is told to nobody.
      if (chance && chance.number() < 0.5) await crew.kill(0);
      ACTS[n]?.(world);
      await github.clock.advanceTo(world.at);
      await github.clock.advanceTo(plus(began, SIX_HOURS.part));
    }
    over.abort();
    const restarts = await restarting;
    await crew.ends();
    if (github.faults.length > 0) throw new Error(`Unexpected fault of the sandbox, expected none: ${String(github.faults[0])}`);
    const taken = github.deliveries.filter(({ answered }) => answered.code >= 200 && answered.code < 300);
    const guids = new Set(taken.map(({ guid }) => guid));
    return {
      seen: comparable(github.fingerprint(world.repo)),
      kills: crew.kills,
      restarts,
      taken: guids.size,
      lost: await unknownOf(guids, world.database, world.at),
    };
  } finally {
    over.abort();
    await restarting;
    await crew.ends();
    await world.closes();
  }
}

/** Until nothing is on its way; with a chance, processes are killed meanwhile. */
async function settle({ github }: World, crew: Crew, writes: EventEmitter, chance: Chance | null): Promise<void> {
  const comesToRest = async () => {
    const count = () => github.requests.length + github.deliveries.length + crew.kills;
    for (let seen = -1; seen !== count();) {
      seen = count();
      await github.delivered();
      await crew.rests();
    }
  };
  const atRest = new AbortController();
  const killing = chance ? kill(crew, writes, chance, atRest.signal) : Promise.resolve();
  await comesToRest();
  atRest.abort();
  await killing;
  await comesToRest();
}

async function kill(crew: Crew, writes: EventEmitter, chance: Chance, signal: AbortSignal): Promise<void> {
  for (let n = 0; n < MOST_KILLS; n += 1) {
    await moment(writes, chance, signal).catch(() => null);
    if (signal.aborted) return;
    await crew.kill(chance.whole(0, crew.processes - 1));
  }
}

/** Any; half of them while GitHub has done what it was asked and has not answered. Rejects when the signal aborts. */
async function moment(writes: EventEmitter, chance: Chance, signal: AbortSignal): Promise<void> {
  if (chance.number() < 0.5) await pause(chance.whole(0, KILLED_WITHIN), null, { signal });
  else for (let n = chance.whole(1, WRITES); n > 0; n -= 1) await once(writes, "write", { signal });
}

/** Gives how often. */
async function restart(server: PostgresServer, chance: Chance, signal: AbortSignal): Promise<number> {
  for (let restarts = 0; ; restarts += 1) {
    await pause(chance.whole(RESTARTED_AFTER, RESTARTED_WITHIN), null, { signal }).catch(() => null);
    if (signal.aborted) return restarts;
    await server.away();
    await pause(chance.whole(0, AWAY_FOR));
    await server.again();
  }
}

async function unknownOf(guids: ReadonlySet<string>, database: string, at: Instant): Promise<readonly string[]> {
  const ledger = await openLedger(database);
  const unknown: string[] = [];
  for (const guid of guids) if ((await ledger.receive(guid, null, at)) !== "seen") unknown.push(`the webhook ${guid}`);
  await ledger.close();
  return unknown;
}

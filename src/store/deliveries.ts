/** Deliveries: each is taken in once, together with the wake it brings. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { clickKey, type ButtonClick } from "../desk/fixes/remembered-clicks.js";
import type { Instant } from "../desk/time/zone.js";
import type { News } from "../news.js";
import type { Repository } from "../repository.js";
import { keepInCache } from "./cache.js";
import type { CacheEntry, Ledger } from "./ledger.js";
import { keepNews } from "./news.js";
import type { Tables } from "./tables.js";
import { indexKey, toColumn } from "./text.js";
import { wakeAll, type Wanted } from "./wakes.js";

interface Arrival {
  readonly delivery: string;
  readonly repository: Repository | null;
  readonly at: Instant;
  readonly click: ButtonClick | null;
  readonly told: readonly CacheEntry[];
  readonly due: Instant;
  readonly news: readonly News[];
}

interface Waiting extends Arrival {
  readonly answer: (answer: "new" | "seen") => void;
  readonly fail: (error: unknown) => void;
}

const TOGETHER = 100;

/**
 * Those that arrive while others are being written are written together: a commit costs the disk as much for one as for a hundred.
 * libsql writes without giving way, so that nothing could arrive meanwhile: before each commit, what waits at the door is let in.
 */
export function deliveries(db: Kysely<Tables>): Pick<Ledger, "receive"> {
  let waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      await nextTurn();
      const batch = waiting.slice(0, TOGETHER);
      waiting = waiting.slice(TOGETHER);
      await write(db, batch);
    }
    writing = false;
  }

  return {
    receive: (delivery, repository, at, click = null, told = [], due = at, news = []) =>
      new Promise((answer, fail) => {
        waiting.push({ delivery, repository, at, click, told, due, news, answer, fail });
        void writeAll();
      }),
  };
}

/** Never rejects: each is told how it went. */
async function write(db: Kysely<Tables>, batch: readonly Waiting[]): Promise<void> {
  try {
    const fresh = await takeIn(db, batch);
    // Of two that are the same, the first is new.
    for (const { delivery, answer } of batch) answer(fresh.delete(delivery) ? "new" : "seen");
  } catch (error) {
    const [only, ...others] = batch;
    if (only && others.length === 0) only.fail(error);
    // What one of them brought must not fail the rest.
    else for (const one of batch) await write(db, [one]);
  }
}

/** In one transaction: the deliveries, what they tell, their clicks and their wakes. Gives the ids that were new. */
function takeIn(db: Kysely<Tables>, batch: readonly Arrival[]): Promise<Set<string>> {
  return db.transaction().execute(async (transaction) => {
    const rows = new Map(batch.map(({ delivery, at }) => [delivery, { id: delivery, at }]));
    const inserted = await transaction
      .insertInto("deliveries")
      // In one order for all processes, so that none waits for another in a ring.
      .values([...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .execute();
    const fresh = new Set(inserted.map(({ id }) => id));
    const arrived = batch.filter(({ delivery }) => fresh.has(delivery));
    await keepInCache(
      transaction,
      arrived.flatMap(({ told, at }) => told.map((one) => ({ ...one, at }))),
    );
    await keepClicks(transaction, arrived);
    await keepNews(
      transaction,
      arrived.flatMap(({ repository, news, at }) => (repository ? news.map((one) => ({ repository: repository.id, news: one, at })) : [])),
    );
    await wakeAll(transaction, arrived.flatMap(toWake));
    return fresh;
  });
}

/** As something that was done: it is known until the repository is forgotten, and a second click of one person adds nothing. */
async function keepClicks(db: Transaction<Tables>, batch: readonly Arrival[]): Promise<void> {
  for (const { repository, click, at } of batch) {
    if (!repository || !click) continue;
    const key = clickKey(click);
    await db
      .insertInto("effects")
      .values({
        repository: repository.id,
        id: indexKey(key),
        key: toColumn(key),
        digest: "pressed",
        ended: "done",
        why: null,
        at,
        begun: null,
      })
      .onConflict((conflict) => conflict.columns(["repository", "id"]).doNothing())
      .execute();
  }
}

function toWake({ repository, due }: Arrival): Wanted[] {
  return repository ? [{ repository, due }] : [];
}

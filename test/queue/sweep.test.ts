/** The sweep, on a clock that only the tests move. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { DAY, HOUR, MINUTE, plus, readInstant } from "../../src/desk/time/zone.js";
import { Unavailable } from "../../src/github/forge.js";
import type { FailedDeliveries } from "../../src/queue/redeliver.js";
import { startSweep, type Sweep, type SweepOptions } from "../../src/queue/sweep.js";
import type { Repository } from "../../src/repository.js";
import type { Ledger } from "../../src/store/ledger.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { VirtualClock } from "../virtual-clock.js";

const NOON = readInstant("2014-07-18T12:00:00Z");

let ledger: Ledger;
let clock: VirtualClock;
/** What GitHub would list. */
let reached: Repository[];
/** What listing throws, after having listed. */
let trouble: Error | null;
let woken: number;
let sweeps: Sweep[];
let lists: number;
/** Ids of those that have none. */
let deskless: number[];

beforeEach(async () => {
  ledger = await openLedger(":memory:");
  clock = new VirtualClock(NOON);
  [reached, trouble, woken, sweeps, lists, deskless] = [[], null, 0, [], 0, []];
});
afterEach(async () => {
  await Promise.all(sweeps.map((sweep) => sweep.stop()));
  await ledger.close();
});

describe("a sweep", () => {
  it("[WK13] wakes every repository at the start and each quarter of an hour", async () => {
    reached = [blog(1), blog(2)];
    await start().first;
    expect(await due()).toEqual([1, 2]);
    expect(woken).toBe(1);
    expect(await due()).toEqual([]);
    await waiting();
    clock.pass(15 * MINUTE - 1_000);
    expect(lists).toBe(1);
    clock.pass(1_000);
    await sweptTimes(2);
    expect(await due()).toEqual([1, 2]);
  });

  it("[WK302] wakes no repository without a desk until it has one, and knows it all the same", async () => {
    [reached, deskless] = [[blog(1), blog(2)], [2]];
    await start().first;
    expect(await due()).toEqual([1]);
    expect((await ledger.repositories()).map(({ id }) => id)).toEqual([1, 2]);
    deskless = [];
    await quarter(2);
    expect(await due()).toEqual([1, 2]);
  });

  it("[WK13] finds a repository that was added without a webhook, and one's new name", async () => {
    reached = [blog(1)];
    await start().first;
    reached = [{ ...blog(1), name: "renamed" }, blog(2)];
    await quarter(2);
    expect((await ledger.repositories()).map(({ name }) => name)).toEqual(["renamed", "blog-2"]);
  });

  it("[WK14] forgets a repository that two sweeps in a row have missed, and not one that one has", async () => {
    reached = [blog(1), blog(2)];
    await start().first;
    reached = [blog(1)];
    await quarter(2);
    expect(await ledger.repositories()).toHaveLength(2);
    await quarter(3);
    expect(await ledger.repositories()).toEqual([blog(1)]);
  });

  it("[WK14] forgets nothing when the list could not be read to its end", async () => {
    reached = [blog(1), blog(2)];
    await start().first;
    reached = [blog(1)];
    trouble = new Error("502");
    await quarter(2);
    clock.pass(MINUTE);
    await sweptTimes(3);
    clock.pass(MINUTE);
    await sweptTimes(4);
    expect(await ledger.repositories()).toHaveLength(2);
  });

  it("[WK14] comes again when GitHub said, and after a minute when it said nothing", async () => {
    trouble = new Unavailable("rate limit", plus(NOON, 40 * MINUTE));
    await start().first;
    await waiting();
    expect(clock.next).toBe(plus(NOON, 40 * MINUTE));
    trouble = new Error("no");
    clock.pass(40 * MINUTE);
    await sweptTimes(2);
    expect(clock.next).toBe(plus(NOON, 41 * MINUTE));
    trouble = null;
    clock.pass(MINUTE);
    await sweptTimes(3);
    expect(clock.next).toBe(plus(NOON, 56 * MINUTE));
  });

  it("[WK15] forgets deliveries after seven days", async () => {
    await ledger.receive("old", null, plus(NOON, -7 * DAY - 1_000));
    await ledger.receive("young", null, plus(NOON, -7 * DAY));
    await start().first;
    expect(await ledger.receive("old", null, NOON)).toBe("new");
    expect(await ledger.receive("young", null, NOON)).toBe("seen");
  });

  it("[WK15] has failed deliveries sent again, and goes on when that fails", async () => {
    const asked: string[] = [];
    const deliveries: FailedDeliveries = {
      async *failed() {
        const push = { event: "push", action: null };
        yield await Promise.resolve({ id: "1", guid: "a", ...push });
        yield await Promise.resolve({ id: "2", guid: "b", ...push });
      },
      redeliver: (id) =>
        id === "2" ? Promise.reject(new Unavailable("rate limit", plus(NOON, HOUR))) : Promise.resolve(void asked.push(id)),
    };
    await ledger.receive("old", null, plus(NOON, -8 * DAY));
    await start({ deliveries }).first;
    expect(asked).toEqual(["1"]);
    expect(await ledger.receive("old", null, NOON)).toBe("new");
  });

  it("[WK15] ends when it is told to", async () => {
    const sweep = start();
    await sweep.first;
    await sweep.stop();
    clock.pass(DAY);
    expect(lists).toBe(1);
    expect(clock.next).toBeNull();
  });
});

function start(options: Partial<SweepOptions> = {}): Sweep {
  const sweep = startSweep({
    ...options,
    ledger,
    clock,
    log: pino({ level: "silent" }),
    forge: {
      async *repositories() {
        lists += 1;
        yield* await Promise.resolve(reached);
        if (trouble) throw trouble;
      },
      deskless: (some) => Promise.resolve(new Set(some.map(({ id }) => id).filter((id) => deskless.includes(id)))),
    },
    woken: () => {
      woken += 1;
    },
  });
  sweeps.push(sweep);
  return sweep;
}

/** A quarter of an hour later, after the sweep that it brings. */
async function quarter(sweep: number): Promise<void> {
  await waiting();
  clock.pass(15 * MINUTE);
  await sweptTimes(sweep);
}

/** Resolves when so many sweeps have ended and the next is waited for. */
async function sweptTimes(count: number): Promise<void> {
  while (lists < count) await turn();
  await waiting();
}

async function waiting(): Promise<void> {
  while (clock.next === null) await turn();
}

/** Lets everything else go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Takes all that is due, and gives the ids. */
async function due(): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const claim = await ledger.claim(clock.instant, MINUTE);
    if (!claim) return ids;
    ids.push(claim.repository.id);
    await ledger.settle(claim, null);
  }
}

function blog(id: number): Repository {
  return { id, installation: 7, owner: "mirage", name: `blog-${id}` };
}

/** The wake queue at work, on a clock that only the tests move. */
import { afterEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { pino } from "pino";
import { between, MINUTE, plus, readInstant, type Instant } from "../../src/desk/time/zone.js";
import { Unavailable } from "../../src/github/forge.js";
import { backOff } from "../../src/queue/back-off.js";
import { startWakes, type Wakes, type WakesOptions } from "../../src/queue/work-queue.js";
import type { Repository } from "../../src/repository.js";
import type { Ledger } from "../../src/store/ledger.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { VirtualClock } from "../virtual-clock.js";

const NOON = readInstant("2014-07-18T12:00:00Z");
const SECOND = 1_000;
const HOUR = 60 * MINUTE;

/** Cleared after each test, last in first out. */
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe("what falls due", () => {
  it("[WK1] a delivery is taken up at once", async () => {
    const world = await aWorld();
    await world.ledger.receive("guid-1", blog(1), NOON);
    world.wakes.wake();
    await world.looked(1);
    expect(world.looks).toEqual([{ id: 1, at: NOON }]);
  });

  it("[WK1] a repository is looked at in the second it asked for, and not before", async () => {
    const world = await aWorld({ answers: () => Promise.resolve(null) });
    await world.ledger.wake([blog(1)], plus(NOON, HOUR));
    await world.wakes.idle();
    world.clock.pass(HOUR - SECOND);
    await world.wakes.idle();
    expect(world.looks).toEqual([]);
    world.clock.pass(SECOND);
    await world.looked(1);
    expect(world.looks).toEqual([{ id: 1, at: plus(NOON, HOUR) }]);
  });

  it("[WK1] a look that asks for another has it then; one that asks for none has none", async () => {
    const asked = [plus(NOON, HOUR), null];
    const world = await aWorld({ answers: () => Promise.resolve(asked.shift() ?? null) });
    await world.ledger.wake([blog(1)], NOON);
    await world.wakes.idle();
    expect(world.clock.next).toBe(plus(NOON, HOUR));
    world.clock.pass(HOUR);
    await world.wakes.idle();
    expect(world.looks).toHaveLength(2);
    expect(world.clock.next).toBeNull();
  });

  it("[WK1] what another process wrote is found without being told", async () => {
    const world = await aWorld({ pollMs: 1 });
    await world.wakes.idle();
    await world.ledger.wake([blog(1)], NOON);
    await world.looked(1);
    expect(world.looks).toHaveLength(1);
  });

  it("[WK2] a thousand deliveries during a look are one more look", async () => {
    const first = gate();
    const world = await aWorld({ answers: () => (world.looks.length === 1 ? first.passed : Promise.resolve(null)) });
    await world.ledger.receive("guid", blog(1), NOON);
    world.wakes.wake();
    await world.looked(1);
    const arriving = Array.from({ length: 1_000 }, async (_, n) => {
      await world.ledger.receive(`guid-${n}`, blog(1), NOON);
      world.wakes.wake();
    });
    await Promise.all(arriving);
    first.open(null);
    await world.wakes.idle();
    expect(world.looks).toHaveLength(2);
  });

  it("[WK3] one repository is looked at by one at a time, and several at once up to the limit", async () => {
    const doors = gate();
    const world = await aWorld({ concurrency: 3, answers: () => doors.passed });
    for (let n = 0; n < 60; n += 1) {
      await world.ledger.receive(`guid-${n}`, blog(n % 6), NOON);
      world.wakes.wake();
    }
    await world.looked(3);
    doors.open(null);
    await world.wakes.idle();
    expect(world.looks.length).toBeGreaterThan(5);
    expect(world.mostAtOnce()).toBe(3);
    expect(world.mostAtOnceOfOne()).toBe(1);
  });

  it("[WK3] two loops on one ledger never look at one repository together", async () => {
    const answers = () => new Promise<null>((resolve) => setImmediate(resolve, null));
    const world = await aWorld({ answers });
    const other = world.another({ answers });
    for (let n = 0; n < 60; n += 1) {
      await world.ledger.receive(`guid-${n}`, blog(n % 4), NOON);
      world.wakes.wake();
      other.wake();
    }
    await Promise.all([world.wakes.idle(), other.idle()]);
    await Promise.all([world.wakes.idle(), other.idle()]);
    expect(world.mostAtOnceOfOne()).toBe(1);
    expect(await world.ledger.nextDue()).toBeNull();
  });
});

describe("what goes live", () => {
  it("[PB12] is looked at in its second, before a queue that has waited longer and though as many are under way as there may be", async () => {
    const busy = gate();
    const world = await aWorld({ concurrency: 2, answers: ({ id }) => (id === 9 ? Promise.resolve(null) : busy.passed) });
    await world.ledger.wake([blog(9)], plus(NOON, HOUR));
    world.wakes.appoint(9, plus(NOON, HOUR));
    for (const id of [1, 2, 3, 4]) await world.ledger.wake([blog(id)], NOON);
    world.wakes.wake();
    await world.looked(2);
    world.clock.pass(HOUR);
    await world.looked(3);
    expect(world.looks.map(({ id }) => id)).toEqual([1, 2, 9]);
    expect(world.looks.at(-1)?.at).toBe(plus(NOON, HOUR));
    busy.open(null);
    await world.wakes.idle();
    expect(world.looks).toHaveLength(5);
  });

  it("[PB12] elsewhere is taken by whoever comes first, and an appointment that is cancelled is none", async () => {
    const world = await aWorld();
    await world.ledger.wake([blog(1)], plus(NOON, HOUR));
    await world.ledger.wake([blog(2)], plus(NOON, 2 * HOUR));
    const other = world.another({});
    for (const wakes of [world.wakes, other]) wakes.appoint(1, plus(NOON, HOUR));
    world.wakes.appoint(2, plus(NOON, HOUR));
    world.wakes.appoint(2, null);
    await Promise.all([world.wakes.idle(), other.idle()]);
    world.clock.pass(HOUR);
    await Promise.all([world.wakes.idle(), other.idle()]);
    expect(world.looks).toEqual([{ id: 1, at: plus(NOON, HOUR) }]);
  });
});

describe("leases", () => {
  it("[WK4] a look that runs long keeps its repository, however the clock jumps", async () => {
    const long = gate();
    const world = await aWorld({ leaseMs: 60 * SECOND, answers: () => long.passed });
    const other = world.another({ answers: () => Promise.resolve(null) });
    await world.ledger.wake([blog(1)], NOON);
    await Promise.race([world.looked(1), world.wakes.idle()]);
    for (let n = 0; n < 20; n += 1) {
      world.clock.pass(25 * SECOND);
      await world.renewed(n + 1);
      await world.ledger.wake([blog(1)], world.clock.instant);
    }
    expect(world.looks).toHaveLength(1);
    long.open(null);
    await Promise.all([world.wakes.idle(), other.idle()]);
    expect(world.looks).toHaveLength(2);
    expect(world.mostAtOnceOfOne()).toBe(1);
  });

  it("[WK4] a look whose lease was lost is told so, and settles nothing", async () => {
    const long = gate();
    const world = await aWorld({ leaseMs: 60 * SECOND, answers: () => long.passed });
    await world.ledger.wake([blog(1)], NOON);
    world.wakes.wake();
    await world.looked(1);
    world.clock.pass(20 * SECOND);
    await world.renewed(1);
    // Somebody forgot the repository and it came back: the lease is gone.
    await world.ledger.forget(1);
    world.clock.pass(20 * SECOND);
    await world.renewed(2);
    await new Promise<void>((resolve) => {
      if (world.signals[0]?.aborted) resolve();
      else
        world.signals[0]?.addEventListener("abort", () => {
          resolve();
        });
    });
    await world.ledger.wake([blog(1)], plus(NOON, HOUR));
    long.open(plus(NOON, MINUTE));
    await world.wakes.idle();
    expect(await world.ledger.nextDue()).toBe(plus(NOON, HOUR));
  });

  it("[WK4] a look that never ends is given up, and its repository is looked at again when the lease has ended", async () => {
    let real = 0;
    const never = gate();
    const world = await aWorld({
      leaseMs: 60 * SECOND,
      stuckMs: 10_000,
      elapsed: () => real,
      answers: () => (world.looks.length === 1 ? never.passed : Promise.resolve(null)),
    });
    await world.ledger.wake([blog(1)], NOON);
    world.wakes.wake();
    await world.looked(1);
    real = 10_001;
    world.clock.pass(20 * SECOND);
    await world.wakes.idle();
    expect(world.signals[0]?.aborted).toBe(true);
    expect(world.looks).toHaveLength(1);
    world.clock.pass(40 * SECOND);
    await world.looked(2);
    await world.wakes.idle();
    never.open(plus(NOON, 1_000 * HOUR));
    await world.wakes.idle();
    expect(await world.ledger.nextDue()).toBeNull();
  });
});

describe("trouble", () => {
  it("[WK5] a look that fails is tried again, later each time, at least every quarter of an hour", async () => {
    const world = await aWorld({ random: () => 0, answers: () => Promise.reject(new Error("no")) });
    await world.ledger.wake([blog(1)], NOON);
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await world.wakes.idle();
      const next = world.clock.next ?? NOON;
      waits.push(between(world.clock.instant, next) / SECOND);
      world.clock.pass(between(world.clock.instant, next));
    }
    await world.wakes.idle();
    expect(world.looks).toHaveLength(13);
    expect(waits).toEqual([2, 5, 10, 20, 40, 80, 160, 320, 450, 450, 450, 450]);
  });

  it("[WK5] back-off is never longer than a quarter of an hour, nor shorter than half of what it grew to", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, random) => {
        const most = Math.min(15 * MINUTE, 5 * SECOND * 2 ** (failures - 1));
        const wait = backOff(failures, random);
        expect(wait).toBeGreaterThanOrEqual(most / 2);
        expect(wait).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("[WK5] a look that succeeds begins the count anew", async () => {
    let failing = true;
    const world = await aWorld({
      random: () => 0,
      answers: () => (failing ? Promise.reject(new Error("no")) : Promise.resolve(null)),
    });
    await world.ledger.wake([blog(1)], NOON);
    await world.wakes.idle();
    world.clock.pass(5 * SECOND);
    failing = false;
    await world.wakes.idle();
    failing = true;
    await world.ledger.wake([blog(1)], world.clock.instant);
    await world.wakes.idle();
    expect(between(world.clock.instant, world.clock.next ?? NOON)).toBe(2 * SECOND);
  });

  it("[WK6] when GitHub says until when it cannot be asked, it is not asked before, however many deliveries come", async () => {
    const until = plus(NOON, 40 * MINUTE);
    const world = await aWorld({
      answers: () => (world.clock.instant < until ? Promise.reject(new Unavailable("rate limit", until)) : Promise.resolve(null)),
    });
    await world.ledger.receive("guid", blog(1), NOON);
    await world.wakes.idle();
    for (let n = 0; n < 10; n += 1) {
      world.clock.pass(MINUTE);
      await world.ledger.receive(`guid-${n}`, blog(1), world.clock.instant);
      await world.wakes.idle();
    }
    expect(world.looks).toHaveLength(1);
    expect(world.clock.next).toBe(until);
    world.clock.pass(30 * MINUTE);
    await world.wakes.idle();
    expect(world.looks).toEqual([
      { id: 1, at: NOON },
      { id: 1, at: until },
    ]);
  });

  it("[WK6] the trouble of one repository delays no other", async () => {
    const world = await aWorld({ answers: ({ id }) => (id === 1 ? Promise.reject(new Error("no")) : Promise.resolve(null)) });
    for (const id of [1, 2, 3]) await world.ledger.wake([blog(id)], NOON);
    await world.wakes.idle();
    expect(world.looks.map(({ id }) => id).toSorted()).toEqual([1, 2, 3]);
  });

  it("[WK7] a look that always asks for another at once is slowed down", async () => {
    const world = await aWorld({ random: () => 0, answers: () => Promise.resolve(world.clock.instant) });
    await world.ledger.wake([blog(1)], NOON);
    await world.wakes.idle();
    expect(world.looks).toHaveLength(4);
    expect(world.clock.next).toBe(plus(NOON, 2 * SECOND));
  });

  it("[WK8] while the ledger is away nothing is lost", async () => {
    let away = true;
    const world = await aWorld({
      pollMs: 1,
      through: (ledger) => ({ ...ledger, claim: (now, lease) => (away ? Promise.reject(new Error("away")) : ledger.claim(now, lease)) }),
    });
    await world.ledger.wake([blog(1)], NOON);
    await world.complained("Presstime could not read its list of work from the database");
    expect(world.looks).toEqual([]);
    away = false;
    await world.looked(1);
  });

  it("[WK8] a look whose end could not be written down is done again when the lease has ended", async () => {
    let away = true;
    const world = await aWorld({
      leaseMs: MINUTE,
      through: (ledger) => ({
        ...ledger,
        settle: (claim, next) => (away ? Promise.reject(new Error("away")) : ledger.settle(claim, next)),
      }),
    });
    await world.ledger.wake([blog(1)], NOON);
    await world.wakes.idle();
    away = false;
    world.clock.pass(MINUTE);
    await world.wakes.idle();
    expect(world.looks).toHaveLength(2);
    expect(await world.ledger.nextDue()).toBeNull();
  });
});

describe("the end of the process", () => {
  it("[WK9] takes up nothing more, and waits for what is under way", async () => {
    const first = gate();
    const world = await aWorld({ concurrency: 1, answers: () => first.passed });
    await world.ledger.wake([blog(1)], NOON);
    world.wakes.wake();
    await world.looked(1);
    await world.ledger.wake([blog(2)], NOON);
    const drained = world.wakes.drain(HOUR);
    first.open(plus(NOON, HOUR));
    await drained;
    expect(world.looks).toHaveLength(1);
    expect(world.signals[0]?.aborted).toBe(false);
    expect((await world.ledger.claim(NOON, 2 * HOUR))?.repository.id).toBe(2);
    expect(await world.ledger.nextDue()).toBe(plus(NOON, HOUR));
  });

  it("[WK9] gives back at once what does not end in time, and says so to it", async () => {
    const never = gate();
    const world = await aWorld({ answers: () => never.passed });
    await world.ledger.wake([blog(1)], NOON);
    world.wakes.wake();
    await world.looked(1);
    await Promise.all([world.wakes.drain(1), world.wakes.drain(1)]);
    expect(world.signals[0]?.aborted).toBe(true);
    expect((await world.ledger.claim(NOON, MINUTE))?.repository.id).toBe(1);
    await world.wakes.idle();
  });

  it("[WK9] with nothing under way is at once", async () => {
    const world = await aWorld();
    await world.wakes.drain(HOUR);
    await world.ledger.wake([blog(1)], NOON);
    world.wakes.wake();
    await world.wakes.idle();
    expect(world.looks).toEqual([]);
  });
});

it("[WK10] whatever fails, ends or is woken when: each wake is followed by a look that began after it, and nobody looks twice at once", async () => {
  const minutes = fc.integer({ min: 0, max: 20 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant("wake" as const), id: fc.integer({ min: 1, max: 3 }), minutes }),
    fc.record({ kind: fc.constant("pass" as const), minutes: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ kind: fc.constant("restart" as const) }),
  );
  const answer = fc.constantFrom("fine", "again", "fails", "unavailable");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.array(answer, { maxLength: 10 }), async (steps, answers) => {
      const world = await aWorld({
        leaseMs: 5 * MINUTE,
        answers: async () => {
          await new Promise((resolve) => setImmediate(resolve));
          switch (answers.shift()) {
            case "again":
              return plus(world.clock.instant, MINUTE);
            case "fails":
              throw new Error("no");
            case "unavailable":
              throw new Unavailable("no", plus(world.clock.instant, 3 * MINUTE));
            default:
              return null;
          }
        },
      });
      const wakes: { id: number; after: number }[] = [];
      let loop = world.wakes;
      for (const one of steps) {
        if (one.kind === "pass") {
          world.clock.pass(one.minutes * MINUTE);
          await loop.idle();
        } else if (one.kind === "restart") {
          // Long enough for any look to end: one that does not is given back, and only the end of its process stops it.
          await loop.drain(HOUR);
          loop = world.another({});
        } else {
          const due = plus(world.clock.instant, one.minutes * MINUTE);
          wakes.push({ id: one.id, after: world.looks.length });
          await world.ledger.wake([blog(one.id)], due);
          loop.wake();
        }
      }
      for (let n = 0; n < 16; n += 1) {
        world.clock.pass(15 * MINUTE);
        await loop.idle();
      }
      expect(await world.ledger.nextDue()).toBeNull();
      expect(world.mostAtOnceOfOne()).toBeLessThanOrEqual(1);
      for (const { id, after } of wakes) {
        expect(world.looks.slice(after).some((look) => look.id === id)).toBe(true);
      }
      await loop.drain(HOUR);
    }),
    { numRuns: 25 },
  );
});

type Answers = WakesOptions["reconcile"];

interface WorldOptions extends Partial<Omit<WakesOptions, "ledger" | "reconcile" | "log" | "clock">> {
  readonly answers?: Answers;
  /** The ledger as the loop sees it. */
  readonly through?: (ledger: Ledger) => Ledger;
}

interface World {
  readonly ledger: Ledger;
  readonly clock: VirtualClock;
  readonly wakes: Wakes;
  /** Every look, when it began. */
  readonly looks: { readonly id: number; readonly at: Instant }[];
  readonly signals: AbortSignal[];
  another(options: WorldOptions): Wakes;
  mostAtOnce(): number;
  mostAtOnceOfOne(): number;
  /** Resolves once so many looks have begun. */
  looked(looks: number): Promise<void>;
  renewed(times: number): Promise<void>;
  complained(words: string): Promise<void>;
}

async function aWorld(options: WorldOptions = {}): Promise<World> {
  const ledger = await openLedger(":memory:");
  opened.push(() => ledger.close());
  const clock = new VirtualClock(NOON);
  const looks: World["looks"] = [];
  const signals: AbortSignal[] = [];
  const now = new Map<number, number>();
  const most = { atOnce: 0, ofOne: 0 };
  let renewals = 0;
  let said = "";
  let watchers: (() => void)[] = [];
  const changed = (): void => {
    for (const tell of watchers.splice(0)) tell();
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise<void>((resolve) => (watchers = [...watchers, resolve]));
  };

  function another({ answers = options.answers ?? (() => Promise.resolve(null)), through = (one) => one, ...rest }: WorldOptions): Wakes {
    const watched: Ledger = {
      ...ledger,
      renew: async (...words) => {
        const renewed = await ledger.renew(...words);
        renewals += 1;
        changed();
        return renewed;
      },
    };
    const wakes = startWakes({
      ...rest,
      clock,
      ledger: through(watched),
      log: pino(
        { level: "trace" },
        {
          write: (line: string) => {
            said += line;
            changed();
          },
        },
      ),
      reconcile: async (repository, signal) => {
        looks.push({ id: repository.id, at: clock.instant });
        signals.push(signal);
        now.set(repository.id, (now.get(repository.id) ?? 0) + 1);
        const running = [...now.values()];
        most.atOnce = Math.max(
          most.atOnce,
          running.reduce((sum, n) => sum + n),
        );
        most.ofOne = Math.max(most.ofOne, ...running);
        changed();
        try {
          return await answers(repository, signal);
        } finally {
          now.set(repository.id, (now.get(repository.id) ?? 0) - 1);
        }
      },
    });
    opened.push(() => wakes.drain(0));
    return wakes;
  }

  return {
    ledger,
    clock,
    looks,
    signals,
    wakes: another(options),
    another,
    mostAtOnce: () => most.atOnce,
    mostAtOnceOfOne: () => most.ofOne,
    looked: (count) => until(() => looks.length >= count),
    renewed: (times) => until(() => renewals >= times),
    complained: (words) => until(() => said.includes(words)),
  };
}

function blog(id: number): Repository {
  return { id, installation: 7, owner: "mirage", name: `blog-${id}` };
}

/** Something to wait at until a test opens it. */
function gate(): { readonly passed: Promise<Instant | null>; open(next: Instant | null): void } {
  let open: (next: Instant | null) => void = () => undefined;
  const passed = new Promise<Instant | null>((resolve) => (open = resolve));
  return { passed, open };
}

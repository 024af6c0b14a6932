/** The sweep: re-reads every repository with a desk after a start and each quarter of an hour, so that a missed webhook delays and loses nothing. */
import type { Clock } from "../clock.js";
import { DAY, instant, latest, MINUTE, plus, type Instant } from "../desk/time/zone.js";
import { Unavailable, type Forge } from "../github/forge.js";
import type { Logger } from "../log.js";
import type { Repository } from "../repository.js";
import type { Ledger } from "../store/ledger.js";
import { redeliver, type FailedDeliveries } from "./redeliver.js";

export interface SweepOptions {
  readonly forge: Pick<Forge, "repositories" | "deskless">;
  readonly ledger: Pick<Ledger, "repositories" | "wake" | "forget" | "prune" | "cached" | "cache">;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where failed deliveries are recovered from; none are when not given. */
  readonly deliveries?: FailedDeliveries;
  /** Called after repositories were woken. */
  readonly woken: () => void;
  /** Milliseconds of the clock between sweeps; a quarter of an hour. */
  readonly every?: number;
}

export interface Sweep {
  /** Resolves when the first sweep has ended, well or not. */
  readonly first: Promise<void>;
  /** Sweeps now, and not only when it is time. */
  soon(): void;
  /** Why nothing at all can be done on this GitHub, with what to do: it rejects the App, or is too old. Null while that is not so. */
  rejected(): string | null;
  /** Sweeps no more; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

const EVERY = 15 * MINUTE;
const DELIVERIES_KEPT = 7 * DAY;

/** After a sweep that failed for no known reason. */
const AGAIN = MINUTE;

/** Sweeps at once and then regularly, until stopped. What goes wrong is logged and tried again. */
export function startSweep(options: SweepOptions): Sweep {
  const { clock, log, every = EVERY } = options;
  const stopping = new AbortController();
  const now = (): Instant => instant(clock.now());
  let missed: ReadonlySet<number> = new Set();
  let nudge = new AbortController();
  let rejected: string | null = null;

  /** Gives when to sweep next. */
  async function sweepOnce(): Promise<Instant> {
    const next = plus(now(), every);
    try {
      missed = await wakeAll(options, missed, stopping.signal);
      rejected = null;
      await recover(options);
      await options.ledger.prune(plus(now(), -DELIVERIES_KEPT));
      return next;
    } catch (error) {
      rejected = error instanceof Unavailable && (error.by === "credentials" || error.by === "version") ? error.message : null;
      const again =
        error instanceof Unavailable ? (latest([error.until, plus(now(), 1_000)]) ?? next) : plus(now(), Math.min(AGAIN, every));
      log.error(
        { err: error, until: again },
        "Presstime could not list the App's repositories for its regular check (the sweep). It tries again.",
      );
      return again;
    }
  }

  async function sweepOn(from: Instant): Promise<void> {
    let next = from;
    for (;;) {
      nudge = new AbortController();
      await clock.waitUntil(new Date(next), AbortSignal.any([stopping.signal, nudge.signal]));
      if (stopping.signal.aborted) return;
      // Whoever watches for rest takes a wait that was called off for the end (`idle-watch.ts`): one that ends by itself says that it goes on.
      if (nudge.signal.aborted) await clock.waitUntil(new Date(now()), stopping.signal);
      next = await sweepOnce();
    }
  }

  const first = sweepOnce();
  const swept = first.then(sweepOn);
  return {
    first: first.then(() => undefined),
    soon: () => {
      nudge.abort();
    },
    rejected: () => rejected,
    stop: () => {
      stopping.abort();
      return swept;
    },
  };
}

/** Wakes every repository with a desk that the App reaches, and forgets those that two sweeps in a row have missed. Gives those that this one missed. */
async function wakeAll(
  { forge, ledger, clock, woken }: SweepOptions,
  missedBefore: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<ReadonlySet<number>> {
  const missed = new Set((await ledger.repositories()).map(({ id }) => id));
  for await (const some of together(forge.repositories())) {
    const deskless = await forge.deskless(some);
    // The list was not read to its end: nothing is known to be gone.
    if (signal.aborted) return new Set();
    for (const { id } of some) missed.delete(id);
    const hasDesk = ({ id }: Repository) => !deskless.has(id);
    await ledger.wake(some.filter(hasDesk), instant(clock.now()));
    await ledger.wake(
      some.filter((one) => !hasDesk(one)),
      null,
    );
    woken();
  }
  // Not after the first: a list that GitHub gave while an installation was being changed may lack some.
  const gone = [...missed].filter((id) => missedBefore.has(id));
  for (const id of gone) await ledger.forget(id);
  return missed;
}

/** So many of one installation at a time are asked whether they have a desk. */
const TOGETHER = 100;

async function* together(repositories: AsyncIterable<Repository>): AsyncIterable<readonly Repository[]> {
  let some: Repository[] = [];
  for await (const repository of repositories) {
    const [first] = some;
    if (first && (some.length === TOGETHER || first.installation !== repository.installation)) {
      yield some;
      some = [];
    }
    some.push(repository);
  }
  if (some.length > 0) yield some;
}

/** Trouble with deliveries is no trouble for the sweep, which reads what they told of anyway. */
async function recover({ deliveries, ledger, clock, log }: SweepOptions): Promise<void> {
  if (!deliveries) return;
  try {
    await redeliver({ deliveries, ledger, clock, log });
  } catch (error) {
    log.warn(
      { err: error },
      "Presstime could not read GitHub's list of failed webhooks. It tries again in the next regular check (the sweep).",
    );
  }
}

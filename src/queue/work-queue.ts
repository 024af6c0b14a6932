/** Works the wake queue: one reconcile at a time per repository, bursts as one, due at the minute asked for. START HERE. */
import { setTimeout as timer } from "node:timers/promises";
import type { Clock } from "../clock.js";
import { earliest, instant, latest, plus, type Instant } from "../desk/time/zone.js";
import type { Logger } from "../log.js";
import type { Repository } from "../repository.js";
import { ACCESS_NEWS, installationKey, type Claim, type Ledger } from "../store/ledger.js";
import { createCoolDown } from "./cool-down.js";
import { wakeLog } from "./wake-log.js";

export interface WakesOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /**
   * Looks at one repository and says when to look again. What it throws is logged, and it is tried again later.
   * The signal aborts when the repository may no longer be held: the lease was lost, it runs for too long, or the process ends.
   */
  readonly reconcile: (repository: Repository, signal: AbortSignal) => Promise<Instant | null>;
  readonly log: Logger;
  /** How many repositories at a time; 4 when not given. */
  readonly concurrency?: number;
  /** How long a repository stays taken after this process died, in the clock's milliseconds; 5 minutes. Renewed while its reconcile runs. */
  readonly leaseMs?: number;
  /** How often to look for what other processes wrote, in real milliseconds; 5 seconds. */
  readonly pollMs?: number;
  /** A reconcile that runs for longer is given up, in milliseconds of `elapsed`; 30 minutes. */
  readonly stuckMs?: number;
  /** Numbers in [0, 1) that spread retries. */
  readonly random?: () => number;
  /** Real milliseconds since some moment: people may move the clock by a day while a reconcile runs for a second. */
  readonly elapsed?: () => number;
}

export interface Wakes {
  /** Says that something fell due, so that a delivery is taken up at once. Call it when the ledger has it. */
  wake(): void;
  /** Resolves when nothing is due now, nothing is under way, and the clock is waited on for what is due next. */
  idle(): Promise<void>;
  /** Takes up nothing more, waits up to `limitMs` (real milliseconds) for what is under way, and gives back the rest. */
  drain(limitMs: number): Promise<void>;
  /**
   * Something of this repository goes live then (null: nothing does). At that instant it is taken before all that waits, and
   * though as many are under way as there may be: a sweep of a thousand repositories must not make a post late.
   */
  appoint(repository: number, at: Instant | null): void;
}

interface Run {
  readonly claim: Claim;
  readonly since: number;
  readonly abort: AbortController;
  /** Whether the claim is ours and still to be settled. */
  held: boolean;
  renewAt: Instant;
  ended: Promise<void>;
}

/** Before trying to claim again what another process was just taking, in real milliseconds. */
const BREATH = 50;

/** So many more at a time than `concurrency` allows, for what goes live. */
const APPOINTED = 4;

/** Before a repository that is lost, but still being looked at here, is taken again; in the clock's milliseconds. */
const STILL_BUSY = 5_000;

/** Starts working. Nothing is lost when it ends in any way: what was taken falls due again when its lease ends. */
export function startWakes(options: WakesOptions): Wakes {
  const { ledger, clock, reconcile, concurrency = 4, leaseMs = 300_000, pollMs = 5_000, stuckMs = 1_800_000 } = options;
  const { random = Math.random, elapsed = () => performance.now() } = options;
  const coolDowns = createCoolDown(random, heardOf);
  const tell = wakeLog(options.log);
  /** By repository, those that lost their lease and have not ended among them. */
  const underWay = new Map<number, Run>();
  /** By repository, when something goes live there. */
  const appointments = new Map<number, Instant>();
  let nudge = new AbortController();
  let idlers: (() => void)[] = [];
  let drained: Promise<void> | null = null;

  const now = (): Instant => instant(clock.now());
  const renewal = (): Instant => plus(now(), leaseMs / 3);
  const wake = (): void => {
    nudge.abort();
  };

  async function work(): Promise<void> {
    while (!drained) {
      nudge = new AbortController();
      try {
        await pass();
      } catch (error) {
        tell.away(error);
        await pause(pollMs, nudge.signal);
      }
    }
    tellIdlers();
  }

  async function heardOf({ id, installation }: Repository): Promise<Instant | null> {
    const kept = await ledger.cached(ACCESS_NEWS, [String(id), installationKey(installation)]);
    return latest([...kept.values()].map((at) => at as Instant));
  }

  /** Takes one repository, or waits until there may be one. */
  async function pass(): Promise<void> {
    for (const run of underWay.values()) if (run.renewAt <= now()) await renew(run);
    const room = underWay.size < concurrency;
    const first = appointed();
    if (first !== null) appointments.delete(first);
    const claim = first !== null ? await ledger.claim(now(), leaseMs, first) : room ? await ledger.claim(now(), leaseMs) : null;
    if (claim) return take(claim);
    if (first !== null) return;
    const due = room ? await ledger.nextDue() : null;
    const missed = due !== null && due <= now();
    const ahead = [...appointments.values()].filter((at) => at > now());
    const until = earliest([missed ? null : due, ...ahead, ...[...underWay.values()].map(({ renewAt }) => renewAt)]);
    const waits = [pause(missed ? BREATH : pollMs, nudge.signal)];
    if (until) waits.push(clock.waitUntil(new Date(until), nudge.signal));
    // Not before it waits: whoever moves the clock can then see for what.
    if (underWay.size === 0 && !missed && !nudge.signal.aborted) tellIdlers();
    await Promise.race(waits);
    // Ends the other wait.
    nudge.abort();
  }

  /** A repository whose hour has come. One that is under way has been told to be done by then, and is kept in mind. */
  function appointed(): number | null {
    if (underWay.size >= concurrency + APPOINTED) return null;
    for (const [id, at] of appointments) if (at <= now() && !underWay.has(id)) return id;
    return null;
  }

  async function take(claim: Claim): Promise<void> {
    const { id } = claim.repository;
    const later = underWay.has(id) ? plus(now(), STILL_BUSY) : await coolDowns.restsUntil(claim.repository, now());
    if (later !== null || drained) {
      await ledger.settle(claim, later ?? claim.due);
      return;
    }
    const run: Run = { claim, since: elapsed(), abort: new AbortController(), held: true, renewAt: renewal(), ended: Promise.resolve() };
    underWay.set(id, run);
    run.ended = look(run);
  }

  async function look(run: Run): Promise<void> {
    const { repository } = run.claim;
    const began = now();
    let next: Instant | null;
    try {
      next = coolDowns.afterLook(repository.id, await reconcile(repository, run.abort.signal), now());
    } catch (error) {
      next = coolDowns.afterFailure(repository.id, error, began, now());
      if (run.held) tell.failed(repository, error, next);
    }
    await settle(run, next);
    if (underWay.get(repository.id) === run) underWay.delete(repository.id);
    wake();
  }

  async function settle(run: Run, next: Instant | null): Promise<void> {
    if (!run.held) return;
    run.held = false;
    try {
      if (!(await ledger.settle(run.claim, next))) tell.lost(run.claim.repository);
    } catch (error) {
      tell.unsettled(run.claim.repository, error);
    }
  }

  async function renew(run: Run): Promise<void> {
    run.renewAt = renewal();
    const { repository } = run.claim;
    if (elapsed() - run.since > stuckMs) {
      giveUp(run, tell.stuck);
      underWay.delete(repository.id);
    } else if (run.held && !(await ledger.renew(run.claim, now(), leaseMs))) {
      giveUp(run, tell.lost);
    }
  }

  /** Says so only of a claim that is still held: it may have ended while its lease was being renewed. */
  function giveUp(run: Run, say: (repository: Repository) => void): void {
    if (run.held) say(run.claim.repository);
    run.held = false;
    run.abort.abort();
  }

  async function drain(limitMs: number): Promise<void> {
    wake();
    const enough = new AbortController();
    const all = worked.then(() => Promise.all([...underWay.values()].map(({ ended }) => ended)));
    await Promise.race([all, pause(limitMs, enough.signal)]);
    enough.abort();
    for (const run of underWay.values()) {
      run.abort.abort();
      await settle(run, now());
    }
  }

  function tellIdlers(): void {
    const told = idlers;
    idlers = [];
    for (const resolve of told) resolve();
  }

  const worked = work();
  return {
    wake,
    idle: () =>
      drained
        ? Promise.resolve()
        : new Promise((resolve) => {
            idlers.push(resolve);
            wake();
          }),
    drain: (limitMs) => (drained ??= drain(limitMs)),
    appoint(repository, at) {
      if (at === null) appointments.delete(repository);
      else appointments.set(repository, at);
    },
  };
}

/** Real time: only for what has nothing to do with the clock that posts go by. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await timer(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** Remembers which repositories gave trouble, and how long each is then left alone, however often it is woken. */
import { HOUR, latest, MINUTE, plus, type Instant } from "../desk/time/zone.js";
import { Unavailable } from "../github/forge.js";
import type { Repository } from "../repository.js";
import { backOff } from "./back-off.js";

interface CoolDown {
  /** Until when a repository is left alone; null when it need not be. */
  restsUntil(repository: Repository, now: Instant): Promise<Instant | null>;
  /** When to look again after a look that asked for `next`. */
  afterLook(repository: number, next: Instant | null, now: Instant): Instant | null;
  /** When to look again after a look that failed: when GitHub said so, or after a back-off. The look began at `began`. */
  afterFailure(repository: number, error: unknown, began: Instant, now: Instant): Instant;
}

/** Asking to look again at once is honoured so often in a row. After that it is slowed down like a failure, lest two programs that undo each other's work never rest. */
const AT_ONCE = 3;

/**
 * `random` gives numbers in [0, 1); `heardOf` when a delivery last told that what we may see of a repository can have changed.
 * Kept in memory: a restart tries everything at once.
 */
export function createCoolDown(random: () => number, heardOf: (repository: Repository) => Promise<Instant | null>): CoolDown {
  const inARow = new Map<number, { failures: number; atOnce: number }>();
  /** `unlessNews`: a guess, which news since then ends. */
  const rests = new Map<number, { readonly until: Instant; readonly unlessNews: Instant | null }>();

  function rest(repository: number, until: Instant, unlessNews: Instant | null = null): Instant {
    rests.set(repository, { until, unlessNews });
    return until;
  }

  return {
    async restsUntil(repository, now) {
      const { id } = repository;
      const { until = now, unlessNews = null } = rests.get(id) ?? {};
      const isOver = until <= now;
      const heard = isOver || unlessNews === null ? null : await heardOf(repository);
      const isNews = heard !== null && unlessNews !== null && heard >= unlessNews;
      if (!isOver && !isNews) return until;
      if (isNews) inARow.delete(id);
      rests.delete(id);
      return null;
    },

    afterLook(repository, next, now) {
      if (next === null || next > now) {
        inARow.delete(repository);
        return next;
      }
      const atOnce = (inARow.get(repository)?.atOnce ?? 0) + 1;
      inARow.set(repository, { failures: 0, atOnce });
      return atOnce <= AT_ONCE ? now : rest(repository, plus(now, backOff(atOnce - AT_ONCE, random())));
    },

    afterFailure(repository, error, began, now) {
      const failures = (inARow.get(repository)?.failures ?? 0) + 1;
      inARow.set(repository, { failures, atOnce: 0 });
      if (error instanceof Unavailable) {
        const until = latest([error.until, plus(now, least(error.by, failures))]) ?? now;
        return rest(repository, until, error.by === "closed" ? began : null);
      }
      return rest(repository, plus(now, backOff(failures, random())));
    },
  };
}

/**
 * Milliseconds to wait at least after so many failures in a row. GitHub says when to come back, and asking sooner, or again and again at
 * a secondary limit, may get the App banned:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function least(by: Unavailable["by"], failures: number): number {
  const doubled = Math.min(HOUR, MINUTE * 2 ** Math.min(failures - 1, 30));
  switch (by) {
    case "limit":
      return failures === 1 ? 1_000 : doubled;
    case "closed":
    case "credentials":
    case "version":
      return doubled;
    case "outage":
      return 1_000;
  }
}

/** Remembers which repositories gave trouble, and how long each is then left alone, however often it is woken. */
import { HOUR, latest, MINUTE, plus, type Instant } from "../desk/time/zone.js";
import { Unavailable } from "../github/forge.js";
import type { Hindrance } from "../github/hindrance.js";
import { backOff } from "./back-off.js";

interface CoolDown {
  /** Until when a repository is left alone; null when it need not be. */
  restsUntil(repository: number, now: Instant): Instant | null;
  /** When to look again after a look that asked for `next`. */
  afterLook(repository: number, next: Instant | null, now: Instant): Instant | null;
  /** When to look again after a look that failed: when GitHub said so, or after a back-off. */
  afterFailure(repository: number, error: unknown, now: Instant): Instant;
}

/** Asking to look again at once is honoured so often in a row. After that it is slowed down like a failure, lest two programs that undo each other's work never rest. */
const AT_ONCE = 3;

/** `random` gives numbers in [0, 1). Kept in memory: a restart tries everything at once. */
export function createCoolDown(random: () => number): CoolDown {
  const inARow = new Map<number, { failures: number; atOnce: number }>();
  const rests = new Map<number, Instant>();

  function rest(repository: number, until: Instant): Instant {
    rests.set(repository, until);
    return until;
  }

  return {
    restsUntil(repository, now) {
      const until = rests.get(repository) ?? null;
      if (until !== null && until > now) return until;
      rests.delete(repository);
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

    afterFailure(repository, error, now) {
      const failures = (inARow.get(repository)?.failures ?? 0) + 1;
      inARow.set(repository, { failures, atOnce: 0 });
      if (error instanceof Unavailable) return rest(repository, latest([error.until, plus(now, least(error.by, failures))]) ?? now);
      return rest(repository, plus(now, backOff(failures, random())));
    },
  };
}

/**
 * Milliseconds to wait at least after so many failures in a row. GitHub says when to come back, and asking sooner, or again and again at
 * a secondary limit, may get the App banned:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function least(by: Hindrance, failures: number): number {
  const doubled = Math.min(HOUR, MINUTE * 2 ** Math.min(failures - 1, 30));
  switch (by) {
    case "limit":
      return failures === 1 ? 1_000 : doubled;
    case "closed":
    case "credentials":
      return doubled;
    case "outage":
      return 1_000;
  }
}

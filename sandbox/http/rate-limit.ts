/** The primary rate limit: how much each caller has left this hour, on the sandbox's clock. */
import type { Clock } from "../../src/clock.js";

export type Resource = "core" | "graphql";

export interface Allowance {
  readonly limit: number;
  readonly used: number;
  /** Seconds since 1970, as GitHub says it. */
  readonly reset: number;
}

export interface Allowances {
  /** Without cost. */
  look(caller: string, resource: Resource): Allowance;
  spend(caller: string, resource: Resource, points: number): void;
  exhaust(resource: Resource): void;
}

const HOURLY = 5_000;
const HOUR_SECONDS = 3_600;

export function openAllowances(clock: Clock): Allowances {
  const used = new Map<string, { used: number; readonly reset: number }>();
  const exhausted = new Map<Resource, number>();
  const now = () => Math.floor(clock.now().getTime() / 1000);

  const current = (caller: string, resource: Resource) => {
    const key = `${resource} ${caller}`;
    const known = used.get(key);
    // A clock set back starts a new hour too.
    if (known && now() < known.reset && now() >= known.reset - HOUR_SECONDS) return known;
    const fresh = { used: 0, reset: now() + HOUR_SECONDS };
    used.set(key, fresh);
    return fresh;
  };
  return {
    look(caller, resource) {
      const own = current(caller, resource);
      const until = exhausted.get(resource);
      if (until !== undefined && now() < until) return { limit: HOURLY, used: HOURLY, reset: until };
      return { limit: HOURLY, used: Math.min(HOURLY, own.used), reset: own.reset };
    },
    spend(caller, resource, points) {
      current(caller, resource).used += points;
    },
    exhaust(resource) {
      exhausted.set(resource, now() + HOUR_SECONDS);
    },
  };
}

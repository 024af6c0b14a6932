/** The primary rate limit: how much each caller has left this hour, on the sandbox's clock. */
import type { Clock } from "../../src/clock.js";
import type { LimitWording } from "../state/faults.js";

export type Resource = "core" | "graphql";

export interface Allowance {
  readonly limit: number;
  readonly used: number;
  /** Seconds since 1970, as GitHub says it. */
  readonly reset: number;
  /** How GraphQL says that nothing is left. */
  readonly wording: LimitWording;
}

export interface Allowances {
  /** Without cost. */
  look(caller: string, resource: Resource): Allowance;
  spend(caller: string, resource: Resource, points: number): void;
  exhaust(resource: Resource, wording?: LimitWording): void;
  /** Every caller that there was has so much left of its hour. */
  leave(resource: Resource, left: number): void;
}

const HOURLY = 5_000;
const HOUR_SECONDS = 3_600;

export function openAllowances(clock: Clock): Allowances {
  const used = new Map<string, { used: number; readonly reset: number }>();
  const exhausted = new Map<Resource, { readonly until: number; readonly wording: LimitWording }>();
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
      const none = exhausted.get(resource);
      if (none && now() < none.until) return { limit: HOURLY, used: HOURLY, reset: none.until, wording: none.wording };
      return { limit: HOURLY, used: Math.min(HOURLY, own.used), reset: own.reset, wording: "RATE_LIMITED" };
    },
    spend(caller, resource, points) {
      current(caller, resource).used += points;
    },
    leave(resource, left) {
      for (const [key, one] of used) if (key.startsWith(`${resource} `)) one.used = HOURLY - left;
    },
    exhaust(resource, wording = "RATE_LIMITED") {
      exhausted.set(resource, { until: now() + HOUR_SECONDS, wording });
    },
  };
}

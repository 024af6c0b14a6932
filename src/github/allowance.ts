/** How much of its hourly allowances each installation has left, as GitHub tells with every answer; the last of it is held back for what goes live. */
import { instant, latest, type Instant } from "../desk/time/zone.js";
import { clockOf, type AnswerHeaders } from "./request-failure.js";

interface Allowances {
  note(installation: number, headers: AnswerHeaders): void;
  /** Until when only what goes live soon may ask; null while there is enough. */
  heldBackUntil(installation: number): Instant | null;
}

/** Points of GraphQL, and requests of REST: an approved post takes a dozen of each. */
const HELD_BACK = 500;

export function createAllowances(now: () => Date): Allowances {
  /** By installation and resource. */
  const left = new Map<string, { readonly remaining: number; readonly until: Instant }>();
  return {
    note(installation, headers) {
      const [remaining, reset] = [Number(headers["x-ratelimit-remaining"] ?? NaN), Number(headers["x-ratelimit-reset"] ?? NaN)];
      if (Number.isNaN(remaining) || Number.isNaN(reset)) return;
      const seconds = Math.max(1, reset - clockOf(headers, reset, now()) + 1);
      left.set(`${installation} ${headers["x-ratelimit-resource"] ?? ""}`, {
        remaining,
        until: instant(new Date(now().getTime() + seconds * 1000)),
      });
    },
    heldBackUntil(installation) {
      const at = instant(now());
      return latest(
        ["core", "graphql"].map((resource) => {
          const known = left.get(`${installation} ${resource}`);
          return known && known.remaining < HELD_BACK && known.until > at ? known.until : null;
        }),
      );
    },
  };
}

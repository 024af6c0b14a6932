/** A failed reading → `Unavailable`, with when to try again. */
import { instant, type Instant } from "../../desk/time/zone.js";
import { Unavailable } from "../forge.js";
import type { Hindrance } from "../hindrance.js";
import { failureOf } from "../request-failure.js";
import { PartialAnswer } from "./scope.js";

const MINUTE = 60_000;

/** Rejects with what is no answer of GitHub's as it is. */
export function unavailable(error: unknown, what: string, now: Date): Unavailable {
  if (error instanceof Unavailable) return error;
  const { until, by, why } = hindranceIn(error, now);
  return new Unavailable(`${what} cannot be read: ${why}`, until, { by, cause: error });
}

/** What is closed to us is asked for again in a minute, and then less and less often (`queue/cool-down.ts`). */
function hindranceIn(error: unknown, now: Date): { readonly until: Instant; readonly by: Hindrance; readonly why: string } {
  const soon = instant(new Date(now.getTime() + MINUTE));
  if (error instanceof PartialAnswer) {
    const lasting = error.type === "NOT_FOUND" || error.type === "FORBIDDEN";
    return { until: soon, by: lasting ? "closed" : "outage", why: error.message };
  }
  const failure = failureOf(error, now);
  return failure.kind === "later" ? failure : { until: soon, by: "closed", why: failure.why };
}

/** A failed reading → `Unavailable`, with when to try again. */
import { instant, type Instant } from "../../desk/time/zone.js";
import { Unavailable } from "../forge.js";
import type { Hindrance } from "../hindrance.js";
import { failureOf } from "../request-failure.js";
import { PartialAnswer } from "./scope.js";

const MINUTE = 60_000;

const ON_ITS_PAGE = "on the page of the App's installation (in the account's settings, GitHub Apps, Configure)";

/** Rejects with what is no answer of GitHub's as it is. */
export function unavailable(error: unknown, what: string, now: Date): Unavailable {
  if (error instanceof Unavailable) return error;
  const { until, by, why, remedy } = hindranceIn(error, now);
  return new Unavailable(`${sayUnread(what, why)} ${remedy}`, until, { by, cause: error });
}

/** Of one that the App's installation does not have. */
export function outOfReach(what: string, until: Instant, error: unknown): Unavailable {
  return new Unavailable(`${sayUnread(what, "The App has no access to it")} ${REMEDIES.missing}`, until, { by: "closed", cause: error });
}

function sayUnread(what: string, why: string): string {
  return `GitHub does not let Presstime read ${what}: ${why.replace(/\.?$/, ".")}`;
}

interface HindranceFound {
  readonly until: Instant;
  readonly by: Hindrance;
  readonly why: string;
  readonly remedy: string;
}

const BY_ITSELF = "Presstime tries again by itself.";

const REMEDIES = {
  forbidden: `An owner of the account accepts the permissions that the App asks for, ${ON_ITS_PAGE}.`,
  missing: `If Presstime is to work there, an owner of the account adds the repository ${ON_ITS_PAGE}.`,
  suspended: `An owner of the account ends the suspension ${ON_ITS_PAGE}.`,
  credentials: "Set APP_ID and PRIVATE_KEY to those on the App's settings page, and start Presstime again.",
} as const;

/** What is closed to us is asked for again in a minute, and then less and less often (`queue/cool-down.ts`). */
function hindranceIn(error: unknown, now: Date): HindranceFound {
  const soon = instant(new Date(now.getTime() + MINUTE));
  if (error instanceof PartialAnswer) {
    const { type, message: why } = error;
    if (type === "NOT_FOUND") return { until: soon, by: "closed", why, remedy: REMEDIES.missing };
    if (type === "FORBIDDEN") return { until: soon, by: "closed", why, remedy: REMEDIES.forbidden };
    return { until: soon, by: "outage", why, remedy: BY_ITSELF };
  }
  const failure = failureOf(error, now);
  switch (failure.kind) {
    case "later": {
      const { by } = failure;
      return { ...failure, remedy: by === "closed" ? REMEDIES.suspended : by === "credentials" ? REMEDIES.credentials : BY_ITSELF };
    }
    case "forbidden":
    case "missing":
      return { until: soon, by: "closed", why: failure.why, remedy: REMEDIES[failure.kind] };
    case "conflict":
    case "refused":
      return { until: soon, by: "closed", why: failure.why, remedy: BY_ITSELF };
  }
}

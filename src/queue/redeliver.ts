/** Recovers deliveries that failed: GitHub does not send them again by itself, and keeps them for three days. */
import type { Clock } from "../clock.js";
import { DAY, HOUR, instant, latest, plus, type Instant } from "../desk/time/zone.js";
import { Unavailable } from "../github/forge.js";
import type { Logger } from "../log.js";
import type { Ledger } from "../store/ledger.js";

/** The port to GitHub's list of deliveries: https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries */
export interface FailedDeliveries {
  /** Deliveries since then of which no attempt succeeded. `id` is of the attempt, `guid` of the delivery. Throws `Unavailable`. */
  failed(since: Instant): AsyncIterable<RecoverableDelivery>;
  /** Has it sent again. Throws `Unavailable`. */
  redeliver(id: string): Promise<void>;
}

export interface RecoverableDelivery {
  readonly id: string;
  readonly guid: string;
  /** `X-GitHub-Event`, and the action that it tells; null where the event has none. */
  readonly event: string;
  readonly action: string | null;
}

interface RedeliverOptions {
  readonly deliveries: FailedDeliveries;
  readonly ledger: Pick<Ledger, "cached" | "cache">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Where the ledger's cache keeps what was asked for: losing it asks twice, and the ledger takes a delivery in only once. */
const KIND = "redelivery";
const STOPPED_AT = "stopped at";

/**
 * What a look does not tell by itself: the press of a button, and who pushed which head. All else is found by the sweep, and asking for it at
 * one a second would hold that up.
 */
const TOLD_ONCE: ReadonlySet<string> = new Set([
  "check_run.requested_action",
  "check_run.rerequested",
  "check_suite.rerequested",
  "pull_request.opened",
  "pull_request.synchronize",
  "push",
]);

const isButton = ({ event }: RecoverableDelivery) => event.startsWith("check_");

/** Of pushes so many are asked for in one sweep; the next goes on. */
const MOST_AT_ONCE = 60;

/** GitHub's list lags behind what it sends; what was asked for already is passed over. */
const OVERLAP = HOUR;
const KEPT_BY_GITHUB = 3 * DAY;

/** One that GitHub cannot send again must not keep the others from being sent. */
const MOST_TRIES = 3;

/**
 * Asks for the deliveries that failed since the last time and tell what nothing else does, each at most once. Gives how many were asked for.
 * Throws `Unavailable`, and then goes on the next time where it stopped.
 */
export async function redeliver({ deliveries, ledger, clock, log }: RedeliverOptions): Promise<number> {
  const now = instant(clock.now());
  const since = latest([await stoppedAt(ledger), plus(now, -KEPT_BY_GITHUB)]) ?? now;
  let asked = 0;
  for (const delivery of await worthAsking(deliveries, since)) {
    const { id, guid } = delivery;
    const tries = await triesOf(ledger, guid);
    if (tries >= MOST_TRIES) continue;
    if (asked >= MOST_AT_ONCE && !isButton(delivery)) return asked;
    // Before it is tried: after a crash between the two, the sweep finds what the delivery told of.
    await remember(ledger, guid, MOST_TRIES, now);
    try {
      await deliveries.redeliver(id);
      asked += 1;
    } catch (error) {
      if (!(error instanceof Unavailable)) {
        log.warn(
          { err: error, delivery: guid },
          "GitHub refused to send a webhook again. The next regular check of all repositories (the sweep) covers its repository.",
        );
        continue;
      }
      await remember(ledger, guid, tries + 1, now);
      throw error;
    }
  }
  await ledger.cache(KIND, new Map([[STOPPED_AT, plus(now, -OVERLAP)]]), now);
  if (asked > 0) log.info({ asked }, "Asked GitHub to send failed webhooks again.");
  return asked;
}

/** Buttons first: somebody waits for what they do. */
async function worthAsking(deliveries: FailedDeliveries, since: Instant): Promise<readonly RecoverableDelivery[]> {
  const worth: RecoverableDelivery[] = [];
  for await (const one of deliveries.failed(since)) {
    if (TOLD_ONCE.has(one.action === null ? one.event : `${one.event}.${one.action}`)) worth.push(one);
  }
  return worth.toSorted((a, b) => Number(isButton(b)) - Number(isButton(a)));
}

async function stoppedAt(ledger: RedeliverOptions["ledger"]): Promise<Instant | null> {
  const kept = (await ledger.cached(KIND, [STOPPED_AT])).get(STOPPED_AT);
  return typeof kept === "string" && !Number.isNaN(Date.parse(kept)) ? instant(new Date(kept)) : null;
}

async function triesOf(ledger: RedeliverOptions["ledger"], guid: string): Promise<number> {
  const tries = (await ledger.cached(KIND, [guid])).get(guid);
  return typeof tries === "number" ? tries : 0;
}

async function remember(ledger: RedeliverOptions["ledger"], guid: string, tries: number, at: Instant): Promise<void> {
  await ledger.cache(KIND, new Map([[guid, tries]]), at);
}

/** What happens to a delivery whose signature was verified: it is written down together with its wake, and nothing else. */
import type { EmitterWebhookEventName } from "@octokit/webhooks";
import type { Clock } from "../clock.js";
import type { ButtonClick } from "../desk/fixes/remembered-clicks.js";
import { instant, type Instant } from "../desk/time/zone.js";
import type { Logger } from "../log.js";
import type { News } from "../news.js";
import type { Repository } from "../repository.js";
import { ACCESS_NEWS, installationKey, type CacheEntry, type Ending, type Ledger } from "../store/ledger.js";
import { buttonClickIn, rerunIn } from "./told/button-click.js";
import { readDeliveryBody } from "./delivery.js";
import { lookDue } from "./look-due.js";
import { newsTold } from "./told/news-told.js";
import { pushTold } from "./told/push-told.js";
import { threadStirred } from "./told/thread-stirred.js";
import type { WakeRule } from "./wake-rules.js";
import { wokenBy, type OwnApp, type Woken } from "./woken-by.js";

/** What arrives signed; `appId` is the App it was sent to, null when the headers did not say. */
export interface Arrival {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly appId: number | null;
}

interface ReceiveOptions {
  readonly ledger: Pick<Ledger, "receive" | "wake" | "repositories" | "end" | "cached">;
  readonly clock: Clock;
  /** Asked for each delivery: GitHub may not have told our login yet. */
  readonly own: () => OwnApp;
  readonly rules: Readonly<Record<string, WakeRule>>;
  readonly log: Logger;
  /** Called after a wake was committed. */
  readonly woken: () => void;
  /** Called for an installation of which no repository is known. */
  readonly unlisted?: () => void;
  /** Milliseconds that the ledger may take. */
  readonly limitMs?: number;
}

/** GitHub hangs up after ten seconds: before that, it has failed. */
const LIMIT_MS = 8_000;

/** Resolves once the delivery is committed; rejects when it could not be, so that GitHub keeps it as failed and it can be had again. */
export function createReceiver(options: ReceiveOptions): (arrival: Arrival) => Promise<void> {
  const { rules, log, limitMs = LIMIT_MS } = options;
  const withDesk = new Set<number>();
  return async ({ id, name, payload, appId }) => {
    const about = { delivery: id, name };
    const body = readDeliveryBody(payload);
    const woken: Woken = body
      ? wokenBy({ id, name, body, appId }, options.own(), rules)
      : { kind: "nobody", why: "the webhook does not have the form that GitHub uses" };
    if (woken.kind === "foreign") {
      log.warn(
        { ...about, appId: woken.appId },
        "Ignored a webhook for another GitHub App. If that App should not send to this address, correct its webhook URL.",
      );
      return;
    }
    const told = body ? [...pushTold(name, body), ...threadStirred({ id, name, body })] : [];
    const reruns = body ? rerunIn(name, body, options.own().id) : [];
    const kept = { ...options, withDesk };
    const writing = writeDown(kept, { id, name }, woken, {
      click: body && buttonClickIn(name, body),
      told,
      reruns,
      news: newsTold(name, payload),
    });
    const outcome = await within(limitMs, writing);
    switch (woken.kind) {
      case "nobody":
        log.debug({ ...about, why: woken.why }, "A webhook starts no work");
        return;
      case "repositories":
      case "installation":
      case "owner":
        if (outcome === "new") options.woken();
        log.debug({ ...about, outcome }, "A webhook starts work");
    }
  };
}

/** What it tells beside whom it wakes. */
interface Told {
  readonly click: ButtonClick | null;
  readonly told: readonly CacheEntry[];
  readonly reruns: readonly Ending[];
  readonly news: readonly News[];
}

async function writeDown(
  { ledger, clock, unlisted, withDesk }: ReceiveOptions & { readonly withDesk: Set<number> },
  { id, name }: Pick<Arrival, "id" | "name">,
  woken: Woken,
  { click, told, reruns, news }: Told,
): Promise<"new" | "seen"> {
  const at = instant(clock.now());
  const repositories = await repositoriesOf(ledger, woken);
  const [last, ...others] = repositories;
  if (!last && woken.kind === "installation") unlisted?.();
  const due =
    last && woken.kind === "repositories" ? await lookDue(ledger, { name, repository: last.id, sha: woken.sha }, at, withDesk) : at;
  // Waking is safe to repeat and remembering the delivery is not: so that comes last, with the last wake and what it told.
  if (others.length > 0) await ledger.wake(others, at);
  if (last && reruns.length > 0) await ledger.end(last.id, reruns, at);
  const all = [...told, ...(last ? accessNews(name, last, at) : [])];
  return ledger.receive(id, due === null ? null : (last ?? null), at, click, all, due ?? at, news);
}

/** These tell that what we may see can have changed: a rest that was given because it was closed to us ends (`queue/cool-down.ts`). */
const ON_ACCESS: ReadonlySet<string> = new Set<EmitterWebhookEventName>(["installation", "installation_repositories"]);

function accessNews(name: string, { id, installation }: Repository, value: Instant): readonly CacheEntry[] {
  if (ON_ACCESS.has(name)) return [{ kind: ACCESS_NEWS, key: installationKey(installation), value }];
  return name === "repository" ? [{ kind: ACCESS_NEWS, key: String(id), value }] : [];
}

async function repositoriesOf(ledger: ReceiveOptions["ledger"], woken: Woken): Promise<readonly Repository[]> {
  switch (woken.kind) {
    case "repositories":
      return woken.repositories;
    case "owner": {
      const owner = woken.repository.owner.toLowerCase();
      const theirs = (await ledger.repositories()).filter((one) => one.owner.toLowerCase() === owner && one.id !== woken.repository.id);
      return [woken.repository, ...theirs];
    }
    case "installation":
      return (await ledger.repositories()).filter(({ installation }) => installation === woken.id);
    case "nobody":
    case "foreign":
      return [];
  }
}

async function within<Value>(limitMs: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Storing a webhook in the database took more than ${limitMs} ms`));
    }, limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** START HERE: which webhooks and ticks wake which repository, and how the parts are put together. Nothing is decided here. */
import { systemClock, type Clock } from "./clock.js";
import { instant, type Instant } from "./desk/time/zone.js";
import type { Examiner } from "./examine/examiner.js";
import { createExaminer } from "./examine/pool.js";
import { createForge, type Connection } from "./github/connect.js";
import type { Forge } from "./github/forge.js";
import { learnOwnLogin } from "./github/own-login.js";
import { createLog, passwordsIn, type Logger } from "./log.js";
import { abortableForge } from "./queue/abortable-forge.js";
import { watchIdle } from "./queue/idle-watch.js";
import type { FailedDeliveries } from "./queue/redeliver.js";
import { startSweep, type Sweep } from "./queue/sweep.js";
import { startWakes, type Wakes } from "./queue/work-queue.js";
import { reconcile } from "./reconcile.js";
import { createListener } from "./server/create-listener.js";
import { createWebhooks } from "./server/create-webhooks.js";
import { isFromThisMachine } from "./server/this-machine.js";
import { createReceiver } from "./server/receive.js";
import { startServer } from "./server/start-server.js";
import { actions, always, checkEnded, notPending, onDefaultBranch, type WakeRules } from "./server/wake-rules.js";
import type { Settings } from "./settings/settings.js";
import { HINDERED, type Hindered, type Ledger } from "./store/ledger.js";
import { Lost } from "./store/cannot-open.js";
import { openLedger } from "./store/open-ledger.js";
import { webPages, type WebParts } from "./web/web-pages.js";

/**
 * A webhook says only which repository to look at. One that is not in this table, or whose rule says no, wakes nobody;
 * one that tells of our own doing wakes nobody either, unless it published something (`server/woken-by.ts`).
 * Besides, each repository is woken when its last look asked for it, and by the sweep.
 */
export const WAKES = {
  pull_request: always,
  pull_request_review: always,
  pull_request_review_comment: always,
  pull_request_review_thread: always,
  issue_comment: always,
  issues: always,
  push: onDefaultBranch,
  check_run: checkEnded,
  check_suite: checkEnded,
  status: notPending,
  repository: actions("renamed", "transferred", "edited", "archived", "unarchived", "privatized", "publicized"),
  installation: actions("created", "unsuspend", "new_permissions_accepted"),
  installation_repositories: actions("added"),
} satisfies WakeRules;

/** What a sandbox or a test puts in the place of the real thing. */
interface Overrides {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly ledger?: Ledger;
  readonly examiner?: Examiner;
  readonly forge?: Forge & { readonly deliveries?: FailedDeliveries };
  /** Whether writes to GitHub are spaced as it asks; true when not given. */
  readonly pace?: boolean;
  /** Milliseconds of the clock between sweeps; a quarter of an hour when not given. */
  readonly sweepEvery?: number;
  /** How long is waited for readings of what people send, and how much is read for each. */
  readonly readings?: NonNullable<Connection["readings"]>;
  readonly pages?: Partial<Omit<WebParts, "ledger" | "clock" | "publicUrl">>;
}

export interface Presstime {
  /** Where this machine reaches the pages, without a slash at its end; webhooks go to `/api/github/webhooks` there. */
  readonly url: string;
  readonly ledger: Ledger;
  readonly forge: Forge;
  /** Resolves when nothing is due now and nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing new, finishes what has begun, gives back the rest and closes everything; within about 8 seconds. */
  close(): Promise<void>;
}

/** In milliseconds, of the 9 seconds that a drain may take. */
const ANSWERING = 3_000;
const FINISHING = 5_000;

const ONE_SECOND = 1_000;

/** Rejects when the database or the port cannot be had, with what to do about it. GitHub need not answer. */
export async function startPresstime(settings: Settings, overrides: Overrides = {}): Promise<Presstime> {
  const { clock = systemClock, log = logFor(settings), sweepEvery, readings } = overrides;
  const ledger =
    overrides.ledger ??
    (await openLedger(settings.databaseUrl, (says) => {
      log.warn(says);
    }));
  const examiner = overrides.examiner ?? createExaminer();
  const app = { appId: settings.appId, privateKey: settings.privateKey, baseUrl: settings.apiUrl, pace: overrides.pace ?? true };
  const connected = overrides.forge ?? createForge({ app, clock, ledger, examiner, readings, log });
  const { forge, login } = learnOwnLogin(connected);
  let wakes: Wakes | null = null;
  let sweep: Sweep | null = null;
  let closing: Promise<void> | null = null;

  const woken = () => wakes?.wake();
  const appoint = (repository: number, at: Instant | null) => wakes?.appoint(repository, at);
  const own = () => ({ id: settings.appId, login: login() });
  const receive = createReceiver({ ledger, clock, own, rules: WAKES, log, woken, unlisted: () => sweep?.soon() });
  const webhooks = createWebhooks(settings, receive, log);
  const writable = kept(ONE_SECOND, async () => {
    try {
      await ledger.ping(instant(clock.now()));
      return null;
    } catch (error) {
      log.error({ err: error }, "Presstime is not ready: it cannot store anything in its database.");
      return error instanceof Lost ? error.message : "Presstime cannot store anything in its database; the log says why";
    }
  });
  const readiness = async () => {
    const unwritable = await writable();
    const rejected = sweep?.rejected() ?? null;
    return [
      ...(unwritable === null ? [] : [unwritable]),
      ...(closing ? ["Presstime is shutting down"] : []),
      ...(wakes ? [] : ["Presstime is starting"]),
      ...(rejected === null ? [] : [rejected]),
    ];
  };
  const unread = async () => {
    const known = await ledger.repositories();
    const said = await ledger.cached(
      HINDERED,
      known.map(({ id }) => String(id)),
    );
    return known.flatMap(({ id }) => (said.get(String(id)) as Hindered | null | undefined)?.says ?? []);
  };
  const seesAll = settings.pages === "open" ? () => true : isFromThisMachine;
  const onError = (error: unknown) => {
    log.error({ err: error }, "Presstime could not make a page.");
  };
  const server = await startServer({
    port: settings.port,
    host: settings.host,
    log,
    listener: (url) => {
      const publicUrl = settings.publicUrl ?? url;
      const pages = webPages({ ledger, clock, publicUrl, seesAll, onError, ...overrides.pages });
      return createListener({
        webhooks,
        pages,
        publicUrl,
        readiness,
        unread: (request) => (seesAll(request) ? unread() : Promise.resolve([])),
        log,
      });
    },
  }).catch(async (error: unknown) => {
    await Promise.all([examiner.close(), ledger.close()]);
    throw error;
  });
  const working = startWakes({
    ledger,
    clock,
    log,
    reconcile: (repository, signal) => reconcile(repository, { forge: abortableForge(forge, signal), ledger, clock, appoint }),
  });
  wakes = working;
  const watch = watchIdle(clock);
  const { deliveries } = connected;
  const sweeping = startSweep({
    forge,
    ledger,
    clock: watch.clock,
    log,
    woken,
    ...(deliveries ? { deliveries } : {}),
    ...(sweepEvery === undefined ? {} : { every: sweepEvery }),
  });

  sweep = sweeping;

  async function close(): Promise<void> {
    await Promise.all([server.close(ANSWERING), Promise.race([sweeping.stop(), pause(ANSWERING)])]);
    await working.drain(FINISHING);
    await examiner.close();
    await ledger.close();
  }

  return {
    url: server.url,
    ledger,
    forge,
    async idle() {
      await watch.atRest();
      await working.idle();
    },
    close: () => (closing ??= close()),
  };
}

/** The log of a process with these settings: their secrets never get into it. */
export function logFor({ logLevel, privateKey, webhookSecret, databaseUrl }: Settings): Logger {
  return createLog({ level: logLevel, secrets: [privateKey, webhookSecret, ...passwordsIn(databaseUrl)] });
}

/** What `ask` answered, for so many real milliseconds: anybody may ask whether we are ready, and each answer costs a commit. */
function kept<Answer>(milliseconds: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; readonly until: number } | null = null;
  return () => {
    if (!last || performance.now() > last.until) last = { answer: ask(), until: performance.now() + milliseconds };
    return last.answer;
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

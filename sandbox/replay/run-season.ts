/** Runs a season: the real app on a sandbox GitHub, and a clock that goes from one happening to the next. Nothing sleeps. START HERE. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { earliest, DAY, instant, type Instant } from "../../src/desk/time/zone.js";
import { startPresstime, type Presstime } from "../../src/index.js";
import type { Logger } from "../../src/log.js";
import { WEBHOOK_PATH } from "../../src/server/webhook-endpoint.js";
import type { Ledger } from "../../src/store/ledger.js";
import { openLedger } from "../../src/store/open-ledger.js";
import { createSandboxClock, type SandboxClock } from "../sandbox-clock.js";
import { createSandbox, type Sandbox } from "../sandbox.js";
import type { Play, Season } from "../season/play.js";
import { SEASON_OF_2014 } from "./season-plan.js";

interface SeasonOptions {
  readonly log: Logger;
  /** That of 2014 when left out. */
  readonly play?: Play;
  /** What the sandbox's pages begin with. */
  readonly webBase?: string;
  /** Told after each stop of the clock, when everything has come to rest. */
  readonly atRest?: (running: RunningSeason) => Promise<void>;
}

export interface MadeMove {
  readonly at: Instant;
  readonly by: string;
  readonly says: string;
}

export interface RunningSeason {
  readonly clock: SandboxClock;
  readonly github: Sandbox;
  readonly season: Season;
  readonly presstime: Presstime;
  /** What people did, oldest first. */
  readonly movesMade: readonly MadeMove[];
  /** Lets everything until then happen, and resolves when all of it has been answered. */
  advanceTo(to: Instant): Promise<void>;
  /** When somebody does something next, or the app is to look again; null when neither ever will. */
  nextStop(): Instant | null;
  close(): Promise<void>;
}

/** Nothing is ever missed here, and each sweep would cost the replay as much as a pull request. */
const SWEEP_EVERY = 7 * DAY;

/** At the season's first instant, before anybody has done anything. */
export async function runSeason({ log, play = SEASON_OF_2014, webBase, atRest }: SeasonOptions): Promise<RunningSeason> {
  const folder = await temporaryFolder();
  const clock = createSandboxClock(play.begins);
  const github = await createSandbox({ clock, ...(webBase === undefined ? {} : { webBase }) });
  const season = play.open(github);
  await github.listen();
  const ledger = inStep(await openLedger(join(folder, "ledger.sqlite")), github);
  const { app } = github;
  const presstime = await startPresstime(
    {
      port: 0,
      host: "127.0.0.1",
      publicUrl: null,
      pages: "local",
      logLevel: "silent",
      databaseUrl: "sqlite::memory:",
      appId: app.id,
      privateKey: app.privateKey,
      webhookSecret: app.webhookSecret,
      apiUrl: github.url,
    },
    { clock, ledger, log, pace: false, sweepEvery: SWEEP_EVERY },
  );
  github.deliverTo(presstime.url + WEBHOOK_PATH);

  const settle = async (): Promise<void> => {
    let sent: number;
    do {
      sent = github.letters.length;
      await github.delivered();
      await presstime.idle();
    } while (github.letters.length !== sent);
  };
  const movesMade: MadeMove[] = [];
  const now = () => instant(clock.now());
  const nextStop = (): Instant | null => {
    const wake = clock.nextWake();
    return earliest([season.next()?.at, wake && instant(wake)]);
  };
  const rest = async (): Promise<void> => {
    await settle();
    await atRest?.(running);
  };
  const actAll = async (): Promise<void> => {
    for (let move = season.next(); move && move.at <= now(); move = season.next()) {
      movesMade.push({ at: now(), by: move.by, says: move.says });
      season.act(move);
      await rest();
    }
  };
  const running: RunningSeason = {
    clock,
    github,
    season,
    presstime,
    movesMade,
    nextStop,
    async advanceTo(to) {
      for (let stop = nextStop(); stop !== null && stop <= to; stop = nextStop()) {
        await clock.advanceTo(stop);
        await rest();
        await actAll();
      }
      if (now() < to) await clock.advanceTo(to);
    },
    async close() {
      await github.delivered();
      await presstime.close();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await rest();
  return running;
}

/** In memory where Linux offers it: the ledger waits for the disk at each commit, and a re-enactment has nothing to lose. */
async function temporaryFolder(): Promise<string> {
  const name = "presstime-season-";
  return mkdtemp(join("/dev/shm", name)).catch(() => mkdtemp(join(tmpdir(), name)));
}

/** Looks begin when every webhook has arrived, so that how many there are does not hang on who is faster, and each run is like the last. */
function inStep(ledger: Ledger, github: Pick<Sandbox, "delivered">): Ledger {
  return {
    ...ledger,
    async claim(...claim) {
      await github.delivered();
      return ledger.claim(...claim);
    },
  };
}

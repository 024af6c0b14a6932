/** `presstime start` without credentials: the season of 2014 on a GitHub of our own, its pages, and a clock that visitors move. */
import { readInstant } from "../../src/desk/time/zone.js";
import type { Logger } from "../../src/log.js";
import { sendAnswer, NOT_FOUND } from "../../src/server/answer.js";
import { createListener, type Pages } from "../../src/server/create-listener.js";
import { startServer } from "../../src/server/start-server.js";
import type { HouseSettings } from "../../src/settings/settings.js";
import { webPages } from "../../src/web/web-pages.js";
import { sandboxPages } from "../pages/sandbox-pages.js";
import { SEASON_NOTICE } from "../season/open-season.js";
import { runSeason, type RunningSeason } from "./run-season.js";
import { seasonControls } from "./season-controls.js";

export interface StandingSeason {
  /** Where its page is. */
  readonly url: string;
  /** What there is to see, in a sentence. */
  readonly says: string;
  close(): Promise<void>;
}

/** The plan has just been given its days and owners; a week later the first pull request comes. */
const OPENS_AT = readInstant("2014-07-01T11:00:00Z");

const ZONE = "Europe/London";

/** In milliseconds, for pages that are being answered. */
const ANSWERING = 3_000;

/** Everything is forgotten when it ends. Rejects with what to do about it when the port cannot be had. */
export async function startSeason(settings: HouseSettings, log: Logger): Promise<StandingSeason> {
  let on: { readonly running: RunningSeason; readonly pages: Pages } | null = null;
  const server = await startServer({
    port: settings.port,
    host: settings.host ?? "localhost",
    log,
    listener: () =>
      createListener({
        // The sandbox speaks to the App on a port of their own.
        webhooks: (request, response) => {
          request.resume();
          sendAnswer(response, NOT_FOUND);
          return Promise.resolve();
        },
        pages: { fetch: (request) => on?.pages.fetch(request) ?? new Response("The season is being set up.\n", { status: 503 }) },
        readiness: () => Promise.resolve(on ? [] : ["it is starting"]),
        log,
      }),
  });

  const now = (): RunningSeason => {
    if (!on) throw new Error("Unexpected question before the season is set up, expected it afterwards");
    return on.running;
  };
  const set = async (): Promise<void> => {
    const running = await runSeason({ log, webBase: `${server.url}/github` });
    await running.advanceTo(OPENS_AT);
    const { github, presstime, clock } = running;
    const pages = webPages({
      ledger: presstime.ledger,
      clock,
      publicUrl: settings.publicUrl ?? server.url,
      notice: SEASON_NOTICE,
      controls,
      beside: sandboxPages({ github, zone: ZONE, notice: SEASON_NOTICE, controls }),
      onError: (error) => {
        log.error({ err: error }, "Presstime could not make a page.");
      },
    });
    const before = on;
    on = { running, pages };
    // Not awaited: the page that asked for a fresh season is one of the old one's.
    before?.running.close().catch((error: unknown) => {
      log.warn({ err: error }, "Presstime could not remove an old season completely.");
    });
  };
  const controls = seasonControls({ now, again: set, zone: ZONE });

  await set().catch(async (error: unknown) => {
    await server.close(0);
    throw error;
  });
  return {
    url: server.url,
    says: "The MirageOS posts before OSCON 2014, re-enacted. It is 1 July 2014, noon in London; the buttons on the page move the clock.",
    async close() {
      await Promise.all([server.close(ANSWERING), controls.stop()]);
      await on?.running.close();
    },
  };
}

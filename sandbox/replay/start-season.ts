/** `presstime start` without credentials: a season on a GitHub of our own, its pages, and a clock that visitors move. */
import type { Logger } from "../../src/log.js";
import { sendAnswer, NOT_FOUND } from "../../src/server/answer.js";
import { createListener, type Pages } from "../../src/server/create-listener.js";
import { startServer } from "../../src/server/start-server.js";
import type { HouseSettings } from "../../src/settings/settings.js";
import { webPages } from "../../src/web/web-pages.js";
import { sandboxPages } from "../pages/sandbox-pages.js";
import type { Play } from "../season/play.js";
import { runSeason, type RunningSeason } from "./run-season.js";
import { seasonControls } from "./season-controls.js";
import { SEASON_OF_2014 } from "./season-plan.js";

export interface StandingSeason {
  /** Where its page is. */
  readonly url: string;
  /** What there is to see, in a sentence. */
  readonly says: string;
  close(): Promise<void>;
}

/** In milliseconds, for pages that are being answered. */
const ANSWERING = 3_000;

/** Everything is forgotten when it ends. Rejects with what to do about it when the port cannot be had. */
export async function startSeason(settings: HouseSettings, log: Logger, play: Play = SEASON_OF_2014): Promise<StandingSeason> {
  let on: { readonly running: RunningSeason; readonly pages: Pages } | null = null;
  const server = await startServer({
    port: settings.port,
    host: settings.host ?? "localhost",
    log,
    listener: (url) =>
      createListener({
        publicUrl: settings.publicUrl ?? url,
        // The sandbox speaks to the App on a port of their own.
        webhooks: (request, response) => {
          request.resume();
          sendAnswer(response, NOT_FOUND);
          return Promise.resolve();
        },
        pages: { fetch: (request, env) => on?.pages.fetch(request, env) ?? new Response("The season is being set up.\n", { status: 503 }) },
        readiness: () => Promise.resolve(on ? [] : ["it is starting"]),
        log,
      }),
  });

  const now = (): RunningSeason => {
    if (!on) throw new Error("Unexpected question before the season is set up, expected it afterwards");
    return on.running;
  };
  const set = async (): Promise<void> => {
    const running = await runSeason({ log, play, webBase: `${server.url}/github` });
    await running.advanceTo(play.opensAt);
    const { github, presstime, clock } = running;
    const pages = webPages({
      ledger: presstime.ledger,
      clock,
      publicUrl: settings.publicUrl ?? server.url,
      notice: play.notice,
      controls,
      beside: sandboxPages({ github, zone: play.zone, notice: play.notice, controls }),
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
  const controls = seasonControls({ now, again: set, play });

  await set().catch(async (error: unknown) => {
    await server.close(0);
    throw error;
  });
  return {
    url: server.url,
    says: play.says,
    async close() {
      await Promise.all([server.close(ANSWERING), controls.stop()]);
      await on?.running.close();
    },
  };
}

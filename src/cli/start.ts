/** `presstime start`: runs the App on GitHub or, without credentials, the whole thing in a sandbox. */
import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import type { Command } from "commander";
import { systemClock } from "../clock.js";
import type { Desk } from "../desk/facts/desk.js";
import { instant } from "../desk/time/zone.js";
import { logFor, startPresstime } from "../index.js";
import { createLog, type Logger } from "../log.js";
import { drainOnSignal, DRAIN_LIMIT_MS } from "../server/drain-on-signal.js";
import { readSettings, type Settings } from "../settings/settings.js";
import { unusedProxy } from "../settings/unused-proxy.js";
import type { Environment } from "../settings/variables.js";
import { processConsole, type Console } from "./console.js";
import { deskFile } from "./desk-file.js";

/** Cannot start: something in the environment is to be mended first. */
const NOT_STARTED = 2;

export function registerStart(program: Command, io: Console = processConsole()): void {
  program
    .command("start")
    .summary("run the App, or a sandbox when it has no credentials")
    .description(
      "Runs the App. It reads its settings from environment variables and from a file `.env` in the current folder. If a setting is in both, the environment variable is used. Without the credentials of a GitHub App, it starts a sandbox that imitates GitHub; it then sends nothing over the network, and shows the season of 2014 or, with `--desk`, what comes of a desk file of yours. `presstime settings` lists the variables.",
    )
    .option("--desk <file>", "in the sandbox, try out this desk file instead of showing the season of 2014")
    .action(async ({ desk: file }: { readonly desk?: string }) => {
      const reading = readSettings(environment(), (path) => readFileSync(path, "utf8"));
      try {
        switch (reading.kind) {
          case "wrong":
            io.err(`${reading.complaints.join("\n")}\n`);
            io.end(NOT_STARTED);
            return;
          case "github":
            if (file !== undefined) throw new Error(WITH_CREDENTIALS);
            await startOnGitHub(reading.settings);
            return;
          case "sandbox": {
            // Loaded only here: the sandbox is half as large as the App, which on GitHub never needs it.
            const { ownSeason, startSeason } = await import("../../sandbox/entry.js");
            const log = createLog({ level: reading.settings.logLevel, secrets: [] });
            const play = file === undefined ? undefined : ownSeason({ ...(await deskToTry(file, io)), now: instant(systemClock.now()) });
            const sandbox = await startSeason(reading.settings, log, play);
            leaveOnSignal(sandbox, log);
            io.out(`${sandbox.says}\n\n    ${sandbox.url}\n\nPresstime sends nothing over the network. Press Ctrl+C to stop it.\n`);
          }
        }
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(NOT_STARTED);
      }
    });
}

const WITH_CREDENTIALS =
  "`--desk` tries out a desk file in the sandbox, and the environment has the credentials of a GitHub App. Unset APP_ID and PRIVATE_KEY (or PRIVATE_KEY_PATH), or start without `--desk`.";

/** Throws when it has errors; what is wrong with it has then been said. */
async function deskToTry(file: string, io: Console): Promise<{ readonly text: string; readonly desk: Desk; readonly file: string }> {
  const desk = await deskFile(file, io);
  if (!desk) throw new Error(`${file} has errors; they are listed above. Correct them and run the command again.`);
  return { text: new TextDecoder().decode(await io.read(file)), desk, file };
}

async function startOnGitHub(settings: Settings): Promise<void> {
  const log = logFor(settings);
  process.on("uncaughtException", (error) => {
    // What the process holds may be in any condition now; the ledger is not, and a new process goes on from there.
    log.fatal({ err: error }, "Presstime stops because of an error in its own code. Please report it with the log.");
    process.exit(1);
  });
  // Of the process alone: what stands in `.env` Node does not see.
  const proxy = unusedProxy(process.env, process.versions.node);
  if (proxy !== null) log.warn(proxy);
  const presstime = await startPresstime(settings, { log });
  leaveOnSignal(presstime, log);
  log.info({ url: presstime.url, github: settings.apiUrl, app: settings.appId }, "Presstime is up");
  log.info({ pages: settings.publicUrl ?? presstime.url }, whoSeesPages(settings));
}

function whoSeesPages({ publicUrl, pages }: Settings): string {
  const where =
    publicUrl === null
      ? "Pages are shown on this machine only, until PUBLIC_URL says at which address people open them."
      : "Pages are shown at PUBLIC_URL.";
  const whom =
    pages === "open"
      ? "Those of private repositories are shown to everybody who reaches them (PAGES=open)."
      : "Those of private repositories are shown on this machine only. To show them to others, have something before Presstime that asks people to sign in, and set PAGES=open.";
  return `${where} ${whom}`;
}

function leaveOnSignal(running: { close(): Promise<void> }, log: Logger): void {
  drainOnSignal({ close: () => running.close(), limitMs: DRAIN_LIMIT_MS, log, process });
}

/** The environment, over a file `.env` in the present folder if there is one. */
function environment(): Environment {
  return { ...(existsSync(".env") ? parseEnv(readFileSync(".env", "utf8")) : {}), ...process.env };
}

/** `presstime start`: runs the App on GitHub or, without credentials, the whole thing in a sandbox. */
import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import type { Command } from "commander";
import { logFor, startPresstime } from "../index.js";
import { createLog, type Logger } from "../log.js";
import { drainOnSignal, DRAIN_LIMIT_MS } from "../server/drain-on-signal.js";
import { readSettings, type Settings } from "../settings/settings.js";
import type { Environment } from "../settings/variables.js";
import { processConsole, type Console } from "./console.js";

/** Cannot start: something in the environment is to be mended first. */
const NOT_STARTED = 2;

export function registerStart(program: Command, io: Console = processConsole()): void {
  program
    .command("start")
    .summary("run the App, or a sandbox when it has no credentials")
    .description(
      "Runs the App. It reads its settings from environment variables and from a file `.env` in the current folder. If a setting is in both, the environment variable is used. Without the credentials of a GitHub App, it starts a sandbox that imitates GitHub; it then sends nothing over the network. `presstime settings` lists the variables.",
    )
    .action(async () => {
      const reading = readSettings(environment(), (path) => readFileSync(path, "utf8"));
      try {
        switch (reading.kind) {
          case "wrong":
            io.err(`${reading.complaints.join("\n")}\n`);
            io.end(NOT_STARTED);
            return;
          case "github":
            await startOnGitHub(reading.settings);
            return;
          case "sandbox": {
            // Loaded only here: the sandbox is half as large as the App, which on GitHub never needs it.
            const { startSeason } = await import("../../sandbox/entry.js");
            const log = createLog({ level: reading.settings.logLevel, secrets: [] });
            const sandbox = await startSeason(reading.settings, log);
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

async function startOnGitHub(settings: Settings): Promise<void> {
  const log = logFor(settings);
  process.on("uncaughtException", (error) => {
    // What the process holds may be in any condition now; the ledger is not, and a new process goes on from there.
    log.fatal({ err: error }, "Presstime stops because of an error in its own code. Please report it with the log.");
    process.exit(1);
  });
  const presstime = await startPresstime(settings, { log });
  leaveOnSignal(presstime, log);
  log.info({ url: presstime.url, github: settings.apiUrl, app: settings.appId }, "Presstime is up");
}

function leaveOnSignal(running: { close(): Promise<void> }, log: Logger): void {
  drainOnSignal({ close: () => running.close(), limitMs: DRAIN_LIMIT_MS, log, process });
}

/** The environment, over a file `.env` in the present folder if there is one. */
function environment(): Environment {
  return { ...(existsSync(".env") ? parseEnv(readFileSync(".env", "utf8")) : {}), ...process.env };
}

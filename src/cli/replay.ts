/** `presstime replay`: runs a season of the past on a sandbox, with the real app, and prints what it did and when. */
import { Option, type Command } from "commander";
import { replaySeason, type ReplayFormat } from "../../sandbox/entry.js";
import { readWhen, type Instant } from "../desk/time/zone.js";
import { processConsole, type Console } from "./console.js";

/** The table is the one in docs/season.md. */
const FORMATS: readonly ReplayFormat[] = ["text", "json", "table"];

interface Options {
  readonly season: string;
  readonly until?: string;
  readonly format: ReplayFormat;
}

/** Nothing was replayed. */
const FAILED = 2;

export function registerReplay(program: Command, io: Console = processConsole()): void {
  program
    .command("replay")
    .summary("run a season of the past again, and print what the app did")
    .description(
      "Runs a season of the past with the real app on a sandbox GitHub, and prints what happened and when. It is a re-enactment: docs/season.md tells what is history in it. Nothing leaves this machine, and each run prints the same.",
    )
    .addOption(new Option("--season <name>", "which one").choices(["oscon-2014"]).default("oscon-2014"))
    .option("--until <time>", "stop at this time, such as 2014-07-10T12:00Z; the season's end when left out")
    .addOption(new Option("--format <format>", "how to print it").choices(FORMATS).default("text"))
    .action(async ({ until, format }: Options) => {
      try {
        io.out(await replaySeason(until === undefined ? null : readUntil(until), format));
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(FAILED);
      }
    });
}

/** Throws with words for people. */
function readUntil(text: string): Instant {
  const when = readWhen(text, "UTC");
  if (when.kind === "unreadable") throw new Error(`--until: ${when.why}`);
  return when.at;
}

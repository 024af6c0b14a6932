/** `presstime replay`: runs a season of the past on a sandbox, with the real app, and prints what it did and when. */
import { Option, type Command } from "commander";
import { replaySeason, type ReplayFormat } from "../../sandbox/entry.js";
import { readWhen, type Instant } from "../desk/time/zone.js";
import { processConsole, type Console } from "./console.js";
import { sayUnreadableTime } from "./unreadable-time.js";

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
    .summary("replay a past series of posts (June and July 2014), and print what the app does")
    .description(
      "Replays a past series of posts, called a season, with the real app on a sandbox that imitates GitHub. It prints what happens and when. It imitates real events; docs/season.md says which of them really happened. It sends nothing over the network, and each run prints the same.",
    )
    .addOption(new Option("--season <name>", "the season to replay").choices(["oscon-2014"]).default("oscon-2014"))
    .option("--until <time>", "stop at this time, such as 2014-07-10T12:00Z; without this option, at the end of the season")
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
  if (when.kind === "unreadable") throw new Error(sayUnreadableTime("--until", when.why, "2014-07-10T12:00Z"));
  return when.at;
}

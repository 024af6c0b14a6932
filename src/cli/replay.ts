/** `presstime replay`: runs a season of the past on a sandbox, with the real app, and prints what it did and when. */
import { Option, type Command } from "commander";
import { latest, readWhen, type Instant } from "../desk/time/zone.js";
import { createLog } from "../log.js";
import { BEGINS, ENDS } from "../sandbox/season/season.js";
import { processConsole, type Console } from "./console.js";
import { runSeason } from "./run-season.js";
import { reportSeason, tellSeason } from "./season-report.js";
import { seasonTable } from "./season-table.js";

/** The table is the one in docs/season.md. */
const FORMATS = ["text", "json", "table"] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly season: string;
  readonly until?: string;
  readonly format: Format;
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
        io.out(await replay(until === undefined ? ENDS : readUntil(until), format));
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(FAILED);
      }
    });
}

/** The season until an instant, told. */
export async function replay(until: Instant, format: Format): Promise<string> {
  const running = await runSeason({ log: createLog({ level: "error", secrets: [] }) });
  try {
    await running.advanceTo(latest([BEGINS, until]) ?? until);
    if (format === "text") return await tellSeason(running);
    const report = await reportSeason(running);
    return `${format === "json" ? JSON.stringify(report, null, 2) : seasonTable(report)}\n`;
  } finally {
    await running.close();
  }
}

/** Throws with words for people. */
function readUntil(text: string): Instant {
  const when = readWhen(text, "UTC");
  if (when.kind === "unreadable") throw new Error(`--until: ${when.why}`);
  return when.at;
}

/** `presstime notes`: writes the section for the next meeting's notes, in the form that `presstime import` reads. */
import type { Command } from "commander";
import { writeNotes } from "../../desk/notes/write-notes.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";
import { processConsole, textOf, type Console } from "../console.js";
import { deskFile } from "../desk-file.js";
import { EXIT_CODES } from "./import.js";
import { readPlanFile } from "./plan-file.js";

const MOST_BYTES = 16 * 1024 * 1024;

interface Options {
  readonly from?: string;
  readonly url?: string;
  readonly desk?: string;
  readonly campaign?: string;
}

export function registerNotes(program: Command, io: Console = processConsole()): void {
  program
    .command("notes")
    .summary("write the section for the next meeting's notes")
    .description(
      "Writes to standard output what is late, on the way and live, and who is waited for, in the form that `presstime import` reads.",
    )
    .option("--from <file>", "a plan as JSON; - for standard input")
    .option("--url <address>", "a running Presstime's plan, such as http://localhost:3000/api/OWNER/NAME/plan.json")
    .option("--desk <file>", "the desk file that knows people's names and the zone")
    .option("--campaign <name>", "one campaign; all of them when left out")
    .action(async (options: Options) => {
      try {
        io.out(await notesFrom(options, io));
        io.end(EXIT_CODES.decided);
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(EXIT_CODES.failed);
      }
    });
}

async function notesFrom(options: Options, io: Console): Promise<string> {
  const source = options.url ?? options.from;
  if (source === undefined || (options.url !== undefined && options.from !== undefined))
    throw new Error("Unexpected call, expected a plan from one place; say --from FILE or --url ADDRESS");
  if (options.url !== undefined && !/^https?:\/\//i.test(options.url))
    throw new Error(`Unexpected address ${quoted(options.url)}, expected one that starts with http:// or https://`);
  const desk = options.desk === undefined ? null : await deskFile(options.desk, io);
  if (options.desk !== undefined && !desk)
    throw new Error(`Unexpected errors in ${options.desk}, expected a good desk file; mend them first`);

  const { posts, campaigns, zone, people } = readPlanFile(textOf(await io.read(source), MOST_BYTES));
  const wanted = options.campaign?.toLowerCase();
  const chosen = campaigns.filter(({ name }) => wanted === undefined || name.toLowerCase() === wanted);
  if (campaigns.length === 0) throw new Error("Unexpected plan without campaigns, expected at least one; promise posts in the desk file");
  if (chosen.length === 0)
    throw new Error(`Unexpected campaign ${quoted(options.campaign ?? "")}, expected ${eitherOf(campaigns.map(({ name }) => name))}`);
  return chosen.map((campaign) => writeNotes(posts, campaign, desk?.people ?? people, desk?.zone ?? zone ?? "UTC")).join("\n");
}

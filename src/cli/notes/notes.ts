/** `presstime notes`: writes the section for the next meeting's notes, in the form that `presstime import` reads. */
import type { Command } from "commander";
import { writeNotes } from "../../desk/notes/write-notes.js";
import { quoted } from "../../desk/text/quoted.js";
import { processConsole, textOf, type Console } from "../console.js";
import { deskFile } from "../desk-file.js";
import { sayNoSuchCampaign } from "../no-such-campaign.js";
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
    .description("Prints which posts are late, in progress and live, and whom each post waits for. `presstime import` can read the result.")
    .option("--from <file>", "a JSON file with a plan, or `-` for standard input")
    .option("--url <address>", "the address of a running Presstime's plan, such as http://localhost:3000/api/OWNER/NAME/plan.json")
    .option("--desk <file>", "the desk file, for the names of people and the time zone")
    .option("--campaign <name>", "write about this campaign only; without this option, about all campaigns")
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
    throw new Error("Presstime needs one plan. Use either `--from FILE` or `--url ADDRESS`.");
  if (options.url !== undefined && !/^https?:\/\//i.test(options.url))
    throw new Error(`${quoted(options.url)} is not a web address. Write one that starts with http:// or https://.`);
  const desk = options.desk === undefined ? null : await deskFile(options.desk, io);
  if (options.desk !== undefined && !desk)
    throw new Error(`${options.desk} has errors; they are listed above. Correct them and run the command again.`);

  const { posts, campaigns, zone, people } = readPlanFile(textOf(await io.read(source), MOST_BYTES));
  const wanted = options.campaign?.toLowerCase();
  const chosen = campaigns.filter(({ name }) => wanted === undefined || name.toLowerCase() === wanted);
  if (chosen.length === 0) throw new Error(sayNoSuchCampaign(options.campaign ?? "", campaigns));
  return chosen.map((campaign) => writeNotes(posts, campaign, desk?.people ?? people, desk?.zone ?? zone ?? "UTC")).join("\n");
}

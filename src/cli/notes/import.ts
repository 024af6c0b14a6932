/** `presstime import`: reads the list of posts out of meeting notes and writes it as a plan. */
import type { Command } from "commander";
import { findPerson, type Person } from "../../desk/facts/person.js";
import { importNotes, type Import, type ImportQuestion } from "../../desk/notes/import-notes.js";
import { outlineNotes } from "../../desk/notes/outline-notes.js";
import { writePlan } from "../../desk/notes/write-plan.js";
import { quoted } from "../../desk/text/quoted.js";
import { readWhen } from "../../desk/time/zone.js";
import { processConsole, textOf, type Console } from "../console.js";
import { deskFile } from "../desk-file.js";
import { sayUnreadableTime } from "../unreadable-time.js";
import { askInWords, sayImported, sayNoList, sayOpen } from "./import-words.js";

/** How it ends: all decided, nothing written, or written with questions open. */
export const EXIT_CODES = { decided: 0, failed: 2, open: 3 } as const;

const MOST_BYTES = 256 * 1024;

interface Options {
  readonly campaign: string;
  readonly deadline: string;
  readonly desk?: string;
  readonly section?: string;
  readonly answers?: readonly string[];
}

export function registerImport(program: Command, io: Console = processConsole()): void {
  program
    .command("import")
    .summary("make a plan from the list of posts in meeting notes")
    .description(
      "Reads the list of posts out of meeting notes and writes it to standard output as a plan for .github/presstime.yml. It does not guess logins: if it cannot find the login for a name, it asks you, or lists the name as an open question.",
    )
    .argument("<notes>", "the notes: a Markdown file, or `-` for standard input")
    .requiredOption("--campaign <name>", 'the name of the campaign, such as "OSCON 2014"')
    .requiredOption("--deadline <time>", 'its deadline with a zone, such as "2014-07-21T09:00[Europe/London]"')
    .option("--desk <file>", "the desk file that lists the people")
    .option("--section <heading>", "the heading above the list, or a part of the heading")
    .option(
      "--answers <name=login...>",
      'answers to open questions: the login of a name ("Thomas L=talex5", "David=nobody"), or what a line is (12=list)',
    )
    .addHelpText("after", "\nExit codes: 0 the plan is complete, 2 no plan was written, 3 the plan was written and has open questions.")
    .action(async (notes: string, options: Options) => {
      try {
        io.end(await importPlan(notes, options, io));
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(EXIT_CODES.failed);
      }
    });
}

async function importPlan(notes: string, options: Options, io: Console): Promise<number> {
  const fail = (message: string) => {
    io.err(`${message}\n`);
    return EXIT_CODES.failed;
  };
  const deadline = readWhen(options.deadline, null);
  if (deadline.kind === "unreadable") return fail(sayUnreadableTime("--deadline", deadline.why, "2014-07-21T09:00[Europe/London]"));
  const desk = options.desk === undefined ? null : await deskFile(options.desk, io);
  if (options.desk !== undefined && !desk)
    return fail(`${options.desk} has errors; they are listed above. Correct them and run the command again.`);
  const people = desk?.people ?? [];
  const answers = readAnswers(options.answers ?? [], people);
  const outline = outlineNotes(textOf(await io.read(notes), MOST_BYTES));
  const others = (desk?.campaigns ?? []).filter(({ name }) => name.toLowerCase() !== options.campaign.toLowerCase());
  const taken = others.flatMap(({ posts }) => posts.flatMap(({ slug, also }) => [slug, ...also]));

  const read = (): Import => importNotes(outline, { people, answers, section: options.section ?? null, taken });
  let found = read();
  for (const asked = new Set<string>(); io.ask && found.kind === "imported"; found = read()) {
    const question = found.questions.find((one) => !asked.has(keyOf(one)));
    if (!question) break;
    asked.add(keyOf(question));
    await answerTo(question, people, answers, { ...io, ask: io.ask });
  }

  if (found.kind !== "imported") return fail(sayNoList(found).trimEnd());
  io.err(sayImported(found));
  if (others.length < (desk?.campaigns.length ?? 0))
    io.err(
      `${options.desk ?? ""} already has a campaign ${quoted(options.campaign)}. Replace it with the campaign that is printed here.\n`,
    );
  io.out(writePlan(options.campaign, options.deadline.trim(), found));
  if (found.questions.length === 0) return EXIT_CODES.decided;
  io.err(sayOpen(found.questions));
  return EXIT_CODES.open;
}

function keyOf(question: ImportQuestion): string {
  return question.kind === "who" ? question.name.toLowerCase() : String(question.line);
}

async function answerTo(
  question: ImportQuestion,
  people: readonly Person[],
  answers: Map<string, string>,
  io: Console & { readonly ask: NonNullable<Console["ask"]> },
): Promise<void> {
  for (;;) {
    const answer = (await io.ask(askInWords(question))).trim();
    if (answer === "") return;
    const wrong = wrongWith(question.kind, answer, people);
    if (wrong === null) {
      answers.set(keyOf(question), answer);
      return;
    }
    io.err(`${wrong}\n`);
  }
}

/** Keys are in small letters. Throws when an answer cannot be one. */
function readAnswers(pairs: readonly string[], people: readonly Person[]): Map<string, string> {
  const answers = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const [key, answer] = [pair.slice(0, Math.max(0, at)).trim().toLowerCase(), pair.slice(at + 1).trim()];
    if (at < 0 || key === "") throw new Error(`The answer ${quoted(pair)} is not complete. Write NAME=LOGIN, such as "Thomas L=talex5".`);
    const wrong = wrongWith(/^\d+$/.test(key) ? "list or note" : "who", answer, people);
    if (wrong !== null) throw new Error(wrong);
    answers.set(key, answer);
  }
  return answers;
}

function wrongWith(kind: ImportQuestion["kind"], answer: string, people: readonly Person[]): string | null {
  if (kind === "list or note")
    return /^(?:list|note)$/i.test(answer) ? null : `The answer ${quoted(answer)} is not possible here. Write \`list\` or \`note\`.`;
  if (findPerson(people, answer) || /^@?[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(answer)) return null;
  return `${quoted(answer)} is not a login and not a name in the desk file. Write a GitHub login, a name from the desk file, or the word \`nobody\`.`;
}

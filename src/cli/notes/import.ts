/** `presstime import`: reads the list of posts out of meeting notes and writes it as a plan. */
import { Option, type Command } from "commander";
import type { Person } from "../../desk/facts/person.js";
import { sortAnswers, type AnswerPair } from "../../desk/notes/import-answers.js";
import { importNotes, type Import, type ImportQuestion } from "../../desk/notes/import-notes.js";
import { outlineNotes } from "../../desk/notes/outline-notes.js";
import { COLUMN_ROLES, type ColumnRole, type Columns } from "../../desk/notes/read-table.js";
import { writePlan } from "../../desk/notes/write-plan.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";
import { readWhen } from "../../desk/time/zone.js";
import { processConsole, textOf, type Console } from "../console.js";
import { deskFile } from "../desk-file.js";
import { sayUnreadableTime } from "../unreadable-time.js";
import { givenAnswers, wrongWith } from "./given-answers.js";
import { askInWords, sayImported, sayNoList, sayOpen } from "./import-words.js";
import { readSheet } from "./read-sheet.js";

/** How it ends: all decided, nothing written, or written with questions open. */
export const EXIT_CODES = { decided: 0, failed: 2, open: 3 } as const;

const MOST_BYTES = 256 * 1024;

interface Options {
  readonly campaign: string;
  readonly deadline: string;
  readonly desk?: string;
  readonly format?: "markdown" | "csv";
  readonly columns?: readonly string[];
  readonly section?: readonly string[];
  readonly answers?: readonly string[];
}

export function registerImport(program: Command, io: Console = processConsole()): void {
  program
    .command("import")
    .summary("make a plan from the list of posts in meeting notes")
    .description(
      "Reads the list of posts out of meeting notes, or a sheet of them, and writes it to standard output as a plan for .github/presstime.yml. It does not guess: what it cannot tell, it asks you, or lists as an open question. The forms that it reads are in docs/notes.md.",
    )
    .argument("<notes>", "the notes: a Markdown or CSV file, or `-` for standard input")
    .requiredOption("--campaign <name>", 'the name of the campaign, such as "OSCON 2014"')
    .requiredOption("--deadline <time>", 'its deadline with a zone, such as "2014-07-21T09:00[Europe/London]"')
    .option("--desk <file>", "the desk file that lists the people")
    .option("--section <heading...>", "the heading above the list, a part of it, or its line")
    .addOption(
      new Option("--format <format>", "what the notes are written in; without this option, their name says it").choices([
        "markdown",
        "csv",
      ]),
    )
    .option("--columns <role=header...>", 'the columns of a table: "title=Headline" "owner=Poet" "day=Week" "status=State"')
    .option(
      "--answers <name=login...>",
      'answers to open questions: the login of a name ("Thomas L=talex5", "David=nobody"), whose a line is (7=talex5) or what it is (12=list); or a file of them, one on a line',
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
  const answers = await givenAnswers(options.answers ?? [], people, io);
  const columns = readColumns(options.columns ?? []);
  const text = textOf(await io.read(notes), MOST_BYTES);
  const isSheet = options.format === "csv" || (options.format === undefined && /\.[ct]sv$/iu.test(notes));
  const outline = isSheet ? readSheet(text) : outlineNotes(text);
  const others = (desk?.campaigns ?? []).filter(({ name }) => name.toLowerCase() !== options.campaign.toLowerCase());
  const taken = others.flatMap(({ posts }) => posts.flatMap(({ slug, also }) => [slug, ...also]));
  const sections = options.section ?? [];

  const read = (): Import => importNotes(outline, { people, answers: sortAnswers(answers), sections, columns, taken });
  let found = read();
  for (const asked = new Set<string>(); io.ask && found.kind === "imported"; found = read()) {
    const question = found.questions.find((one) => !asked.has(keyOf(one)));
    if (!question) break;
    asked.add(keyOf(question));
    await answerTo(question, people, answers, { ...io, ask: io.ask });
  }

  if (found.kind !== "imported") return fail(sayNoList(found, sections).trimEnd());
  io.err(sayImported(found));
  if (found.posts.length === 0 && found.questions.length === 0)
    return fail("Nothing in the notes promises a post, so no plan was written.");
  if (others.length < (desk?.campaigns.length ?? 0))
    io.err(
      `${options.desk ?? ""} already has a campaign ${quoted(options.campaign)}. Replace it with the campaign that is printed here.\n`,
    );
  io.out(writePlan(options.campaign, options.deadline.trim(), found, options.desk === undefined));
  if (found.questions.length === 0) return EXIT_CODES.decided;
  io.err(sayOpen(found.questions));
  return EXIT_CODES.open;
}

function keyOf(question: ImportQuestion): string {
  if (question.kind === "who") return question.name.toLowerCase();
  return question.kind === "which lists" ? "lists" : `${question.kind} ${question.line}`;
}

async function answerTo(
  question: ImportQuestion,
  people: readonly Person[],
  answers: AnswerPair[],
  io: Console & { readonly ask: NonNullable<Console["ask"]> },
): Promise<void> {
  for (;;) {
    const answer = (await io.ask(askInWords(question))).trim();
    if (answer === "") return;
    const wrong = wrongWith(question, answer, people);
    if (wrong === null) {
      const asked = question.kind === "who" ? question.name : question.kind === "which lists" ? "lists" : String(question.line);
      answers.push([asked, answer]);
      return;
    }
    io.err(`${wrong}\n`);
  }
}

/** By role the headers that were said to be its. Throws when a role is none. */
function readColumns(given: readonly string[]): Columns {
  const columns = new Map<ColumnRole, readonly string[]>();
  for (const one of given.flatMap((pair) => pair.split(/,(?=\s*\w+\s*=)/u))) {
    const [, said = "", header = ""] = /^\s*(\w+)\s*=\s*(.+?)\s*$/su.exec(one) ?? [];
    const role = COLUMN_ROLES.find((known) => known === said.toLowerCase());
    if (!role)
      throw new Error(
        `${quoted(one)} does not say which column is meant. Write a role and a header, such as "title=Headline"; the roles are ${eitherOf(COLUMN_ROLES, "and")}.`,
      );
    columns.set(role, [...(columns.get(role) ?? []), header]);
  }
  return columns;
}

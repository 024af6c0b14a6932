/** The page on `presstime import`: every form of notes that it reads, with what it reads there, found by reading them. */
import { asPage, ENTRY_FORMS, NOTES_DESK, PAGE_FORMS, notesRead, type NoteForm } from "./note-forms.js";

/** `docs/notes.md`. */
export function notesPage(): string {
  return [
    "# From meeting notes to a plan",
    "<!-- Made from scripts/docs/notes-page.ts and note-forms.ts by `npm run docs`. Do not edit. -->",
    [
      "`presstime import` reads the list of posts out of meeting notes, or out of a sheet, and writes it as a plan for `.github/presstime.yml`:",
      "",
      "```sh",
      'npx presstime import NOTES.md --campaign "Engines 2014" --deadline "2014-07-21T09:00[Europe/London]" --desk .github/presstime.yml > plan.yml',
      "```",
    ].join("\n"),
    [
      "It ends with 0 when all is decided, with 3 when the plan has open questions, and with 2 when it wrote no plan. It never guesses: what it cannot",
      "tell, it asks; what it takes for no post, it lists with its line and the reason. On a terminal it asks one question after another; press Enter to skip one.",
    ].join("\n"),
    "Without `--desk` the plan is a whole desk file. `presstime start --desk plan.yml` shows its season in a sandbox, slots, pages and reminders, before anything is on GitHub.",
    "## What it reads",
    `The examples are read with these people on the desk; what is written below each is what the importer makes of it.\n\n\`\`\`yaml\n${NOTES_DESK}\`\`\``,
    ...Object.entries(ENTRY_FORMS).map(([about, forms]) => section(about, forms, asPage)),
    "## Where it looks",
    [
      "A heading that speaks of posts, or of action items; below the latter only what promises a post is read. Where no heading does, a table of titles",
      "and owners, or a page that is nothing but a list. `--section` names another heading, a part of it, or its line; it may be given several times.",
    ].join("\n"),
    ...Object.entries(PAGE_FORMS).map(([about, forms]) => section(about, forms, (notes) => notes)),
    "## Tables and sheets",
    [
      "A table's columns are known by their headers: `Post`, `Title` or `Topic`; `Owner`, `Author` or `Who`; `Date`, `Due` or `Publish`; `Status`.",
      'Others can be named: `--columns "title=Headline" "owner=Poet" "day=Week" "status=State"`. A sheet that was saved as CSV is read by its name',
      "(`.csv`, `.tsv`) or by `--format csv`; commas, semicolons and tabs are told apart.",
    ].join("\n"),
    "## Answers",
    [
      "Each open question shows the answers that it takes. Give them on the command line, or in a file with one on a line:",
      "",
      "```text",
      "# Who is meant",
      "Kasia=kasia-w",
      "Babbage=nobody",
      "Redux=title",
      "# What a line is",
      "7=ada/grace",
      "9=nobody",
      "12=list",
      "14=skip",
      "16=other",
      "# Which lists, by the lines of their headings",
      "lists=all",
      "```",
      "",
      "```sh",
      "npx presstime import NOTES.md … --answers ANSWERS.txt",
      "```",
      "",
      "- `NAME=LOGIN` says who a name is, on the whole page; `nobody` that it is nobody, `title` that it is a part of titles.",
      "- `LINE=LOGIN` says whose the post of a line is; several with `/` between them, or `nobody`.",
      "- `LINE=post` takes for a post what was left out, `LINE=skip` leaves out what was taken for one.",
      "- `LINE=list` or `LINE=note`: what follows a colon is posts of its own, or not.",
      "- `LINE=same` or `LINE=other`: a title that stands there again is the same post, or another one.",
    ].join("\n"),
    "## Days, and what is done",
    [
      "A day of the notes is told and does not enter the plan: Presstime plans the days. To keep one, give the post a [`slot`](config.md).",
      "What is ticked, published or dropped is left out and told, so that nobody is asked to write it again; `LINE=post` takes it in all the same.",
      "A login that the desk does not have is asked; without `--desk`, logins of the notes become people of the plan, and are told.",
    ].join("\n"),
    "## The way back",
    "`presstime notes` writes the section for the next meeting, in a form that this command reads as the same plan.",
  ]
    .join("\n\n")
    .concat("\n");
}

function section(about: string, forms: readonly NoteForm[], page: (notes: string) => string): string {
  const rows = forms.map(({ notes }) => `| ${code(notes.split("\n"))} | ${code(notesRead(page(notes)))} |`);
  return [`### ${about}`, ["| In the notes | What is read |", "| --- | --- |", ...rows].join("\n")].join("\n\n");
}

function code(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== "")
    .map(
      (line) =>
        `\`${line
          .replaceAll("|", "\\|")
          .replace(/^ +/u, (indent) => "\u00a0".repeat(indent.length))
          .replaceAll("\t", "→")}\``,
    )
    .join("<br>");
}

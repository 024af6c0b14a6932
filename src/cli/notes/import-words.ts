/** What `presstime import` says and asks. */
import type { Import, ImportQuestion } from "../../desk/notes/import-notes.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";

type Imported = Extract<Import, { kind: "imported" }>;

/** In words for a terminal, with what was meant to be typed. */
export function askInWords(question: ImportQuestion): string {
  if (question.kind === "list or note")
    return `Line ${question.line}: is ${quoted(question.text, 100)} a list of posts or a note? [list/note, Enter leaves it open] `;
  return `Who is ${quoted(question.name)} (${linesOf(question)})?${perhaps(question)} [GitHub login, nobody, Enter leaves it open] `;
}

/** Every open question, and how to answer them. */
export function sayOpen(questions: readonly ImportQuestion[]): string {
  const open = questions.map((question) =>
    question.kind === "who"
      ? `  ${linesOf(question)}: who is ${quoted(question.name)}?${perhaps(question)} --answers "${question.name}=LOGIN" or "${question.name}=nobody"`
      : `  line ${question.line}: is ${quoted(question.text, 100)} a list of posts or a note? --answers ${question.line}=list or ${question.line}=note`,
  );
  const count = questions.length === 1 ? "1 question is open" : `${questions.length} questions are open`;
  return `${count}; the plan has the names as they stand until then:\n${open.join("\n")}\n`;
}

export function sayImported({ posts, heading, leftOut }: Imported): string {
  const left = leftOut.map(({ line, text, why }) => `  line ${line}: left out ${quoted(text, 100)}, since ${why}\n`);
  return `${posts.length === 1 ? "1 post" : `${posts.length} posts`} from ${quoted(heading)}.\n${left.join("")}`;
}

export function sayNoList(found: Exclude<Import, Imported>): string {
  const headings = found.headings.slice(0, 30);
  if (found.kind === "several lists")
    return `Unexpected ${headings.length} lists of posts, under ${eitherOf(headings, "and")}, expected one; name it with --section "HEADING"\n`;
  const there = headings.length > 0 ? `The headings are ${eitherOf(headings, "and")}` : "The page has no headings";
  return `Unexpected page without a list under a heading about blog posts, expected one. ${there}; name it with --section "HEADING"\n`;
}

function linesOf({ lines }: Extract<ImportQuestion, { kind: "who" }>): string {
  return `line${lines.length > 1 ? "s" : ""} ${lines.join(", ")}`;
}

function perhaps({ perhaps: names }: Extract<ImportQuestion, { kind: "who" }>): string {
  return names.length > 0 ? ` It could be ${eitherOf(names)}.` : "";
}

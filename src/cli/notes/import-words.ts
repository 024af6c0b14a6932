/** What `presstime import` says and asks. */
import type { Import, ImportQuestion } from "../../desk/notes/import-notes.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";

type Imported = Extract<Import, { kind: "imported" }>;

/** In words for a terminal, with what was meant to be typed. */
export function askInWords(question: ImportQuestion): string {
  if (question.kind === "list or note")
    return `Line ${question.line}: is ${quoted(question.text, 100)} a list of posts or a note? [list, note, or press Enter to skip] `;
  return `Who is ${quoted(question.name)} (${linesOf(question)})?${perhaps(question)} [GitHub login, nobody, or press Enter to skip] `;
}

/** Every open question, and how to answer them. */
export function sayOpen(questions: readonly ImportQuestion[]): string {
  const open = questions.map((question) =>
    question.kind === "who"
      ? `  ${linesOf(question)}: who is ${quoted(question.name)}?${perhaps(question)} --answers "${question.name}=LOGIN" or "${question.name}=nobody"`
      : `  line ${question.line}: is ${quoted(question.text, 100)} a list of posts or a note? --answers ${question.line}=list or ${question.line}=note`,
  );
  const count = questions.length === 1 ? "1 question has no answer yet" : `${questions.length} questions have no answer yet`;
  return `${count}. Until you answer, the plan keeps what is written in the notes:\n${open.join("\n")}\n`;
}

export function sayImported({ posts, heading, leftOut }: Imported): string {
  const left = leftOut.map(({ line, text, why }) => `  line ${line}: ${quoted(text, 100)} was left out, because ${why}\n`);
  return `${posts.length === 1 ? "1 post" : `${posts.length} posts`} from ${quoted(heading)}.\n${left.join("")}`;
}

export function sayNoList(found: Exclude<Import, Imported>): string {
  const headings = found.headings.slice(0, 30);
  if (found.kind === "several lists")
    return `The notes have ${headings.length} lists of posts, under ${eitherOf(headings, "and")}. Choose one with \`--section "HEADING"\`.\n`;
  return headings.length > 0
    ? `No heading about blog posts has a list below it. The headings are ${eitherOf(headings, "and")}. Choose one with \`--section "HEADING"\`.\n`
    : "The notes have no headings. Write a heading about blog posts above the list, such as `## Blog posts`.\n";
}

function linesOf({ lines }: Extract<ImportQuestion, { kind: "who" }>): string {
  return `line${lines.length > 1 ? "s" : ""} ${lines.join(", ")}`;
}

function perhaps({ perhaps: names }: Extract<ImportQuestion, { kind: "who" }>): string {
  return names.length > 0 ? ` It could be ${eitherOf(names)}.` : "";
}

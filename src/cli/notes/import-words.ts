/** What `presstime import` says and asks. */
import type { Import, ImportQuestion } from "../../desk/notes/import-notes.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";

type Imported = Extract<Import, { kind: "imported" }>;
type NoList = Extract<Import, { kind: "no list" }>;

interface Words {
  /** Where it stands in the notes. */
  readonly where: string;
  readonly asks: string;
  /** What may be typed on a terminal. */
  readonly choices: string;
  /** What answers it on the command line, or in a file. */
  readonly answers: readonly string[];
}

/** In words for a terminal, with what was meant to be typed. */
export function askInWords(question: ImportQuestion): string {
  const { where, asks, choices } = wordsFor(question);
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${asks} [${choices}, or press Enter to skip] `;
}

/** Every open question, and how to answer them. */
export function sayOpen(questions: readonly ImportQuestion[]): string {
  const open = questions.map((question) => {
    const { where, asks, answers } = wordsFor(question);
    return `  ${where}: ${asks} --answers ${eitherAnswer(answers)}\n`;
  });
  const count = questions.length === 1 ? "1 question has no answer yet" : `${questions.length} questions have no answer yet`;
  return `${count}. Until you answer, the plan keeps what is written in the notes. Answer with \`--answers\`, or with a file of answers, one on a line:\n${open.join("")}`;
}

function eitherAnswer(answers: readonly string[]): string {
  const shown = answers.map((answer) => (/^[\w=-]+$/u.test(answer) ? answer : `"${answer}"`));
  const last = shown.pop() ?? "";
  return shown.length > 0 ? `${shown.join(", ")} or ${last}` : last;
}

function wordsFor(question: ImportQuestion): Words {
  const where = "line" in question ? `line ${question.line}` : question.kind === "who" ? linesOf(question.lines) : "the page";
  switch (question.kind) {
    case "who": {
      // Whom nobody may be may be no person.
      const mayBeTitle = question.perhaps.length > 0 ? [] : ["title"];
      return {
        where,
        asks: `who is ${quoted(question.name)}?${perhaps(question.perhaps)}`,
        choices: ["GitHub login", "nobody", ...mayBeTitle].join(", "),
        answers: ["LOGIN", "nobody", ...mayBeTitle].map((answer) => `${question.name}=${answer}`),
      };
    }
    case "owner": {
      const { title, byline, perhaps: names, line } = question;
      const asks =
        byline.length > 0
          ? `${quoted(title, 100)} is by ${eitherOf(byline, "and")}. Is it also by ${eitherOf(names)}?`
          : `who writes ${quoted(title, 100)}?${perhaps(names)}`;
      const such = byline.length > 0 ? byline.join("/") : "LOGIN";
      return {
        where,
        asks,
        choices: "GitHub logins with `/` between them, or nobody",
        answers: [`${line}=${such}`, byline.length > 0 ? `${line}=${such}/LOGIN` : `${line}=nobody`],
      };
    }
    case "list or note":
      return choice(question.line, where, `is ${quoted(question.text, 100)} a list of posts or a note? It was taken for a note.`, [
        "list",
        "note",
      ]);
    case "post or not":
      return choice(
        question.line,
        where,
        `is ${quoted(question.text, 100)} a post, or another task? It was ${question.taken ? "taken for a post" : "left out"}.`,
        ["post", "skip"],
      );
    case "twice":
      return choice(
        question.line,
        where,
        `is ${quoted(question.title, 100)} the same post as on line ${question.before}, or another one? It was taken for the same.`,
        ["same", "other"],
      );
    case "columns":
      return {
        where,
        asks: `which column of the table has the titles? Its columns are ${eitherOf(question.header, "and")}. Use \`--columns "title=COLUMN" "owner=COLUMN"\`, or leave the table out.`,
        choices: "skip",
        answers: [`${question.line}=skip`],
      };
    case "which lists": {
      const lists = question.lists.map(({ heading, line }) => `${quoted(heading)} (line ${line})`).join(", ");
      const lines = question.lists.map(({ line }) => String(line));
      return {
        where,
        asks: `there are ${question.lists.length} lists of posts: ${lines.length > 0 ? lists : ""}. Which are meant? All of them were read.`,
        choices: `all, or lines with commas between them: ${lines.join(",")}`,
        answers: ["lists=all", ...lines.map((line) => `lists=${line}`)],
      };
    }
  }
}

function choice(line: number, where: string, asks: string, words: readonly string[]): Words {
  return { where, asks, choices: words.join(", "), answers: words.map((word) => `${line}=${word}`) };
}

/** What was read, what was not, and what of the notes no plan has a place for. */
export function sayImported({ posts, lists, leftOut, newcomers }: Imported): string {
  const from = lists.some(({ heading }) => heading !== "")
    ? ` from ${eitherOf(
        lists.map(({ heading }) => heading),
        "and",
      )}`
    : "";
  const left = leftOut.map(({ line, text, why }) => `  line ${line}: ${quoted(text, 100)} was left out, because ${why}\n`);
  const days = posts.flatMap(({ line, title, day }) => (day === null ? [] : [`  line ${line}: ${quoted(day)} for ${quoted(title)}\n`]));
  const logins = newcomers.flatMap(({ login, byNotes }) => (byNotes ? [`@${login}`] : []));
  return [
    `${posts.length === 1 ? "1 post" : `${posts.length} posts`}${from}.\n`,
    ...left,
    ...(days.length > 0 ? ["Presstime plans the days by itself. To keep a day of the notes, give the post a `slot`:\n", ...days] : []),
    ...(logins.length > 0 ? [`New on the desk: ${eitherOf(logins, "and")}. Check that these are their GitHub logins.\n`] : []),
  ].join("");
}

/** Why there is nothing to import, and what the page or the section that was named has instead. */
export function sayNoList({ asked, sections }: NoList, wanted: readonly string[]): string {
  const seen = sections.map(({ heading, line, entries, paragraphs }) => {
    const holds = [count(entries, "entry", "entries"), count(paragraphs, "paragraph", "paragraphs")].filter((part) => part !== null);
    return `  line ${line}: ${quoted(heading)}, ${holds.length > 0 ? holds.join(" and ") : "nothing of its own"}\n`;
  });
  const there =
    seen.length > 0
      ? `The headings are:\n${seen.slice(0, MOST_HEADINGS).join("")}Choose one with \`--section "HEADING"\`, or \`--section LINE\`.\n`
      : "";
  const [section] = asked;
  if (section) {
    const holds = count(section.paragraphs, "paragraph", "paragraphs") ?? "nothing";
    return `The section ${quoted(section.heading)} (line ${section.line}) has no list and no table: it holds ${holds}. Write its posts as a list, one on a line: \`- Title (Name)\`.\n${there}`;
  }
  if (wanted.length > 0 && seen.length > 0) return `No heading has the words ${eitherOf(wanted)}. ${there}`;
  return seen.length > 0
    ? `No heading about blog posts or action items has a list below it. ${there}`
    : "The notes have no headings and no list. Write a heading about blog posts above the list, such as `## Blog posts`.\n";
}

const MOST_HEADINGS = 30;

function count(number: number, one: string, more: string): string | null {
  return number === 0 ? null : number === 1 ? `1 ${one}` : `${number} ${more}`;
}

function linesOf(lines: readonly number[]): string {
  return `line${lines.length > 1 ? "s" : ""} ${lines.join(", ")}`;
}

function perhaps(names: readonly string[]): string {
  return names.length > 0 ? ` It could be ${eitherOf(names)}.` : "";
}

/** The answers that a command line gives, by pairs or in files, and whether an answer can be one. */
import { findPerson, type Person } from "../../desk/facts/person.js";
import { peopleIn, type AnswerPair } from "../../desk/notes/import-answers.js";
import type { ImportQuestion } from "../../desk/notes/import-notes.js";
import { quoted } from "../../desk/text/quoted.js";
import { textOf, type Console } from "../console.js";

const MOST_BYTES = 256 * 1024;

/** Each is `asked=answer`, or a file of such lines; `#` begins a remark. Throws when one cannot be an answer. */
export async function givenAnswers(given: readonly string[], people: readonly Person[], io: Console): Promise<AnswerPair[]> {
  const lines: string[] = [];
  for (const one of given) lines.push(...(one.includes("=") ? [one] : await linesOf(one, io)));
  return lines.map((line) => pairOf(line, people));
}

async function linesOf(file: string, io: Console): Promise<string[]> {
  const bytes = await io.read(file).catch((cause: unknown) => {
    throw new Error(
      `The answer ${quoted(file)} is not complete, and no file of that name can be read. Write NAME=LOGIN, such as "Thomas L=talex5".`,
      { cause },
    );
  });
  return textOf(bytes, MOST_BYTES)
    .split(/\r?\n/u)
    .map((line) =>
      line
        .replace(/^\s*--answers\s+/u, "")
        .replace(/^"(.*)"$/u, "$1")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function pairOf(line: string, people: readonly Person[]): AnswerPair {
  const at = line.lastIndexOf("=");
  const [asked, answer] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
  if (at < 0 || asked === "") throw new Error(`The answer ${quoted(line)} is not complete. Write NAME=LOGIN, such as "Thomas L=talex5".`);
  const wrong = /^\d+$/.test(asked)
    ? wrongForLine(answer, people)
    : asked.toLowerCase() === "lists"
      ? wrongForLists(answer)
      : wrongForName(answer, people);
  if (wrong !== null) throw new Error(wrong);
  return [asked, answer];
}

/** Null when it answers the question; else what to write. */
export function wrongWith({ kind }: ImportQuestion, answer: string, people: readonly Person[]): string | null {
  if (kind === "who") return wrongForName(answer, people);
  if (kind === "owner")
    return (
      peopleIn(answer)
        .map((one) => wrongForName(one, people))
        .find((wrong) => wrong !== null) ?? null
    );
  if (kind === "which lists") return wrongForLists(answer);
  const words =
    kind === "list or note"
      ? ["list", "note"]
      : kind === "post or not"
        ? ["post", "skip"]
        : kind === "twice"
          ? ["same", "other"]
          : ["skip"];
  return words.includes(answer.toLowerCase())
    ? null
    : `The answer ${quoted(answer)} is not possible here. Write ${words.map((word) => `\`${word}\``).join(" or ")}.`;
}

function wrongForLine(answer: string, people: readonly Person[]): string | null {
  if (/^(?:list|note|post|skip|same|other)$/iu.test(answer)) return null;
  return peopleIn(answer).every((one) => wrongForName(one, people) === null)
    ? null
    : `The answer ${quoted(answer)} is not possible for a line. Write logins, \`nobody\`, \`list\` or \`note\`, \`post\` or \`skip\`, \`same\` or \`other\`.`;
}

function wrongForLists(answer: string): string | null {
  return /^(?:all|\d+(?:\s*,\s*\d+)*)$/iu.test(answer)
    ? null
    : `The answer ${quoted(answer)} is not possible here. Write \`all\`, or the lines of the lists that are meant.`;
}

function wrongForName(answer: string, people: readonly Person[]): string | null {
  if (findPerson(people, answer) || /^@?[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(answer)) return null;
  return `${quoted(answer)} is not a login and not a name in the desk file. Write a GitHub login, a name from the desk file, or the word \`nobody\`.`;
}

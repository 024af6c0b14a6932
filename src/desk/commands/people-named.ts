/** The people whom a command names among other words: whoever is written `@login`, whoever has a login of the desk, and nobody else. */
import type { Access } from "../facts/snapshot.js";

/** Whom the words may mean. */
interface Known {
  /** The login as the desk has it; null when nobody of the desk has it. */
  readonly onDesk: (word: string) => string | null;
  readonly access: (login: string) => Access;
}

interface PeopleNamed {
  /** Each once, in order. */
  readonly logins: readonly string[];
  /** Written as people, and neither on the desk nor let to write here. */
  readonly strangers: readonly string[];
  /** Teams and bots, and what cannot be a login, as they were written. */
  readonly nobody: readonly string[];
  /** Whether the words begin with somebody, but for a please. */
  readonly first: boolean;
}

interface Word {
  readonly text: string;
  readonly kind: "login" | "nobody" | "bare";
}

/** Words after these are not read: nobody names people there. */
const MOST_LETTERS = 1000;

/** Of one command, and asked of GitHub about one. */
const MOST_PEOPLE = 10;

const WORD = /(?<![\p{L}\p{N}_@./+-])(@?)([\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,100}))(\/[\w.-]{1,100}|\[bot\])?(?!\.?[\p{L}\p{N}_@-])/gu;

/** GitHub's own rule; those of a company that manages its accounts have a `_`. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){0,38}$/u;

/** What may stand before the first name without saying anything. */
const NOTHING_SAID = new Set(["please", "pls", "sorry", "and"]);

export function peopleNamed(text: string, { onDesk, access }: Known): PeopleNamed {
  const words = wordsIn(text);
  const found = words.map((word) => ({ word, login: loginOf(word, { onDesk, access }) }));
  const start = found.find(({ word }) => !NOTHING_SAID.has(word.text.toLowerCase()));
  return {
    logins: unique(found.flatMap(({ login }) => login ?? [])).slice(0, MOST_PEOPLE),
    strangers: unique(found.flatMap(({ word, login }) => (word.kind === "login" && login === null ? [word.text] : []))).slice(
      0,
      MOST_PEOPLE,
    ),
    nobody: unique(words.flatMap((word) => (word.kind === "nobody" ? [word.text] : []))).slice(0, MOST_PEOPLE),
    first: start !== undefined && (start.login !== null || start.word.kind !== "bare"),
  };
}

/**
 * Whom GitHub is to be asked about before these words are understood: whoever is written `@login`, and, where nobody is, words
 * that are so few that they can only be names.
 */
export function peopleToAskAbout(text: string): readonly string[] {
  const words = wordsIn(text);
  const written = words.filter(({ kind }) => kind === "login").map((word) => word.text);
  const bare = words.length <= 3 && words.every(({ text: word }) => LOGIN.test(word)) ? words.map((word) => word.text) : [];
  return unique(written.length > 0 ? written : bare).slice(0, MOST_PEOPLE);
}

function wordsIn(text: string): readonly Word[] {
  return [...text.slice(0, MOST_LETTERS).matchAll(WORD)].map(([, at = "", name = "", more = ""]): Word => {
    const login = name.replace(/[-_]+$/u, "");
    if (at === "") return { text: login, kind: "bare" };
    return more === "" && LOGIN.test(login) ? { text: login, kind: "login" } : { text: `@${name}${more}`, kind: "nobody" };
  });
}

function loginOf({ text, kind }: Word, { onDesk, access }: Known): string | null {
  if (kind === "nobody") return null;
  const seat = onDesk(text);
  if (seat !== null) return seat;
  const answer = LOGIN.test(text) ? access(text) : "none";
  // What is written `@login` is tried where GitHub would not say; any other word may be just a word.
  return answer === "write" || (answer === "unknown" && kind === "login") ? text : null;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

/** Answers to what an import asked: `Thomas L=talex5`, `12=list`, `lists=all`, as people write them. */
import type { LineAnswers } from "./read-list.js";

export interface ImportAnswers extends LineAnswers {
  /** By name in small letters: a login or a name, "nobody", or "title" for what is no name. */
  readonly who: ReadonlyMap<string, string>;
  /** By line whose its post is: logins or names; none for nobody. */
  readonly owners: ReadonlyMap<number, readonly string[]>;
  /** By line whether it is the post that was there before. */
  readonly same: ReadonlyMap<number, boolean>;
  /** The lines of the headings of the lists that are meant; null when nobody said. */
  readonly lists: readonly number[] | "all" | null;
}

/** Words that answer a question about a line; anything else is whose its post is. */
const ABOUT_LINE = {
  list: ["asList", true],
  note: ["asList", false],
  post: ["asPost", true],
  skip: ["asPost", false],
  same: ["same", true],
  other: ["same", false],
} as const;

/** A name, or a line's number, or `lists`; and what was answered. Later ones win. */
export type AnswerPair = readonly [asked: string, answer: string];

export function sortAnswers(pairs: readonly AnswerPair[]): ImportAnswers {
  const [who, owners] = [new Map<string, string>(), new Map<number, readonly string[]>()];
  const byLine = { asList: new Map<number, boolean>(), asPost: new Map<number, boolean>(), same: new Map<number, boolean>() };
  let lists: ImportAnswers["lists"] = null;
  for (const [asked, answer] of pairs) {
    const [key, said] = [asked.trim().toLowerCase(), answer.trim()];
    const word = ABOUT_LINE[said.toLowerCase() as keyof typeof ABOUT_LINE] as (typeof ABOUT_LINE)[keyof typeof ABOUT_LINE] | undefined;
    if (key === "lists") lists = said.toLowerCase() === "all" ? "all" : (said.match(/\d+/gu) ?? []).map(Number);
    else if (!/^\d+$/u.test(key)) who.set(key, said);
    else if (word) byLine[word[0]].set(Number(key), word[1]);
    else owners.set(Number(key), peopleIn(said));
  }
  return { who, owners, lists, ...byLine };
}

/** The logins or names of an answer about a line; none for nobody. */
export function peopleIn(answer: string): string[] {
  const people = answer.split(/\s*[,;/&+]\s*/u).filter((one) => one !== "");
  return people.length === 1 && people[0]?.toLowerCase() === "nobody" ? [] : people;
}

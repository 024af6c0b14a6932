/** Reading commands: the lines of a comment that are commands of ours, or close enough to one that somebody may have meant it. */
import { spokenLines, type SpokenLine } from "../comments/spoken-words.js";
import { nearest } from "../text/nearest.js";
import { COMMANDS } from "./all-commands.js";
import { OTHERS_WORDS } from "./others-words.js";

export type CommandName = (typeof COMMANDS)[number]["name"];

export interface CommandLine extends SpokenLine {
  /** The command; null when it was mistyped, and `meant` is the one that was. */
  readonly name: CommandName | null;
  readonly meant: CommandName;
}

/** More commands than this in one comment are not read: nobody means them. */
const MOST_COMMANDS = 20;

/** Commands of other well-known bots, which are not mistyped ones of ours. */
const OTHERS = new Set(
  "assign unassign close reopen label retest test ok-to-test milestone kind area priority rebase merge lint ready ping remove".split(" "),
);

/** In order. Words that are not close to any command of ours are somebody else's, and left out. */
export function readCommands(body: string): readonly CommandLine[] {
  const commands: CommandLine[] = [];
  for (const line of spokenLines(body)) {
    if (commands.length === MOST_COMMANDS) break;
    const name = named(line.word);
    const meant = name ?? closest(line.word);
    if (meant) commands.push({ ...line, name, meant });
  }
  return commands;
}

/** What was said, as it was said. */
export function wordsOf({ word, rest }: SpokenLine): string {
  return rest === "" ? `/${word}` : `/${word} ${rest}`;
}

function named(word: string): CommandName | null {
  return COMMANDS.find(({ name }) => name === word)?.name ?? null;
}

function closest(word: string): CommandName | null {
  if (word.length < 3 || OTHERS.has(word) || OTHERS_WORDS.has(word)) return null;
  const near = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  return near === null ? null : named(near);
}

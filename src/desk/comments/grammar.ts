/** Commands: the grammar of what people say to the app in comments, one on a line, with the help that belongs to each. START HERE. */
import { nearest } from "../text/nearest.js";

export type CommandName =
  | "help"
  | "status"
  | "post"
  | "cc"
  | "uncc"
  | "hold"
  | "unhold"
  | "slot"
  | "unslot"
  | "pin"
  | "unpin"
  | "after"
  | "drop"
  | "split"
  | "merge-into"
  | "rename"
  | "snooze"
  | "fix"
  | "undo"
  | "dry-run";

/** Who may: anyone; those involved in the post; its owners; or the desk: its byline, people of the desk, and whoever may write to the repository. `mayDo` in `permissions.ts` says who these are. */
export type Allowed = "anyone" | "involved" | "owners" | "desk";

export interface CommandHelp {
  readonly name: CommandName;
  readonly usage: string;
  readonly does: string;
  readonly allowed: Allowed;
}

export const COMMANDS: readonly CommandHelp[] = [
  { name: "help", usage: "/help", does: "lists what you can say here", allowed: "anyone" },
  { name: "status", usage: "/status", does: "tells where the post stands and what is missing", allowed: "anyone" },
  { name: "post", usage: "/post SLUG", does: "says which promised post this pull request brings", allowed: "desk" },
  { name: "cc", usage: "/cc @person", does: "asks somebody in particular for a review", allowed: "involved" },
  { name: "uncc", usage: "/uncc @person", does: "takes that request back (alone: your own)", allowed: "involved" },
  { name: "hold", usage: "/hold [reason]", does: "stops the post from going live", allowed: "involved" },
  { name: "unhold", usage: "/unhold", does: "lets it go on", allowed: "involved" },
  {
    name: "slot",
    usage: "/slot 2014-07-18T13:00",
    does: "moves the post to another slot; `/slot next` to a later one, `/slot swap SLUG` changes it with another post",
    allowed: "owners",
  },
  { name: "unslot", usage: "/unslot", does: "takes that back: the schedule gives the slot again", allowed: "owners" },
  { name: "pin", usage: "/pin [when]", does: "keeps the post at its present slot, or at that time", allowed: "owners" },
  { name: "unpin", usage: "/unpin", does: "lets its slot move again, even where the plan pins it", allowed: "owners" },
  { name: "after", usage: "/after SLUG", does: "keeps the post back until that one is live", allowed: "owners" },
  { name: "drop", usage: "/drop [reason]", does: "takes the post out of the campaign", allowed: "owners" },
  { name: "split", usage: '/split NEW-SLUG ["title"]', does: "makes two promises of one", allowed: "owners" },
  { name: "merge-into", usage: "/merge-into SLUG", does: "says that another post fulfils this promise too", allowed: "owners" },
  { name: "rename", usage: "/rename NEW-SLUG", does: "gives the post another slug", allowed: "owners" },
  { name: "snooze", usage: "/snooze 2d", does: "keeps reminders about this post away from you for a while", allowed: "anyone" },
  { name: "fix", usage: "/fix", does: "commits what the linter can mend by itself to this pull request", allowed: "involved" },
  { name: "undo", usage: "/undo", does: "takes back the last command here", allowed: "anyone" },
  { name: "dry-run", usage: "/dry-run /slot next", does: "tells what a command would change, and changes nothing", allowed: "involved" },
];

export interface CommandLine {
  /** What was typed after the slash, in lower case. */
  readonly word: string;
  /** The rest of the line, trimmed. */
  readonly rest: string;
  /** Known, or close enough to one that somebody may have meant it. */
  readonly name: CommandName | null;
  readonly meant: CommandName | null;
}

/** More commands than this in one comment are not read: nobody means them. */
const MOST_COMMANDS = 20;

/** Commands of other well-known bots, which are not mistyped ones of ours. */
const OTHERS = new Set(
  "approve assign unassign close reopen lgtm label retest test ok-to-test milestone kind area priority rebase merge lint ready ping remove".split(
    " ",
  ),
);

/**
 * The commands in a comment, in order: lines whose first sign is `/`, outside fenced and indented code,
 * quotes and HTML comments. Words that are not close to any command of ours are somebody else's, and left out.
 */
export function readCommands(body: string): readonly CommandLine[] {
  const said: CommandLine[] = [];
  for (const line of spokenLines(body)) {
    const match = /^[ \u00a0]{0,3}\/([A-Za-z][A-Za-z-]{0,30})(?:[ \t\u00a0]+(.*))?$/u.exec(line);
    if (!match) continue;
    const word = (match[1] ?? "").toLowerCase();
    const name = COMMANDS.find((command) => command.name === word)?.name ?? null;
    const meant = name ?? closest(word);
    if (meant && said.length < MOST_COMMANDS) said.push({ word, rest: (match[2] ?? "").replace(/\u00a0/gu, " ").trim(), name, meant });
  }
  return said;
}

function closest(word: string): CommandName | null {
  const near =
    OTHERS.has(word) || word.length < 3
      ? null
      : nearest(
          word,
          COMMANDS.map(({ name }) => name),
        );
  return COMMANDS.find(({ name }) => name === near)?.name ?? null;
}

/** Lines that are neither code, quote nor HTML comment. One pass, linear in the length: comments are strangers' text. */
function* spokenLines(body: string): Generator<string> {
  let fence: string | null = null;
  let hidden = false;
  for (const line of body.split(/\r\n|\r|\n/u)) {
    if (fence !== null) {
      const closing: string | undefined = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(line)?.[1];
      if (closing?.startsWith(fence)) fence = null;
      continue;
    }
    const opening = hidden ? null : /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(line);
    if (opening) {
      fence = opening[1] ?? null;
      continue;
    }
    const wasHidden = hidden;
    hidden = stillHidden(line, hidden);
    if (!wasHidden && !/^ {0,3}(?:>|<!--)/u.test(line)) yield line;
  }
}

/** Whether an HTML comment is open at the end of `line`. */
function stillHidden(line: string, hidden: boolean): boolean {
  const opened = line.lastIndexOf("<!--");
  const closed = line.lastIndexOf("-->");
  if (opened < 0 && closed < 0) return hidden;
  return opened > closed;
}

/** What `/dry-run` is to try: `/slot next` or `slot next`; null when that is no command of ours. */
export function readDryRun(rest: string): CommandLine | null {
  const [said] = readCommands(`/${rest.replace(/^\//u, "")}`);
  return said?.name && said.name !== "dry-run" ? said : null;
}

const UNITS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

/** `2d`, `36h`, `1w`, `3 days`: hours, at most thirty days; null for anything else. */
export function readSpan(text: string): number | null {
  const match = /^(\d{1,3})\s*(h|d|w)(?:ours?|ays?|eeks?)?$/iu.exec(text.trim());
  const hours = match ? Number(match[1]) * (UNITS[(match[2] ?? "").toLowerCase()] ?? 0) : 0;
  return hours > 0 && hours <= 30 * 24 ? hours : null;
}

/** Logins written `@a`, `@a, @b` or `a b`; null when a word cannot be a login. */
export function readLogins(text: string): readonly string[] | null {
  const words = text.split(/[\s,]+/u).filter((word) => word !== "");
  const logins = words.map((word) => word.replace(/^@/u, ""));
  return logins.every((login) => /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/u.test(login)) ? logins : null;
}

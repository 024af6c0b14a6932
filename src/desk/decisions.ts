/** Decisions: what people have said with commands, folded from the conversations in the order they spoke. */
import { isCoordinator, mayDo, type Part } from "./allowed.js";
import { COMMANDS, readCommands, readLogins, readSpan, type Allowed, type CommandName, type Said } from "./command.js";
import type { Desk } from "./desk.js";
import { includesLogin, sameLogin } from "./person.js";
import { sameSlug } from "./slug.js";
import type { Comment } from "./snapshot.js";
import { nearest } from "./nearest.js";
import { HOUR, plus, readWhen, type Instant } from "./zone.js";

/** What was decided about one post. */
export interface Decided {
  readonly held: Stop | null;
  readonly dropped: Stop | null;
  readonly slot: { readonly at: Instant; readonly by: string } | null;
  /** `/slot next`: any slot later than this one, which it had when that was said. */
  readonly laterThan: { readonly at: Instant; readonly by: string } | null;
  /** What `/pin` and `/unpin` say instead of the plan: pinned there, or (with a null instant) not at all. Null when nobody said either. */
  readonly pin: { readonly at: Instant | null; readonly by: string } | null;
  /** Slugs that must be live first, besides the plan's. */
  readonly after: readonly string[];
  readonly cc: readonly { readonly login: string; readonly by: string; readonly at: Instant }[];
  readonly uncc: readonly string[];
  /** Who is left alone until when; a null login is everybody. */
  readonly snoozed: readonly { readonly login: string | null; readonly until: Instant }[];
}

export interface Stop {
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}

export const UNDECIDED: Decided = {
  held: null,
  dropped: null,
  slot: null,
  laterThan: null,
  pin: null,
  after: [],
  cc: [],
  uncc: [],
  snoozed: [],
};

/** How one comment with commands is answered. */
export interface Answer {
  readonly issue: number;
  readonly comment: Comment;
  readonly lines: readonly Answered[];
}

export type Answered =
  | { readonly kind: "done" }
  | { readonly kind: "help" }
  | { readonly kind: "status"; readonly slugs: readonly string[] }
  | { readonly kind: "slot"; readonly slugs: readonly string[]; readonly at: Instant }
  | { readonly kind: "not yours"; readonly command: CommandName; readonly allowed: Allowed }
  | { readonly kind: "unknown"; readonly word: string; readonly meant: CommandName }
  | { readonly kind: "no such post"; readonly slug: string; readonly meant: string | null }
  | { readonly kind: "which post"; readonly command: CommandName; readonly slugs: readonly string[] }
  | { readonly kind: "past"; readonly at: Instant }
  | { readonly kind: "unreadable"; readonly command: CommandName; readonly why: string };

/** One conversation: a pull request's or a board's. */
export interface Conversation {
  readonly issue: number;
  readonly comments: readonly Comment[];
  /** The posts spoken of when no slug is named; a board speaks of none in particular. */
  readonly slugs: readonly string[];
  /** Answered only while it is open. */
  readonly open: boolean;
}

export interface Grounds {
  readonly desk: Desk;
  readonly slugs: readonly string[];
  readonly partIn: (slug: string) => Part;
}

export interface Decisions {
  readonly about: (slug: string) => Decided;
  readonly answers: readonly Answer[];
}

export function foldDecisions(conversations: readonly Conversation[], grounds: Grounds): Decisions {
  const decided = new Map<string, Decided>();
  const spoken = conversations
    .flatMap((conversation) => conversation.comments.map((comment) => ({ conversation, comment })))
    .filter(({ comment }) => comment.by !== null && !comment.by.bot && comment.body.includes("/"))
    .sort((a, b) => (a.comment.at === b.comment.at ? a.comment.id - b.comment.id : a.comment.at < b.comment.at ? -1 : 1));
  const answers: Answer[] = [];
  for (const { conversation, comment } of spoken) {
    const lines = readCommands(comment.body).map((said) => hear(said, comment, conversation, grounds, decided));
    if (lines.length > 0 && conversation.open) answers.push({ issue: conversation.issue, comment, lines });
  }
  return { about: (slug) => decided.get(slug) ?? UNDECIDED, answers };
}

/** Takes one command in: changes what is decided when the speaker may, and says how to answer. */
function hear(said: Said, comment: Comment, conversation: Conversation, grounds: Grounds, decided: Map<string, Decided>): Answered {
  const { desk } = grounds;
  const speaker = { login: comment.by?.login ?? "", insider: comment.insider };
  if (said.name === null) return { kind: "unknown", word: said.word, meant: said.meant ?? "help" };
  const command = said.name;
  if (command === "help") return { kind: "help" };

  const [first = "", ...others] = said.rest.split(/\s+/u);
  const named = grounds.slugs.find((slug) => sameSlug(slug, first)) ?? null;
  if (command === "post") {
    if (first === "") return { kind: "unreadable", command, why: "Unexpected end of line, expected the slug of a promised post" };
    if (!named) return { kind: "no such post", slug: first, meant: nearest(first, grounds.slugs) };
  }
  const slugs = named ? [named] : conversation.slugs;
  const rest = named ? others.join(" ") : said.rest;
  if (slugs.length === 0 && command !== "status") {
    return first !== "" && command !== "snooze" && nearest(first, grounds.slugs)
      ? { kind: "no such post", slug: first, meant: nearest(first, grounds.slugs) }
      : { kind: "which post", command, slugs: grounds.slugs };
  }
  if (command === "status") return { kind: "status", slugs };

  const allowed = COMMANDS.find(({ name }) => name === command)?.allowed ?? "owners";
  const own = command === "uncc" && (rest === "" || sameLogin(rest.replace(/^@/u, ""), speaker.login));
  if (!own && !slugs.every((slug) => mayDo(allowed, speaker, grounds.partIn(slug), desk))) return { kind: "not yours", command, allowed };

  const change = (alter: (was: Decided) => Partial<Decided>): Answered => {
    for (const slug of slugs) {
      const was = decided.get(slug) ?? UNDECIDED;
      decided.set(slug, { ...was, ...alter(was) });
    }
    return { kind: "done" };
  };
  const stop: Stop = { by: speaker.login, why: rest.slice(0, 300), at: comment.at };
  switch (command) {
    case "post":
      return { kind: "done" };
    case "hold":
      return change(() => ({ held: stop }));
    case "unhold":
      return change(() => ({ held: null, dropped: null }));
    case "drop":
      return change(() => ({ dropped: stop }));
    case "cc":
    case "uncc": {
      const logins = own ? [speaker.login] : readLogins(rest);
      if (!logins || logins.length === 0)
        return { kind: "unreadable", command, why: "Unexpected name, expected GitHub logins such as `@octocat`" };
      if (command === "uncc") {
        return change((was) => ({ uncc: [...was.uncc, ...logins], cc: was.cc.filter((one) => !includesLogin(logins, one.login)) }));
      }
      const added = logins.map((login) => ({ login, by: speaker.login, at: comment.at }));
      return change((was) => ({
        cc: [...was.cc.filter((one) => !includesLogin(logins, one.login)), ...added],
        uncc: was.uncc.filter((login) => !includesLogin(logins, login)),
      }));
    }
    case "snooze": {
      const hours = readSpan(rest);
      if (hours === null)
        return { kind: "unreadable", command, why: "Unexpected span, expected one such as `2d`, `36h` or `1w`, at most 30 days" };
      const until = plus(comment.at, hours * HOUR);
      return change((was) => ({ snoozed: [...was.snoozed, { login: isCoordinator(speaker, desk) ? null : speaker.login, until }] }));
    }
    case "slot": {
      if (slugs.length > 1) return { kind: "which post", command, slugs };
      const when = readWhen(rest, desk.zone);
      if (when.kind === "unreadable") return { kind: "unreadable", command, why: when.why };
      if (when.at <= comment.at) return { kind: "past", at: when.at };
      change(() => ({ slot: { at: when.at, by: speaker.login } }));
      return { kind: "slot", slugs, at: when.at };
    }
  }
}

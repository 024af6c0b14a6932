/** One command taken in: by whom and about which post it is, and what becomes of it. */
import { mayDo } from "../comments/permissions.js";
import { slugWord, withoutManners } from "../comments/spoken-words.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Desk } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import type { Voice } from "../facts/standing.js";
import { nearest } from "../text/nearest.js";
import { readTime } from "../time/read-time.js";
import { after } from "./after.js";
import { COMMANDS } from "./all-commands.js";
import type { Unreadable } from "./answer.js";
import { cc } from "./cc.js";
import { findSlug, type CommandFacts } from "./command-facts.js";
import type { About, Ear } from "./command-rule.js";
import { drop } from "./drop.js";
import { dryRun } from "./dry-run.js";
import { fix } from "./fix.js";
import { help } from "./help.js";
import { hold } from "./hold.js";
import { mergeInto } from "./merge-into.js";
import { pin } from "./pin.js";
import { promisedPost } from "./post.js";
import { readCommands, wordsOf, type CommandLine } from "./read-commands.js";
import { rename } from "./rename.js";
import { slot } from "./slot.js";
import { snooze } from "./snooze.js";
import { split } from "./split.js";
import { status } from "./status.js";
import { only, type GivenCommand, type Taken } from "./taken.js";
import { uncc } from "./uncc.js";
import { undo } from "./undo.js";
import { unhold } from "./unhold.js";
import { unpin } from "./unpin.js";
import { unslot } from "./unslot.js";

/** A command that was understood. */
type Command = Exclude<ReturnType<(typeof COMMANDS)[number]["read"]>, Unreadable>;

/** What is known of a command before it is known which posts it is about. */
export type Utterance = Omit<GivenCommand, "slugs" | "speaker" | "may">;

export function takeCommand(line: CommandLine, utterance: Utterance): Taken {
  const rule = COMMANDS.find(({ name }) => name === line.name);
  if (!rule) return only({ kind: "unknown", word: line.word, meant: line.meant });
  const { facts, comment } = utterance;
  const { desk } = facts.plan;
  const speaker = speakerOf(comment);
  const { slugs, words } = subjectOf(line.rest, rule.about, utterance);
  const may = (slug: string) => mayDo(rule.allowed, speaker, facts.partIn(slug), desk);
  const given: GivenCommand = { ...utterance, slugs, speaker, may };
  const { name: command, allowed } = rule;
  if (slugs.length === 0 && needsPost(rule.about, words, facts.slugsOf(utterance.issue))) {
    const outlived = rule.outlived?.(words, given) ?? null;
    if (outlived) return may(outlived.slug) ? outlived.taken : only({ kind: "not yours", command, allowed });
    return unclear(command, words, facts);
  }
  const said = rule.read(words, earOf(given));
  const own = said.kind === "uncc" && said.own;
  if (rule.about.posts === "one" && slugs.length > 1 && slugs.some(may)) return only({ kind: "which post", command, slugs });
  if (!own && !slugs.every(may)) return only({ kind: "not yours", command, allowed });
  const [first] = slugs;
  if (first !== undefined && slugs.every((slug) => isOver(slug, rule.about, given))) return only({ kind: "live", slug: first });
  return said.kind === "unreadable" ? only(said) : take(said, given);
}

/** A new command has its line here. */
function take(said: Command, given: GivenCommand): Taken {
  switch (said.kind) {
    case "help":
      return help.take(said, given);
    case "status":
      return status.take(said, given);
    case "post":
      return promisedPost.take(said, given);
    case "cc":
      return cc.take(said, given);
    case "uncc":
      return uncc.take(said, given);
    case "hold":
      return hold.take(said, given);
    case "unhold":
      return unhold.take(said, given);
    case "slot":
      return slot.take(said, given);
    case "unslot":
      return unslot.take(said, given);
    case "pin":
      return pin.take(said, given);
    case "unpin":
      return unpin.take(said, given);
    case "after":
      return after.take(said, given);
    case "drop":
      return drop.take(said, given);
    case "split":
      return split.take(said, given);
    case "merge-into":
      return mergeInto.take(said, given);
    case "rename":
      return rename.take(said, given);
    case "snooze":
      return snooze.take(said, given);
    case "fix":
      return fix.take(said, given);
    case "undo":
      return undo.take(said, given);
    case "dry-run":
      return dryRun.take(said, given);
  }
}

/** Nobody is meant by a comment whose writer is gone. */
export function speakerOf({ by }: Comment): Voice {
  return by ?? { login: "" };
}

interface Subject {
  readonly slugs: readonly string[];
  /** The words that are left when the post is known. */
  readonly words: string;
}

/** The posts that a command is about: the one named first, or those that the conversation is about. */
function subjectOf(rest: string, { slugFirst, posts, reason }: About, { facts, issue }: Pick<GivenCommand, "facts" | "issue">): Subject {
  if (posts === "none") return { slugs: [], words: rest };
  const spoken = facts.slugsOf(issue);
  const [, first = "", others = ""] = /^(\S*)\s*([^]*)$/u.exec(rest) ?? [];
  // Of `/split NEW "title"` the first word is what it is told.
  const alone = others === "" || /^["“]/u.test(others);
  const told = slugFirst === "if more follows" && alone && spoken.length > 0;
  const named = first === "" || slugFirst === "never" || told ? null : findSlug(facts, slugWord(first));
  if (named === null) return { slugs: posts === "named" ? [] : spoken, words: rest };
  // `/hold Irmin is not out yet` may be a reason, on the pull request of another post.
  const isUnclear = reason === true && !alone && spoken.length > 0 && !spoken.includes(named);
  return isUnclear ? { slugs: [...spoken, named], words: rest } : { slugs: [named], words: others };
}

/** One that can do without says so only when nothing is said that may have been meant for a post. */
function needsPost({ posts, slugFirst }: About, words: string, spoken: readonly string[]): boolean {
  if (posts === "some" || posts === "one") return true;
  return posts !== "none" && slugFirst === "yes" && spoken.length === 0 && withoutManners(words) !== "";
}

function unclear(command: string, words: string, facts: CommandFacts): Taken {
  const first = slugWord(words);
  const meant = first === "" || command === "snooze" ? null : nearest(first, facts.slugs);
  return only(meant === null ? { kind: "which post", command, slugs: facts.slugs } : { kind: "no such post", slug: first, meant });
}

function isOver(slug: string, { live }: About, { facts, at }: GivenCommand): boolean {
  return (live !== undefined && facts.isLive(slug, at)) || (live === "refused, changes as well" && facts.isChangeToLive(slug));
}

function earOf({ slugs, speaker, comment, at, facts }: GivenCommand): Ear {
  const { desk } = facts.plan;
  return {
    speaker: speaker.login,
    signs: slugs.some((slug) => includesLogin([...facts.partIn(slug).byline, ...facts.partIn(slug).openers], speaker.login)),
    onDesk: (word) => seatOf(word, desk),
    access: (login) => (sameLogin(login, speaker.login) ? "unknown" : (comment.named?.[login.toLowerCase()] ?? "unknown")),
    time: (text) => readTime(text, { said: at, zone: desk.zone, slotsOn: facts.slotsOn }),
    command: (text) => {
      const [line] = readCommands(text);
      return line?.name ? wordsOf(line) : null;
    },
  };
}

function seatOf(word: string, { people, coordinators }: Desk): string | null {
  return [...people.map(({ login }) => login), ...coordinators].find((login) => sameLogin(login, word)) ?? null;
}

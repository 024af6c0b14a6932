/** Replies: words in answer to commands, only where a reaction would not do. */
import { isAccepted, type Answer, type CommandAnswer, type DryRunAsked, type Refused, type Accepted } from "../../commands/answer.js";
import { COMMANDS } from "../../commands/all-commands.js";
import type { Allowed } from "../../comments/permissions.js";
import type { React } from "../../effect.js";
import type { JudgedPost } from "../../judged.js";
import { sayWhen, type Day, type Zone } from "../../time/zone.js";
import { NOTHING_TO_FIX } from "../fixing.js";
import { listed, WHOSE_MOVE } from "../phrases.js";
import { plainly } from "../plainly.js";
import { sayDryRun, type DryRun } from "./dry-run.js";
import { UNASKED_SPEAKER } from "../access.js";
import { sayMove } from "./moves.js";
import { isInReach, isNamed, sayNamed, sayTakenOff } from "./people.js";
import { sayRefusal } from "./refusals.js";

/** Who may give a command, in words. */
export const WHO: Readonly<Record<Allowed, string>> = {
  anyone: "anyone",
  involved:
    "the authors of the post, the person who opened the pull request, its reviewers, and everybody with write access to the repository",
  owners:
    "the authors of the post, the person who opened the pull request (for a post in the plan: only with write access to the repository, or if this person is on the desk), and the coordinators",
  desk: "the authors of the post, the people on the desk, and everybody with write access to the repository",
};

export interface ReplyFacts {
  readonly posts: ReadonlyMap<string, JudgedPost>;
  readonly coordinators: readonly string[];
  readonly zone: Zone;
  /** The zones of those who will read what is said about these posts. */
  readonly zonesOf: (slugs: readonly string[]) => readonly Zone[];
  /** The last day of the leave that somebody is on, or begins on their next working day; null when they are there. */
  readonly awayUntil: (login: string) => Day | null;
  /** What a command would do; null when that has not been worked out. */
  readonly dryRun: (asked: DryRunAsked) => DryRun | null;
}

/** Thumbs up when all was done, confused when something was not, or needs another try. */
export function reactionTo({ lines, comment }: Answer, facts: Pick<ReplyFacts, "posts">): React["reaction"] {
  // Who reviews, or writes to it, afterwards takes no acknowledgement back.
  const isAnswered = comment.reactions.includes("+1");
  return lines.every((line) => isAccepted(line) && isDone(line, isAnswered, facts)) ? "+1" : "confused";
}

function isDone(line: Accepted, isAnswered: boolean, facts: Pick<ReplyFacts, "posts">): boolean {
  if (line.kind === "named") return isAnswered ? isInReach(line) : isNamed(line, facts);
  return line.kind !== "taken off" || isInReach(line);
}

/** Null when the reaction says it all. */
export function writeReply(answer: Answer, facts: ReplyFacts): string | null {
  const said = answer.lines.flatMap((line) => say(line, facts) ?? []);
  if (answer.lines.some(({ kind }) => kind === "not yours") && answer.comment.by?.access === "unknown") said.push(UNASKED_SPEAKER);
  return said.length === 0 ? null : said.join("\n\n");
}

function say(line: CommandAnswer, facts: ReplyFacts): string | null {
  return isAccepted(line) ? sayTaken(line, facts) : sayRefused(line, facts);
}

function sayTaken(line: Accepted, facts: ReplyFacts): string | null {
  switch (line.kind) {
    case "done":
      return null;
    case "help":
      return [
        "Commands that you can write here, each on its own line:",
        ...COMMANDS.map(({ usage, does }) => `- \`${usage}\` ${does}`),
      ].join("\n");
    case "status": {
      const posts = line.slugs.flatMap((slug) => facts.posts.get(slug) ?? []).slice(0, 20);
      if (posts.length === 0) return "Write the slug of a post: `/status SLUG`. The table above lists the slugs.";
      return posts.map((post) => `- ${sayStanding(post, facts.zone)}`).join("\n");
    }
    case "named":
      return sayNamed(line, facts);
    case "taken off":
      return sayTakenOff(line);
    case "dry run": {
      const found = facts.dryRun(line);
      // As it would be said then: how things stand now is no part of it.
      const answered = found?.answered
        ? say(found.answered, found.answered.kind === "status" ? facts : { ...facts, posts: new Map() })
        : null;
      return found && sayDryRun(line.command, found, answered, facts.zone);
    }
    case "fix":
      return null;
    case "fixed":
      return line.anything ? null : NOTHING_TO_FIX;
    default:
      return sayMove(line, facts);
  }
}

function sayRefused(line: Refused, facts: ReplyFacts): string {
  const { coordinators } = facts;
  if (line.kind !== "not yours") return sayRefusal(line, facts);
  const names = coordinators.length > 0 ? ` Coordinators: ${listed(coordinators)}.` : "";
  return `Only these people can use \`/${line.command}\`: ${WHO[line.allowed]}.${names}`;
}

/** One sentence: where a post stands, whose move it is, what comes first. */
function sayStanding(post: JudgedPost, zone: Zone): string {
  const slot = post.slot && post.stage !== "live" ? `; planned for ${sayWhen(post.slot.at, zone)}` : "";
  const first =
    post.reasons[0] && post.stage !== "live"
      ? `. ${post.stage === "approved" || post.stage === "due" ? "Next" : "Missing"}: ${post.reasons[0]}`
      : "";
  return `“${plainly(post.title)}” is **${post.stage}**, ${WHOSE_MOVE[post.turn]}${slot}${first}.`;
}

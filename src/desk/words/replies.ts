/** Replies: words in answer to commands, only where a reaction would not do. */
import { COMMANDS, type Allowed } from "../command.js";
import type { Answer, Answered } from "../decisions.js";
import type { JudgedPost } from "../judged.js";
import type { Reaction } from "../snapshot.js";
import { sayWhen, type Zone } from "../zone.js";
import { listed, sayInZones, WHOSE_MOVE } from "./phrases.js";
import { shown } from "../shown.js";
import { plainly } from "./plainly.js";

/** Who may give a command, in words. */
export const WHO: Readonly<Record<Allowed, string>> = {
  anyone: "anyone",
  involved: "those who sign the post, who opened the pull request, who were asked to review it, and members of the repository",
  owners: "those who sign the post, who opened the pull request, and the coordinators",
};

export interface ReplyFacts {
  readonly posts: ReadonlyMap<string, JudgedPost>;
  readonly coordinators: readonly string[];
  readonly zone: Zone;
  readonly zones: readonly Zone[];
}

/** Thumbs up when all went well, confused when something needs another try. */
export function reactionTo(answer: Answer): Reaction {
  return answer.lines.every(({ kind }) => kind === "done" || kind === "help" || kind === "status" || kind === "slot") ? "+1" : "confused";
}

/** Null when the reaction says it all. */
export function writeReply(answer: Answer, facts: ReplyFacts): string | null {
  const said = answer.lines.flatMap((line) => say(line, facts) ?? []);
  return said.length === 0 ? null : said.join("\n\n");
}

function say(line: Answered, facts: ReplyFacts): string | null {
  const { zone, zones } = facts;
  switch (line.kind) {
    case "done":
      return null;
    case "help":
      return ["What you can say here, one on a line:", ...COMMANDS.map(({ usage, does }) => `- \`${usage}\` ${does}`)].join("\n");
    case "status": {
      const posts = line.slugs.flatMap((slug) => facts.posts.get(slug) ?? []).slice(0, 20);
      if (posts.length === 0) return "Name a post: `/status SLUG`. The table above lists them.";
      return posts.map((post) => `- ${sayStanding(post, zone)}`).join("\n");
    }
    case "slot":
      return `${listed(line.slugs.map((slug) => shown(slug)))} now asks for ${sayInZones(line.at, zone, zones)}.`;
    case "not yours":
      return `\`/${line.command}\` is for ${WHO[line.allowed]}${facts.coordinators.length > 0 ? ` (${listed(facts.coordinators)})` : ""}.`;
    case "unknown":
      return `Unexpected command ${shown(`/${line.word}`, 40)}, expected one of mine: did you mean \`/${line.meant}\`? \`/help\` lists them all.`;
    case "no such post":
      return `Unexpected slug ${shown(line.slug, 80)}, expected one of a post that is tracked${line.meant ? `: did you mean \`${line.meant}\`` : ""}${line.meant ? "?" : "."}`;
    case "which post":
      return `\`/${line.command}\` needs to know which post: \`/${line.command} SLUG …\`, with one of ${listed(
        line.slugs.slice(0, 12).map((slug) => shown(slug)),
        "or",
      )}.`;
    case "past":
      return `Unexpected slot in the past, ${sayWhen(line.at, zone)}, expected one to come.`;
    case "unreadable":
      return `\`/${line.command}\`: ${line.why}.`;
  }
}

/** One sentence: where a post stands, whose move it is, what comes first. */
export function sayStanding(post: JudgedPost, zone: Zone): string {
  const slot = post.slot && post.stage !== "live" ? `; planned for ${sayWhen(post.slot.at, zone)}` : "";
  const first =
    post.reasons[0] && post.stage !== "live"
      ? `. ${post.stage === "approved" || post.stage === "due" ? "Next" : "Missing"}: ${post.reasons[0]}`
      : "";
  return `“${plainly(post.title)}” is **${post.stage}**, ${WHOSE_MOVE[post.turn]}${slot}${first}.`;
}

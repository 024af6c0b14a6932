/** Moves: words in answer to commands that changed a slot, the order, the plan, or something that nobody sees at once. */
import type { PlacedPost, Accepted } from "../../commands/answer.js";
import type { JudgedPost } from "../../judged.js";
import { quoted } from "../../text/quoted.js";
import { sayDay, sayWhen, timeOf, type Instant, type Zone } from "../../time/zone.js";
import { listed, sayInZones } from "../phrases.js";
import { plainly } from "../plainly.js";

type MoveAnswer = Exclude<Accepted, { readonly kind: "done" | "help" | "status" | "named" | "taken off" | "fix" | "fixed" | "dry run" }>;

interface MoveFacts {
  readonly posts: ReadonlyMap<string, JudgedPost>;
  readonly zone: Zone;
  readonly zonesOf: (slugs: readonly string[]) => readonly Zone[];
}

export function sayMove(line: MoveAnswer, facts: MoveFacts): string {
  const { zone } = facts;
  const when = (at: Instant, slug: string) => sayInZones(at, zone, facts.zonesOf([slug]));
  switch (line.kind) {
    case "slot":
    case "pinned":
      return sayPlaced(line, facts);
    case "next": {
      const now = facts.posts.get(line.slug)?.slot?.at;
      const moves = now && now > line.had ? ` It moves from ${sayWhen(line.had, zone)} to ${when(now, line.slug)}.` : "";
      return `${quoted(line.slug)} now gets a slot later than ${sayWhen(line.had, zone)}.${moves}`;
    }
    case "swapped":
      return `${quoted(line.slug)} is now planned for ${when(line.at, line.slug)}, and ${quoted(line.other)} for ${when(line.otherAt, line.other)}.`;
    case "tied":
      return `This pull request adds ${quoted(line.slug)}.`;
    case "snoozed":
      return `Until ${sayWhen(line.until, zone)} I send ${line.everybody ? "nobody a reminder" : "you no reminder"} about ${listed(line.slugs.map((slug) => quoted(slug)))}.`;
    case "not stopped":
      return `${quoted(line.slug)} is not on hold and not dropped any more.`;
    case "unslotted":
      return `The requested slot of ${quoted(line.slug)} is cancelled. Presstime chooses a slot for ${quoted(line.slug)}.`;
    case "unpinned":
      return `${quoted(line.slug)} is not pinned any more. Presstime may give it another slot.`;
    case "ordered":
      return `${quoted(line.slug)} now waits until ${quoted(line.after)} is live.`;
    case "split":
      return `${quoted(line.made)} (“${plainly(line.title, 200)}”) is now in the plan, directly after ${quoted(line.slug)} and with the same authors.${inFile()}`;
    case "merged":
      return `${quoted(line.slug)} is now part of ${quoted(line.into)}. In commands you can use either slug.${inFile()}`;
    case "renamed":
      return `${quoted(line.slug)} is now called ${quoted(line.to)}. In commands you can use either slug.${inFile()}`;
    case "undone":
      return `I cancelled ${quoted(line.command, 200)}, which ${plainly(line.by, 60)} wrote on ${sayDay(line.at, zone)}. If you want it again, write it again.`;
  }
}

function sayPlaced(line: PlacedPost, { posts, zone, zonesOf }: MoveFacts): string {
  const slugs = listed(line.slugs.map((slug) => quoted(slug)));
  const remarks = [
    line.skipped !== null &&
      `${line.skipped} does not exist on that day, because the clocks change. I use ${timeOf(line.at, zone)} (${zone}).`,
    line.freeze && `That time is in a freeze (until ${sayWhen(line.freeze.to, zone)}). You are allowed to place posts in this freeze.`,
    line.deadline && `That is after the deadline, ${sayWhen(line.deadline, zone)}.`,
    line.holders.length > 0 &&
      `${listed(line.holders.slice(0, 5).map((slug) => quoted(slug)))} ${line.holders.length === 1 ? "has" : "have"} the same slot. All these posts go live then, unless somebody moves one.`,
  ].filter((remark) => typeof remark === "string");
  // What it must come after, for one, may keep it from the slot that somebody asks for.
  const isGiven = line.slugs.every((slug) => (posts.get(slug)?.slot?.at ?? line.at) === line.at);
  const asks = line.kind === "pinned" ? "is now pinned to" : isGiven ? "is now planned for" : "cannot go live at";
  const instead = line.kind === "pinned" || isGiven ? "" : " It gets the first possible slot after that.";
  return [`${slugs} ${asks} ${sayInZones(line.at, zone, zonesOf(line.slugs))}.${instead}`, ...remarks].join(" ");
}

/** Where people look for the plan it does not stand yet. */
function inFile(): string {
  return " Your comment makes this change. You can also write it into the plan file; if the file says something else, the file has priority.";
}

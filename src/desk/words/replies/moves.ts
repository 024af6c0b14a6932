/** Moves: words in answer to commands that changed a slot, the order, the plan, or something that nobody sees at once. */
import type { PlacedPost, Accepted } from "../../commands/answer.js";
import type { JudgedPost } from "../../judged.js";
import { quoted } from "../../text/quoted.js";
import { sayDay, sayWhen, type Instant, type Zone } from "../../time/zone.js";
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
      return `This pull request brings ${quoted(line.slug)}.`;
    case "snoozed":
      return `Until ${sayWhen(line.until, zone)} I send ${line.everybody ? "nobody a reminder" : "you no reminder"} about ${listed(line.slugs.map((slug) => quoted(slug)))}.`;
    case "not stopped":
      return `${quoted(line.slug)} is neither on hold nor dropped now, and goes on.`;
    case "unslotted":
      return `The slot that was asked for ${quoted(line.slug)} is taken back: the schedule gives it one.`;
    case "unpinned":
      return `${quoted(line.slug)} is pinned to no slot any more: its slot can move.`;
    case "ordered":
      return `${quoted(line.slug)} now waits until ${quoted(line.after)} is live.`;
    case "split":
      return `${quoted(line.made)} (“${plainly(line.title, 200)}”) is now promised too, right after ${quoted(line.slug)} and by the same people.${inFile()}`;
    case "merged":
      return `${quoted(line.into)} now fulfils the promise of ${quoted(line.slug)} too, and is found by that slug.${inFile()}`;
    case "renamed":
      return `${quoted(line.slug)} is now called ${quoted(line.to)}, and is found by both.${inFile()}`;
    case "undone":
      return `Taken back: ${quoted(line.command, 200)}, which ${plainly(line.by, 60)} said on ${sayDay(line.at, zone)}. To have it again, say it again.`;
  }
}

function sayPlaced(line: PlacedPost, { posts, zone, zonesOf }: MoveFacts): string {
  const slugs = listed(line.slugs.map((slug) => quoted(slug)));
  const remarks = [
    line.skipped !== null && `Clocks skip ${line.skipped} on that day; this is the same time after the jump.`,
    line.freeze && `That is within the freeze until ${sayWhen(line.freeze.to, zone)}, which you may pass.`,
    line.deadline && `That is past the deadline, ${sayWhen(line.deadline, zone)}.`,
    line.holders.length > 0 &&
      `That is also the slot of ${listed(line.holders.slice(0, 5).map((slug) => quoted(slug)))}: two posts go out then, unless one is moved.`,
  ].filter((remark) => typeof remark === "string");
  // What it must come after, for one, may keep it from the slot that somebody asks for.
  const isGiven = line.slugs.every((slug) => (posts.get(slug)?.slot?.at ?? line.at) === line.at);
  const asks = line.kind === "pinned" ? "is now pinned to" : isGiven ? "is now planned for" : "goes out as soon as it can after";
  return [`${slugs} ${asks} ${sayInZones(line.at, zone, zonesOf(line.slugs))}.`, ...remarks].join(" ");
}

/** Where people look for the plan it does not stand yet. */
function inFile(): string {
  return " This comment keeps it so; the plan file may say it too, and then wins.";
}

/** Dry runs: what a command would change, in words. */
import type { CommandAnswer } from "../../commands/answer.js";
import type { Stage } from "../../stage.js";
import { quoted } from "../../text/quoted.js";
import { sayDay, sayWhen, timeOf, type Instant, type Zone } from "../../time/zone.js";
import { counted } from "../phrases.js";

export interface DryRun {
  /** How the command would be answered. */
  readonly answered: CommandAnswer | null;
  /** What would be otherwise, post by post, in the order of the plan. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** As it would be called; as it is called when it would be no more. */
  readonly slug: string;
  readonly before: PostStanding | null;
  readonly after: PostStanding | null;
}

export interface PostStanding {
  readonly slug: string;
  readonly stage: Stage;
  readonly slot: Instant | null;
  readonly late: string | null;
}

const MOST_LINES = 20;

/** `answer` is the reply that the command itself would get. */
export function sayDryRun(command: string, { differences }: DryRun, answer: string | null, zone: Zone): string {
  const lines = differences.map((one) => `- ${sayDifference(one, zone)}`);
  const more = lines.length > MOST_LINES ? [`- … and ${counted(lines.length - MOST_LINES, "post")} more`] : [];
  return [
    `A dry run of ${quoted(command, 200)}: nothing has changed.`,
    ...(answer === null ? [] : [`I would answer:\n${answer.replace(/^/gmu, "> ")}`]),
    lines.length === 0 ? "No post would move." : ["These posts would change:", ...lines.slice(0, MOST_LINES), ...more].join("\n"),
  ].join("\n\n");
}

function sayDifference({ slug, before, after }: Difference, zone: Zone): string {
  if (!after) return `${quoted(slug)} would become a part of another post`;
  if (!before)
    return `${quoted(slug)} would be added to the plan, ${after.slot ? `for ${sayWhen(after.slot, zone)}` : "without a slot"}${sayLate(after)}`;
  const called = before.slug === after.slug ? [] : [`would be called ${quoted(after.slug)}`];
  const stage = before.stage === after.stage ? [] : [`would be ${after.stage} instead of ${before.stage}`];
  const slot = before.slot === after.slot ? [] : [`would move from ${sayShort(before.slot, zone)} to ${sayShort(after.slot, zone)}`];
  const late =
    before.late === after.late
      ? []
      : [after.late === null ? sayLateness(before.late, "would not be", " any more") : `**${sayLateness(after.late, "would be", "")}**`];
  return `${quoted(before.slug)} ${[...called, ...stage, ...slot, ...late].join(", ")}`;
}

function sayLate({ late }: PostStanding): string {
  return late === null ? "" : `, **${sayLateness(late, "would be", "")}**`;
}

/** `its draft would be late`, `its slot would not be missed any more`. */
function sayLateness(late: string | null, would: string, end: string): string {
  const [what, how] = LATENESS[late ?? ""] ?? ["it", late ?? "late"];
  return `${what} ${would} ${how}${end}`;
}

const LATENESS: Readonly<Record<string, readonly [string, string]>> = {
  "draft late": ["its draft", "late"],
  "review late": ["its review", "late"],
  "slot missed": ["its slot", "missed"],
  "past the deadline": ["its slot", "after the deadline"],
};

function sayShort(slot: Instant | null, zone: Zone): string {
  return slot ? `${sayDay(slot, zone)} ${timeOf(slot, zone)}` : "no slot";
}

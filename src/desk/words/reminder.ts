/** Reminders: a nudge to one person, about everything owed that day, each with what to do next. */
import type { Instant, Zone } from "../time/zone.js";
import { sayDay, timeOf } from "../time/zone.js";
import { ping, sayChoice } from "./phrases.js";
import { plainly } from "./plainly.js";

interface Owing {
  readonly slug: string;
  readonly title: string;
  readonly what: "draft" | "review" | "changes" | "answer" | "checks" | "rest" | "go" | "decision" | "step in";
  readonly by: Instant | null;
  /** The pull request, when there is one. */
  readonly pull: number | null;
  /** What is missing first; null when nothing is. */
  readonly reason: string | null;
}

export function writeReminder(to: string, owed: readonly Owing[], at: Instant, zone: Zone): string {
  const [first] = owed;
  const lines = owed.map((one) => say(one, at, zone));
  const snooze = owed.length === 1 && first ? `\`/snooze ${first.slug} 2d\`` : "`/snooze SLUG 2d`";
  const body =
    lines.length === 1
      ? `${ping(to)} ${lines[0] ?? ""}`
      : [`${ping(to)} these wait for you:`, ...lines.map((line) => `- ${line}`)].join("\n");
  return `${body}\n\n<sub>Not now? ${snooze} keeps me quiet.</sub>`;
}

function say({ slug, title, what, by, pull, reason }: Owing, at: Instant, zone: Zone): string {
  const post = `“${plainly(title)}”${pull === null ? "" : ` (#${pull})`}`;
  const due = by === null ? "" : `, due ${by < at ? "since" : "by"} ${sayDay(by, zone)} ${timeOf(by, zone)} (${zone})`;
  switch (what) {
    case "draft":
      return pull === null
        ? `${post} has no pull request yet${due}. Open one that adds it (a file named \`${slug}.md\` is recognised), or say \`/drop ${slug}\`. More time? \`/slot ${slug} next\` asks for a later slot.`
        : `${post} waits for you${due}: my first comment says what is missing. Press “Ready for review” when it is ready.`;
    case "review":
      return `${post} waits for your review${due}. Cannot do it? Say \`/uncc\` there and somebody else is asked.`;
    case "changes":
      return `${post} waits for your changes${due}; push them and its reviewers are asked again.`;
    case "answer":
      return `${post} was commented on and waits for your answer${due}: reply there or push, and its reviewers are asked again.`;
    case "checks":
      return `${post} is approved, but other checks fail on it${due}: fix what they report, or run them again.`;
    case "rest":
      return `${post} is approved, and something that you can correct keeps it from going live${due}: my first comment says what.`;
    case "decision":
      return `${post} has missed two slots and waits for your decision. ${sayChoice(slug)}.`;
    case "go":
    case "step in":
      return `${post} waits for a coordinator${due}: ${reason ?? "my first comment says what for"}.`;
  }
}

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
  return `${body}\n\n<sub>To get no reminder about ${owed.length === 1 ? "this" : "one of these posts"} for two days, write ${snooze}.</sub>`;
}

function say({ slug, title, what, by, pull, reason }: Owing, at: Instant, zone: Zone): string {
  const post = `“${plainly(title)}”${pull === null ? "" : ` (#${pull})`}`;
  const where = pull === null ? "the pull request" : `#${pull}`;
  const when = by === null ? "" : `${sayDay(by, zone)} ${timeOf(by, zone)} (${zone})`;
  /** `Your review of “X” (#5) was due on …`; without a day, `“X” (#5) waits for your review`. */
  const due = (owes: string, many = false) => {
    const [is, was] = many ? ["are", "were"] : ["is", "was"];
    return `${owes} ${by !== null && by < at ? was : is} due on ${when}`;
  };
  const live = by === null ? "" : by < at ? `, and its slot was ${when}` : ` and goes live on ${when}`;
  switch (what) {
    case "draft": {
      if (pull !== null) {
        const owes = by === null ? `${post} waits for you` : due(`The draft of ${post}`);
        return `${owes}. My first comment on #${pull} says what is missing. Press “Ready for review” when the post is ready.`;
      }
      const owes = by === null ? `${post} has no pull request yet` : `${due(`The draft of ${post}`)}, and no pull request adds it yet`;
      return `${owes}. Open a pull request that adds it (a file named \`${slug}.md\` is recognised), or write \`/drop ${slug}\`. If you need more time, \`/slot ${slug} next\` asks for a later slot.`;
    }
    case "review":
      return `${by === null ? `${post} waits for your review` : due(`Your review of ${post}`)}. If you cannot review it, write \`/uncc\` on ${where}; then I ask somebody else.`;
    case "changes":
      return `${by === null ? `${post} waits for your changes` : due(`Your changes to ${post}`, true)}. Push them; then I ask its reviewers again.`;
    case "answer":
      return `${by === null ? `${post} waits for your answer to the comments` : due(`Your answer to the comments on ${post}`)}. Reply on ${where} or push a change; then I ask its reviewers again.`;
    case "checks":
      return `${post} is approved${live}, but other checks fail. Correct what they report, or run them again.`;
    case "rest":
      return `${post} is approved${live}, but something that you can correct stops it. My first comment on ${where} says what to correct.`;
    case "decision":
      return `${post} has missed two slots and waits for your decision. ${sayChoice(slug)}.`;
    case "go":
    case "step in": {
      const needed = by === null ? "" : `, who ${by < at ? "was" : "is"} needed by ${when}`;
      return `${post} waits for a coordinator${needed}: ${reason ?? `my first comment on ${where} says why`}.`;
    }
  }
}

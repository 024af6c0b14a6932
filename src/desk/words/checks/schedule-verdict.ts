/** What the check `presstime/schedule` says: in what a post disagrees with its slot, and who fixes it, and how. */
import { isFixedByApp, type DateCheck, type LeftAlone } from "../../dates/date-check.js";
import { wayOut } from "../../dates/disagreement.js";
import type { Check } from "../../effect.js";
import { isSuggestable } from "../../facts/changed-lines.js";
import { quoted } from "../../text/quoted.js";
import { sayDay, sayWhen, type Zone } from "../../time/zone.js";
import { counted } from "../phrases.js";
import { plainly } from "../plainly.js";

type Disagreement = DateCheck["disagreements"][number];

const MOST_SHOWN = 50;

/** `draft`: the pull request is still one, and nothing in it is an error yet. */
export function sayScheduleVerdict(
  dateChecks: readonly DateCheck[],
  { draft, zone }: { readonly draft: boolean; readonly zone: Zone },
): Pick<Check, "conclusion" | "title" | "summary"> {
  const days = [...new Set(dateChecks.map(({ slot }) => sayDay(slot, zone)))];
  const slots = days.length === 1 ? `the slot, ${days[0] ?? ""}` : `the slots of ${counted(dateChecks.length, "post")}`;
  const which = dateChecks.length === 1 ? "the post" : "all posts";
  const all = dateChecks.flatMap((dateCheck) => dateCheck.disagreements.map((one) => ({ one, dateCheck })));
  const ours = all.filter(({ one, dateCheck }) => isFixedByApp(one, dateCheck.leftAlone));
  const unseen = all.filter(({ one, dateCheck }) => one.grave && dateCheck.near(one) && !isFixedByApp(one, dateCheck.leftAlone));
  // The app will correct it; but what looks right to everybody is told in red all the same.
  const unnoticed = ours.filter(({ one, dateCheck }) => one.hour && dateCheck.near(one));
  const fails = [...unseen, ...unnoticed].some(({ one, dateCheck }) => !dateCheck.letsGo(one));
  const summary = dateChecks.map((dateCheck) => sayDateCheck(dateCheck, zone)).join("\n\n");
  if (all.length === 0)
    return {
      conclusion: "success",
      title: days.length === 1 ? `Date matches the slot, ${days[0] ?? ""}` : `Dates match ${slots}`,
      summary,
    };
  const conclusion = fails && !draft ? "failure" : "neutral";
  if (!draft && unseen.length > 0)
    return { conclusion, title: `Readers would not see ${which} at ${days.length === 1 ? slots : "their slots"}`, summary };
  if (!draft && unnoticed.length > 0)
    return {
      conclusion,
      title: `${dateChecks.length === 1 ? "The time in the text is" : "A time in the texts is"} after ${slots}: I will correct it at the slot`,
      summary,
    };
  const title =
    ours.length === all.length
      ? `I will correct ${counted(all.length, "thing")} at ${slots}`
      : `${counted(all.length - ours.length, "thing")} to correct before ${slots}`;
  return { conclusion: "neutral", title, summary };
}

function sayDateCheck(dateCheck: DateCheck, zone: Zone): string {
  const { post, slot, disagreements, file, leftAlone } = dateCheck;
  const head = `**${plainly(post.title)}**: its slot is ${sayWhen(slot, zone)}.`;
  if (disagreements.length === 0) return `${head} All dates in ${quoted(file.path, 120)} match this day.`;
  const shownOnes = disagreements.slice(0, MOST_SHOWN);
  const points = shownOnes.map((one) => `- ${where(dateCheck, one)}: ${one.finding.message}. ${sayRemedy(one, dateCheck, zone)}`);
  const left = leftAlone && leftAlone.kind !== "desk" ? [sayLeftAlone(leftAlone)] : [];
  const isHeld = disagreements.some((one) => !dateCheck.letsGo(one) && !isFixedByApp(one, leftAlone));
  const held = isHeld
    ? ["I do not merge the post as it is now. Correct it, or write `/slot WHEN` to choose a slot that matches the post."]
    : [];
  return [head, points.join("\n"), ...held, ...left].join("\n\n");
}

function where({ file }: DateCheck, { finding }: Disagreement): string {
  const { line, column } = finding.place;
  return line === 1 && column === 1 ? quoted(file.path, 120) : `${quoted(file.path, 120)}, line ${line}`;
}

function sayRemedy(one: Disagreement, dateCheck: DateCheck, zone: Zone): string {
  const day = sayDay(dateCheck.slot, zone);
  const since = one.moved ? `The slot was moved to ${day} later. ` : "";
  if (isFixedByApp(one, dateCheck.leftAlone)) return `${since}I will correct this at the slot, in one commit, and then merge.`;
  const when = one.moved ? `${since}You have time until ${day}: ` : "";
  const way = wayOut(one);
  if (one.fix === null || way === null) return `${when}${capital(when, `correct this before the slot.`)}`;
  if (one.fix.kind === "rename") return `${when}${capital(when, `rename the file to ${quoted(way.to, 200)}.`)}`;
  const isSuggested =
    dateCheck.near(one) && isSuggestable(dateCheck.file, one.fix.edit.place) && dateCheck.file.reading?.post.ending === "\n";
  return `${when}${capital(when, isSuggested ? `accept the suggestion on that line, or write ${quoted(way.to, 120)}.` : `write ${quoted(way.to, 120)}.`)}`;
}

function capital(before: string, words: string): string {
  return before === "" ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}

/** Why the app does not fix it, where its desk would let it. */
function sayLeftAlone(why: Exclude<LeftAlone, { readonly kind: "desk" }>): string {
  switch (why.kind) {
    case "fork":
      return why.from === null
        ? "I cannot correct this myself, because the fork was deleted. Open a new pull request with the post."
        : `I cannot correct this myself, because I have no write access to ${quoted(why.from, 100)}. The person who opened the pull request can correct it.`;
    case "refused":
      return `I tried to correct this myself, but GitHub refused: ${plainly(why.why, 300)}.`;
  }
}

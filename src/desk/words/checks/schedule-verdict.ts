/** What the check `presstime/schedule` says: in what a post disagrees with its slot, and who mends it how. */
import { isMendedByApp, type Agreement, type LeftAlone } from "../../dates/agreement.js";
import type { Check } from "../../effect.js";
import { isSuggestable } from "../../facts/changed-lines.js";
import { shown } from "../../text/quoted.js";
import { sayDay, sayWhen, type Zone } from "../../time/zone.js";
import { counted } from "../phrases.js";
import { plainly } from "../plainly.js";

type Disagreement = Agreement["disagreements"][number];

const MOST_SHOWN = 50;

/** `draft`: the pull request is still one, and nothing in it is an error yet. */
export function sayScheduleVerdict(
  agreements: readonly Agreement[],
  { draft, zone }: { readonly draft: boolean; readonly zone: Zone },
): Pick<Check, "conclusion" | "title" | "summary"> {
  const days = [...new Set(agreements.map(({ slot }) => sayDay(slot, zone)))];
  const slots = days.length === 1 ? `its slot, ${days[0] ?? ""}` : `the slots of ${counted(agreements.length, "post")}`;
  const all = agreements.flatMap((agreement) => agreement.disagreements.map((one) => ({ one, agreement })));
  const ours = all.filter(({ one, agreement }) => isMendedByApp(one, agreement.leftAlone));
  const fails = !draft && all.some(({ one, agreement }) => one.grave && agreement.near(one) && !isMendedByApp(one, agreement.leftAlone));
  const summary = agreements.map((agreement) => sayAgreement(agreement, zone)).join("\n\n");
  if (all.length === 0) return { conclusion: "success", title: `In accord with ${slots}`, summary };
  if (fails) return { conclusion: "failure", title: `Readers would not find it at ${slots}`, summary };
  const title =
    ours.length === all.length
      ? `I will set ${counted(all.length, "thing")} at ${slots}`
      : `${counted(all.length - ours.length, "thing")} to set by ${slots}`;
  return { conclusion: "neutral", title, summary };
}

function sayAgreement(agreement: Agreement, zone: Zone): string {
  const { post, slot, disagreements, file, leftAlone } = agreement;
  const head = `**${plainly(post.title)}**: its slot is ${sayWhen(slot, zone)}.`;
  if (disagreements.length === 0) return `${head} Nothing in ${shown(file.path, 120)} says another.`;
  const shownOnes = disagreements.slice(0, MOST_SHOWN);
  const points = shownOnes.map((one) => `- ${where(agreement, one)}: ${one.finding.message}. ${sayRemedy(one, agreement, zone)}`);
  const left = leftAlone && leftAlone.kind !== "desk" ? [sayLeftAlone(leftAlone)] : [];
  return [head, points.join("\n"), ...left].join("\n\n");
}

function where({ file }: Agreement, { finding }: Disagreement): string {
  const { line, column } = finding.place;
  return line === 1 && column === 1 ? shown(file.path, 120) : `${shown(file.path, 120)}, line ${line}`;
}

function sayRemedy(one: Disagreement, agreement: Agreement, zone: Zone): string {
  const day = sayDay(agreement.slot, zone);
  const since = one.moved ? `The slot has moved to ${day} since. ` : "";
  if (isMendedByApp(one, agreement.leftAlone)) return `${since}At the slot I will set it, in one commit, and merge.`;
  const when = one.moved ? `${since}There is time until then: ` : "";
  if (one.mend === null) return `${when}${capital(when, "change it by then.")}`;
  if (one.mend.kind === "rename") return `${when}${capital(when, `rename the file to ${shown(one.mend.to, 200)}.`)}`;
  const { edit, line } = one.mend;
  const becomes = line.slice(0, edit.place.column - 1) + edit.replacement + line.slice(edit.place.endColumn - 1);
  const isOffered = agreement.near(one) && isSuggestable(agreement.file, edit.place) && agreement.file.reading?.post.ending === "\n";
  return `${when}${capital(when, isOffered ? `the suggestion on that line mends it; or write ${shown(becomes, 120)}.` : `write ${shown(becomes, 120)}.`)}`;
}

function capital(before: string, words: string): string {
  return before === "" ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}

/** Why the app does not mend it, where its desk would let it. */
export function sayLeftAlone(why: Exclude<LeftAlone, { readonly kind: "desk" }>): string {
  switch (why.kind) {
    case "fork":
      return why.from === null
        ? "I cannot set it myself: the fork that it came from is gone."
        : `I cannot set it myself: the branch is in ${shown(why.from, 100)}, where I may not write. Whoever opened the pull request can.`;
    case "refused":
      return `I tried to set it myself, and GitHub would not have it: ${plainly(why.why, 300)}.`;
  }
}

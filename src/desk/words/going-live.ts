/** What the coordinators are told at a slot: that a post can go live, that it was missed, what keeps it back, or that it needs a decision; and of what went live without a review. */
import type { Merging } from "../facts/desk.js";
import type { PullRequest } from "../facts/snapshot.js";
import { between, DAY, HOUR, MINUTE, sayWhen, type Instant, type Zone } from "../time/zone.js";
import { labelOf, type Without } from "../stage.js";
import { counted, listed, ping, sayChoice } from "./phrases.js";
import { plainly } from "./plainly.js";

export interface CallFacts {
  readonly title: string;
  /** Logins. */
  readonly coordinators: readonly string[];
  readonly zone: Zone;
  /** `owner/name`. */
  readonly repository: string;
  readonly pull: number;
  /** The head that was judged. */
  readonly head: string;
  readonly method: Merging["method"];
}

interface MayGoFacts extends CallFacts {
  readonly titles: readonly string[];
  readonly approvedBy: readonly string[];
  /** Of others; null when there are none. */
  readonly checks: PullRequest["checks"];
  /** Why GitHub would not let the app merge it; null where it never does. */
  readonly refused: string | null;
  /** The pull requests of a set, in the order in which they are to be merged; empty when it goes by itself. */
  readonly together: readonly number[];
}

/** Of what may go: nothing that fails or runs. */
const CHECKS: Readonly<Record<string, string>> = {
  none: "there are no other checks",
  passing: "all other checks pass",
  unknown: "GitHub does not let me read all other checks",
};

/** A proposal instead of a merge: what was judged, and the line that merges that and nothing else. */
export function writeGo(going: MayGoFacts): string {
  const { titles, together, refused, head, approvedBy, checks } = going;
  const names = listed(titles.slice(0, 10).map((title) => `“${plainly(title)}”`));
  const approved = approvedBy.length > 0 ? `approved by ${listed(approvedBy)}` : "no approval is needed here";
  return [
    `${whom(going)}${names} ${titles.length === 1 ? "is" : "are"} approved, and ${titles.length === 1 ? "its" : "their"} slot has come.${together.length > 0 ? "" : " Please merge this pull request now."}`,
    ...(refused === null ? [] : [`I cannot merge it, because GitHub refused: ${plainly(refused, 300)}.`]),
    ...(together.length > 0
      ? [
          `${titles.length === 1 ? "It goes" : "They go"} live together with other posts. Please merge these pull requests now, one directly after the other: ${listed(
            together.map((n) => `#${n}`),
            "then",
          )}.`,
        ]
      : []),
    `Commit \`${head}\`: ${approved}; ${CHECKS[checks ?? "none"]}. Merge this pull request on GitHub, or use this command, which merges only this commit:`,
    mergeLine(going),
  ].join("\n\n");
}

export function writeMissed(called: CallFacts, slug: string, slot: Instant): string {
  return [
    `${whom(called)}“${plainly(called.title)}” did not go live at its slot of ${sayWhen(slot, called.zone)}, because Presstime or GitHub was not available then. It is approved and waits for your decision.`,
    `Write \`/slot ${slug} WHEN\` to give it another slot, or publish it now:`,
    mergeLine(called),
  ].join("\n\n");
}

/** `reason` is one sentence of what is missing. */
export function writeStopped(called: CallFacts, reason: string): string {
  return `${whom(called)}The slot of “${plainly(called.title)}” has come, but the post cannot go live: ${reason}. I try again regularly. My first comment on this pull request says what is missing.`;
}

interface Undecided {
  readonly title: string;
  readonly slug: string;
  readonly coordinators: readonly string[];
  readonly missed: readonly Instant[];
  readonly zone: Zone;
}

export function writeDecision(post: Undecided): string {
  const { title, slug, missed, zone } = post;
  const slots = listed(missed.map((at) => sayWhen(at, zone)));
  return [
    `${whom(post)}“${plainly(title)}” has missed two slots, ${slots}, and nobody has worked on it between them.`,
    `This needs a decision. ${sayChoice(slug)}. Until then I announce no slot for it, and send reminders about it to coordinators only.`,
  ].join("\n\n");
}

interface Urgent {
  /** Logins. */
  readonly to: readonly string[];
  readonly title: string;
  readonly reason: string;
  readonly slot: Instant;
  readonly zone: Zone;
}

/** Told at once: the next morning would be too late. */
export function writeUrgent({ to, title, reason, slot, zone }: Urgent): string {
  return `${whom({ coordinators: to })}“${plainly(title)}” is planned for ${sayWhen(slot, zone)} and needs a coordinator now${reason === "" ? "" : `. What is missing: ${reason}`}.`;
}

interface Unseen extends Pick<CallFacts, "title" | "coordinators" | "zone"> {
  readonly without: readonly Without[];
  readonly pull: number | null;
}

export function writeUnseen({ title, coordinators, without, pull, zone }: Unseen): string {
  return `${whom({ coordinators })}“${plainly(title)}” is live. ${sayWentLive(without, pull, zone)}`;
}

interface SetBack {
  readonly campaign: string;
  readonly coordinators: readonly string[];
  /** Slugs. */
  readonly unready: readonly string[];
  readonly live: readonly string[];
  /** When the set may go next; null when that is not known. */
  readonly at: Instant | null;
  readonly zone: Zone;
}

export function writeSetBack({ campaign, coordinators, unready, live, at, zone }: SetBack): string {
  const slugs = (all: readonly string[]) => listed(all.slice(0, 20).map((slug) => `\`${slug}\``));
  const name = `“${plainly(campaign)}”`;
  const [one = ""] = unready;
  const notReady = `${slugs(unready)} ${unready.length === 1 ? "is" : "are"} not ready`;
  const half =
    live.length > 0
      ? `${slugs(live)} of ${name} ${live.length === 1 ? "is" : "are"} live, but the other posts of this campaign must go live together, and ${notReady}`
      : `The posts of ${name} go live together or not at all. They cannot go live now, because ${notReady}`;
  const without = unready.length === 1 ? `\`${one}\`, write \`/drop ${one}\`` : "one of these posts, write `/drop SLUG`";
  return `${coordinators.map((login) => `${ping(login)} `).join("")}${half}. They go live when all are ready${
    at ? `, not before ${sayWhen(at, zone)}` : ""
  }. To publish the others without ${without}.`;
}

/** A merge takes a moment, and what people do by hand takes minutes: that is no delay. */
const PROMPT = 5 * MINUTE;

/** `8 hours after its slot`: told so that nobody takes a slot that was caught up for one that was kept. Null when it was kept, or pulled forward. */
export function sayDelay(slot: Instant | null, liveAt: Instant): string | null {
  const delay = slot ? between(slot, liveAt) : 0;
  if (delay <= PROMPT) return null;
  const [size, one] = delay < 2 * HOUR ? [MINUTE, "minute"] : delay < 2 * DAY ? [HOUR, "hour"] : [DAY, "day"];
  return `${counted(Math.floor(delay / size), one)} after its slot`;
}

function whom({ coordinators }: Pick<CallFacts, "coordinators">): string {
  return coordinators.map((login) => `${ping(login)} `).join("");
}

/** https://cli.github.com/manual/gh_pr_merge */
function mergeLine({ repository, pull, head, method }: CallFacts): string {
  return ["```sh", `gh pr merge ${pull} --repo ${repository} --${method} --match-head-commit ${head}`, "```"].join("\n");
}

/** `without a review (0 of 1 approval)`: behind "it went live". */
export function sayWithout(without: Without, zone: Zone): string {
  switch (without.kind) {
    case "review":
      return `without ${without.got === 0 ? "a review" : "enough reviews"} (${without.got} of ${counted(without.needed, "approval")})`;
    case "embargo":
      return `before its embargo ended on ${sayWhen(without.until, zone)}`;
    case "freeze":
      return `in the freeze${without.why === "" ? "" : ` (“${plainly(without.why, 200)}”)`} that ends ${sayWhen(without.to, zone)}`;
  }
}

/** Whole sentences: how it went live, and the ways out. */
export function sayWentLive(all: readonly Without[], pull: number | null, zone: Zone): string {
  const reviewed = all.every(({ kind }) => kind !== "review");
  const ways = [
    ...(reviewed ? [] : ["read the post now", ...(pull === null ? [] : [`ask somebody to review #${pull} (an approval still counts)`])]),
    "remove the post from the site" + (pull === null ? "" : " with GitHub’s “Revert” button"),
  ];
  const [only = ""] = ways;
  const what =
    ways.length === 1
      ? `If it must not be live yet, ${only}.`
      : `Please do one of these: ${ways.slice(0, -1).join("; ")}; or ${ways.at(-1) ?? ""}.`;
  const labels = [...new Set(all.map(labelOf))].map((label) => `\`${label}\``);
  const settled = pull === null ? "" : ` ${ways.length === 1 ? "When you have decided," : "Then"} remove the label ${listed(labels)}.`;
  return `It went live ${listed(all.map((one) => sayWithout(one, zone)))}. ${what}${settled}`;
}

/** The notice: the one comment kept on each pull request. What is missing is said in `missing.ts`. */
import type { AskedReviewer, JudgedPost, JudgedSlot } from "../judged.js";
import type { Stage } from "../stage.js";
import { quoted } from "../text/quoted.js";
import type { Zone } from "../time/zone.js";
import { atWallTime, sayDay, sayWhen, timeOf, type Instant } from "../time/zone.js";
import { slipOf } from "../tracking/slip.js";
import { sayDelay, sayWentLive } from "./going-live.js";
import { counted, listed, sayInZones, sayWhose, WHOSE_MOVE } from "./phrases.js";
import { plainly } from "./plainly.js";
import { sayLastMove, sayShift } from "./slip.js";

interface NoticeFacts {
  readonly pull: number;
  /** The posts that this pull request adds. */
  readonly posts: readonly JudgedPost[];
  readonly zone: Zone;
  /** The zones of those who will read it. */
  readonly zones: readonly Zone[];
  /** What concerns the pull request as a whole, whatever posts it adds. */
  readonly remarks: readonly string[];
}

/** Posts beyond these are only counted: a comment has room for 65,536 characters. */
const MOST_POSTS = 30;

export function writeNotice(facts: NoticeFacts): string {
  const shown = facts.posts.slice(0, MOST_POSTS);
  const more = facts.posts.length - shown.length;
  return [
    ...shown.map((post) => writePost(post, facts)),
    ...(more > 0 ? [`… and ${more} more posts in this pull request.`] : []),
    ...facts.remarks.map((remark) => `> ${remark}`),
    FOOT,
  ].join("\n\n");
}

const FOOT = "<sub>I keep this comment up to date and ping nobody with it. `/help` lists the commands that you can write.</sub>";

/** Of a pull request that adds no post that is followed, or none any more. */
export function writeBare(sentences: readonly string[]): string {
  return [sentences.join("\n\n"), FOOT].join("\n\n");
}

function writePost(post: JudgedPost, facts: NoticeFacts): string {
  const { zone, zones } = facts;
  const heading = `### ${plainly(post.title)}`;
  const gone = post.takenOff?.find(({ pull }) => pull === facts.pull);
  if (gone) return [heading, sayTakenOff(post, gone.at, zone)].join("\n\n");
  if (post.live) return [heading, sayLive(post, facts)].join("\n\n");
  if (post.leading !== null && post.leading !== facts.pull) return [heading, sayFollows(post.leading)].join("\n\n");
  const slip = slipOf(post, zone);
  const shift = slip && sayShift(slip, zone);
  const slot = post.slot && [
    `${post.needsDecision ? "Was planned" : "Planned"} for ${sayInZones(post.slot.at, zone, zones)}${shift ? ` (first planned for ${sayDay(slip.first, zone)}: ${shift})` : ""}.`,
    post.needsDecision
      ? "**That time has passed.** I announce no new slot until a coordinator has decided."
      : sayDates(post.stage, post.slot, zone),
  ];
  return [
    heading,
    `**${capital(post.stage)}**${post.needsDecision ? " · needs a decision by the coordinator" : ""} · ${whoseMove(post)}${sayWhatItIs(post)}`,
    sayTexts(post),
    post.namedLike ? sayNamedLike(post.namedLike) : "",
    sayOthers(post, facts.pull),
    slot?.join(" ").trim() ?? "",
    (post.slot && sayLastMove(post.announced, zone)) ?? "",
    list(sayStanding(post), post.reasons),
    ...sayRemarks(post),
    list(
      "Asked to review:",
      post.asked.map((one) => `${one.login}: ${one.why}${sayAnswer(one, zone)}`),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function sayStanding({ stage, turn, remarks = [] }: JudgedPost): string {
  if (!NOTHING_MISSING.has(stage) || turn !== "nobody") return "Before it can go live:";
  return remarks.length > 0 ? "It goes live as it is now, also if nobody does anything:" : "It is ready, and nobody has to do anything:";
}

function sayWhatItIs({ promised, correction, translates }: JudgedPost): string {
  if (translates) return ` · a translation of \`${translates}\``;
  return promised || correction ? "" : " · not in the plan, but I follow it like a post of the plan";
}

function sayTexts({ texts = [] }: JudgedPost): string {
  if (texts.length < 2) return "";
  return `In ${texts.length} languages: ${listed(texts.map((path) => quoted(path, 120)))}. They are reviewed and go live together.`;
}

/** Remarks beyond these are only counted: the checks list them all. */
const MOST_REMARKS = 10;

function sayRemarks({ remarks = [] }: JudgedPost): readonly string[] {
  const more = remarks.length - MOST_REMARKS;
  const shown = [...remarks.slice(0, MOST_REMARKS), ...(more > 0 ? [`and ${more} more, which the checks list`] : [])];
  return [list(`${counted(remarks.length, "thing")} you may want to correct first (the post does not wait for them):`, shown)];
}

function sayAnswer({ answered, away }: AskedReviewer, zone: Zone): string {
  if (away !== undefined) return ` – away until ${sayDay(atWallTime(away, "12:00", zone), zone)}, and does not have to review before that`;
  return answered ? ` – ${answered}` : "";
}

function sayLive(post: JudgedPost, facts: NoticeFacts): string {
  const { live } = post;
  const by = live?.pull != null && live.pull !== facts.pull ? `#${live.pull} added it. ` : "";
  const without = live?.without ?? [];
  const said = without.length > 0 && live?.pull === facts.pull ? `\n\n> ${sayWentLive(without, live.pull, facts.zone)}` : "";
  return `${by}${sayLiveSince(post, facts)}${said}`;
}

function sayLiveSince(post: JudgedPost, { zone, zones }: NoticeFacts): string {
  if (!post.live?.at) return "**Live.**";
  const slip = slipOf(post, zone);
  const shift = slip && sayShift(slip, zone);
  const delay = sayDelay(post.announced.at(-1)?.slot ?? null, post.live.at);
  const { at, shownFrom } = post.live;
  const since = shownFrom
    ? `**Merged** on ${sayInZones(at, zone, zones)}; because of its date, readers see it from ${sayInZones(shownFrom, zone, zones)} on`
    : `**Live** since ${sayInZones(at, zone, zones)}`;
  return `${since}${delay ? `, ${delay}` : ""}${shift ? ` (first planned for ${sayDay(slip.first, zone)}: ${shift})` : ""}.`;
}

/** Of what it adds nothing is said here: the reviews of the one that leads are not its own. */
function sayFollows(leading: number): string {
  return `Presstime uses #${leading} for this post: it is reviewed and goes live there, and nobody has to do anything here. To use this pull request instead, close #${leading}. If this pull request is not needed any more, close it.`;
}

function sayTakenOff({ live }: JudgedPost, at: Instant | null, zone: Zone): string {
  const now =
    live === null
      ? "To publish the post again, open a new pull request."
      : `It is live again${live.pull === null ? "" : `, by #${live.pull}`}.`;
  return `${at === null ? "It went live." : `It went live on ${sayWhen(at, zone)}.`} Later it was removed from the site. ${now}`;
}

/** A name alone makes nobody's text a post of the plan. */
function sayNamedLike(slug: string): string {
  return `The file has the name of \`${slug}\`, a post in the plan, but I do not count it as \`${slug}\`, because the person who opened this pull request is not an author of \`${slug}\` and not on the desk. If it is \`${slug}\`, an author of \`${slug}\` or a person on the desk writes \`/post ${slug}\` here.`;
}

/** Which other pull requests add the same post. */
function sayOthers({ submissions }: JudgedPost, pull: number): string {
  const others = submissions.filter((number) => number !== pull);
  return others.length > 0
    ? `${listed(others.map((number) => `#${number}`))} ${others.length === 1 ? "adds" : "add"} the same post; Presstime uses this pull request.`
    : "";
}

function list(heading: string, points: readonly string[]): string {
  return points.length > 0 ? [heading, ...points.map((point) => `- ${point}`)].join("\n") : "";
}

function whoseMove(post: JudgedPost): string {
  const whose = sayWhose(post.turn, post.waitingFor);
  return post.waitingFor.length > 0 ? `${WHOSE_MOVE[post.turn]}: ${whose}` : whose;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const NOTHING_MISSING: ReadonlySet<Stage> = new Set(["approved", "due"]);

/** The days that are still ahead of somebody, and what is late. */
function sayDates(stage: Stage, { draftBy, reviewBy, lateness }: JudgedSlot, zone: Zone): string {
  if (NOTHING_MISSING.has(stage)) return lateness === "past the deadline" ? "**That is after the deadline.**" : "";
  const draft = `${sayDay(draftBy, zone)} ${timeOf(draftBy, zone)}`;
  const review = `${sayDay(reviewBy, zone)} ${timeOf(reviewBy, zone)} (${zone})`;
  switch (lateness) {
    case "draft late":
      return `**Late:** the draft was due on ${draft}; the review is due on ${review}.`;
    case "review late":
      return `**Late:** the review was due on ${review}.`;
    case "slot missed":
      return "**Late:** the slot has passed.";
    case "past the deadline":
    case "on time": {
      const dates =
        stage === "promised" || stage === "in progress"
          ? `The draft is due on ${draft}, the review on ${review}.`
          : `The review is due on ${review}.`;
      return lateness === "on time" ? dates : `${dates} **That is after the deadline.**`;
    }
  }
}

/** What the writer cannot see on the pull request, and who can correct that. */
export function sayRefusedCheck(name: string, why: string): string {
  return `GitHub did not let me write the check \`${name}\`: ${plainly(why, 300)}. The person who runs Presstime can correct that.`;
}

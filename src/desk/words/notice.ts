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
  /** The posts that this pull request brings. */
  readonly posts: readonly JudgedPost[];
  readonly zone: Zone;
  /** The zones of those who will read it. */
  readonly zones: readonly Zone[];
  /** What concerns the pull request as a whole, whatever posts it brings. */
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

const FOOT = "<sub>I keep this comment up to date and ping nobody with it. `/help` lists what you can say to me.</sub>";

/** Of a pull request that brings no post that is followed, or none any more. */
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
    `${post.needsDecision ? "Was planned" : "Planned"} for ${sayInZones(post.slot.at, zone, zones)}${shift ? ` (first for ${sayDay(slip.first, zone)}: ${shift})` : ""}.`,
    post.needsDecision
      ? "**That time has passed.** I announce no other slot until a coordinator has decided."
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
  return remarks.length > 0 ? "It will go live as it is:" : "Nothing is missing:";
}

function sayWhatItIs({ promised, correction, translates }: JudgedPost): string {
  if (translates) return ` · a translation of \`${translates}\``;
  return promised || correction ? "" : " · not in the plan; I follow it all the same";
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
  if (away !== undefined)
    return ` – away until ${sayDay(atWallTime(away, "12:00", zone), zone)}, and nothing is expected of them until then`;
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

/** Of what it brings nothing is said here: the reviews of the one that leads are not its own. */
function sayFollows(leading: number): string {
  return `#${leading} adds the same post and is the one that counts: the post is reviewed and goes live there, and nobody has to do anything here. If this pull request should count instead, close #${leading}. If it is not needed any more, close it.`;
}

function sayTakenOff({ live }: JudgedPost, at: Instant | null, zone: Zone): string {
  const now =
    live === null
      ? "Whoever brings it again opens a new pull request."
      : `It is live again${live.pull === null ? "" : `, by #${live.pull}`}.`;
  return `It was live${at === null ? "" : ` from ${sayWhen(at, zone)}`} and was taken off the site again. ${now}`;
}

/** A name alone makes nobody's text the promised post. */
function sayNamedLike(slug: string): string {
  return `It has the same name as the promised post \`${slug}\`, but counts as another post, because it was opened by somebody who is neither on that byline nor on the desk. If it is that post, one of them says \`/post ${slug}\` here.`;
}

/** Which other pull requests bring the same post. */
function sayOthers({ submissions }: JudgedPost, pull: number): string {
  const others = submissions.filter((number) => number !== pull);
  return others.length > 0
    ? `${listed(others.map((number) => `#${number}`))} ${others.length === 1 ? "adds" : "add"} the same post; this pull request is the one that counts.`
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
  if (NOTHING_MISSING.has(stage)) return lateness === "past the deadline" ? "**That is past the deadline.**" : "";
  const draft = `${sayDay(draftBy, zone)} ${timeOf(draftBy, zone)}`;
  const review = `${sayDay(reviewBy, zone)} ${timeOf(reviewBy, zone)} (${zone})`;
  switch (lateness) {
    case "draft late":
      return `**Late:** the draft was due by ${draft}; the review is due by ${review}.`;
    case "review late":
      return `**Late:** the review was due by ${review}.`;
    case "slot missed":
      return "**Late:** the slot has passed.";
    case "past the deadline":
    case "on time": {
      const dates = stage === "promised" || stage === "in progress" ? `Draft by ${draft}, review by ${review}.` : `Review by ${review}.`;
      return lateness === "on time" ? dates : `${dates} **That is past the deadline.**`;
    }
  }
}

/** What the writer cannot see on the pull request, and who can mend that. */
export function sayRefusedCheck(name: string, why: string): string {
  return `GitHub would not let me write the check \`${name}\`: ${plainly(why, 300)}. Whoever runs Presstime can fix that.`;
}

/** The notice: the one comment kept on each pull request. */
import type { JudgedPost, JudgedSlot } from "../judged.js";
import type { Stage } from "../stage.js";
import type { Zone } from "../zone.js";
import { sayDay } from "../zone.js";
import { listed, sayInZones, saySlip, WHOSE_MOVE } from "./phrases.js";
import { plainly } from "./plainly.js";

export interface NoticeFacts {
  readonly pull: number;
  /** The posts that this pull request brings. */
  readonly posts: readonly JudgedPost[];
  readonly zone: Zone;
  /** The zones of those who will read it. */
  readonly zones: readonly Zone[];
  /** What concerns the pull request as a whole. */
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
    "<sub>I keep this comment up to date and ping nobody with it. `/help` lists what you can say to me.</sub>",
  ].join("\n\n");
}

function writePost(post: JudgedPost, facts: NoticeFacts): string {
  const { zone, zones } = facts;
  const lines = [
    `### ${plainly(post.title)}`,
    `**${capital(post.stage)}** · ${whoseMove(post)}${post.promised || post.slug.includes("#") ? "" : " · nobody had promised this post; it is tracked all the same"}`,
  ];
  const others = post.submissions.filter((number) => number !== facts.pull);
  if (post.leading !== null && post.leading !== facts.pull) {
    lines.push(`#${post.leading} brings the same post and leads; what is said here is about it.`);
  } else if (others.length > 0) lines.push(`Also brought by ${listed(others.map((number) => `#${number}`))}; this one leads.`);
  if (post.slot && post.stage !== "live") {
    const slip = saySlip(post.announced, zone);
    lines.push(
      [`Planned for ${sayInZones(post.slot.at, zone, zones)}${slip ? ` (${slip})` : ""}.`, sayDates(post.stage, post.slot, zone)]
        .filter((sentence) => sentence !== "")
        .join(" "),
    );
  }
  if (post.stage !== "live" && post.reasons.length > 0)
    lines.push(
      [
        NOTHING_MISSING.has(post.stage) ? "Nothing is missing:" : "Before it can go live:",
        ...post.reasons.map((reason) => `- ${reason}`),
      ].join("\n"),
    );
  if (post.asked.length > 0)
    lines.push(
      ["Asked to review:", ...post.asked.map((one) => `- ${one.login}: ${one.why}${one.answered ? ` – ${one.answered}` : ""}`)].join("\n"),
    );
  return lines.join("\n\n");
}

function whoseMove(post: JudgedPost): string {
  return post.waitingFor.length > 0
    ? `${WHOSE_MOVE[post.turn]}: ${listed(post.waitingFor.map((one) => plainly(one, 60)))}`
    : WHOSE_MOVE[post.turn];
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const NOTHING_MISSING: ReadonlySet<Stage> = new Set(["approved", "due"]);

/** The days that are still ahead of somebody, and what is late. */
function sayDates(stage: Stage, { draftBy, reviewBy, lateness }: JudgedSlot, zone: Zone): string {
  if (NOTHING_MISSING.has(stage)) return lateness === "past the deadline" ? "**That is past the deadline.**" : "";
  const draft = sayDay(draftBy, zone);
  const review = sayDay(reviewBy, zone);
  switch (lateness) {
    case "draft late":
      return `**Late:** the draft was due on ${draft}; the review is due by ${review}.`;
    case "review late":
      return `**Late:** the review was due on ${review}.`;
    case "slot missed":
      return "**Late:** its slot has passed.";
    case "past the deadline":
    case "on time": {
      const dates = stage === "promised" || stage === "in progress" ? `Draft by ${draft}, review by ${review}.` : `Review by ${review}.`;
      return lateness === "on time" ? dates : `${dates} **That is past the deadline.**`;
    }
  }
}

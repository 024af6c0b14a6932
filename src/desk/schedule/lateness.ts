/** Whether a post is late, in the one word people should hear first, and when that word can next change by itself. */
import type { JudgedSlot } from "../judged.js";
import type { Stage } from "../stage.js";
import { earliest, HOUR, plus, type Instant } from "../time/zone.js";

export interface Timing {
  readonly at: Instant;
  readonly stage: Stage;
  readonly slot: Instant;
  readonly draftBy: Instant;
  readonly reviewBy: Instant;
  readonly deadline: Instant | null;
  readonly liveAt: Instant | null;
}

/** An approved post is given so long to go live before its slot counts as missed: it is a person who merges it, or GitHub is slow. */
const GRACE = HOUR;

/**
 * The worst that is so, worst first. A slot past the deadline is said at once, not on the day; a post that is live is late
 * only against the deadline, since nothing about it can be hurried any more.
 */
export function lateness(timing: Timing): JudgedSlot["lateness"] {
  const { at, stage, slot, draftBy, reviewBy, deadline } = timing;
  if (stage === "dropped") return "on time";
  const ends = stage === "live" ? (timing.liveAt ?? slot) : at > slot ? at : slot;
  if (deadline && ends > deadline) return "past the deadline";
  if (stage === "live") return "on time";
  if (at > missedAfter(stage, slot)) return "slot missed";
  if (isUnwritten(stage) && at > draftBy) return "draft late";
  if (isUnreviewed(stage) && at > reviewBy) return "review late";
  return "on time";
}

/** The next instant after `at` from which `lateness` may answer otherwise though nobody does anything; null when there is none. */
export function latenessChangesAt(timing: Timing): Instant | null {
  if (timing.stage === "live" || timing.stage === "dropped") return null;
  const ends = [timing.draftBy, timing.reviewBy, missedAfter(timing.stage, timing.slot), timing.deadline];
  // Each word is true only after its instant, by the second.
  return earliest(ends.map((end) => end && plus(end, 1000)).filter((end) => end && end > timing.at));
}

function missedAfter(stage: Stage, slot: Instant): Instant {
  return stage === "due" || stage === "approved" ? plus(slot, GRACE) : slot;
}

function isUnwritten(stage: Stage): boolean {
  return stage === "promised" || stage === "in progress";
}

function isUnreviewed(stage: Stage): boolean {
  return stage === "in review" || stage === "sent back";
}

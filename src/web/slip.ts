/** What became of the slot that was announced first: kept, moved, or given up. Moving a plan must not hide the slip. */
import type { JudgedPost } from "../desk/judged.js";
import { dayOf, daysBetween, type Instant, type Zone } from "../desk/zone.js";

/** From the slot first announced to where the post stands: its going live, or else its present slot. */
export interface Slip {
  readonly first: Instant;
  readonly now: Instant;
  /** Calendar days in the desk's zone; negative when it was pulled forward. */
  readonly days: number;
  /** How often another slot was announced. */
  readonly moves: number;
}

/** Null while no slot is known, and for a dropped post: what is given up can slip no more. */
export function slipOf(post: JudgedPost, zone: Zone): Slip | null {
  const slots = post.announced.map(({ slot }) => slot);
  const present = post.live ? post.live.at : (post.slot?.at ?? null);
  const first = slots[0] ?? post.slot?.at;
  if (post.stage === "dropped" || !first || !present) return null;
  const course = post.live ? slots : [...slots, present];
  const moves = course.filter((slot, at) => at > 0 && slot !== course[at - 1]).length;
  return { first, now: present, days: daysBetween(dayOf(first, zone), dayOf(present, zone)), moves };
}

/** `+4 days, moved once`; `1 day earlier, moved twice`; null when there is nothing to tell. */
export function saySlip({ days, moves }: Slip): string | null {
  const shift = days > 0 ? `+${plural(days)}` : days < 0 ? `${plural(-days)} earlier` : null;
  const moved = moves === 0 ? null : `moved ${moves === 1 ? "once" : moves === 2 ? "twice" : `${moves} times`}`;
  return [shift, moved].filter((words) => words !== null).join(", ") || null;
}

const plural = (days: number): string => `${days} day${days === 1 ? "" : "s"}`;

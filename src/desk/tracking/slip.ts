/** The slip: from the slot that people were told first to where the post is now. Editing the plan cannot hide it. */
import type { Announcement } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import { dayOf, daysBetween, type Instant, type Zone } from "../time/zone.js";

export interface Slip {
  /** The slot that was announced first; of those that are known, when `knownSince` is not null. */
  readonly first: Instant;
  /** When it went live, or else its present slot. */
  readonly now: Instant;
  /** Calendar days of the desk's zone from `first` to `now`; negative when it was pulled forward. */
  readonly days: number;
  /** How often another slot was announced. */
  readonly moves: number;
  /** What was announced before this instant is not known any more; null when nothing is missing. */
  readonly knownSince: Instant | null;
  readonly live: boolean;
}

/** The slots it was moved to, one after the other, the first in front: what was taken back is no move, and neither is coming back for that. */
export function movesOf(announced: readonly Announcement[]): readonly Announcement[] {
  const standing = announced.filter(({ undone }) => !undone);
  return standing.filter(({ slot }, place) => slot !== standing[place - 1]?.slot);
}

/** Null while no slot is known, and for a dropped post: what is given up can slip no more. */
export function slipOf(post: Pick<JudgedPost, "announced" | "live" | "slot" | "stage">, zone: Zone): Slip | null {
  const slots = movesOf(post.announced).map(({ slot }) => slot);
  const now = post.live ? post.live.at : (post.slot?.at ?? null);
  const first = slots[0] ?? post.slot?.at;
  if (post.stage === "dropped" || !first || !now) return null;
  const course = post.live ? slots : [...slots, now];
  return {
    first,
    now,
    days: daysBetween(dayOf(first, zone), dayOf(now, zone)),
    moves: course.filter((slot, at) => at > 0 && slot !== course[at - 1]).length,
    knownSince: post.announced.findLast(({ earlier }) => earlier === "unknown")?.at ?? null,
    live: post.live !== null,
  };
}

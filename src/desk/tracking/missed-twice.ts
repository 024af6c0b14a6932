/** Missed twice: a post that missed two slots, one after the other, while nobody did anything for it. Then it needs a decision, and no third slot. */
import { missedSlots } from "../facts/missed-slots.js";
import type { Announcement } from "../facts/snapshot.js";
import { latest, type Instant } from "../time/zone.js";

export interface MissedTwice {
  /** The two slots. */
  readonly slots: readonly [Instant, Instant];
  /** Somebody has done something for it since. */
  readonly answered: boolean;
}

/**
 * Of the slots that people were told, the last two; null unless the last went by with nobody at work on it since the one before, which went by as
 * well, or since two others were told. `worked`: when somebody did something for the post, in any order.
 */
export function missedTwice(announced: readonly Announcement[], worked: readonly Instant[], now: Instant): MissedTwice | null {
  const second = announced.at(-1);
  if (!second || second.slot > now) return null;
  const earlier = announced.slice(0, -1);
  const first = missedSlots(announced, now).findLast((one) => one !== second) ?? earlier.findLast(({ slot }) => slot <= second.slot);
  if (!first) return null;
  const wereKept = first === announced.at(-2) && first.slot <= second.at && !worked.some((at) => at > first.slot && at <= second.slot);
  const lastWork = latest(worked.filter((at) => at <= second.slot));
  const inForce = lastWork ? announced.findLastIndex(({ at }) => at <= lastWork) : 0;
  if (!wereKept && announced.length - Math.max(inForce, 0) < 3) return null;
  return { slots: [first.slot, second.slot], answered: worked.some((at) => at > second.slot) };
}

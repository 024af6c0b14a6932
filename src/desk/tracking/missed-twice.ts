/** Missed twice: a post that missed two slots, one after the other, while nobody did anything for it. Then it needs a decision, and no third slot. */
import type { Announcement } from "../facts/snapshot.js";
import type { Instant } from "../time/zone.js";

export interface MissedTwice {
  /** The two slots. */
  readonly slots: readonly [Instant, Instant];
  /** Somebody has done something for it since. */
  readonly answered: boolean;
}

/**
 * Of the slots that people were told, the last two; null unless both went by while they were the ones to keep, with no deed from
 * the first of them to the second. `deeds`: when somebody did something for the post, in any order.
 */
export function missedTwice(announced: readonly Announcement[], deeds: readonly Instant[], now: Instant): MissedTwice | null {
  const [first, second] = announced.slice(-2);
  if (!first || !second || second.slot > now || first.slot > second.at) return null;
  if (deeds.some((at) => at > first.slot && at <= second.slot)) return null;
  return { slots: [first.slot, second.slot], answered: deeds.some((at) => at > second.slot) };
}

/** The question that this room answers, and what every part of it looks at. */
import type { Post } from "../facts/post.js";
import type { Day, Instant, Zone } from "../time/zone.js";
import type { PostSite, SiteSettings } from "./site-of-post.js";

export interface DateQuestion extends SiteSettings {
  readonly post: Post;
  readonly slot: Instant;
  /** It has none, and goes as soon as it can: `slot` is now. Left out where it has one. */
  readonly slotless?: true;
  /** The desk's. */
  readonly zone: Zone;
  /** Slots that people were told before this one. */
  readonly earlier: readonly Instant[];
  /** Slugs that were promised for it; empty when nobody promised it. */
  readonly promised: readonly string[];
}

/** What every part of this room looks at. */
export interface Case extends Omit<DateQuestion, "site" | "sites"> {
  readonly site: PostSite;
  readonly slotDay: Day;
  /** The day to write where the site waits for it: that of the slot, or the one before where by its clock that has not begun. */
  readonly gateDay: Day;
  /** Whether a day is that of a slot it had before. */
  readonly wasSlot: (day: Day | null) => boolean;
}

/** Either may stand where a day alone says when the post is published. */
export function isSlotDay(day: Day | null, { slotDay, gateDay }: Pick<Case, "slotDay" | "gateDay">): boolean {
  return day === slotDay || day === gateDay;
}

/** The question that this room answers, and what every part of it looks at. */
import type { SiteKind } from "../facts/desk.js";
import type { Post } from "../facts/post.js";
import type { Day, Instant, Zone } from "../time/zone.js";
import type { SiteHabits } from "./site-habits.js";

export interface DateQuestion {
  readonly post: Post;
  /** What the desk says of its site; null when the post tells by itself. */
  readonly site: SiteKind | null;
  readonly slot: Instant;
  /** The desk's. */
  readonly zone: Zone;
  /** Slots that people were told before this one. */
  readonly earlier: readonly Instant[];
  /** Slugs that were promised for it; empty when nobody promised it. */
  readonly promised: readonly string[];
}

/** What every part of this room looks at. */
export interface Case extends DateQuestion {
  readonly habits: SiteHabits;
  readonly slotDay: Day;
  /** Whether a day is that of a slot it had before. */
  readonly wasSlot: (day: Day | null) => boolean;
}

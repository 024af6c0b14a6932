/** The slots that a post has a claim to before any are given out: people's wishes, the slot it is due at, the one announced. */
import { latest, type Instant } from "../zone.js";
import type { ToPlace } from "./slot-request.js";

/** What a person wished, or what an approved post is due at: kept unless it cannot be. */
export interface Wish {
  readonly kind: "asked" | "pinned" | "due";
  readonly at: Instant;
}

export interface Claims {
  /** The first that can be kept is kept. */
  readonly wishes: readonly Wish[];
  /** Still to come, and kept when that puts nothing past the deadline; null when there is none, or it is a wish. */
  readonly announced: Instant | null;
  /** The last slot, when it went by before the post was approved. */
  readonly missed: Instant | null;
}

/**
 * A slot that has gone by is still an approved post's own: it goes live late rather than later. A wish that has gone by
 * gives way to a slot announced in its stead.
 */
export function claimsOf({ asked, pinned, announced, ready }: ToPlace, now: Instant): Claims {
  const last = latest([asked, pinned, announced]);
  const due = (slot: Instant | null): Wish[] =>
    slot && slot <= now && ready && !(announced && announced > slot) ? [{ kind: "due", at: slot }] : [];
  const wished = (kind: "asked" | "pinned", slot: Instant | null): Wish[] => (slot && slot > now ? [{ kind, at: slot }] : due(slot));
  const wishes = [...wished("asked", asked), ...wished("pinned", pinned), ...due(announced)];
  return {
    wishes: wishes.filter(({ at }, index) => wishes.findIndex((other) => other.at === at) === index),
    announced: announced && announced > now ? announced : null,
    missed: last && last <= now && wishes.length === 0 ? last : null,
  };
}

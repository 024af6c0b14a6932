/** The slots that a post has a claim to before any are given out: people's wishes, the slot it is due at, the one announced. */
import type { SlotCalendar } from "../../calendar/slot-calendar.js";
import type { Freeze } from "../../facts/desk.js";
import { latest, type Instant } from "../../time/zone.js";
import type { ToPlace } from "./slot-request.js";

/** What a person wished, by command, in the plan or in the text, or what an approved post is due at: kept unless it cannot be. */
export interface Wish {
  readonly kind: "asked" | "pinned" | "dated" | "due";
  readonly at: Instant;
  /** The login of whoever wished it; null when it was the plan, or nobody. */
  readonly by: string | null;
}

/** Why a claim does not count, whatever the other posts do. */
export type Void = "embargoed" | "frozen" | "too early";

export interface Claims {
  /** The first that can be kept is kept. */
  readonly wishes: readonly Wish[];
  /** Still to come; null when there is none, or it is a wish. */
  readonly announced: Instant | null;
  /** The last slot, when it went by before the post was approved. */
  readonly missed: Instant | null;
  /** The slot the post would have if every claim counted; null when it has none to come. */
  readonly first: Instant | null;
  /** Why `first` does not count; null when it does, or when there is none. */
  readonly void: Void | null;
  /** The freeze that keeps it from `first`. */
  readonly freeze: Freeze | null;
}

/**
 * A slot that has gone by is still an approved post's own, unless it lapsed: it goes live late rather than later. A wish that has gone by
 * gives way to a slot announced in its stead. In a freeze only the wish counts of somebody who may pass it.
 */
export function claimsOf(post: ToPlace, now: Instant, calendar: Pick<SlotCalendar, "freezeAt">): Claims {
  const { asked, pinned, dated = null, ready, lapsed = false } = post;
  // What was announced gives way to a later day that the text asks for.
  const announced = dated ? null : post.announced;
  const last = latest([asked, pinned, post.announced]);
  const due = (slot: Instant | null, by: string | null): Wish[] =>
    slot && slot <= now && ready && !lapsed && !(post.announced && post.announced > slot) ? [{ kind: "due", at: slot, by }] : [];
  const wished = (kind: "asked" | "pinned" | "dated", slot: Instant | null, by: string | null): Wish[] =>
    slot && slot > now ? [{ kind, at: slot, by }] : due(slot, by);
  const said = [
    ...wished("asked", asked, post.askedBy),
    ...wished("pinned", pinned, post.pinnedBy ?? null),
    ...wished("dated", dated, null),
    ...due(announced, null),
  ];
  const wishes = said.filter(({ at }, index) => said.findIndex((other) => other.at === at) === index);
  const coming = announced && announced > now ? announced : null;
  const voided = (at: Instant, by: string | null): Void | null => {
    if (post.notBefore && at < post.notBefore) return "embargoed";
    if (post.laterThan && at <= post.laterThan) return "too early";
    return calendar.freezeAt(at, by) ? "frozen" : null;
  };
  const first = wishes[0]?.at ?? coming;
  return {
    wishes: wishes.filter(({ at, by }) => voided(at, by) === null),
    announced: coming && voided(coming, null) === null ? coming : null,
    missed: last && last <= now && wishes.length === 0 ? last : null,
    first,
    void: first && voided(first, wishes[0]?.by ?? null),
    freeze: first && calendar.freezeAt(first, wishes[0]?.by ?? null),
  };
}

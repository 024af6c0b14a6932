/** The problem: all that stays the same while slots are being given out, each post with what it waits for. */
import type { SlotCalendar } from "../../calendar/slot-calendar.js";
import type { Lead } from "../../facts/desk.js";
import { inPlanOrder } from "../../facts/in-plan-order.js";
import { latest, plus, type Instant, type Zone } from "../../time/zone.js";
import { claimsOf, type Claims } from "./claim.js";
import { dayNumber, type Spread, type CrowdMember } from "./crowds.js";
import type { SlotRequest, ToPlace } from "./slot-request.js";

export interface SlotProblem {
  readonly at: Instant;
  readonly zone: Zone;
  readonly lead: Lead;
  readonly deadline: Instant;
  readonly calendar: SlotCalendar;
  readonly taken: ReadonlySet<Instant>;
  /** The posts that are not live, each behind those it comes after. Elsewhere posts are known by their place in this list. */
  readonly posts: readonly Placeable[];
  readonly spread: Spread;
  /** Live posts, and those of other campaigns. */
  readonly beside: readonly (CrowdMember & { readonly at: Instant; readonly day: number })[];
}

export interface Placeable {
  readonly post: ToPlace;
  readonly claims: Claims;
  /** Places of the posts it comes after; always lower than its own. */
  readonly before: readonly number[];
  /** A slot that the schedule gives has to be later than this: than now, than the embargo's last second, than the one that is not wanted. */
  readonly floor: Instant;
}

export function slotProblemOf(request: SlotRequest): SlotProblem {
  const { at, zone, lead, deadline, calendar, spread = { byline: null, beatGap: 0 } } = request;
  const places = new Map<string, number>();
  const posts: Placeable[] = [];
  for (const post of inPlanOrder(request.posts)) {
    if (post.liveAt || places.has(post.slug)) continue;
    places.set(post.slug, posts.length);
    posts.push({
      post,
      claims: claimsOf(post, at, calendar),
      // Sorted and single, and without itself or the rest of a circle, which are not placed yet.
      before: [...new Set(post.after.flatMap((slug) => places.get(slug) ?? []))]
        .filter((place) => place < posts.length)
        .toSorted((a, b) => a - b),
      // An embargo ends at its instant, which is itself free to use; slots are looked for strictly after the floor.
      floor:
        latest([at, post.notBefore && plus(post.notBefore, -1000), post.notEarlier && plus(post.notEarlier, -1000), post.laterThan]) ?? at,
    });
  }
  const spreads = spread.byline !== null || spread.beatGap > 0;
  const live = request.posts.flatMap(({ liveAt, byline, beats }) => (liveAt ? [{ at: liveAt, byline, beats }] : []));
  const beside = spreads ? [...(request.beside ?? []), ...live].map((one) => ({ ...one, day: dayNumber(one.at, zone) })) : [];
  return { at, zone, lead, deadline, calendar, taken: new Set(request.taken), posts, spread, beside };
}

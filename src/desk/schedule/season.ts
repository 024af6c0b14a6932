/** The season: all that stays the same while slots are being tried, each post with what it waits for. */
import { claimsOf, type Claims } from "./claim.js";
import { inPlanOrder } from "./in-plan-order.js";
import type { SlotRequest, ToPlace } from "./slot-request.js";
import type { Lead } from "../desk.js";
import type { SlotAfter } from "./weekly-calendar.js";
import { latest, plus, type Instant, type Zone } from "../zone.js";

export interface Season {
  readonly at: Instant;
  readonly zone: Zone;
  readonly lead: Lead;
  readonly deadline: Instant;
  readonly slotAfter: SlotAfter;
  readonly taken: ReadonlySet<Instant>;
  /** The posts that are not live, each behind those it comes after. Elsewhere posts are known by their place in this list. */
  readonly posts: readonly Placeable[];
}

export interface Placeable {
  readonly post: ToPlace;
  readonly claims: Claims;
  /** Places of the posts it comes after; always lower than its own. */
  readonly before: readonly number[];
  /** A slot of the pattern has to be later than this: than now, and not within the embargo. */
  readonly floor: Instant;
}

export function seasonOf(request: SlotRequest): Season {
  const { at } = request;
  const places = new Map<string, number>();
  const posts: Placeable[] = [];
  for (const post of inPlanOrder(request.posts)) {
    if (post.liveAt || places.has(post.slug)) continue;
    places.set(post.slug, posts.length);
    posts.push({
      post,
      claims: claimsOf(post, at),
      // Sorted and single, and without itself or the rest of a circle, which are not placed yet.
      before: [...new Set(post.after.flatMap((slug) => places.get(slug) ?? []))].filter((place) => place < posts.length),
      // An embargo ends at its instant, which is itself free to use; slots are looked for strictly after the floor.
      floor: latest([at, post.notBefore && plus(post.notBefore, -1000)]) ?? at,
    });
  }
  const { zone, lead, deadline } = request;
  return { at, zone, lead, deadline, slotAfter: request.calendar.after, taken: new Set(request.taken), posts };
}

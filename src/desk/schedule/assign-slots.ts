/** Gives every post of a campaign its slot, with the reason. START HERE to read this chapter. */
import { honourWishes, type Keeping } from "./honour-wishes.js";
import { keepAnnounced } from "./keep-announced.js";
import { seasonOf, type Season } from "./season.js";
import type { AssignedSlot, SlotRequest } from "./slot-request.js";
import { whyThisSlot } from "./why-this-slot.js";
import { sayWhen, type Instant } from "../zone.js";

/**
 * By slug, a slot for each post. What is best, in order: fewest posts past the deadline; least total lateness; fewest
 * announced slots moved; the plan's own order. The first two are exact, given the wishes of people that can be kept;
 * the other two are as good as one pass makes them.
 *
 * A post is left out only when the weekly pattern has nothing to give it. Live posts answer with when they went live.
 */
export function assignSlots(request: SlotRequest): ReadonlyMap<string, AssignedSlot> {
  const season = seasonOf(request);
  const keeping = keepAnnounced(season, honourWishes(season));
  const shortage = shortageOf(season, keeping);
  const assigned = new Map<string, AssignedSlot>();
  for (const { slug, liveAt } of request.posts) {
    if (liveAt)
      assigned.set(slug, { at: liveAt, by: null, why: `It went live ${sayWhen(liveAt, request.zone)}.`, fits: liveAt <= season.deadline });
  }
  season.posts.forEach(({ post }, index) => {
    const at = keeping.placement.slots[index];
    const by = at !== undefined && at === post.asked ? post.askedBy : null;
    if (at) assigned.set(post.slug, { at, by, why: whyThisSlot(season, keeping, index, shortage), fits: at <= season.deadline });
  });
  return assigned;
}

/** `5 posts need the 3 slots before it`, when so many posts that nobody placed by hand have to share so few slots. */
function shortageOf(season: Season, keeping: Keeping): string | null {
  if (keeping.placement.cost.late === 0) return null;
  const byHand = season.posts.map(({ claims }, index) => claims.wishes.find(({ at }) => at === keeping.kept[index])?.at ?? null);
  const need = season.posts.filter(({ floor }, index) => floor < season.deadline && !byHand[index]).length;
  const used = new Set<Instant | null>([...season.taken, ...byHand]);
  let slots = 0;
  let slot = season.slotAfter(season.at);
  while (slot && slot <= season.deadline && slots < need) {
    if (!used.has(slot)) slots += 1;
    slot = season.slotAfter(slot);
  }
  return need > slots ? `${count(need, "post needs", "posts need")} the ${count(slots, "slot", "slots")} before it` : null;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

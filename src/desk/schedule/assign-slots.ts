/** Gives every post of a campaign its slot, with the reason. START HERE. */
import { sayWhen } from "../time/zone.js";
import { NOWHERE } from "./solve/cost.js";
import { layOut } from "./solve/lay-out.js";
import { placeBest } from "./solve/place-best.js";
import type { Settled } from "./solve/settled.js";
import type { AssignedSlot, SlotRequest } from "./solve/slot-request.js";
import { whyThisSlot } from "./why-this-slot.js";

/**
 * By slug, a slot for each post. What is best, in order:
 *
 * 1. wishes of people are kept, one by one in the plan's order, unless that is impossible (`solve/grant-wishes.ts`);
 * 2. of all ways to place the rest, those that cost least (`solve/cost.ts`): fewest posts past the deadline, fewest without any slot,
 *    least total lateness, fewest posts put before their earliest possible draft, fewest announced slots moved;
 * 3. of these, the plan's own order: the first post, behind what it comes after, has the earliest slot possible, then the second,
 *    and so on (`solve/tie-break.ts`; where nobody is in another's way, `solve/in-turn.ts` has it at once). So there is one answer,
 *    and it does not depend on how it is found.
 *
 * What the schedule gives is a free slot of the calendar, or the one announced for the post; each holds one post, strictly behind
 * those it comes after, after its embargo, outside freezes, and never where that would make `days` days hold more than `most`
 * posts of one byline or put two posts of a beat closer than the gap. People may do all of this by hand but the embargo,
 * the order and the freeze.
 *
 * A post is left out only when the calendar has nothing to give it. Live posts answer with when they went live.
 */
export function assignSlots(request: SlotRequest): ReadonlyMap<string, AssignedSlot> {
  return answerOf(request, settle(request));
}

/** The same without the words. */
export function settle(request: SlotRequest): Settled {
  const { problem, wishes, grid, given } = layOut(request);
  const { placing, cost, best } = placeBest(grid, given);
  const rowOf = new Map(grid.places.map((place, row) => [place, row]));
  const at = problem.posts.map((_, place) => {
    const slot = placing[rowOf.get(place) ?? -1] ?? NOWHERE;
    return wishes[place]?.at ?? (slot === NOWHERE ? null : grid.slots.instant(slot));
  });
  return { problem, grid, wishes, rowOf, placing, at, cost, best, shortage: shortageOf(grid, cost.late) };
}

/** The words to it. */
export function answerOf(request: SlotRequest, settled: Settled): ReadonlyMap<string, AssignedSlot> {
  const { problem, at, shortage } = settled;
  const assigned = new Map<string, AssignedSlot>();
  for (const { slug, liveAt } of request.posts) {
    if (liveAt)
      assigned.set(slug, { at: liveAt, by: null, why: `It went live ${sayWhen(liveAt, request.zone)}.`, fits: liveAt <= problem.deadline });
  }
  problem.posts.forEach(({ post }, place) => {
    const slot = at[place];
    if (!slot) return;
    const why = whyThisSlot(settled, place, shortage);
    assigned.set(post.slug, { at: slot, by: moverOf(settled, place), why, fits: slot <= problem.deadline });
  });
  return assigned;
}

/** Whoever wished the slot that it has; or wanted another, where it has one for that reason. */
function moverOf({ problem, wishes }: Settled, place: number): string | null {
  const wish = wishes[place];
  const { post, claims } = problem.posts[place] ?? {};
  if (wish) return wish.by;
  return claims?.void === "too early" ? (post?.laterBy ?? null) : null;
}

/** `there are only 3 slots before the deadline for 5 posts`, when so many posts that nobody placed by hand have to share so few slots. */
function shortageOf({ slots, floor, deadline }: Settled["grid"], late: number): string | null {
  if (late === 0) return null;
  const inTime = slots.firstFrom(deadline + 1);
  const need = floor.filter((slot) => slot < inTime).length;
  const free = Array.from({ length: inTime }, (_, slot) => slot).filter((slot) => !slots.onlyAnnounced(slot)).length;
  return need > free
    ? `there ${free === 1 ? "is" : "are"} only ${count(free, "slot", "slots")} before the deadline for ${count(need, "post", "posts")}`
    : null;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

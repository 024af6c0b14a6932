/** Why a post does not have the slot that it should have had. */
import type { Void } from "./claim.js";
import { NOWHERE } from "./cost.js";
import { hasRoom, indexOfDay, type Crowd } from "./crowds.js";
import type { Settled } from "./settled.js";

/**
 * `out of order`: a post that it comes after is not live by then. `crowded`: others of its byline or beat stand too close.
 * `rearranged`: so that fewer posts are late or hurried.
 */
type Loss = Void | "given away" | "out of order" | "crowded" | "rearranged";

/** Null where it has it, or where there was none. */
export function lossOf(settled: Settled, place: number): Loss | null {
  const { problem, wishes, at } = settled;
  const { claims, before } = problem.posts[place] ?? {};
  if (!claims?.first || at[place] === claims.first) return null;
  if (claims.void) return claims.void;
  // A wish that counts and is not kept could not be, with what it waits for; nothing else stands in its way.
  if (claims.first !== claims.announced) return "out of order";
  const own = claims.first;
  if (problem.taken.has(own) || wishes.some((wish) => wish?.at === own)) return "given away";
  if (before?.some((one) => (at[one] ?? "~") >= own)) return "out of order";
  const row = settled.rowOf.get(place) ?? -1;
  const told = settled.grid.told[row] ?? -1;
  return told >= 0 && crowdAround(settled, row, told) ? "crowded" : "rearranged";
}

/** The crowd that leaves the row no room on this slot, as the others stand; null when all do. */
export function crowdAround({ grid, placing }: Settled, row: number, slot: number): Crowd | null {
  const { crowds, crowdsOf, slots } = grid;
  for (const number of crowdsOf[row] ?? []) {
    const crowd = crowds[number];
    if (crowd && !hasRoom(standingWithout(crowd, row), slots.day(slot), crowd)) return crowd;
  }
  return null;

  function standingWithout(crowd: Crowd, own: number): readonly number[] {
    const days = [...crowd.fixed];
    for (const other of crowd.members) {
      const stands = placing[other] ?? NOWHERE;
      if (other !== own && stands !== NOWHERE) days.splice(indexOfDay(days, slots.day(stands)), 0, slots.day(stands));
    }
    return days;
  }
}

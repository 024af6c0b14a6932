/** Freezes: the one rule for when nothing goes live, until when, and who may place a post inside one all the same. */
import type { Freeze } from "../facts/desk.js";
import { includesLogin } from "../facts/person.js";
import type { Instant } from "../time/zone.js";

/** The slot of a post, with the login of whoever asked for it; null when the schedule gave it. */
export interface PlacedSlot {
  readonly at: Instant;
  readonly by: string | null;
}

/**
 * The freeze that keeps from going live at `at` what has that slot, or what has none; of several, the one that ends last, whatever
 * their order. Whoever asked has to be let pass by each that lies over `at`. A freeze is over at its end.
 */
export function freezeAt(freezes: readonly Freeze[], at: Instant, slot: PlacedSlot | null = null): Freeze | null {
  return freezes
    .filter((freeze) => isOver(freeze, at) && !passesFreeze(freeze, slot))
    .reduce<Freeze | null>((last, one) => (last && !outlasts(one, last) ? last : one), null);
}

/** Of two that end at one instant, the one that has lasted longer is named. */
function outlasts(one: Freeze, other: Freeze): boolean {
  if (one.to !== other.to) return one.to > other.to;
  return one.from === other.from ? one.why < other.why : one.from < other.from;
}

/** Only for the very slot that was asked for: a pass is for one publication and not for whatever comes late. */
export function passesFreeze(freeze: Freeze, slot: PlacedSlot | null): boolean {
  return slot?.by != null && includesLogin(freeze.pass, slot.by) && isOver(freeze, slot.at);
}

function isOver({ from, to }: Pick<Freeze, "from" | "to">, at: Instant): boolean {
  return from <= at && at < to;
}

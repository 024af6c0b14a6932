/** The slots that are still free: each can be taken once, and the next free one is found without walking over those that are not. */
import type { Instant } from "../zone.js";
import type { SlotAfter } from "./weekly-calendar.js";

export interface OpenSlots {
  /** Takes the first free slot after `at`; null when there is none to come. */
  readonly takeAfter: (at: Instant) => Instant | null;
}

export function openSlots(slotAfter: SlotAfter, taken: Iterable<Instant>): OpenSlots {
  const gone = new Set(taken);
  // From a slot that is gone to a later one: disjoint sets with halved paths, so that a season of posts is placed in linear time.
  const onward = new Map<Instant, Instant>();

  const step = (slot: Instant): Instant | null => {
    const known = onward.get(slot);
    if (known) return known;
    const next = slotAfter(slot);
    if (next) onward.set(slot, next);
    return next;
  };

  const firstFree = (from: Instant | null): Instant | null => {
    let slot = from;
    while (slot && gone.has(slot)) {
      const next = step(slot);
      const beyond = next && gone.has(next) ? step(next) : next;
      if (beyond) onward.set(slot, beyond);
      slot = beyond;
    }
    return slot;
  };

  return {
    takeAfter: (at) => {
      const slot = firstFree(slotAfter(at));
      if (slot) gone.add(slot);
      return slot;
    },
  };
}

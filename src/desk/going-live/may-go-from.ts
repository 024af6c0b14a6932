/** When a post may go live as far as the calendar is concerned: not before its slot, in its embargo, or in a freeze. */
import { freezeAt, type PlacedSlot } from "../calendar/freeze.js";
import type { Freeze } from "../facts/desk.js";
import { latest, type Instant } from "../time/zone.js";

interface Calendared {
  /** Null when it has none and goes as soon as it can. */
  readonly slot: PlacedSlot | null;
  readonly embargo: Instant | null;
  readonly freezes: readonly Freeze[];
}

/** The first instant, not before `after`, at which nothing of the calendar holds it; with what holds it until then. */
interface MayGo {
  readonly from: Instant;
  readonly embargo: Instant | null;
  /** The freezes one after the other, each of which ends where the next one has begun. */
  readonly freezes: readonly Freeze[];
}

export function mayGoFrom({ slot, embargo, freezes }: Calendared, after: Instant): MayGo {
  const wanted = latest([after, slot?.at]) ?? after;
  const held: Freeze[] = [];
  let from = latest([wanted, embargo]) ?? wanted;
  for (let freeze = freezeAt(freezes, from, slot); freeze; freeze = freezeAt(freezes, from, slot)) {
    held.push(freeze);
    from = freeze.to;
  }
  return { from, embargo: embargo && embargo > wanted ? embargo : null, freezes: held };
}

/** The slot that a post's own text asks for, where nobody promised it: for a promised one the schedule says the day, and the text follows. */
import type { SlotCalendar } from "../calendar/slot-calendar.js";
import type { DateWished } from "../facts/date-wished.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { Reviewed } from "../reviews/review-post.js";
import { atWallTime, dayOf, plus, timeOf, type Instant } from "../time/zone.js";

/**
 * A dated post waits for its date. It has the first free slot from then on; on a day on which there is none at all it goes at the hour
 * it names, else at that of the next slot. Null when the date has gone by, or when what was announced is no earlier.
 */
export function datedSlot(
  { dossier: { promised, moves } }: Reviewed,
  dated: DateWished | null,
  isTaken: (slot: Instant) => boolean,
  calendar: SlotCalendar,
  { at, desk: { zone } }: Snapshot,
): Instant | null {
  if (promised || dated?.kind !== "from" || dated.at <= at) return null;
  if ((moves.at(-1)?.slot ?? "") >= dated.at) return null;
  const first = calendar.after(plus(dated.at, -1000));
  const day = dayOf(dated.at, zone);
  if (!first || dayOf(first, zone) !== day) return dated.timed || !first ? dated.at : atWallTime(day, timeOf(first, zone), zone);
  let free: Instant | null = first;
  while (free && isTaken(free)) free = calendar.after(free);
  return free ?? first;
}

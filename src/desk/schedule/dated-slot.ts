/** The slot that a post's own text asks for, where nobody promised it: for a promised one the schedule says the day, and the text follows. */
import type { SlotCalendar } from "../calendar/slot-calendar.js";
import type { DateWished } from "../facts/date-wished.js";
import type { Reviewed } from "../reviews/review-post.js";
import { atWallTime, dayOf, latest, plus, timeOf, type Instant, type Zone } from "../time/zone.js";

type DateFrom = Extract<DateWished, { readonly kind: "from" }>;

/** The date in the text of a post that nobody promised, while it is to come: the schedule gives it no slot before. */
export function dateAhead({ dossier }: Reviewed, dated: DateWished | null, at: Instant): DateFrom | null {
  return !dossier.promised && dated?.kind === "from" && dated.at > at ? dated : null;
}

/**
 * A dated post waits for its date. It has the first free slot from then on; on a day on which there is none at all it goes at the hour
 * it names, else at that of the next slot, unless another post goes then. Null when what was announced is no earlier.
 */
export function datedSlot(
  { dossier: { moves } }: Reviewed,
  dated: DateFrom,
  isTaken: (slot: Instant) => boolean,
  calendar: SlotCalendar,
  zone: Zone,
): Instant | null {
  if ((moves.at(-1)?.slot ?? "") >= dated.at) return null;
  const first = calendar.after(plus(dated.at, -1000));
  const day = dayOf(dated.at, zone);
  const isThere = first !== null && dayOf(first, zone) === day;
  const wished = isThere
    ? first
    : dated.timed || !first
      ? dated.at
      : (latest([dated.at, atWallTime(day, timeOf(first, zone), zone)]) ?? dated.at);
  let free: Instant | null = wished;
  while (free && isTaken(free)) free = calendar.after(free);
  return free ?? wished;
}

/** Works ahead from now: the first instant at which a post can be live with the time its crew is given. */
import type { Crew, Diary } from "../calendar/diaries.js";
import { workingDaysAfter } from "../calendar/working-days.js";
import type { Lead } from "../facts/desk.js";
import { atWallTime, dayOf, earliest, type Instant } from "../time/zone.js";

/**
 * The midnight that begins the first day whose slots leave the working days to write, unless it is written, and to review.
 * Of several people whoever can be first decides, as in `workBack`. Null when everybody is away for good.
 */
export function workAhead(at: Instant, lead: Lead, { writers, reviewers }: Crew, written: boolean): Instant | null {
  const finishes = written ? [at] : writers.map((writer) => dayAfter(at, lead.draft, writer));
  const drafted = earliest(finishes);
  return drafted && earliest(reviewers.map((reviewer) => dayAfter(drafted, lead.review, reviewer)));
}

function dayAfter(at: Instant, days: number, { zone, off }: Diary): Instant | null {
  const day = workingDaysAfter(dayOf(at, zone), days, off);
  return day && atWallTime(day, "00:00", zone);
}

/** Works ahead from now: the first instant at which a post can be live with the time its crew is given. */
import type { Crew, Diary } from "../calendar/diaries.js";
import { END_OF_DAY, workingDayFrom, workingDaysAfter } from "../calendar/working-days.js";
import type { Lead } from "../facts/desk.js";
import { atWallTime, dayOf, dayPlus, earliest, timeOf, type Day, type Instant } from "../time/zone.js";

/**
 * The midnight that begins the first day whose slots leave the working days to write, unless it is written, and to review: none of
 * it is due before now. Of several people whoever can be first decides, as in `workBack`. Null when everybody is away for good.
 */
export function workAhead(at: Instant, lead: Lead, { writers, reviewers }: Crew, written: boolean): Instant | null {
  if (written) return earliest(reviewers.map((reviewer) => dayAfter(dayLeft(at, reviewer), lead.review, reviewer)));
  const drafted = earliest(writers.map((writer) => dayAfter(dayLeft(at, writer), lead.draft, writer)));
  return drafted && earliest(reviewers.map((reviewer) => dayAfter(dayOf(drafted, reviewer.zone), lead.review, reviewer)));
}

/** The first working day of which something is left; null when there is none. */
function dayLeft(at: Instant, { zone, off }: Diary): Day | null {
  const day = dayOf(at, zone);
  return workingDayFrom(timeOf(at, zone) < END_OF_DAY ? day : dayPlus(day, 1), off);
}

function dayAfter(from: Day | null, days: number, { zone, off }: Diary): Instant | null {
  const day = from && workingDaysAfter(from, days, off);
  return day && atWallTime(day, "00:00", zone);
}

/** Works ahead from now: the first instant at which a post can be live with the time its crew is given. */
import type { Crew, Diary } from "../calendar/diaries.js";
import { END_OF_DAY, workingDayFrom, workingDaysAfter } from "../calendar/working-days.js";
import type { Lead } from "../facts/desk.js";
import { atWallTime, dayOf, dayPlus, earliest, timeOf, type Day, type Instant } from "../time/zone.js";
import { workBack } from "./work-back.js";

/** Clocks that differ cost a day or two. */
const MOST_STEPS = 14;

/**
 * The midnight that begins the first day whose slots leave the working days to write, unless it is written, and to review: none of
 * it is due before now. Of several people whoever can be first decides, as in `workBack`. Null when everybody is away for good.
 */
export function workAhead(at: Instant, lead: Lead, crew: Crew, written: boolean): Instant | null {
  const drafted = written
    ? null
    : earliest(crew.writers.map((writer) => midnight(daysAfter(dayLeft(at, writer), lead.draft, writer), writer)));
  if (!written && !drafted) return null;
  return earliest(
    crew.reviewers.map((reviewer) => {
      const from = drafted ? dayOf(drafted, reviewer.zone) : dayLeft(at, reviewer);
      let day = daysAfter(from, lead.review, reviewer);
      for (let step = 0; day && step < MOST_STEPS && isDueBefore(at, day, reviewer); step += 1)
        day = workingDayFrom(dayPlus(day, 1), reviewer.off);
      return midnight(day, reviewer);
    }),
  );

  /** Whether a slot on that day of the reviewer's, worked back from, would leave something due that cannot be kept. */
  function isDueBefore(now: Instant, day: Day, { zone }: Diary): boolean {
    const { draftBy, reviewBy } = workBack(atWallTime(day, "23:59", zone), lead, crew);
    return (written ? reviewBy : draftBy) < now;
  }
}

/** The first working day of which something is left; null when there is none. */
function dayLeft(at: Instant, { zone, off }: Diary): Day | null {
  const day = dayOf(at, zone);
  return workingDayFrom(timeOf(at, zone) < END_OF_DAY ? day : dayPlus(day, 1), off);
}

function daysAfter(from: Day | null, days: number, { off }: Diary): Day | null {
  return from && workingDaysAfter(from, days, off);
}

function midnight(day: Day | null, { zone }: Diary): Instant | null {
  return day && atWallTime(day, "00:00", zone);
}

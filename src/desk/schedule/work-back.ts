/** Works back from a slot: by when the text and the reviews have to be there. */
import type { Crew, Diary } from "../crew.js";
import type { Lead } from "../desk.js";
import { END_OF_DAY, workingDaysBefore } from "../working-days.js";
import { atWallTime, dayOf, dayPlus, earliest, latest, type Day, type Instant } from "../zone.js";

export interface Bys {
  readonly draftBy: Instant;
  readonly reviewBy: Instant;
}

/**
 * "Review by" is the end of the working day (17:00) that lies `lead.review` working days before the slot's day, on the walls and
 * in the calendars of those who review; "draft by" lies `lead.draft` working days before "review by", by those of the byline.
 * Of several people whoever can be latest decides: while one of them is away another can still do it.
 * Neither is later than the slot, and the draft not later than the review.
 */
export function workBack(slot: Instant, lead: Lead, { writers, reviewers }: Crew): Bys {
  const reviewBy = earliest([slot, dueBefore(slot, lead.review, reviewers)]) ?? slot;
  return { draftBy: earliest([reviewBy, dueBefore(reviewBy, lead.draft, writers)]) ?? reviewBy, reviewBy };
}

/** Nothing is due more days than this before weekdays alone would have it: whoever is away for longer is somebody to replace. */
const LONGEST_LEAVE = 60;

function dueBefore(at: Instant, days: number, diaries: readonly Diary[]): Instant | null {
  return latest(diaries.map(({ zone, off }) => atWallTime(dayBefore(dayOf(at, zone), days, off), END_OF_DAY, zone)));
}

function dayBefore(day: Day, days: number, off: Diary["off"]): Day {
  const worked = workingDaysBefore(day, days, off);
  const bound = dayPlus(workingDaysBefore(day, days), -LONGEST_LEAVE);
  return worked > bound ? worked : bound;
}

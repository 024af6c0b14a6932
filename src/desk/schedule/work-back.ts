/** Works back from a slot: by when the text and the reviews have to be there. */
import type { Crew, Diary } from "../calendar/diaries.js";
import { END_OF_DAY, FIRST_DAY, workingDaysBefore } from "../calendar/working-days.js";
import type { Lead } from "../facts/desk.js";
import { atWallTime, dayOf, dayPlus, earliest, latest, type Day, type Instant, type Zone } from "../time/zone.js";

interface DueTimes {
  readonly draftBy: Instant;
  readonly reviewBy: Instant;
}

/**
 * "Review by" is the end of the working day (17:00) that lies `lead.review` working days before the slot's day, on the walls and
 * in the calendars of those who review; "draft by" lies `lead.draft` working days before that day, by those of the byline.
 * Of several people whoever can be latest decides: while one of them is away another can still do it.
 * Neither is later than the slot, and the draft not later than the review.
 */
export function workBack(slot: Instant, lead: Lead, { writers, reviewers }: Crew): DueTimes {
  const review = dueBefore((zone) => dayOf(slot, zone), lead.review, reviewers);
  const reviewBy = earliest([slot, review.at]) ?? slot;
  // Counted from the reviewers' day where it is already the next one for the byline: draft on Friday, review on Monday.
  const draft = dueBefore((zone) => [review.day, dayOf(reviewBy, zone)].reduce((a, b) => (a < b ? a : b)), lead.draft, writers);
  return { draftBy: earliest([reviewBy, draft.at]) ?? reviewBy, reviewBy };
}

interface DueDay {
  /** The latest day of anybody's, and the latest instant; not always the same person's. */
  readonly day: Day;
  readonly at: Instant | null;
}

function dueBefore(dayIn: (zone: Zone) => Day, days: number, diaries: readonly Diary[]): DueDay {
  const own = diaries.map((diary) => ({ zone: diary.zone, day: dayBefore(dayIn(diary.zone), days, diary) }));
  return {
    day: own.reduce<Day>((last, { day }) => (day > last ? day : last), FIRST_DAY),
    at: latest(own.map(({ zone, day }) => atWallTime(day, END_OF_DAY, zone))),
  };
}

/** Nothing is due more days than this before weekdays alone would have it: whoever is away for longer is somebody to replace. */
const LONGEST_LEAVE = 60;

function dayBefore(day: Day, days: number, diary: Diary): Day {
  const known = WORKED.get(diary) ?? new Map<string, Day>();
  WORKED.set(diary, known);
  const key = `${day}/${days}`;
  const worked = known.get(key) ?? workedBack(day, days, diary.off);
  known.set(key, worked);
  return worked;
}

/** What was worked out is kept with the diary: a plan asks several times for each post. */
const WORKED = new WeakMap<Diary, Map<string, Day>>();

function workedBack(day: Day, days: number, off: Diary["off"]): Day {
  const worked = workingDaysBefore(day, days, off);
  // No weekday is nearer than this, so that mostly the bound need not be worked out.
  if (off.length === 0 || worked >= dayPlus(day, -days - LONGEST_LEAVE)) return worked;
  const bound = dayPlus(workingDaysBefore(day, days), -LONGEST_LEAVE);
  return worked > bound ? worked : bound;
}

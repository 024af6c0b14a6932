/** The pace: when a thing that somebody owes is to be brought up, for the first time and again. */
import { workingDayFrom, workingDaysAfter, workingDaysBefore } from "../calendar/working-days.js";
import { atWallTime, dayOf, dayPlus, earliest, latest, timeOf, type Day, type Instant } from "../time/zone.js";
import { morningFrom, morningOf, type Mornings } from "./mornings.js";
import type { Owed } from "./owed.js";

/** Working days between the morning of a last reminder and the day by which something has to be there. */
const DAYS_BEFORE_DUE = 1;

/**
 * The morning on which it may first be brought up: after one full working day of the person, but on the next working day
 * when it presses. A snooze moves it to the first morning after its end. Null when the person is away for good.
 */
export function firstMorning(owed: Owed, mornings: Mornings): Instant | null {
  const { since, snoozedUntil } = owed;
  const unhurried = afterOneWorkingDay(since, mornings);
  const first = earliest([unhurried && morningFrom(unhurried, mornings), pressingMorning(owed, dayOf(since, mornings.zone), mornings)]);
  if (!first || !snoozedUntil) return first;
  const awake = morningFrom(snoozedUntil, mornings);
  return awake && latest([first, awake]);
}

/**
 * The morning to bring it up again when the last was on `last`: `every` working days later, but not later than the working day
 * before it has to be there, nor than the first one after. A bot that nags each day is soon switched off.
 */
export function nextMorning(owed: Owed, last: Day, every: number, mornings: Mornings): Instant | null {
  const unhurried = workingDaysAfter(last, every, mornings.away);
  return earliest([unhurried && morningOf(unhurried, mornings), turningMorning(owed, last, mornings)]);
}

/** The first of two mornings that is after `day`: that of the working day before it has to be there, and that of the one after. */
function turningMorning({ by }: Owed, day: Day, mornings: Mornings): Instant | null {
  if (!by) return null;
  const due = dayOf(by, mornings.zone);
  const turning = [workingDaysBefore(due, DAYS_BEFORE_DUE), dayPlus(due, 1)].find((one) => one > day);
  return turning ? morningOf(turning, mornings) : null;
}

/**
 * The first morning after `day` on which it presses: it has to be there by the next working day, or should have been.
 * Null when nothing says by when.
 */
function pressingMorning({ by }: Owed, day: Day, mornings: Mornings): Instant | null {
  if (!by) return null;
  const eve = workingDaysBefore(dayOf(by, mornings.zone), DAYS_BEFORE_DUE);
  const next = dayPlus(day, 1);
  return morningOf(eve > next ? eve : next, mornings);
}

/** One working day after `since`, at the same time on the wall; from midnight when `since` is on a day off. */
function afterOneWorkingDay(since: Instant, { zone, away }: Mornings): Instant | null {
  const day = dayOf(since, zone);
  const from = workingDayFrom(day, away);
  const to = from && workingDaysAfter(from, 1, away);
  return to && atWallTime(to, from === day ? timeOf(since, zone) : "00:00", zone);
}

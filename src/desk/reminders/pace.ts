/** The pace: when a thing that somebody owes is to be brought up, for the first time and again. */
import { workingDayFrom, workingDaysAfter, workingDaysBefore } from "../calendar/working-days.js";
import { atWallTime, dayOf, dayPlus, earliest, latest, plus, timeOf, type Day, type Instant } from "../time/zone.js";
import { morningFrom, morningOf, type Mornings } from "./mornings.js";
import type { Owed } from "./owed.js";

/** What is due is not left unsaid for longer than so many working days, whatever the desk's pace. */
export const LONGEST_SILENCE = 5;

/** Working days between the morning of a last reminder and the day by which something has to be there. */
const DAYS_BEFORE_DUE = 1;

/**
 * The morning on which it may first be brought up: after one full working day of the person, but on the next working day
 * when it presses. A snooze moves it to the first morning after its end. Null when the person is away for good.
 */
export function firstMorning(owed: Owed, mornings: Mornings): Instant | null {
  const { snoozedUntil } = owed;
  const begins = beginningOf(owed);
  const unhurried = owed.atOnce ? plus(begins, 1000) : afterOneWorkingDay(begins, mornings);
  const day = dayOf(begins, mornings.zone);
  const by = spansOf(owed).find(({ until }) => until === null || until > begins)?.by ?? null;
  const first = earliest([
    unhurried && morningFrom(unhurried, mornings),
    pressingMorning(by, day, mornings),
    ...turningMornings(owed, mornings).filter((morning) => dayOf(morning, mornings.zone) > day),
  ]);
  if (!first || !snoozedUntil) return first;
  const awake = morningFrom(snoozedUntil, mornings);
  return awake && latest([first, awake]);
}

/** When it became their move, or when it is no more too early to speak of it. */
export function beginningOf({ since, quietUntil = null }: Owed): Instant {
  return latest([since, quietUntil]) ?? since;
}

/**
 * The morning to bring it up again when the last was on `last`: `every` working days later, or five once it is due, but not later than
 * the working day before it has to be there, nor than the first one after. A bot that nags each day is soon switched off: of both there is one in
 * a turn, the first that comes about, however often the day is moved by which it has to be there.
 */
export function nextMorning(owed: Owed, last: Day, every: number, mornings: Mornings): Instant | null {
  const after = (pace: number) => {
    const day = workingDaysAfter(last, pace, mornings.away);
    return day && morningOf(day, mornings);
  };
  const dayAfterDue = owed.by && morningOf(dayPlus(dayOf(owed.by, mornings.zone), 1), mornings);
  const onceDue = [dayAfterDue, after(Math.min(every, LONGEST_SILENCE))];
  const turning = turningMornings(owed, mornings).filter((morning) => dayOf(morning, mornings.zone) > last);
  return earliest([after(every), onceDue.includes(null) ? null : latest(onceDue), ...turning]);
}

interface Span {
  readonly by: Instant;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** By when it has to be there, through the turn; empty when nothing says. */
function spansOf({ since, by, before = [] }: Owed): readonly Span[] {
  const former = before.map((one, index): Span => ({ ...one, from: before[index - 1]?.until ?? since }));
  return by === null ? former : [...former, { by, from: before.at(-1)?.until ?? since, until: null }];
}

/** The first eve that comes about in the turn, and the first day after: each where nobody had moved the day by then. */
function turningMornings(owed: Owed, mornings: Mornings): readonly Instant[] {
  const spans = spansOf(owed);
  const first = (dayFor: (due: Day) => Day): Instant | null => {
    for (const { by, from, until } of spans) {
      const morning = morningOf(dayFor(dayOf(by, mornings.zone)), mornings);
      if (morning && morning > from && (until === null || morning < until)) return morning;
    }
    return null;
  };
  return [first((due) => workingDaysBefore(due, DAYS_BEFORE_DUE)), first((due) => dayPlus(due, 1))].filter((one) => one !== null);
}

/**
 * The first morning after `day` on which it presses: it has to be there by the next working day, or should have been.
 * Null when nothing says by when.
 */
function pressingMorning(by: Instant | null, day: Day, mornings: Mornings): Instant | null {
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

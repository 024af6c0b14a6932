/** Working days: Monday to Friday, less the days off that somebody gives. Slots are worked back in them and reminders paced by them. */
import type { Absence } from "../facts/person.js";
import { dayPlus, daysBetween, weekdayOf, type Day } from "../time/zone.js";

/** When a working day ends on the wall: what is due "by" a day is due then. */
export const END_OF_DAY = "17:00";

/** The ends of the calendar. */
export const FIRST_DAY = "0000-01-01" as Day;
const LAST_DAY = "9999-12-31";

export function isWorkingDay(day: Day, off: readonly Absence[] = []): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !off.some(({ from, to }) => from <= day && day <= to);
}

/** `day` itself when it is a working day, else the next one; null when the days off never end. */
export function workingDayFrom(day: Day, off: readonly Absence[] = []): Day | null {
  let candidate = day;
  while (!isWorkingDay(candidate, off)) {
    if (candidate >= LAST_DAY) return null;
    // A leave of a thousand years costs one step.
    const ends = off.filter(({ from, to }) => from <= candidate && candidate <= to).map(({ to }) => to);
    candidate = dayPlus(
      ends.reduce((last, to) => (to > last ? to : last), candidate),
      1,
    );
  }
  return candidate;
}

/** The `n`th working day after `day`, `n` at least 0 (0 as `workingDayFrom`); null when the days off never end. */
export function workingDaysAfter(day: Day, n: number, off: readonly Absence[] = []): Day | null {
  let reached = n === 0 ? workingDayFrom(day, off) : day;
  for (let step = 0; step < n && reached; step += 1) reached = reached < LAST_DAY ? workingDayFrom(dayPlus(reached, 1), off) : null;
  return reached;
}

/**
 * The `n`th working day before `day`, whatever `day` is itself; `n` of 0 is the day itself. Of somebody who never worked before it,
 * the first day there is.
 */
export function workingDaysBefore(day: Day, n: number, off: readonly Absence[] = []): Day {
  let reached = day;
  for (let step = 0; step < n && reached > FIRST_DAY; step += 1) {
    reached = dayPlus(reached, -1);
    while (!isWorkingDay(reached, off) && reached > FIRST_DAY) {
      const begins = off.filter(({ from, to }) => from <= reached && reached <= to).map(({ from }) => from);
      reached = dayPlus(
        begins.reduce((first, from) => (from < first ? from : first), reached),
        -1,
      );
    }
  }
  return reached;
}

/** How many working days come after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, off: readonly Absence[] = []): number {
  if (to < from) return 0 - workingDaysBetween(to, from, off);
  const merged = mergeAbsences(off);
  return merged.reduce(
    (count, { from: start, to: end }) => {
      const first = start > from ? dayPlus(start, -1) : from;
      const last = end < to ? end : to;
      return last > first ? count - weekdaysBetween(first, last) : count;
    },
    weekdaysBetween(from, to),
  );
}

/** Weekdays in (from, to], counted without walking: a deadline may be years away. */
function weekdaysBetween(from: Day, to: Day): number {
  return weekdaysUpTo(daysBetween(MONDAY, to)) - weekdaysUpTo(daysBetween(MONDAY, from));
}

/** A Monday to count from. */
const MONDAY = "2014-06-30" as Day;

/** Weekdays among the days numbered 0 to `n`, of which 0 is a Monday; for negative `n`, less those between. */
function weekdaysUpTo(n: number): number {
  const weeks = Math.floor((n + 1) / 7);
  return weeks * 5 + Math.min(n + 1 - weeks * 7, 5);
}

/** The same days off, in order and without overlaps. */
function mergeAbsences(off: readonly Absence[]): readonly Absence[] {
  const merged: Absence[] = [];
  for (const one of [...off].filter(({ from, to }) => from <= to).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && one.from <= last.to) merged[merged.length - 1] = { from: last.from, to: one.to > last.to ? one.to : last.to };
    else merged.push(one);
  }
  return merged;
}

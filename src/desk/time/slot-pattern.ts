/** The slots that come round: weekly, every so many weeks, or once a month, as a desk writes them. */
import { dayPlus, daysBetween, isDay, weekdayOf, type Day } from "./zone.js";

interface SlotPattern {
  /** On the wall of the desk's zone: `12:00`. */
  readonly time: string;
  readonly round: Round;
}

type Round =
  /** Every `every` weeks, on the weekday; `first` is one of those days and none is before it. A null `first`: always. */
  | { readonly kind: "weeks"; readonly weekday: number; readonly every: number; readonly first: Day | null }
  /** The `nth` such weekday of each month, 1 to 4, or -1 for the last. */
  | { readonly kind: "month"; readonly weekday: number; readonly nth: number };

/** `Tue 12:00`, `first Tue 12:00` or `Tue 12:00 every 2 weeks from 2014-07-01`. */
export const SLOT_PATTERN =
  /^(?:(first|second|third|fourth|last) )?(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ((?:[01]\d|2[0-3]):[0-5]\d)$|^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ((?:[01]\d|2[0-3]):[0-5]\d) every ([2-9]|[1-4]\d|5[0-2]) weeks from (\d{4}-\d{2}-\d{2})$/;

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/** Null for what is no pattern, or counts from a day that is on no calendar. It counts from the first such weekday on or after that day. */
export function readSlotPattern(text: string): SlotPattern | null {
  const match = SLOT_PATTERN.exec(text);
  if (!match) return null;
  const [, nth, plainDay = "", plainTime = "", day = "", time = "", every = "", from = ""] = match;
  if (plainDay === "") {
    const weekday = WEEKDAYS.indexOf(day);
    return isDay(from) ? { time, round: { kind: "weeks", weekday, every: Number(every), first: onOrAfter(from, weekday) } } : null;
  }
  const weekday = WEEKDAYS.indexOf(plainDay);
  const round: Round = nth ? { kind: "month", weekday, nth: NTH[nth] ?? 1 } : { kind: "weeks", weekday, every: 1, first: null };
  return { time: plainTime, round };
}

/** The first day of the pattern that is not before `day`. Worked out, not walked: it may be thousands of years off. */
export function patternDayFrom(day: Day, { round }: SlotPattern): Day {
  const candidate = onOrAfter(day, round.weekday);
  if (round.kind === "weeks") {
    const { first, every } = round;
    if (!first) return candidate;
    const weeks = daysBetween(first, candidate) / 7;
    return weeks <= 0 ? first : dayPlus(first, Math.ceil(weeks / every) * every * 7);
  }
  let reached = candidate;
  // Two of one kind are at most five weeks apart; at the end of the calendar the last day comes again and again.
  for (let weeks = 0; weeks < 6 && !isNth(reached, round.nth); weeks += 1) reached = dayPlus(reached, 7);
  return reached;
}

function onOrAfter(day: Day, weekday: number): Day {
  return dayPlus(day, (weekday - weekdayOf(day) + 7) % 7);
}

function isNth(day: Day, nth: number): boolean {
  return nth === -1 ? dayPlus(day, 7).slice(5, 7) !== day.slice(5, 7) : Math.ceil(Number(day.slice(8)) / 7) === nth;
}

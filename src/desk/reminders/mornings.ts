/** A person's mornings: when reminders reach them, in their own zone, on their working days, never at night. */
import { isWorkingDay, workingDayFrom } from "../calendar/working-days.js";
import type { Absence } from "../facts/person.js";
import { atWallTime, dayOf, dayPlus, timeOf, type Day, type Instant, type Zone } from "../time/zone.js";

export interface Mornings {
  readonly zone: Zone;
  readonly away: readonly Absence[];
  /** The morning's hour on the wall, `09:00`. */
  readonly time: string;
}

/** Nobody is reminded outside these hours, whatever the desk says and however late a reminder is. */
const DAWN = "07:00";
const DUSK = "21:00";

/** The desk's hour is moved into the day when it lies in the night. */
export function morningsOf(zone: Zone, away: readonly Absence[], hour: number): Mornings {
  return { zone, away, time: `${String(Math.min(Math.max(hour, 7), 20)).padStart(2, "0")}:00` };
}

/** The morning of `day`, or of the first working day after it; null when the person is away for good. */
export function morningOf(day: Day, { zone, away, time }: Mornings): Instant | null {
  const working = workingDayFrom(day, away);
  return working && atWallTime(working, time, zone);
}

/** The first morning at or after `at`. */
export function morningFrom(at: Instant, mornings: Mornings): Instant | null {
  const today = dayOf(at, mornings.zone);
  const morning = morningOf(today, mornings);
  return morning === null || morning >= at ? morning : morningOf(dayPlus(today, 1), mornings);
}

/** Whether a reminder that is late may reach the person now. */
export function isReachable(at: Instant, { zone, away }: Mornings): boolean {
  const time = timeOf(at, zone);
  return isWorkingDay(dayOf(at, zone), away) && time >= DAWN && time < DUSK;
}

/** When the person is reachable next, from a time at which they are not; null when they are away for good. */
export function reachableNext(at: Instant, { zone, away }: Mornings): Instant | null {
  const today = dayOf(at, zone);
  const day = workingDayFrom(timeOf(at, zone) < DAWN ? today : dayPlus(today, 1), away);
  return day && atWallTime(day, DAWN, zone);
}

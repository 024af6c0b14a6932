/** Office hours: nine to five, Monday to Friday, on somebody's own clock. What the season's people do by habit, they do in these. */
import { atWallTime, between, dayOf, dayPlus, HOUR, plus, weekdayOf, type Day, type Instant, type Zone } from "../../src/desk/time/zone.js";

const OPENS = "09:00";
const CLOSES = "17:00";

/** `hours` of office time after `from`. */
export function officeHoursAfter(from: Instant, hours: number, zone: Zone): Instant {
  let left = hours * HOUR;
  for (let day = dayOf(from, zone); ; day = dayPlus(day, 1)) {
    if (!isWeekday(day)) continue;
    const opens = atWallTime(day, OPENS, zone);
    const start = from > opens ? from : opens;
    const room = Math.max(0, between(start, atWallTime(day, CLOSES, zone)));
    if (left <= room) return plus(start, left);
    left -= room;
  }
}

/** The next morning after the day of `from` on which people work. */
export function morningAfter(from: Instant, zone: Zone): Instant {
  let day = dayPlus(dayOf(from, zone), 1);
  while (!isWeekday(day)) day = dayPlus(day, 1);
  return atWallTime(day, OPENS, zone);
}

function isWeekday(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** The calendar of slots: the weekly pattern as instants, worked out as far as it is asked for. */
import { atWallTime, dayOf, dayPlus, weekdayOf, type Day, type Instant, type Zone } from "../zone.js";

/** The first slot of the pattern after `at`; null when there is none to come. */
export type SlotAfter = (at: Instant) => Instant | null;

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** No slot is looked for from this week on. */
const LAST_WEEK = "9999-12-01";

/** Two entries that clocks show at one instant (spring skips an hour) are one slot. What was worked out once is kept. */
export function weeklyCalendar(weekly: readonly string[], zone: Zone): SlotAfter {
  const pattern = weekly.map((slot) => ({ day: WEEKDAYS.indexOf(slot.slice(0, 3)), time: slot.slice(4) }));
  const weeks = new Map<Day, readonly Instant[]>();
  const answers = new Map<Instant, Instant | null>();

  const slotsOf = (monday: Day): readonly Instant[] => {
    const known = weeks.get(monday);
    if (known) return known;
    const slots = [...new Set(pattern.map(({ day, time }) => atWallTime(dayPlus(monday, day), time, zone)))].sort();
    weeks.set(monday, slots);
    return slots;
  };

  const look = (at: Instant): Instant | null => {
    if (pattern.length === 0) return null;
    const day = dayOf(at, zone);
    const monday = dayPlus(day, -((weekdayOf(day) + 6) % 7));
    for (const week of [monday, dayPlus(monday, 7)]) {
      const found = week < LAST_WEEK ? slotsOf(week).find((slot) => slot > at) : undefined;
      if (found) return found;
    }
    return null;
  };

  return (at) => {
    const known = answers.get(at);
    if (known !== undefined) return known;
    const found = look(at);
    answers.set(at, found);
    return found;
  };
}

/** The pattern as instants: the slots that come round, worked out as far as they are asked for. */
import { patternDayFrom, readSlotPattern } from "../time/slot-pattern.js";
import { atWallTime, dayOf, dayPlus, weekdayOf, type Day, type Instant, type Zone } from "../time/zone.js";

/** The first slot of the pattern after `at`; null when there is none to come. */
type SlotAfter = (at: Instant) => Instant | null;

/** No slot is looked for from this week on. */
const LAST_WEEK = "9999-12-01";

/** Two patterns that clocks show at one instant (spring skips an hour) are one slot. What was worked out once is kept. */
export function weeklyCalendar(slots: readonly string[], zone: Zone): SlotAfter {
  const patterns = slots.flatMap((slot) => readSlotPattern(slot) ?? []);
  const weeks = new Map<Day, readonly Instant[]>();
  const answers = new Map<Instant, Instant | null>();

  const slotsOf = (monday: Day): readonly Instant[] => {
    const known = weeks.get(monday);
    if (known) return known;
    const sunday = dayPlus(monday, 6);
    const own = patterns.flatMap((pattern) => {
      const day = patternDayFrom(monday, pattern);
      return day <= sunday ? [atWallTime(day, pattern.time, zone)] : [];
    });
    const sorted = [...new Set(own)].sort();
    weeks.set(monday, sorted);
    return sorted;
  };

  /** The next week with a slot, from the one that begins on `monday`: it may be years off. */
  const weekFrom = (monday: Day): Day | null => {
    const days = patterns.map((pattern) => patternDayFrom(monday, pattern)).sort();
    return days[0] ? mondayOf(days[0]) : null;
  };

  const look = (at: Instant): Instant | null => {
    const first = mondayOf(dayOf(at, zone));
    for (let week: Day | null = first; week && week < LAST_WEEK; week = weekFrom(dayPlus(week, 7))) {
      const found = slotsOf(week).find((slot) => slot > at);
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

function mondayOf(day: Day): Day {
  return dayPlus(day, -((weekdayOf(day) + 6) % 7));
}

/** The pattern as instants: the slots that come round, worked out as far as they are asked for. */
import { patternDayFrom, readSlotPattern } from "../slot-pattern.js";
import { atWallTime, dayOf, dayPlus, type Day, type Instant, type Zone } from "../zone.js";

/** The first slot of the pattern after `at`; null when there is none to come. */
export type SlotAfter = (at: Instant) => Instant | null;

/** No slot is looked for from this day on. */
const LAST_DAY = "9999-12-01";

/** Two patterns that clocks show at one instant (spring skips an hour) are one slot. What was worked out once is kept. */
export function weeklyCalendar(slots: readonly string[], zone: Zone): SlotAfter {
  const patterns = slots.flatMap((slot) => readSlotPattern(slot) ?? []);
  const days = new Map<Day, readonly Instant[]>();
  const answers = new Map<Instant, Instant | null>();

  const dayFrom = (day: Day): Day | null =>
    patterns.reduce<Day | null>((soonest, pattern) => {
      const next = patternDayFrom(day, pattern);
      return !soonest || next < soonest ? next : soonest;
    }, null);

  const slotsOf = (day: Day): readonly Instant[] => {
    const known = days.get(day);
    if (known) return known;
    const times = patterns.filter((pattern) => patternDayFrom(day, pattern) === day).map(({ time }) => time);
    const own = times.map((time) => atWallTime(day, time, zone)).sort();
    days.set(day, own);
    return own;
  };

  const look = (at: Instant): Instant | null => {
    // From the day before: a zone that skips a whole day (Samoa, 30 December 2011) shows that day's slots on the next.
    for (let day = dayFrom(dayPlus(dayOf(at, zone), -1)); day && day < LAST_DAY; day = dayFrom(dayPlus(day, 1))) {
      const found = [...slotsOf(day), ...slotsOf(dayPlus(day, 1))].sort().find((slot) => slot > at);
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

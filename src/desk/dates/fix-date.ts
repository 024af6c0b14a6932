/** Fixing a date where it stands: the day of the slot, in the shape in which the date was written, and no other character. */
import type { Edit } from "../effect.js";
import type { Place } from "../facts/finding.js";
import type { Dated, Written } from "../facts/post.js";
import { atWallTime, between, DAY, dayOf, daysBetween, MINUTE, plus, type Day, type Instant, type Zone } from "../time/zone.js";
import { dayIn, type DayWritten } from "./day-written.js";

interface DateTarget {
  readonly slot: Instant;
  readonly zone: Zone;
  /** Whether the site holds a post back until this date: then it must not lie after the slot. */
  readonly gate: boolean;
}

/** Null when the value is in no shape that could be written again. */
export function fixDate(date: Written<Dated | null>, target: DateTarget): Edit | null {
  const raw = rawOf(date);
  const found = raw === null ? null : dayIn(raw);
  if (raw === null || !found) return null;
  const slotDay = dayOf(target.slot, target.zone);
  if (date.value?.kind !== "instant" || found.day === null) return edit(date.place, raw, found.start, found.end, found.as(slotDay));
  return fixInstant(date.place, raw, found, date.value.at, target);
}

/** The clock stays, unless the site would then hold the post back: the slot's own time takes its place. */
function fixInstant(place: Place, raw: string, found: DayWritten, at: Instant, { slot, zone, gate }: DateTarget): Edit {
  const slotDay = dayOf(slot, zone);
  const shifted = plus(at, daysBetween(found.day ?? slotDay, slotDay) * DAY);
  const clock = CLOCK.exec(raw.slice(found.end));
  if (!gate || shifted <= slot || !clock) return edit(place, raw, found.start, found.end, found.as(slotDay));
  // What its own clock shows at the slot: as far ahead of UTC as the date says that it is.
  const [whole, blank = "T", time = "", seconds] = clock;
  const ahead = between(at, atWallTime(found.day ?? slotDay, time, "UTC"));
  const wall = plus(slot, Math.round(ahead / QUARTER) * QUARTER);
  const text = `${found.as(wall.slice(0, 10) as Day)}${blank}${wall.slice(11, 16)}${seconds === undefined ? "" : ":00"}`;
  return edit(place, raw, found.start, found.end + whole.length, text);
}

/** Every offset is of whole quarters of an hour; what remains are the seconds that a slot has not. */
const QUARTER = 15 * MINUTE;

/** Right behind the day, on a clock of 24 hours. */
const CLOCK = /^(T|[ \t]{1,3})(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(?!\s*[ap]\.?m)/i;

/** The value as the line has it; null when it is not on one line. */
export function rawOf({ line, place }: Pick<Written<unknown>, "line" | "place">): string | null {
  return line === null ? null : line.slice(place.column - 1, place.endColumn - 1);
}

/** From `start` to `end` within a value that stands at `place`. */
export function edit(place: Place, raw: string, start: number, end: number, replacement: string): Edit {
  const { line, column } = place;
  return {
    place: { line, column: column + start, endLine: line, endColumn: column + end },
    was: raw.slice(start, end),
    replacement,
  };
}

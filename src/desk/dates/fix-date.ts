/** Fixing a date where it stands: the day of the slot, in the shape in which the date was written, and no other character. */
import type { Edit } from "../effect.js";
import type { Place } from "../facts/finding.js";
import type { Dated, Written } from "../facts/post.js";
import {
  atWallTime,
  between,
  DAY,
  dayOf,
  daysBetween,
  latest,
  MINUTE,
  plus,
  timeOf,
  type Day,
  type Instant,
  type Zone,
} from "../time/zone.js";
import { dayIn } from "./day-written.js";

interface DateTarget {
  readonly slot: Instant;
  readonly slotDay: Day;
  /** Where the site holds a post back until this date, which then must not lie after the slot: the day to write, and the zones of its clock. */
  readonly gate: { readonly day: Day; readonly zones: readonly Zone[] } | null;
}

/** Null when the value is in no shape that could be written again. The clock stays, unless the site would then hold the post back: the slot's own time takes its place. */
export function fixDate(date: Written<Dated | null>, { slot, slotDay, gate }: DateTarget): Edit | null {
  const { value, place } = date;
  const raw = rawOf(date);
  const found = raw === null ? null : dayIn(raw);
  if (raw === null || !found) return null;
  const onDay = (day: Day) => changed(edit(place, raw, found.start, found.end, found.as(day)));
  const { day } = found;
  if (!gate || !value || !day) return onDay(gate && !CLOCK.test(raw.slice(found.end)) ? gate.day : slotDay);
  if (value.kind === "day" && value.time === null) return onDay(gate.day);
  const clock = readClock(raw.slice(found.end));
  // As far ahead of UTC as the date says that it is; where it says nothing, as the site's clock is.
  const ahead = value.kind === "instant" && clock ? between(value.at, atWallTime(day, clock.time, "UTC")) : 0;
  const from =
    value.kind === "instant"
      ? plus(value.at, daysBetween(day, slotDay) * DAY)
      : latest(gate.zones.map((zone) => atWallTime(slotDay, value.time ?? "00:00", zone)));
  if (from !== null && from <= slot) return onDay(slotDay);
  if (!clock) return null;
  const walls =
    value.kind === "instant"
      ? [plus(slot, Math.round(ahead / QUARTER) * QUARTER).slice(0, 16)]
      : gate.zones.map((zone) => wall(slot, zone));
  const [earliest = ""] = walls.toSorted();
  return changed(
    edit(place, raw, found.start, found.end + clock.length, found.as(earliest.slice(0, 10) as Day) + clock.as(earliest.slice(11, 16))),
  );
}

/** Every offset is of whole quarters of an hour; what remains are the seconds that a slot has not. */
const QUARTER = 15 * MINUTE;

function wall(at: Instant, zone: Zone): string {
  return `${dayOf(at, zone)}T${timeOf(at, zone)}`;
}

/** Right behind the day. */
const CLOCK = /^((?:[T,]|,?\s+(?:at\s+)?)\s*)(\d{1,2}):(\d{2})(:\d{2}(?:[.,]\d+)?)?(\s*)(?:([ap])(\.?m\b\.?))?/i;

interface Clock {
  readonly length: number;
  /** `HH:mm`. */
  readonly time: string;
  /** Another time in the same shape. */
  readonly as: (time: string) => string;
}

function readClock(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [whole, blank = "", hours = "", minutes = "", seconds = "", gap = "", half = "", rest = ""] = match;
  const hour = half === "" || Number(hours) > 12 ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return {
    length: half === "" ? whole.length - gap.length : whole.length,
    time: `${String(hour).padStart(2, "0")}:${minutes}`,
    as: (time) => {
      const of24 = Number(time.slice(0, 2));
      const shown = half === "" ? of24 : of24 % 12 || 12;
      const letter = half === half.toUpperCase() ? (of24 < 12 ? "A" : "P") : of24 < 12 ? "a" : "p";
      const end = half === "" ? "" : gap + letter + rest;
      return `${blank}${String(shown).padStart(hours.length, "0")}${time.slice(2)}${seconds === "" ? "" : ":00"}${end}`;
    },
  };
}

/** An edit that leaves the text as it was would be made again and again. */
function changed(one: Edit): Edit | null {
  return one.was === one.replacement ? null : one;
}

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

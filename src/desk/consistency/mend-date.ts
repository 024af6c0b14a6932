/** Mending a date where it stands: the day of the slot, in the shape in which the date was written, and no other character. */
import type { Edit } from "../effect.js";
import type { Place } from "../finding.js";
import type { Dated, Written } from "../post.js";
import { atWallTime, between, dayOf, dayPlus, daysBetween, instant, plus, type Day, type Instant, type Zone } from "../zone.js";
import { dayIn, type DayWritten } from "./day-written.js";

export interface Target {
  readonly slot: Instant;
  readonly zone: Zone;
  /** Whether the site holds a post back until this date: then it must not lie after the slot. */
  readonly gate: boolean;
}

/** Null when the value is in no shape that could be written again. */
export function mendDate(date: Written<Dated | null>, target: Target): Edit | null {
  const raw = rawOf(date);
  const found = raw === null ? null : dayIn(raw);
  if (raw === null || !found) return null;
  const slotDay = dayOf(target.slot, target.zone);
  if (date.value?.kind !== "instant" || found.day === null) return edit(date.place, raw, found.start, found.end, found.as(slotDay));
  return mendInstant(date.place, raw, found, date.value.at, target);
}

/** The clock stays, unless the site would then hold the post back: the slot's own time takes its place. */
function mendInstant(place: Place, raw: string, found: DayWritten, at: Instant, { slot, zone, gate }: Target): Edit {
  const written = found.day ?? dayOf(at, zone);
  const slotDay = dayOf(slot, zone);
  const shift = daysBetween(dayOf(at, zone), slotDay);
  // A jump of the clocks between the two may cost a shifted date its day.
  const days = [shift, shift - 1, shift + 1];
  const right = days.find((n) => dayOf(plus(at, n * 86_400_000), zone) === slotDay) ?? shift;
  const shifted = plus(at, right * 86_400_000);
  const clock = /^(?:T|\s{1,3})(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?!\s*[ap]\.?m)/i.exec(raw.slice(found.end));
  if (!gate || shifted <= slot || !clock) return edit(place, raw, found.start, found.end, found.as(dayPlus(written, right)));
  // What its own clock shows at the slot: as far ahead of UTC as the date says that it is.
  const [whole, hour = "00", minute = "00"] = clock;
  const ahead = between(at, atWallTime(written, `${hour}:${minute}`, "UTC"));
  const wall = instant(new Date(Date.parse(slot) + Math.round(ahead / 900_000) * 900_000));
  const blank = whole.slice(0, whole.length - whole.trimStart().length) || "T";
  const seconds = /^(?:T|\s{1,3})\d{2}:\d{2}:/.test(whole) ? ":00" : "";
  const text = `${found.as(wall.slice(0, 10) as Day)}${blank}${wall.slice(11, 16)}${seconds}`;
  return edit(place, raw, found.start, found.end + whole.length, text);
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

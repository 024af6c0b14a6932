/** Instants, days and zones: the only code that knows what a clock on a wall says and that it jumps twice a year. */
import { tzOffset } from "@date-fns/tz";
import { askForZone, readZone, sayZoneTrouble, type Zone } from "./zone-names.js";

export { askForZone, isZone, readZone, sayZoneExpected, sayZonesMeant, zonesMeant, type Zone } from "./zone-names.js";

/** A moment, UTC, to the second, as GitHub writes it: `2014-07-18T12:39:38Z`. Two of them compare as strings. */
export type Instant = string & { readonly __instant: true };

/** A calendar day without a zone: `2014-07-18`. */
export type Day = string & { readonly __day: true };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The ends of the calendar: beyond them the year has no four digits, and instants would no longer compare as strings. */
const FIRST = Date.parse("0000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59Z");

/** The instant of a `Date`, cut to the second, and kept within the years 0000 to 9999. Throws a RangeError for an invalid one. */
export function instant(when: Date): Instant {
  return `${wallOf(when.getTime()).slice(0, 19)}Z` as Instant;
}

/** The end of the calendar. */
export const LAST_INSTANT = instant(new Date(LAST));

/** Reads what `Date` can read; throws a RangeError otherwise. For GitHub's own times, which always carry a zone. */
export function readInstant(text: string): Instant {
  return instant(new Date(text));
}

/** The instant `milliseconds` later (or earlier, when negative). */
export function plus(at: Instant, milliseconds: number): Instant {
  return instant(new Date(Date.parse(at) + milliseconds));
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The earlier of the instants given, or null when there is none. */
export function earliest(instants: readonly (Instant | null | undefined)[]): Instant | null {
  return instants.reduce<Instant | null>((best, at) => (at && (!best || at < best) ? at : best), null);
}

/** The earliest of the instants that is still to come, or null when there is none. */
export function soonestAfter(at: Instant, instants: readonly (Instant | null | undefined)[]): Instant | null {
  return earliest(instants.filter((one) => one && one > at));
}

/** The later of the instants given, or null when there is none. */
export function latest(instants: readonly (Instant | null | undefined)[]): Instant | null {
  return instants.reduce<Instant | null>((best, at) => (at && (!best || at > best) ? at : best), null);
}

/** The day on the wall in `zone` at `at`. */
export function dayOf(at: Instant, zone: Zone): Day {
  return wallIn(zone, at).slice(0, 10) as Day;
}

/** The hour and minute on the wall in `zone` at `at`: `09:30`. */
export function timeOf(at: Instant, zone: Zone): string {
  return wallIn(zone, at).slice(11, 16);
}

/** `n` days after `day` (before, when negative); the calendar's last day when there is none so late. */
export function dayPlus(day: Day, n: number): Day {
  return dayNumbered(numberOf(day) + n);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((numberOf(day) + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** Days since 1 January 1970. Kept, as are their names: a plan counts on the same few hundred days again and again. */
function numberOf(day: Day): number {
  const known = NUMBERS.get(day);
  if (known !== undefined) return known;
  if (NUMBERS.size >= MOST_DAYS) NUMBERS.clear();
  const number = Date.parse(`${day}T00:00:00Z`) / DAY;
  NUMBERS.set(day, number);
  return number;
}

function dayNumbered(number: number): Day {
  const known = DAYS.get(number);
  if (known !== undefined) return known;
  if (DAYS.size >= MOST_DAYS) DAYS.clear();
  const day = wallOf(number * DAY).slice(0, 10) as Day;
  DAYS.set(number, day);
  return day;
}

const MOST_DAYS = 20_000;
const NUMBERS = new Map<Day, number>();
const DAYS = new Map<number, Day>();

/** Whether `text` is a day that exists, written `YYYY-MM-DD`: 31 September is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/**
 * The instant at which clocks in `zone` show `time` (`HH:mm`, or with seconds) on `day`.
 * In the hour that spring skips, the same time after the jump (02:30 becomes 03:30);
 * in the hour that autumn repeats, the first of the two. Both as RFC 9557's "compatible".
 */
export function atWallTime(day: Day, time: string, zone: Zone): Instant {
  const asUtc = Date.parse(`${day}T${time}${time.length > 5 ? "" : ":00"}Z`);
  const [before, after] = [offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)];
  if (before === after) return instant(new Date(asUtc - before));
  const shown = [before, after].map((offset) => asUtc - offset).filter((ms) => ms + offsetAt(ms, zone) === asUtc);
  return instant(new Date(shown.length > 0 ? Math.min(...shown) : asUtc - before));
}

/**
 * Milliseconds that clocks in `zone` are ahead of UTC at the moment `ms`.
 * Asked of the library's offsets rather than of its formatter (7 µs against 74), and once for each quarter of an hour,
 * within which no clock has jumped since 1972: a plan asks thousands of times for a few hundred of them.
 */
function offsetAt(ms: number, zone: Zone): number {
  if (ms < QUARTERS_SINCE) return tzOffset(zone, new Date(ms)) * MINUTE;
  const quarter = Math.floor(ms / (15 * MINUTE));
  const offsets = OFFSETS.get(zone) ?? new Map<number, number>();
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  if (OFFSETS.size >= MOST_ZONES) OFFSETS.clear();
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  const offset = tzOffset(zone, new Date(ms)) * MINUTE;
  OFFSETS.set(zone, offsets.set(quarter, offset));
  return offset;
}

const QUARTERS_SINCE = Date.parse("1972-02-01T00:00:00Z");
const MOST_OFFSETS = 20_000;
const MOST_ZONES = 700;
const OFFSETS = new Map<Zone, Map<number, number>>();

/** What the wall shows, as if it were UTC: `2014-07-18T14:00:00.000Z`. Kept, since a plan asks for the same few instants again and again. */
function wallIn(zone: Zone, at: Instant): string {
  const walls = WALLS.get(zone) ?? new Map<Instant, string>();
  const known = walls.get(at);
  if (known !== undefined) return known;
  if (WALLS.size >= MOST_ZONES) WALLS.clear();
  if (walls.size >= MOST_OFFSETS) walls.clear();
  const ms = Date.parse(at);
  const wall = wallOf(ms + offsetAt(ms, zone));
  WALLS.set(zone, walls.set(at, wall));
  return wall;
}

const WALLS = new Map<Zone, Map<Instant, string>>();

function wallOf(ms: number): string {
  return new Date(Math.min(Math.max(ms, FIRST), LAST)).toISOString();
}

/** What `readWhen` makes of a text: an instant, or why it is none. */
export type When =
  /** `skipped`: clocks jump over the time that was written, and `at` is when they show it after the jump. */
  | { readonly kind: "instant"; readonly at: Instant; readonly skipped?: true }
  /** `why` is a finding; `says` is the same for somebody who wrote it in a comment, without a full stop. */
  | { readonly kind: "unreadable"; readonly why: string; readonly says: string };

const ZONED =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::[0-5]\d)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*(?:[[(]([A-Za-z0-9_+:/-]+)[\])]|(?<![T\d])(?!(?:am|pm|AM|PM)$)([A-Za-z][A-Za-z0-9_+/-]+))?$/;

/**
 * Reads a time as people write it: RFC 9557 (`2014-07-21T09:00[Europe/London]`), ISO with an offset, or local.
 * A local time is taken in `zone`; without one it is unreadable, and `why` says so. A day alone means 09:00.
 * An offset that its own zone does not have at that moment is a slip of the pen, and is asked back (RFC 9557, section 3.4).
 */
export function readWhen(text: string, zone: Zone | null): When {
  const unreadable = (why: string, says: string): When => ({ kind: "unreadable", why, says });
  const match = ZONED.exec(text.trim());
  if (!match) {
    const said = `\`${text.trim().slice(0, 60).replaceAll("`", "'")}\``;
    const example = "a time such as `2014-07-21T09:00[Europe/London]`";
    return unreadable(`Unexpected ${said}, expected ${example}`, `I cannot read ${said} as a time. Write ${example}`);
  }
  const [, day = "", time = "09:00", offset, inBrackets, bare] = match;
  const name = inBrackets ?? bare;
  const named = name === undefined ? null : readZone(name);
  if (!isDay(day))
    return unreadable(`Unexpected day \`${day}\`, expected a day that exists`, `\`${day}\` does not exist. Write another date`);
  if (time > "23:59" || time.slice(3) > "59") {
    const says = `\`${time}\` is not a time of day. Write a time from 00:00 to 23:59`;
    return unreadable(`Unexpected time \`${time}\`, expected 00:00 to 23:59`, says);
  }
  if (name !== undefined && named === null) return unreadable(sayZoneTrouble(name), askForZone(name));
  if (offset) {
    const colon = offset === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
    const ms = Date.parse(`${day}T${time}:00${colon}`);
    if (Number.isNaN(ms)) {
      const says = `\`${offset}\` is not an offset from UTC. Write an offset such as \`+01:00\``;
      return unreadable(`Unexpected offset \`${offset}\`, expected an offset such as \`+01:00\``, says);
    }
    const at = instant(new Date(ms));
    if (named && colon !== "Z" && wallIn(named, at).slice(0, 16) !== `${day}T${time}`) {
      const says = `\`${offset}\` is not the offset of ${named} at that time. Write the zone without the offset`;
      return unreadable(
        `Unexpected offset \`${offset}\`, expected the offset of ${named} at that time, or the zone without an offset`,
        says,
      );
    }
    return { kind: "instant", at };
  }
  const where = named ?? zone;
  if (!where) {
    const example = `\`${day}T${time}[Europe/London]\``;
    const why = `Unexpected time without a zone, expected a time with a zone, such as ${example}`;
    return unreadable(why, `the time has no zone. Write a time such as ${example}`);
  }
  const at = atWallTime(day, time, where);
  return { kind: "instant", at, ...(isSkipped(day, time, where) && { skipped: true }) };
}

/** Whether clocks in `zone` jump over `time` on `day`. */
export function isSkipped(day: Day, time: string, zone: Zone): boolean {
  return wallIn(zone, atWallTime(day, time, zone)).slice(0, 16) !== `${day}T${time}`;
}

/** RFC 9557: `2014-07-21T09:00[Europe/London]`. */
export function writeZoned(at: Instant, zone: Zone): string {
  return `${wallIn(zone, at).slice(0, 16)}[${zone}]`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** For people: `Fri 18 July 2014, 14:00 (Europe/London)`. */
export function sayWhen(at: Instant, zone: Zone): string {
  const wall = wallIn(zone, at);
  return `${sayDayOf(wall)} ${wall.slice(0, 4)}, ${wall.slice(11, 16)} (${zone})`;
}

/** For people, the day alone: `Fri 18 July`. */
export function sayDay(at: Instant, zone: Zone): string {
  return sayDayOf(wallIn(zone, at));
}

function sayDayOf(wall: string): string {
  const day = wall.slice(0, 10) as Day;
  return `${WEEKDAYS[weekdayOf(day)] ?? ""} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}`;
}

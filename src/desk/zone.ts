/** Instants, days and zones: the only code that knows what a clock on a wall says and that it jumps twice a year. */
import { tz } from "@date-fns/tz";
import { addDays, format } from "date-fns";

/** A moment, UTC, to the second, as GitHub writes it: `2014-07-18T12:39:38Z`. Two of them compare as strings. */
export type Instant = string & { readonly __instant: true };

/** A calendar day without a zone: `2014-07-18`. */
export type Day = string & { readonly __day: true };

/** An IANA name such as `Europe/London`. */
export type Zone = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of a `Date`, cut to the second. Throws a RangeError for an invalid one. */
export function instant(when: Date): Instant {
  return (when.toISOString().slice(0, 19) + "Z") as Instant;
}

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

/** The later of the instants given, or null when there is none. */
export function latest(instants: readonly (Instant | null | undefined)[]): Instant | null {
  return instants.reduce<Instant | null>((best, at) => (at && (!best || at > best) ? at : best), null);
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The day on the wall in `zone` at `at`. */
export function dayOf(at: Instant, zone: Zone): Day {
  return format(new Date(at), "yyyy-MM-dd", { in: tz(zone) }) as Day;
}

/** The hour and minute on the wall in `zone` at `at`: `09:30`. */
export function timeOf(at: Instant, zone: Zone): string {
  return format(new Date(at), "HH:mm", { in: tz(zone) });
}

/** `n` days after `day` (before, when negative). */
export function dayPlus(day: Day, n: number): Day {
  return format(addDays(new Date(`${day}T12:00:00Z`), n, { in: tz("UTC") }), "yyyy-MM-dd", { in: tz("UTC") }) as Day;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`: 31 September is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/**
 * The instant at which clocks in `zone` show `time` (`HH:mm`) on `day`.
 * In the hour that spring skips, the same time after the jump (02:30 becomes 03:30);
 * in the hour that autumn repeats, the first of the two. Both as RFC 9557's "compatible".
 */
export function atWallTime(day: Day, time: string, zone: Zone): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const offsets = [offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)];
  const shown = offsets.map((offset) => asUtc - offset).filter((ms) => ms + offsetAt(ms, zone) === asUtc);
  return instant(new Date(shown.length > 0 ? Math.min(...shown) : asUtc - (offsets[0] ?? 0)));
}

/** Milliseconds that clocks in `zone` are ahead of UTC at the moment `ms`. */
function offsetAt(ms: number, zone: Zone): number {
  const wall = format(new Date(ms), "yyyy-MM-dd'T'HH:mm:ss", { in: tz(zone) });
  return Date.parse(`${wall}Z`) - Math.floor(ms / 1000) * 1000;
}

/** What `readWhen` makes of a text: an instant, or why it is none. */
export type When = { readonly kind: "instant"; readonly at: Instant } | { readonly kind: "unreadable"; readonly why: string };

const ZONED = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*(?:\[([A-Za-z0-9_+/-]+)\])?$/;

/**
 * Reads a time as people write it: RFC 9557 (`2014-07-21T09:00[Europe/London]`), ISO with an offset, or local.
 * A local time is taken in `zone`; without one it is unreadable, and `why` says so. A day alone means 09:00.
 */
export function readWhen(text: string, zone: Zone | null): When {
  const unreadable = (why: string): When => ({ kind: "unreadable", why });
  const match = ZONED.exec(text.trim());
  if (!match) return unreadable(`Unexpected \`${text.trim().slice(0, 60)}\`, expected a time such as \`2014-07-21T09:00[Europe/London]\``);
  const [, day = "", time = "09:00", offset, named] = match;
  if (!isDay(day)) return unreadable(`Unexpected day \`${day}\`, expected one that is on the calendar`);
  if (time > "23:59" || time.slice(3) > "59") return unreadable(`Unexpected time \`${time}\`, expected 00:00 to 23:59`);
  if (named && !isZone(named)) return unreadable(`Unexpected zone \`${named}\`, expected an IANA name such as \`Europe/London\``);
  if (offset) {
    const colon = offset === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
    const ms = Date.parse(`${day}T${time}:00${colon}`);
    return Number.isNaN(ms)
      ? unreadable(`Unexpected offset \`${offset}\`, expected one such as \`+01:00\``)
      : { kind: "instant", at: instant(new Date(ms)) };
  }
  const where = named ?? zone;
  if (!where) return unreadable(`Unexpected time without a zone, expected one such as \`${day}T${time}[Europe/London]\``);
  return { kind: "instant", at: atWallTime(day, time, where) };
}

/** RFC 9557: `2014-07-21T09:00[Europe/London]`. */
export function writeZoned(at: Instant, zone: Zone): string {
  return `${format(new Date(at), "yyyy-MM-dd'T'HH:mm", { in: tz(zone) })}[${zone}]`;
}

/** For people: `Fri 18 July 2014, 14:00 (Europe/London)`. */
export function sayWhen(at: Instant, zone: Zone): string {
  return `${format(new Date(at), "EEE d MMMM yyyy, HH:mm", { in: tz(zone) })} (${zone})`;
}

/** For people, the day alone: `Fri 18 July`. */
export function sayDay(at: Instant, zone: Zone): string {
  return format(new Date(at), "EEE d MMMM", { in: tz(zone) });
}

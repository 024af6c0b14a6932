/** Times as people write them in comments: `2014-07-18T13:00`, `Fri 13:00`, `tomorrow`, `18 July 1pm`. Never by the reader's clock. */
import {
  askForZone,
  atWallTime,
  daysBetween,
  dayOf,
  dayPlus,
  isDay,
  readWhen,
  readZone,
  timeOf,
  weekdayOf,
  zonesMeant,
  type Day,
  type Instant,
  type Zone,
} from "./zone.js";

interface Reckoning {
  /** When it was said: what `tomorrow` counts from. */
  readonly said: Instant;
  /** The zone of times that name none. */
  readonly zone: Zone;
  /** The desk's own slots on a day: a day alone means its only one. */
  readonly slotsOn: (day: Day) => readonly Instant[];
}

export type SpokenTime =
  /** `skipped` is the time on the wall that was written and that spring skips on that day; null when clocks show it. */
  | { readonly kind: "instant"; readonly at: Instant; readonly skipped: string | null }
  /** People may mean either; each choice can be said instead. */
  | { readonly kind: "which"; readonly why: "next" | "today" | "several slots"; readonly choices: readonly DayChoice[] }
  | { readonly kind: "unreadable"; readonly why: string };

export interface DayChoice {
  readonly day: Day;
  /** What to say for it: `2014-07-18T13:00`. */
  readonly write: string;
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = "january february march april may june july august september october november december".split(" ");
const FORMS =
  "a time such as `2014-07-18T13:00`, `Fri 13:00`, `tomorrow 13:00` or `18 July 13:00`. If the time is not in the desk’s zone, add the zone: `2014-07-18T13:00[Europe/London]`";

/** Longer texts are no times. */
const LONGEST = 100;

export function readTime(text: string, reckoning: Reckoning): SpokenTime {
  const said = text.trim();
  if (said === "") return unreadable(`write ${FORMS}`);
  if (said.length > LONGEST) return unreadable(`I cannot read a text of ${said.length} characters as a time. Write ${FORMS}`);
  if (isDay(said)) return onDay(said, null, reckoning.zone, reckoning);
  if (/^\d{4}-/u.test(said)) return byTheBook(said, reckoning.zone);
  return inWords(said, reckoning);
}

function unreadable(why: string): SpokenTime {
  return { kind: "unreadable", why };
}

/** ISO 8601 and RFC 9557. */
function byTheBook(text: string, zone: Zone): SpokenTime {
  const when = readWhen(text, zone);
  if (when.kind === "unreadable") return unreadable(when.says);
  const time = /[T ](\d{2}:\d{2})/u.exec(text)?.[1] ?? null;
  return { kind: "instant", at: when.at, skipped: when.skipped ? time : null };
}

/** Words that make no difference; the weekday of our own echoes is checked against its day. */
const FILLERS = new Set(["at", "on", "of", "the", "this"]);

interface Parts {
  readonly words: readonly string[];
  readonly time: string | null;
  readonly zone: Zone;
}

function inWords(text: string, reckoning: Reckoning): SpokenTime {
  const parts = partsOf(text, reckoning.zone);
  if (typeof parts === "string") return unreadable(parts);
  const { time, zone } = parts;
  const today = dayOf(reckoning.said, zone);
  const [first = "", ...rest] = parts.words;
  const strange = () => unreadable(`I cannot read \`${text.slice(0, 60).replaceAll("`", "'")}\` as a time. Write ${FORMS}`);
  if (first === "today" || first === "tomorrow") {
    return rest.length > 0 ? strange() : onDay(dayPlus(today, first === "today" ? 0 : 1), time, zone, reckoning);
  }
  const next = first === "next";
  const weekday = weekdayIn(next ? (rest[0] ?? "") : first);
  const others = weekday === null ? parts.words : rest.slice(next ? 1 : 0);
  if (weekday !== null && others.length === 0) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    const soonest = ahead === 0 && next ? 7 : ahead;
    const choices = [soonest, soonest + 7].map((days) => choiceOf(dayPlus(today, days), time, zone, reckoning));
    if (next) return { kind: "which", why: "next", choices };
    if (ahead === 0) return { kind: "which", why: "today", choices };
    return onDay(dayPlus(today, ahead), time, zone, reckoning);
  }
  if (next || others.length === 0) return strange();
  const day = dayIn(others, today);
  if (day === null) return strange();
  if (!isDay(day)) return unreadable(`\`${day}\` does not exist. Write another date`);
  if (weekday !== null && weekdayOf(day) !== weekday) {
    return unreadable(
      `${day} is a ${capital(WEEKDAYS[weekdayOf(day)])}, not a ${capital(WEEKDAYS[weekday])}. Write the date or the weekday that you mean`,
    );
  }
  return onDay(day, time, zone, reckoning);
}

/** Why, when a part cannot be. */
function partsOf(text: string, zone: Zone): Parts | string {
  const words = text
    .replace(/([[(])([A-Za-z+-][A-Za-z0-9_+:/-]*)[\])]$/u, " $2")
    .replace(/(\d)\s+(am|pm)\b/giu, "$1$2")
    .split(/[\s,]+/u)
    .filter((word) => word !== "" && !FILLERS.has(word.toLowerCase()));
  const last = words.at(-1) ?? "";
  const isNamed = words.length > 1 && (last.includes("/") || /^[+-]/u.test(last) || readZone(last) !== null || zonesMeant(last).length > 0);
  const named = isNamed ? readZone(last) : null;
  if (isNamed && named === null) return askForZone(last);
  const spoken = named === null ? words : words.slice(0, -1);
  const times = spoken.filter(isTime);
  if (times.length > 1) return `you wrote more than one time (\`${times[1] ?? ""}\` is the second). Write one time`;
  const time = times[0] === undefined ? null : timeIn(times[0]);
  if (times[0] !== undefined && time === null) return `\`${times[0]}\` is not a time of day. Write a time from 00:00 to 23:59`;
  return { words: spoken.filter((word) => !isTime(word)).map((word) => word.toLowerCase()), time, zone: named ?? zone };
}

function isTime(word: string): boolean {
  return /^(?:\d{1,2}:\d{2}(?:am|pm)?|\d{1,2}(?:am|pm)|noon)$/iu.test(word);
}

/** `HH:mm`; null for a time that no clock shows. */
function timeIn(word: string): string | null {
  if (word.toLowerCase() === "noon") return "12:00";
  const [, hours = "", minutes = "00", half] = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/iu.exec(word) ?? [];
  const hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return null;
  const full = half ? (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : hour;
  return full > 23 || minutes > "59" ? null : `${String(full).padStart(2, "0")}:${minutes}`;
}

function weekdayIn(word: string): number | null {
  const index = word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
  return index < 0 ? null : index;
}

/** `18 July`, `July 18th`, `18 July 2014`, as `YYYY-MM-DD` whether it exists or not; null for anything else. */
function dayIn(words: readonly string[], today: Day): string | null {
  if (words.length < 2 || words.length > 3) return null;
  const [first = "", second = "", year] = words;
  const [number, name] = /^\d/u.test(first) ? [first, second] : [second, first];
  const month = name.length < 3 ? -1 : MONTHS.findIndex((one) => one.startsWith(name.replace(/\.$/u, "")));
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(number);
  if (month < 0 || !match || (year !== undefined && !/^\d{4}$/u.test(year))) return null;
  const inYear = (one: string) => `${one}-${String(month + 1).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
  if (year !== undefined) return inYear(year);
  const here = today.slice(0, 4);
  const coming = String(Number(here) + 1);
  const [now, later] = [inYear(here), inYear(coming)];
  // In December `3 January` is next year's; a day that went by lately is more likely a slip than a year away.
  const longGone = isDay(now) && daysBetween(now, today) > 180;
  return longGone && isDay(later) ? later : now;
}

function onDay(day: Day, time: string | null, zone: Zone, reckoning: Reckoning): SpokenTime {
  const { slotsOn, said } = reckoning;
  if (time !== null) {
    const at = atWallTime(day, time, zone);
    return { kind: "instant", at, skipped: skippedTime(time, at, zone) };
  }
  const all = slotsOn(day);
  const ahead = all.filter((slot) => slot > said);
  const slots = ahead.length > 0 ? ahead : all;
  const [only] = slots;
  if (!only) return unreadable(`the desk has no slot on ${day}. Choose another day, or add a time: \`${day}T13:00\``);
  if (slots.length === 1) return { kind: "instant", at: only, skipped: null };
  return {
    kind: "which",
    why: "several slots",
    choices: slots.map((slot) => choiceOf(day, timeOf(slot, reckoning.zone), reckoning.zone, reckoning)),
  };
}

function choiceOf(day: Day, time: string | null, zone: Zone, reckoning: Reckoning): DayChoice {
  const where = zone === reckoning.zone ? "" : `[${zone}]`;
  return { day, write: time === null ? day : `${day}T${time}${where}` };
}

/** Null when clocks in `zone` do show it. */
function skippedTime(time: string, at: Instant, zone: Zone): string | null {
  return timeOf(at, zone) === time ? null : time;
}

function capital(word = ""): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Days as texts hold them: finding one, and writing another in its stead, in the same shape. */
import { isDay, weekdayOf, type Day } from "../time/zone.js";

interface DayWritten {
  /** Where in the text it stands. */
  readonly start: number;
  readonly end: number;
  /** As it is written: `2014/7/18`, `Fri, 18 Jul 2014`. */
  readonly text: string;
  /** `YYYY-MM-DD`; null for digits that are on no calendar, as `2015-03-00` is not. */
  readonly day: Day | null;
  /** Another day in the same shape. */
  readonly as: (day: Day) => string;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = "(?:(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?<comma>,?\\s{1,9}))?";
const BY_NUMBER = /(?<!\d)(?<year>\d{4})(?<by>[-/.])(?<month>\d{1,2})\k<by>(?<date>\d{1,2})(?!\d)/;
const DAY_FIRST = new RegExp(
  `\\b${WEEKDAY}(?<date>\\d{1,2})(?<th>st|nd|rd|th)?(?<a>(?:\\s+of)?[\\s-]{1,9})${MONTH}(?<b>\\.?,?[\\s-]{1,9})(?<year>\\d{4})`,
  "i",
);
const MONTH_FIRST = new RegExp(
  `\\b${WEEKDAY}${MONTH}(?<a>\\.?\\s{1,9})(?<date>\\d{1,2})(?<th>st|nd|rd|th)?(?<b>,?\\s{1,9})(?<year>\\d{4})`,
  "i",
);

/** The first day in a value; null when there is none that could be told by its shape. */
export function dayIn(text: string): DayWritten | null {
  const match = BY_NUMBER.exec(text);
  if (match) return byNumber(match);
  const first = DAY_FIRST.exec(text);
  if (first) return byName(first, (part) => `${part.weekday}${part.date}${part.a}${part.month}${part.b}${part.year}`);
  const second = MONTH_FIRST.exec(text);
  return second && byName(second, (part) => `${part.weekday}${part.month}${part.a}${part.date}${part.b}${part.year}`);
}

const IN_PATH = /(?<=^|\/)(?<year>\d{4})(?<by>[-/])(?<month>\d{1,2})\k<by>(?<date>\d{1,2})(?=[-_/.]|$)/g;

/** The last day in a path or an address: `_posts/2014-07-18-irmin.md`, `/blog/2014/07/18/irmin/`. */
export function dayInPath(path: string): DayWritten | null {
  const match = [...path.matchAll(IN_PATH)].at(-1);
  return match ? byNumber(match) : null;
}

function byNumber(match: RegExpExecArray): DayWritten {
  const { year = "", by = "-", month = "", date = "" } = match.groups ?? {};
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const short = (number: string, like: string) => (like.length < 2 ? String(Number(number)) : number);
  return {
    ...spanOf(match),
    day: isDay(day) ? day : null,
    as: (to) => [to.slice(0, 4), short(to.slice(5, 7), month), short(to.slice(8), date)].join(by),
  };
}

interface Parts {
  readonly weekday: string;
  readonly month: string;
  readonly date: string;
  readonly year: string;
  readonly a: string;
  readonly b: string;
}

function byName(match: RegExpExecArray, join: (parts: Parts) => string): DayWritten {
  const { year = "", month = "", date = "", weekday = "", comma = "", th = "", a = "", b = "" } = match.groups ?? {};
  const number = MONTHS.findIndex((name) => name.toLowerCase().startsWith(month.slice(0, 3).toLowerCase())) + 1;
  const day = `${year}-${String(number).padStart(2, "0")}-${date.padStart(2, "0")}`;
  return {
    ...spanOf(match),
    day: isDay(day) ? day : null,
    as: (to) =>
      join({
        weekday: weekday === "" ? "" : like(WEEKDAYS[weekdayOf(to)] ?? "", weekday) + comma,
        month: like(MONTHS[Number(to.slice(5, 7)) - 1] ?? "", month),
        date: date.length > 1 ? to.slice(8) + suffix(to, th) : String(Number(to.slice(8))) + suffix(to, th),
        year: to.slice(0, 4),
        a,
        b,
      }),
  };
}

function spanOf(match: RegExpExecArray): { readonly start: number; readonly end: number; readonly text: string } {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}

/** A name in the length and the case of another: `Jul` for `Jun`, `JULY` for `JUNE`. */
function like(name: string, other: string): string {
  const full = [...MONTHS, ...WEEKDAYS].some((one) => one.length > 3 && one.toLowerCase() === other.toLowerCase());
  const sized = full || other.toLowerCase() === "may" ? name : name.slice(0, 3);
  if (other === other.toUpperCase()) return sized.toUpperCase();
  return other === other.toLowerCase() ? sized.toLowerCase() : sized;
}

/** 1st, 2nd, 3rd, 4th, 11th. */
function suffix(day: Day, th: string): string {
  if (th === "") return "";
  const date = Number(day.slice(8));
  if (date > 10 && date < 20) return "th";
  return ["th", "st", "nd", "rd"][date % 10] ?? "th";
}

/** Whether two days differ by the year alone, as in January they do. */
export function isYearTypo(written: Day, right: Day): boolean {
  return written !== right && written.slice(4) === right.slice(4);
}

/** The holidays of the world, from `date-holidays`: loaded at the first question, since it takes 200 ms and 26 MB. */
import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import type { Holiday, HolidayBook } from "../desk/facts/holidays.js";
import { eitherOf } from "../desk/text/quoted.js";
import { DAY, dayPlus, HOUR, isDay } from "../desk/time/zone.js";

export type HolidayLibrary = typeof Holidays;

/** Codes that people write for two countries and that ISO 3166 spells otherwise. */
const MEANT: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

/** `read` loads the library: another one only for tests. */
export function createHolidayBook(read: () => HolidayLibrary = readLibrary): HolidayBook {
  let library: HolidayLibrary | null = null;
  const load = (): HolidayLibrary => (library ??= read());
  const calendars = new Map<string, Holidays>();

  /** Null where there is none; the library itself takes an unknown region for the whole country. */
  const calendarOf = (code: string): Holidays | null => {
    if (unlistedIn(load(), code) !== null) return null;
    const known = calendars.get(code);
    if (known) return known;
    const [country = "", state, region] = code.split("-");
    const options = { types: ["public", "bank"] as ("public" | "bank")[] };
    const Calendar = load();
    const made = region
      ? new Calendar(country, state ?? "", region, options)
      : state
        ? new Calendar(country, state, options)
        : new Calendar(country, options);
    calendars.set(code, made);
    return made;
  };

  return {
    unlisted: (code) => unlistedIn(load(), code),
    daysOf: (code, year) => calendarOf(code)?.getHolidays(year, "en").flatMap(daysIn) ?? [],
  };
}

function readLibrary(): HolidayLibrary {
  return createRequire(import.meta.url)("date-holidays") as HolidayLibrary;
}

function unlistedIn(Calendar: HolidayLibrary, code: string): string | null {
  const world = new Calendar();
  const [country = "", state, region] = code.split("-");
  const countries = world.getCountries("en");
  if (!Object.hasOwn(countries, country)) return sayCountries(country, countries);
  if (state === undefined) return null;
  const states = listOf(() => world.getStates(country, "en"));
  if (!Object.hasOwn(states, state)) return sayParts(country, states);
  if (region === undefined) return null;
  const regions = listOf(() => world.getRegions(country, state, "en"));
  return Object.hasOwn(regions, region) ? null : sayParts(`${country}-${state}`, regions);
}

/** Nothing, where the library has no parts of it. */
function listOf(list: () => Record<string, string> | undefined): Record<string, string> {
  return list() ?? {};
}

/** Codes of two letters are all alike: what was meant shows in the names. */
function sayCountries(code: string, countries: Record<string, string>): string {
  const meant = MEANT[code] ?? null;
  const named = Object.keys(countries).filter((one) => countries[one]?.toUpperCase().startsWith(code));
  const near = meant ? [meant] : named.slice(0, 3);
  return near.length > 0 ? `an ISO 3166 code; did you mean ${eitherOf(near)}?` : "the ISO 3166 code of a country, such as `GB`";
}

function sayParts(whole: string, parts: Record<string, string>): string {
  const codes = Object.keys(parts)
    .sort()
    .map((part) => `${whole}-${part}`);
  return codes.length > 0
    ? `${eitherOf(codes)}, or \`${whole}\` for all of it`
    : `\`${whole}\`; Presstime knows no regions of this country`;
}

/** A feast of several days is as many; half a day off, as on Christmas Eve in Bavaria, is none. The one that begins at a sunset counts on the day after. */
function daysIn({ date, start, end, name }: { date: string; start: Date; end: Date; name: string }): Holiday[] {
  const first = date.slice(0, 10);
  if (!isDay(first)) return [];
  // A day on which clocks jump has 23 hours or 25.
  const days = Math.floor((end.getTime() - start.getTime() + 4 * HOUR) / DAY);
  return Array.from({ length: Math.min(Math.max(days, 0), 31) }, (_, index) => ({ day: dayPlus(first, index), name }));
}

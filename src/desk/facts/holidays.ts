/** Public holidays, and who knows them: days of countries, looked up beforehand for the years that matter. */
import type { Day } from "../time/zone.js";

/** One day of one country; a feast of several days is as many of them. */
export interface Holiday {
  readonly day: Day;
  /** In English where there is such a name, else in a language of the country. */
  readonly name: string;
}

/** By the code that a desk writes, `GB-ENG`. */
export type HolidayDays = Readonly<Record<string, readonly Holiday[]>>;

/** What a reader of desk files is given: it knows countries and their holidays. */
export interface HolidayBook {
  /** For a country or region that there is not: what there is, as it goes on after "expected"; null for one that there is. */
  readonly unlisted: (code: string) => string | null;
  /** Public and bank holidays, substitutes included, in the country's own calendar; empty for an unknown code. */
  readonly daysOf: (code: string, year: number) => readonly Holiday[];
}

/** All days asked for; countries that there are not have none. */
export function holidayDays(book: HolidayBook, codes: readonly string[], years: readonly number[]): HolidayDays {
  return Object.fromEntries(codes.map((code) => [code, years.flatMap((year) => book.daysOf(code, year))]));
}

/** Days off: a person's absences and public holidays together, and the holidays of the desk itself. */
import type { Desk } from "../facts/desk.js";
import type { Holiday } from "../facts/holidays.js";
import type { Absence, Person } from "../facts/person.js";
import { dayOf, latest, type Instant } from "../time/zone.js";

type Calendars = Pick<Desk, "calendar" | "people" | "holidays">;

/** Worked out once for each desk: a plan asks thousands of times. */
const KNOWN = new WeakMap<Calendars, Map<Person | null, readonly Absence[]>>();

/** Days on which the person does not work, weekends left out; of somebody the desk does not know (null), the desk's own holidays. */
export function daysOff(person: Person | null, desk: Calendars): readonly Absence[] {
  const known = KNOWN.get(desk) ?? new Map<Person | null, readonly Absence[]>();
  KNOWN.set(desk, known);
  const off = known.get(person) ?? [
    ...(person?.away ?? []),
    ...holidaysOf(person?.holidays ?? desk.calendar.holidays, desk).map(({ day }) => ({ from: day, to: day })),
  ];
  known.set(person, off);
  return off;
}

/** The days on which the desk's calendar has no slot for a holiday. */
export function deskHolidays(desk: Calendars): readonly Holiday[] {
  return holidaysOf(desk.calendar.holidays, desk);
}

function holidaysOf(codes: readonly string[], { holidays = {} }: Calendars): readonly Holiday[] {
  return codes.flatMap((code) => (Object.hasOwn(holidays, code) ? (holidays[code] ?? []) : []));
}

/** The codes that a desk names, each once, in order. */
export function holidayCodes({ calendar, people }: Pick<Desk, "calendar" | "people">): readonly string[] {
  return [...new Set([...calendar.holidays, ...people.flatMap(({ holidays }) => holidays ?? [])])].sort();
}

/** Years beyond the present and the last deadline whose holidays matter, and how many years may matter at all. */
const YEARS_ON = 3;
const MOST_YEARS = 12;

/** From the year before the present to a few after the last deadline. */
export function holidayYears({ campaigns, zone }: Pick<Desk, "campaigns" | "zone">, at: Instant): readonly number[] {
  const yearOf = (when: Instant) => Number(dayOf(when, zone).slice(0, 4));
  const first = yearOf(at) - 1;
  const last = yearOf(latest([at, ...campaigns.map(({ deadline }) => deadline)]) ?? at) + YEARS_ON;
  return Array.from({ length: Math.min(last - first + 1, MOST_YEARS) }, (_, index) => first + index);
}

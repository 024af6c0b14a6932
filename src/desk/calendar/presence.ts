/** Presence: the one rule for who is there and who is away, each by their own calendar: on leave, or on a public holiday. */
import type { Desk } from "../facts/desk.js";
import { includesLogin, sameLogin, type Absence, type Person } from "../facts/person.js";
import { atWallTime, dayOf, dayPlus, earliest, type Day, type Instant } from "../time/zone.js";
import { daysOff } from "./days-off.js";
import { workingDayFrom, workingDaysAfter, workingDaysBefore } from "./working-days.js";

/** Days off one after the other: of a leave, or of public holidays. */
interface Leave {
  /** The last of them. */
  readonly until: Day;
  /** The morning of the first working day after them; null when there is none. */
  readonly back: Instant | null;
}

/** The hour at which whoever comes back begins. */
const MORNING = "09:00";

/** Of a desk whatever says who is there when. */
export type Staff = Pick<Desk, "people" | "calendar" | "holidays">;

type Led = Staff & Pick<Desk, "coordinators">;

/** The leave that the person is on today, or that begins on the next weekday: who is off tomorrow would be asked in vain. */
export function leaveOf(person: Person, at: Instant, staff: Staff): Leave | null {
  const today = dayOf(at, person.zone);
  return leaveOn(person, today, staff) ?? leaveOn(person, workingDaysAfter(today, 1), staff);
}

/** The leave of somebody who is not back before `due`, or whenever that is when nothing is due; null of people whom the desk does not know. */
export function leaveBeyond(login: string, due: Instant | null, at: Instant, staff: Staff): Leave | null {
  const person = staff.people.find((one) => sameLogin(one.login, login));
  const leave = person ? leaveOf(person, at, staff) : null;
  return leave && (due === null || leave.back === null || leave.back >= due) ? leave : null;
}

/** Not away today; of people whom the desk does not know, nothing else is known. */
export function isThere(login: string, at: Instant, staff: Staff): boolean {
  const person = staff.people.find((one) => sameLogin(one.login, login));
  return !person || !isOff(person, dayOf(at, person.zone), staff);
}

/** Logins of the coordinators who are there; none when all are away, or when the desk names none. */
export function coordinatorsThere(desk: Led, at: Instant): readonly string[] {
  return desk.coordinators.filter((login) => isThere(login, at, desk));
}

/** Of coordinators who are all away, the one who is back first. */
export function firstBack(desk: Led, at: Instant): { readonly login: string; readonly until: Day } | null {
  const away = desk.people.flatMap((person) => {
    const leave = includesLogin(desk.coordinators, person.login) ? leaveOn(person, dayOf(at, person.zone), desk) : null;
    return leave ? [{ login: person.login, ...leave }] : [];
  });
  const [first] = away.sort((a, b) => ((a.back ?? "~") < (b.back ?? "~") ? -1 : 1));
  return first ? { login: first.login, until: first.until } : null;
}

/** When the leave that concerns somebody now began to matter; null when they are there. */
export function leaveSince(person: Person, at: Instant, staff: Staff): Instant | null {
  const off = daysOff(person, staff);
  const { zone } = person;
  const today = dayOf(at, zone);
  const next = isOff(person, today, staff) ? today : workingDaysAfter(today, 1);
  if (next === null || !isOff(person, next, staff)) return null;
  // Leaves that follow each other, with nothing but a weekend between, are one.
  for (let day = next; ;) {
    const from = off
      .filter((one) => one.from <= day && day <= one.to)
      .reduce<Day>((first, one) => (one.from < first ? one.from : first), day);
    const eve = workingDaysBefore(from, 1);
    if (eve >= day || !isOff(person, eve, staff)) return atWallTime(eve, "00:00", zone);
    day = eve;
  }
}

/** The next midnight from which somebody is there, or is not, who was not or was before. */
export function presenceChangesAt(staff: Staff, at: Instant): Instant | null {
  return earliest(staff.people.map((person) => turningOf(person, at, staff)));
}

function leaveOn(person: Person, day: Day | null, staff: Staff): Leave | null {
  const off = daysOff(person, staff);
  if (day === null || !covers(off, day)) return null;
  const back = workingDayFrom(day, off);
  const until = off.filter(({ from }) => back === null || from < back).reduce<Day>((last, { to }) => (to > last ? to : last), day);
  return { until, back: back && atWallTime(back, MORNING, person.zone) };
}

function isOff(person: Person, day: Day, staff: Staff): boolean {
  return covers(daysOff(person, staff), day);
}

function covers(off: readonly Absence[], day: Day): boolean {
  return off.some(({ from, to }) => from <= day && day <= to);
}

/** The next midnight of the person's from which they are off, or off on the next weekday, or there again. */
function turningOf(person: Person, at: Instant, staff: Staff): Instant | null {
  const today = dayOf(at, person.zone);
  const days = daysOff(person, staff)
    .filter(({ to }) => to >= today)
    .flatMap(({ from, to }) => [workingDaysBefore(from, 1), from, dayPlus(to, 1)]);
  const [next] = days.filter((day) => day > today).sort();
  return next ? atWallTime(next, "00:00", person.zone) : null;
}

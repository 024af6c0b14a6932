/** Presence: who is there and who is on leave, each by their own calendar. A public holiday is a day off, and no leave. */
import type { Desk } from "../facts/desk.js";
import { isAway, sameLogin, type Person } from "../facts/person.js";
import { atWallTime, dayOf, dayPlus, earliest, type Day, type Instant } from "../time/zone.js";
import { workingDayFrom, workingDaysAfter, workingDaysBefore } from "./working-days.js";

interface Leave {
  /** Its last day. */
  readonly until: Day;
  /** The morning of the first working day after it; null when there is none. */
  readonly back: Instant | null;
}

/** The hour at which whoever comes back begins. */
const MORNING = "09:00";

type Staff = Pick<Desk, "people" | "coordinators">;

/** The leave that the person is on today, or that begins on their next working day: who leaves tomorrow would be asked in vain. */
export function leaveOf(person: Person, at: Instant): Leave | null {
  const today = dayOf(at, person.zone);
  return leaveOn(person, today) ?? leaveOn(person, workingDaysAfter(today, 1));
}

/** The leave of somebody who is not back before `due`, or whenever that is when nothing is due; null of people whom the desk does not know. */
export function leaveBeyond(login: string, due: Instant | null, at: Instant, { people }: Pick<Staff, "people">): Leave | null {
  const person = people.find((one) => sameLogin(one.login, login));
  const leave = person ? leaveOf(person, at) : null;
  return leave && (due === null || leave.back === null || leave.back >= due) ? leave : null;
}

/** On no leave today; of people whom the desk does not know, nothing else is known. */
export function isThere(login: string, at: Instant, { people }: Pick<Staff, "people">): boolean {
  const person = people.find((one) => sameLogin(one.login, login));
  return !person || !isAway(person, dayOf(at, person.zone));
}

/** Logins of the coordinators who are there; none when all are away, or when the desk names none. */
export function coordinatorsThere({ coordinators, people }: Staff, at: Instant): readonly string[] {
  return coordinators.filter((login) => isThere(login, at, { people }));
}

/** Of coordinators who are all away, the one who is back first. */
export function firstBack({ coordinators, people }: Staff, at: Instant): { readonly login: string; readonly until: Day } | null {
  const away = people.flatMap((person) => {
    const leave = coordinators.some((login) => sameLogin(login, person.login)) ? leaveOn(person, dayOf(at, person.zone)) : null;
    return leave ? [{ login: person.login, ...leave }] : [];
  });
  const [first] = away.sort((a, b) => ((a.back ?? "~") < (b.back ?? "~") ? -1 : 1));
  return first ? { login: first.login, until: first.until } : null;
}

/** When the leave that concerns somebody now began to matter; null when they are there. */
export function leaveSince(person: Person, at: Instant): Instant | null {
  const { away, zone } = person;
  const today = dayOf(at, zone);
  const next = isAway(person, today) ? today : workingDaysAfter(today, 1);
  if (next === null || !isAway(person, next)) return null;
  // Leaves that follow each other, with nothing but a weekend between, are one.
  for (let day = next; ;) {
    const from = away
      .filter((one) => one.from <= day && day <= one.to)
      .reduce<Day>((first, one) => (one.from < first ? one.from : first), day);
    const eve = workingDaysBefore(from, 1);
    if (eve >= day || !isAway(person, eve)) return atWallTime(eve, "00:00", zone);
    day = eve;
  }
}

/** The next midnight from which somebody is there, or is not, who was not or was before. */
export function presenceChangesAt({ people }: Pick<Staff, "people">, at: Instant): Instant | null {
  return earliest(people.flatMap((person) => turningsOf(person)).filter((one) => one > at));
}

function leaveOn(person: Person, day: Day | null): Leave | null {
  if (day === null || !isAway(person, day)) return null;
  const back = workingDayFrom(day, person.away);
  const until = person.away.filter(({ from }) => back === null || from < back).reduce<Day>((last, { to }) => (to > last ? to : last), day);
  return { until, back: back && atWallTime(back, MORNING, person.zone) };
}

function turningsOf({ away, zone }: Person): readonly Instant[] {
  return away.flatMap(({ from, to }) => [workingDaysBefore(from, 1), from, dayPlus(to, 1)].map((day) => atWallTime(day, "00:00", zone)));
}

/** Who is to be reminded now, of what and where, and when to look again. START HERE. */
import { dayOf, dayPlus, earliest, latest, type Instant } from "../time/zone.js";
import { isReachable, morningOf, morningsOf, reachableNext, type Mornings } from "./mornings.js";
import type { Due, Owed, RemindersRequest } from "./owed.js";
import { beginningOf, firstMorning, nextMorning } from "./pace.js";

interface OwedReminders {
  /** One a person at most, by login. */
  readonly due: readonly Due[];
  /** When something falls due next if nothing happens but that `due` is sent now; null when nothing ever does. */
  readonly nextAt: Instant | null;
}

/**
 * Each person gets one reminder a day at most, about everything they owe, at the desk's hour of their own working days.
 * Those that nobody sent in time are sent once, at the first look that finds the person reachable.
 */
export function owedReminders(request: RemindersRequest): OwedReminders {
  const lasts = lastReminders(request);
  const people = new Map(request.people.map((person) => [person.login.toLowerCase(), person]));
  const due: Due[] = [];
  const next: (Instant | null)[] = [];
  for (const [key, owed] of byPerson(request.owed)) {
    const person = people.get(key);
    const mornings = morningsOf(person?.zone ?? request.zone, person?.away ?? [], request.reminders.hour);
    const to = person?.login ?? owed[0]?.to.find((login) => login.toLowerCase() === key) ?? key;
    const { fell, send, again } = forPerson(request, owed, lasts.get(key) ?? null, mornings);
    const [first] = send;
    if (fell && first) due.push({ to, at: fell, ...first.place, about: send });
    next.push(again);
  }
  return { due: due.sort((a, b) => (a.to.toLowerCase() < b.to.toLowerCase() ? -1 : 1)), nextAt: earliest(next) };
}

interface ForPerson {
  readonly fell: Instant | null;
  /** What the reminder is about; empty when none is to be sent now. */
  readonly send: readonly Owed[];
  /** When to look again. */
  readonly again: Instant | null;
}

function forPerson({ at, reminders }: RemindersRequest, owed: readonly Owed[], last: Instant | null, mornings: Mornings): ForPerson {
  const firsts = new Map(owed.map((one) => [one, firstMorning(one, mornings)]));
  const fallsDue = (reminded: Instant | null) =>
    earliest([...firsts].map(([one, first]) => dueAt(one, first, reminded, reminders.every, mornings)));
  const fell = fallsDue(last);
  if (!fell || fell > at) return { fell, send: [], again: fell };
  if (!isReachable(at, mornings)) return { fell, send: [], again: reachableNext(at, mornings) };
  const send = owed.filter((one) => (firsts.get(one) ?? "~") <= at).sort(byUrgency);
  return { fell, send, again: fallsDue(at) };
}

/** When one thing falls due. Every reminder since its first morning was about it too; none falls on a day that had one. */
function dueAt(owed: Owed, first: Instant | null, last: Instant | null, every: number, mornings: Mornings): Instant | null {
  if (!first || !last) return first;
  const lastDay = dayOf(last, mornings.zone);
  const pace = owed.every ?? every;
  if (last >= first) return nextMorning(owed, lastDay, pace, mornings);
  const own = dayOf(first, mornings.zone) > lastDay ? first : morningOf(dayPlus(lastDay, 1), mornings);
  // It was brought up before it became too early again: the pace goes on from there.
  const goesOn = beginningOf(owed) > owed.since && last >= owed.since;
  return goesOn ? own && latest([own, nextMorning(owed, lastDay, pace, mornings)]) : own;
}

/** What has to be there soonest goes first; what has no "by" last. */
function byUrgency(a: Owed, b: Owed): number {
  const [first, second] = [a, b].map(({ by, since, slug }) => `${by ?? "~"} ${since} ${slug}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

function byPerson(owed: readonly Owed[]): ReadonlyMap<string, Owed[]> {
  const persons = new Map<string, Owed[]>();
  for (const one of owed) {
    for (const login of new Set(one.to.map((to) => to.toLowerCase()))) {
      const theirs = persons.get(login);
      if (theirs) theirs.push(one);
      else persons.set(login, [one]);
    }
  }
  return persons;
}

function lastReminders({ reminded }: RemindersRequest): ReadonlyMap<string, Instant> {
  const lasts = new Map<string, Instant>();
  for (const { to, at } of reminded) {
    const key = to.toLowerCase();
    const known = lasts.get(key);
    if (!known || at > known) lasts.set(key, at);
  }
  return lasts;
}

/** Absent reviewers: who was asked, or is to look again, and will not be there in time. They do not count as asked. */
import { leaveBeyond, leaveSince, type Staff } from "../calendar/presence.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import { atWallTime, sayDay, type Day, type Instant } from "../time/zone.js";
import type { PastRequest } from "./past-requests.js";

export interface AbsentReviewer {
  readonly login: string;
  /** The last day of their leave; null when they have left the desk. */
  readonly until: Day | null;
  /** Since when; null when that is not known. */
  readonly since: Instant | null;
}

interface PresenceFacts {
  readonly at: Instant;
  readonly desk: Staff;
  /** When the review is due; null when nothing says so. */
  readonly due: Instant | null;
  /** Logins named by hand, of whom nothing else need be known. */
  readonly named: readonly string[];
  /** Whom the app asked before. */
  readonly asked: readonly PastRequest[];
}

/** Whoever is back before the review is due is not absent, nor is somebody of whom the desk knows nothing and whom people asked by hand. */
export function absentReviewers(logins: readonly string[], facts: PresenceFacts): readonly AbsentReviewer[] {
  const { at, desk, due } = facts;
  return logins.flatMap((login): AbsentReviewer[] => {
    const person = desk.people.find((one) => sameLogin(one.login, login));
    if (!person) return hasLeft(login, facts) ? [{ login, until: null, since: null }] : [];
    const leave = leaveBeyond(login, due, at, desk);
    return leave ? [{ login, until: leave.until, since: leaveSince(person, at, desk) }] : [];
  });
}

/** Of somebody who is not on the desk: whom the app asked was on it then, or named by hand. */
function hasLeft(login: string, { named, asked }: PresenceFacts): boolean {
  return !includesLogin(named, login) && asked.some((one) => sameLogin(one.login, login));
}

/** `djs55 is away until Sun 20 July`, in the zone in which the day is told. */
export function sayAbsent({ login, until }: AbsentReviewer, zone: string): string {
  return until === null
    ? `${login} is not on the desk any more`
    : `${login} is away until ${sayDay(atWallTime(until, "12:00", zone), zone)}`;
}

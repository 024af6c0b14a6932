/** What holds for reminders in every history: turns come and go, people are away, snoozes are set, and nobody looks for days. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isWorkingDay } from "../../../src/desk/calendar/working-days.js";
import type { Person } from "../../../src/desk/facts/person.js";
import { owedReminders } from "../../../src/desk/reminders/owed-reminders.js";
import type { Due, Owed, Reminded, RemindersRequest } from "../../../src/desk/reminders/owed.js";
import { DAY, dayOf, dayPlus, HOUR, latest, MINUTE, plus, readInstant, timeOf, type Instant } from "../../../src/desk/time/zone.js";

const START = readInstant("2014-10-20T00:00:00Z");
const LENGTH = 14;
const ZONES = ["Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata"];

/** A turn that comes, perhaps with a snooze, and ends. */
interface TurnTaken {
  readonly owed: Owed;
  readonly until: Instant;
}

interface History {
  readonly people: readonly Person[];
  readonly every: number;
  readonly hour: number;
  readonly turns: readonly TurnTaken[];
}

interface Sent extends Due {
  readonly posted: Instant;
}

const moment = fc.integer({ min: 0, max: LENGTH * 24 * 60 }).map((minutes) => plus(START, minutes * MINUTE));
const maybe = (value: fc.Arbitrary<Instant>) => fc.option(value, { nil: null });

const histories: fc.Arbitrary<History> = fc.record({
  people: fc.tuple(...["avsm", "yomimono", "jacky"].map((login) => someone(login))),
  every: fc.integer({ min: 1, max: 4 }),
  hour: fc.integer({ min: 0, max: 18 }),
  turns: fc
    .array(
      fc.record({
        to: fc.subarray(["avsm", "yomimono", "jacky", "stranger"]),
        since: moment,
        by: maybe(moment),
        snooze: maybe(moment),
        until: moment,
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((turns) =>
      turns.map(({ to, since, by, snooze, until }, index): TurnTaken => {
        const place = { issue: index, channel: "pull request" as const };
        return { owed: { slug: `p${index}`, title: "", to, since, by, snoozedUntil: snooze, place, what: "review" }, until };
      }),
    ),
});

function someone(login: string): fc.Arbitrary<Person> {
  return fc
    .record({ zone: fc.constantFrom(...ZONES), leave: fc.array(fc.tuple(fc.nat({ max: LENGTH }), fc.nat({ max: 4 })), { maxLength: 2 }) })
    .map(({ zone, leave }) => {
      const first = dayOf(START, zone);
      const away = leave.map(([from, length]) => ({ from: dayPlus(first, from), to: dayPlus(first, from + length) }));
      return { login, name: login, aliases: [], zone, beats: [], capacity: 3, away };
    });
}

function requestAt(history: History, at: Instant, reminded: readonly Reminded[]): RemindersRequest {
  const owed = history.turns.filter(({ owed: { since }, until }) => since <= at && at < until).map((turn) => turn.owed);
  return { at, zone: "UTC", people: history.people, reminders: history, owed, reminded };
}

/** Looks at each of these instants and posts what is due. */
function run(history: History, looks: readonly Instant[]): readonly Sent[] {
  const sent: Sent[] = [];
  const reminded: Reminded[] = [];
  for (const at of looks) {
    for (const due of owedReminders(requestAt(history, at, reminded)).due) {
      sent.push({ ...due, posted: at });
      reminded.push({ to: due.to, at });
    }
  }
  return sent;
}

const zoneOf = (history: History, login: string) => history.people.find((one) => one.login === login)?.zone ?? "UTC";
/** Looks often enough that none of a person's days goes by without one. */
const hours = Array.from({ length: LENGTH * 12 }, (_, index) => plus(START, index * 2 * HOUR));
const looks = fc.subarray(hours, { minLength: 40 });

/** By day, on a working day, and not away; worked out without the help of what is tested. */
function isReachable(history: History, login: string, at: Instant): boolean {
  const person = history.people.find((one) => one.login === login);
  const zone = person?.zone ?? "UTC";
  const time = timeOf(at, zone);
  return time >= "07:00" && time < "21:00" && isWorkingDay(dayOf(at, zone), person?.away ?? []);
}

function inEveryHistory(check: (history: History, sent: readonly Sent[]) => boolean): void {
  fc.assert(
    fc.property(histories, looks, (history, when) => check(history, run(history, when))),
    { numRuns: 50, seed: 257 },
  );
}

describe("in any history", () => {
  it("[RM8] nobody gets two reminders on one day of theirs", () => {
    inEveryHistory((history, sent) => {
      const days = sent.map(({ to, posted }) => `${to} ${dayOf(posted, zoneOf(history, to))}`);
      return new Set(days).size === days.length;
    });
  });

  it("[RM8] nobody gets one at night, or on a day off", () => {
    inEveryHistory((history, sent) => sent.every(({ to, posted }) => isReachable(history, to, posted)));
  });

  it("[RM8] each is about what that person owes then, not snoozed, and not within the day that it became their turn", () => {
    inEveryHistory((history, sent) =>
      sent.every(
        ({ to, posted, about }) =>
          about.length > 0 &&
          about.every((one) => {
            const until = history.turns.find(({ owed }) => owed === one)?.until ?? "";
            const awake = !one.snoozedUntil || one.snoozedUntil <= posted;
            const zone = zoneOf(history, to);
            return one.to.includes(to) && posted < until && awake && dayOf(one.since, zone) < dayOf(posted, zone);
          }),
      ),
    );
  });

  it("[RM9] looking only when told to look again sends the same as looking all the time", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const endless = {
          ...history,
          turns: history.turns.map(({ owed }) => ({ owed: { ...owed, since: START }, until: plus(START, 99 * DAY) })),
        };
        const told: Instant[] = [START];
        const reminded: Reminded[] = [];
        for (let at = START; at;) {
          const { due, nextAt } = owedReminders(requestAt(endless, at, reminded));
          reminded.push(...due.map(({ to }) => ({ to, at })));
          if (!nextAt || nextAt >= plus(START, LENGTH * DAY)) break;
          expect(nextAt > at).toBe(true);
          told.push(nextAt);
          at = nextAt;
        }
        // By the day: looking every two hours comes up to two hours late.
        const days = (sent: readonly Sent[]) =>
          sent.map(({ to, at, posted, about }) => ({ to, at, about, day: dayOf(posted, zoneOf(history, to)) }));
        const inOrder = (sent: readonly Sent[]) => days(sent).toSorted((a, b) => (`${a.at} ${a.to}` < `${b.at} ${b.to}` ? -1 : 1));
        expect(inOrder(run(endless, told))).toEqual(inOrder(run(endless, hours)));
      }),
      { numRuns: 30, seed: 257 },
    );
  });

  it("[RM9] a look that is missed delays and loses nothing: what fell due meanwhile is sent at the first that reaches the person", () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: LENGTH - 5 }), fc.integer({ min: 1, max: 4 }), (history, from, length) => {
        const [down, up] = [plus(START, from * DAY), plus(START, (from + length) * DAY)];
        const isDown = (at: Instant) => at >= down && at < up;
        const sent = run(
          history,
          hours.filter((at) => !isDown(at)),
        );
        for (const { to, about } of run(history, hours).filter(({ posted }) => isDown(posted))) {
          const until = latest(about.map((one) => history.turns.find(({ owed }) => owed === one)?.until)) ?? up;
          const reached = hours.find((at) => at >= up && isReachable(history, to, at));
          if (reached && until > reached) expect(sent.some((one) => one.to === to && one.posted === reached)).toBe(true);
        }
      }),
      { numRuns: 30, seed: 257 },
    );
  });
});

/** What lies ahead of a campaign on the calendar: the next free slots, and the days on which nothing goes live. */
import { deskHolidays } from "../calendar/days-off.js";
import { slotCalendar } from "../calendar/slot-calendar.js";
import { weeklyCalendar } from "../calendar/weekly-calendar.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { Ahead, ClosedDays, JudgedPost } from "../judged.js";
import { atWallTime, dayOf, dayPlus, earliest, latest, plus, type Day, type Instant } from "../time/zone.js";

/** Free slots that are named; a coordinator needs a choice, not a list. */
const MOST_FREE = 3;
const MOST_CLOSED = 8;

interface Span {
  readonly at: Instant;
  readonly starts: Instant | null;
  readonly deadline: Instant;
}

/** Up to the deadline. Empty when it has passed, and when nothing of the campaign is still to go live. */
export function aheadOf(
  { starts, deadline }: Omit<Span, "at">,
  own: readonly JudgedPost[],
  posts: readonly JudgedPost[],
  { at, desk }: Pick<Snapshot, "at" | "desk">,
): Ahead {
  if (deadline <= at || own.every(({ stage }) => stage === "live" || stage === "dropped")) return { free: [], closed: [] };
  const { zone, slots, calendar } = desk;
  const taken = new Set(posts.flatMap(({ slot, stage }) => (slot && stage !== "dropped" ? [slot.at] : [])));
  const { after } = slotCalendar({ zone, slots, ...calendar, holidays: deskHolidays(desk) });
  const free: Instant[] = [];
  let slot = after(latest([at, starts && plus(starts, -1000)]) ?? at);
  while (slot && slot <= deadline && free.length < MOST_FREE) {
    if (!taken.has(slot)) free.push(slot);
    slot = after(slot);
  }
  return { free, closed: closedDays({ at, starts, deadline }, desk).slice(0, MOST_CLOSED) };
}

/** The first instant at which what lies ahead is another though nobody does anything; null when there is none. */
export function aheadChangesAt({ free, closed }: Ahead): Instant | null {
  return earliest([free[0], ...closed.map(({ until }) => until)]);
}

/** Freezes, closed days, and holidays on which the pattern has a slot, by their beginning. */
function closedDays({ at, deadline }: Span, desk: Snapshot["desk"]): readonly ClosedDays[] {
  const { zone, slots, calendar } = desk;
  const midnight = (day: Day) => atWallTime(day, "00:00", zone);
  const days = (kind: ClosedDays["kind"], from: Day, to: Day, why: string): ClosedDays => ({
    kind,
    from,
    to,
    why,
    since: midnight(from),
    until: midnight(dayPlus(to, 1)),
  });
  const [today, last] = [dayOf(at, zone), dayOf(deadline, zone)];
  const patternAfter = weeklyCalendar(slots, zone);
  const hasSlot = (day: Day) => {
    const slot = patternAfter(plus(midnight(day), -1000));
    return slot !== null && dayOf(slot, zone) === day;
  };
  const all = [
    ...calendar.freezes.map(({ from, to, why }): ClosedDays => ({
      ...days("freeze", dayOf(from, zone), dayOf(plus(to, -1000), zone), why),
      since: from,
      until: to,
    })),
    ...calendar.closed.map(({ from, to, why }) => days("closed", from, to, why)),
    ...deskHolidays(desk)
      .filter(({ day }) => day >= today && day <= last && hasSlot(day))
      .map(({ day, name }) => days("holiday", day, day, name)),
  ];
  return all.filter(({ from, until }) => from <= last && until > at).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

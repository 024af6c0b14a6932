/** The calendar of slots: the pattern without holidays, closed days and freezes, and with the extra slots. */
import type { Calendar, Freeze } from "../facts/desk.js";
import type { Holiday } from "../facts/holidays.js";
import { atWallTime, dayOf, dayPlus, earliest, plus, type Day, type Instant, type Zone } from "../time/zone.js";
import { freezeAt } from "./freeze.js";
import { weeklyCalendar } from "./weekly-calendar.js";

/** The instants that are open to a post each: the weekly pattern with what is added to it and taken from it. */
export interface SlotCalendar {
  /** The first slot after `at`; null when there is none to come. */
  readonly after: (at: Instant) => Instant | null;
  /** The freeze that keeps a post from `at` though `by` asked for that slot (null: nobody did); null when it may go live then. */
  readonly freezeAt: (at: Instant, by: string | null) => Freeze | null;
  /** Why there is no slot at `at` though the pattern may have one; null when nothing closes it. */
  readonly closedAt: (at: Instant) => Closed | null;
}

/** `why` is the holiday's name, or the reason that the desk gives, which may be empty. */
export interface Closed {
  readonly kind: "holiday" | "closed" | "freeze";
  readonly why: string;
}

export interface CalendarParts extends Pick<Calendar, "closed" | "extra" | "freezes"> {
  readonly zone: Zone;
  /** The pattern: `Tue 12:00`, `first Tue 12:00`. */
  readonly slots: readonly string[];
  readonly holidays: readonly Holiday[];
}

/** Nothing goes live in a freeze. An extra slot counts even on a day that is closed or a holiday: somebody named it. */
export function slotCalendar({ zone, slots, closed, extra, freezes, holidays }: CalendarParts): SlotCalendar {
  const patternAfter = weeklyCalendar(slots, zone);
  const named = new Map<Day, string>(holidays.map(({ day, name }) => [day, name]));
  const extras = [...new Set(extra)].sort();
  const isExtra = new Set(extras);
  const answers = new Map<Instant, Instant | null>();

  const closureOn = (day: Day): Closure | null => {
    const closure = closed.find(({ from, to }) => from <= day && day <= to);
    if (closure) return { kind: "closed", why: closure.why, until: closure.to };
    const name = named.get(day);
    return name === undefined ? null : { kind: "holiday", why: name, until: day };
  };

  const closedAt = (at: Instant): Closed | null => {
    const freeze = freezeAt(freezes, at);
    if (freeze) return { kind: "freeze", why: freeze.why };
    const closure = isExtra.has(at) ? null : closureOn(dayOf(at, zone));
    return closure && { kind: closure.kind, why: closure.why };
  };

  const openPatternAfter = (at: Instant): Instant | null => {
    let slot = patternAfter(at);
    while (slot) {
      const freeze = freezeAt(freezes, slot);
      const closure = freeze ? null : closureOn(dayOf(slot, zone));
      if (!freeze && !closure) return slot;
      // What is closed for years is left behind in one step; a slot at the very end of it is open.
      const beyond = freeze
        ? plus(freeze.to, -1000)
        : plus(atWallTime(dayPlus(closure?.until ?? dayOf(slot, zone), 1), "00:00", zone), -1000);
      const next = patternAfter(beyond > slot ? beyond : slot);
      slot = next;
    }
    return null;
  };

  const look = (at: Instant): Instant | null => {
    const more = extras.find((slot) => slot > at && !freezeAt(freezes, slot)) ?? null;
    return earliest([openPatternAfter(at), more]);
  };

  return {
    after: (at) => {
      const known = answers.get(at);
      if (known !== undefined) return known;
      const found = look(at);
      answers.set(at, found);
      return found;
    },
    freezeAt: (at, by) => freezeAt(freezes, at, { at, by }),
    closedAt,
  };
}

interface Closure {
  readonly kind: "closed" | "holiday";
  readonly why: string;
  /** Its last day. */
  readonly until: Day;
}

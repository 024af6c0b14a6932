/** The slots that are free to be given out, numbered from now on and worked out as far as they are asked for. */
import type { SlotCalendar } from "../../calendar/slot-calendar.js";
import { LAST_INSTANT, plus, type Instant, type Zone } from "../../time/zone.js";
import { dayNumber } from "./crowds.js";

export interface FreeSlots {
  /** Seconds since 1970 of the slot so numbered; Infinity beyond the last. */
  readonly second: (number: number) => number;
  /** Its day on the wall of the desk, in days since 1970. */
  readonly day: (number: number) => number;
  readonly instant: (number: number) => Instant;
  /** Off the calendar, and so only for a post that it was announced for. */
  readonly onlyAnnounced: (number: number) => boolean;
  /** The number of the first slot at `second` or later; of none, how many there are. */
  readonly firstFrom: (second: number) => number;
  /** Whether the calendar itself has ended with the last of them. */
  readonly ended: () => boolean;
}

interface FreeSlotsRequest {
  readonly calendar: SlotCalendar;
  readonly zone: Zone;
  readonly gone: ReadonlySet<Instant>;
  /** Announced for posts to be placed; those off the calendar are free to them all the same. */
  readonly announced: readonly Instant[];
  /** From now, from each embargo and whatever else posts wait for, slots are wanted. */
  readonly anchors: readonly Instant[];
  /**
   * From each anchor on, slots are numbered until so many could have been given out one after the other, each `reach` days
   * after the one before: no post that is placed as early as may be needs more. What lies between is left out, so that an
   * embargo of a thousand years costs nothing.
   */
  readonly posts: number;
  /** Days within which one post can keep another off; 0 when none can. */
  readonly reach: number;
}

export const secondOf = (at: Instant): number => Date.parse(at) / 1000;

export function freeSlots(request: FreeSlotsRequest): FreeSlots {
  const { calendar, zone, gone, posts, reach } = request;
  const anchors = [...new Set(request.anchors)].sort();
  const announced = [...new Set(request.announced)].filter((at) => !gone.has(at)).sort();
  const instants: Instant[] = [];
  const seconds: number[] = [];
  const days: number[] = [];
  const only: boolean[] = [];
  const begin = anchors[0];
  let last: Instant | null = begin === undefined ? null : plus(begin, -1000);
  let credit = 0;
  let stepDay = -Infinity;
  let nextAnchor = 0;
  let nextAnnounced = 0;
  let ended = false;

  const nextOfCalendar = (after: Instant): Instant | null => {
    let slot = calendar.after(after);
    while (slot && gone.has(slot)) slot = calendar.after(slot);
    return slot;
  };

  /** Numbers one more; false when there is none. */
  const grow = (): boolean => {
    if (last === null) return false;
    if (credit === 0) {
      const anchor = anchors[nextAnchor];
      if (anchor === undefined) return false;
      if (anchor > last) last = plus(anchor, -1000);
    }
    while (nextAnnounced < announced.length && (announced[nextAnnounced] ?? "") <= last) nextAnnounced += 1;
    const own = announced[nextAnnounced] ?? null;
    const regular = nextOfCalendar(last);
    const slot = own !== null && (regular === null || own <= regular) ? own : regular;
    if (slot === null) {
      ended = true;
      last = null;
      return false;
    }
    while (nextAnchor < anchors.length && (anchors[nextAnchor] ?? "") <= slot) {
      credit = posts + 1;
      nextAnchor += 1;
    }
    last = slot;
    instants.push(slot);
    seconds.push(secondOf(slot));
    days.push(reach > 0 ? dayNumber(slot, zone) : 0);
    only.push(slot !== regular);
    if (reach === 0) credit -= 1;
    else if ((days.at(-1) ?? 0) >= stepDay + reach) {
      credit -= 1;
      stepDay = days.at(-1) ?? 0;
    }
    return true;
  };

  const growTo = (number: number): boolean => {
    while (instants.length <= number) if (!grow()) return false;
    return true;
  };

  return {
    second: (number) => (growTo(number) ? (seconds[number] ?? Infinity) : Infinity),
    day: (number) => (growTo(number) ? (days[number] ?? Infinity) : Infinity),
    instant: (number) => (growTo(number) ? (instants[number] ?? LAST_INSTANT) : LAST_INSTANT),
    onlyAnnounced: (number) => growTo(number) && only[number] === true,
    firstFrom: (second) => {
      while ((seconds.at(-1) ?? -Infinity) < second && grow());
      let [low, high] = [0, seconds.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((seconds[middle] ?? 0) < second) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    ended: () => ended,
  };
}

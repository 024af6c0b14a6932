/** The slots that each post can still have: narrowed by what is decided, with all that follows, and widened again when it is undone. */
import { hasRoom, indexOfDay } from "./crowds.js";
import type { Grid } from "./grid.js";

export interface Choices {
  /** By row, the first and the last slot it can still have; `count` stands for no slot at all. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** How many slots there are. */
  readonly count: number;
  readonly may: (row: number, slot: number) => boolean;
  /** Leaves the row only slots from `from` to `to`; false when some post then has none. */
  readonly narrow: (row: number, from: number, to: number) => boolean;
  readonly mark: () => number;
  /** Back to how it was at the mark. */
  readonly undo: (mark: number) => void;
}

/** What the trail remembers: which of these was changed, where, and what it was. */
const FIRST = 0;
const LAST = 1;
const GONE = 2;
const STANDS = 3;

const NOBODY = -1;

/** Of the first `count` slots; with `nowhere` a post may also go without. Null when some post has none from the start. */
export function choicesOf(grid: Grid, count: number, nowhere: boolean): Choices | null {
  const { slots, floor, due, told, before, behind, crowds, crowdsOf } = grid;
  const rows = grid.places.length;
  const days = Int32Array.from({ length: count }, (_, slot) => slots.day(slot));
  const only = Uint8Array.from({ length: count }, (_, slot) => (slots.onlyAnnounced(slot) ? 1 : 0));
  const first = Int32Array.from(floor, (from) => Math.min(from, count));
  const last = Int32Array.from(due, (second) => (second === Infinity ? (nowhere ? count : count - 1) : lastBy(grid, count, second)));
  const gone = new Uint8Array(crowds.length > 0 ? rows * count : 0);
  const stands = new Uint8Array(rows);
  const holder = new Int32Array(count).fill(NOBODY);
  const standing = crowds.map(({ fixed }) => [...fixed]);
  const trail: number[] = [];

  const may = (row: number, slot: number): boolean =>
    slot === count
      ? nowhere
      : (holder[slot] === NOBODY || holder[slot] === row) && (only[slot] === 0 || told[row] === slot) && gone[row * count + slot] !== 1;

  /** Takes the slot, and takes it up in its crowds; the others of them lose the slots that are now too near. */
  const stand = (row: number, slot: number, pending: number[]): boolean => {
    const day = days[slot] ?? 0;
    stands[row] = 1;
    holder[slot] = row;
    trail.push(STANDS, row, slot);
    for (let other = 0; other < rows; other += 1) if (other !== row && (first[other] === slot || last[other] === slot)) pending.push(other);
    for (const number of crowdsOf[row] ?? []) {
      const crowd = crowds[number];
      const there = standing[number];
      if (!crowd || !there) continue;
      if (!hasRoom(there, day, crowd)) {
        // As yet in none of the crowds from here on: what was entered is taken back by `undo`, which finds it by its day.
        for (const later of (crowdsOf[row] ?? []).slice((crowdsOf[row] ?? []).indexOf(number)))
          standing[later]?.splice(indexOfDay(standing[later], day), 0, day);
        return false;
      }
      there.splice(indexOfDay(there, day), 0, day);
      if (there.length < crowd.most) continue;
      let from = slot;
      while (from > 0 && (days[from - 1] ?? 0) > day - crowd.days) from -= 1;
      for (const other of crowd.members) {
        if (stands[other] === 1) continue;
        const to = Math.min(last[other] ?? 0, count - 1);
        for (let one = Math.max(from, first[other] ?? 0); one <= to && (days[one] ?? 0) < day + crowd.days; one += 1) {
          if (gone[other * count + one] === 1 || hasRoom(there, days[one] ?? 0, crowd)) continue;
          gone[other * count + one] = 1;
          trail.push(GONE, other * count + one, 0);
          if (one === first[other] || one === last[other]) pending.push(other);
        }
      }
    }
    return true;
  };

  const settle = (pending: number[]): boolean => {
    for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
      let from = first[row] ?? 0;
      let to = last[row] ?? 0;
      while (from <= to && !may(row, from)) from += 1;
      while (to >= from && !may(row, to)) to -= 1;
      if (from > to) return false;
      set(first, FIRST, row, from);
      set(last, LAST, row, to);
      for (const one of behind[row] ?? []) {
        const least = from === count ? count : from + 1;
        if ((first[one] ?? 0) < least) {
          set(first, FIRST, one, least);
          pending.push(one);
        }
      }
      for (const one of before[row] ?? []) {
        if (to < count && (last[one] ?? 0) > to - 1) {
          set(last, LAST, one, to - 1);
          pending.push(one);
        }
      }
      if (from === to && from < count && stands[row] === 0 && !stand(row, from, pending)) return false;
    }
    return true;
  };

  const set = (bounds: Int32Array, kind: number, row: number, value: number): void => {
    if (bounds[row] === value) return;
    trail.push(kind, row, bounds[row] ?? 0);
    bounds[row] = value;
  };

  const undo = (mark: number): void => {
    while (trail.length > mark) {
      const was = trail.pop() ?? 0;
      const where = trail.pop() ?? 0;
      const kind = trail.pop() ?? FIRST;
      if (kind === FIRST) first[where] = was;
      else if (kind === LAST) last[where] = was;
      else if (kind === GONE) gone[where] = 0;
      else {
        stands[where] = 0;
        holder[was] = NOBODY;
        const day = days[was] ?? 0;
        for (const crowd of crowdsOf[where] ?? []) standing[crowd]?.splice(indexOfDay(standing[crowd], day), 1);
      }
    }
  };

  // What stands already, by hand or elsewhere, keeps slots from whole crowds.
  crowds.forEach((crowd) => {
    for (let slot = 0; slot < count; slot += 1) {
      if (hasRoom(crowd.fixed, days[slot] ?? 0, crowd)) continue;
      for (const row of crowd.members) gone[row * count + slot] = 1;
    }
  });
  if (!settle([...first.keys()].reverse())) return null;
  trail.length = 0;
  return {
    first,
    last,
    count,
    may,
    narrow: (row, from, to) => {
      if (from > (first[row] ?? 0)) set(first, FIRST, row, from);
      if (to < (last[row] ?? 0)) set(last, LAST, row, to);
      return settle([row]);
    },
    mark: () => trail.length,
    undo,
  };
}

function lastBy({ slots }: Grid, count: number, second: number): number {
  return Math.min(slots.firstFrom(second + 1), count) - 1;
}

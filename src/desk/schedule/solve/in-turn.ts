/** Places post by post in the plan's order, each as early as may be: quick, and often the best there is. */
import { NOWHERE, type Placing } from "./cost.js";
import { hasRoom, indexOfDay } from "./crowds.js";
import type { Grid } from "./grid.js";

export interface Manner {
  /** Each keeps the slot that was announced for it. */
  readonly keepTold: boolean;
  /** Nobody is hurried. */
  readonly patient: boolean;
  /** By row, slots that are given beforehand; -1 where none is. */
  readonly given?: Placing;
  /** Rows in the order in which they are placed, each behind those it comes after; the plan's when left out. */
  readonly order?: readonly number[];
}

/** Null when somebody would have to wait for a post that people put before it, or would stand too close to one that has its slot. */
export function placeInTurn(grid: Grid, { keepTold, patient, given, order }: Manner): Placing | null {
  const { slots, floor, due, told, easy, before, crowds, crowdsOf } = grid;
  const rows = grid.places.length;
  const placing: number[] = floor.map(() => NOWHERE);
  const standing = crowds.map(({ fixed }) => [...fixed]);
  const taken = new Set<number>();
  // From a slot that is taken to a later one: disjoint sets with halved paths, so that a season of posts is placed in linear time.
  const onward = new Map<number, number>();
  const firstFree = (from: number): number => {
    let slot = from;
    while (taken.has(slot)) {
      const next = onward.get(slot) ?? slot + 1;
      const beyond = taken.has(next) ? (onward.get(next) ?? next + 1) : next;
      onward.set(slot, beyond);
      slot = beyond;
    }
    return slot;
  };
  const fits = (row: number, slot: number): boolean =>
    (crowdsOf[row] ?? []).every((crowd) => {
      const one = crowds[crowd];
      return !one || hasRoom(standing[crowd] ?? [], slots.day(slot), one);
    });
  const take = (row: number, slot: number): void => {
    placing[row] = slot;
    taken.add(slot);
    for (const crowd of crowdsOf[row] ?? []) standing[crowd]?.splice(indexOfDay(standing[crowd], slots.day(slot)), 0, slots.day(slot));
  };

  for (let row = 0; row < rows; row += 1) {
    const own = given?.[row] ?? -1;
    const slot = own >= 0 ? own : keepTold ? (told[row] ?? -1) : -1;
    if (slot < 0) continue;
    if (taken.has(slot) || !fits(row, slot)) return null;
    take(row, slot);
  }
  for (const row of order ?? floor.keys()) {
    const waited = (before[row] ?? []).map((one) => placing[one] ?? NOWHERE);
    const own = placing[row] ?? NOWHERE;
    if (own !== NOWHERE) {
      if (slots.second(own) > (due[row] ?? Infinity) || waited.some((slot) => slot === NOWHERE || slot >= own)) return null;
      continue;
    }
    if (waited.includes(NOWHERE)) {
      if (due[row] !== Infinity) return null;
      continue;
    }
    const least = patient ? Math.max(floor[row] ?? 0, easy[row] ?? 0) : (floor[row] ?? 0);
    let slot = firstFree(waited.reduce((from, one) => Math.max(from, one + 1), least));
    // A slot off the calendar is only for the post that it was announced for.
    while (slots.second(slot) !== Infinity && ((slots.onlyAnnounced(slot) && told[row] !== slot) || !fits(row, slot)))
      slot = firstFree(slot + 1);
    if (slots.second(slot) === Infinity) {
      if (due[row] !== Infinity) return null;
      continue;
    }
    if (slots.second(slot) > (due[row] ?? Infinity)) return null;
    take(row, slot);
  }
  return placing;
}

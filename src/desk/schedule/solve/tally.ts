/** The tally: what each post costs on each slot as one number, so that sums of them compare as costs do. */
import type { Cost } from "./cost.js";
import type { Grid } from "./grid.js";

export interface Tally {
  /** Of one row on one slot; on slot `count`, of having none. */
  readonly of: (row: number, slot: number) => number;
  /** Only that it is hurried or moved. */
  readonly calm: (row: number, slot: number) => number;
  readonly total: (cost: Cost) => number;
  /** Whether sums are exact: not so when seconds of lateness have to be counted over millennia. */
  readonly exact: boolean;
}

/**
 * Digits of one number, the gravest first: late, without, lateness, hurried, moved. `most`: of the ways to be compared none
 * has more posts past the deadline. Numbers are whole and stay below 2^53, since the unit of lateness is the largest that all share.
 */
export function tallyOf(grid: Grid, count: number, most: number, nowhere: boolean): Tally {
  const { slots, deadline, told, easy, places } = grid;
  const rows = places.length;
  const moved = 1;
  const hurried = told.filter((slot) => slot >= 0).length + 1;
  const unit = hurried * (easy.filter((slot) => slot > 0).length + 1);
  const past = Float64Array.from({ length: count }, (_, slot) => Math.max(0, slots.second(slot) - deadline));
  let second = past.reduce(gcd, 0) || 1;
  const longest = () => Math.ceil((past.at(-1) ?? 0) / second);
  const weights = () => {
    const without = (Math.max(most, 1) * longest() + 1) * unit;
    return { without, late: nowhere ? without * (Math.max(most, 1) + 1) : without };
  };
  let exact = true;
  while (weights().late * 2 * (rows + 1) > Number.MAX_SAFE_INTEGER) {
    second *= 2;
    exact = false;
  }
  const { without, late } = weights();
  const onSlot = past.map((seconds) => (seconds > 0 ? late + Math.ceil(seconds / second) * unit : 0));
  const tells = Uint8Array.from(told, (slot) => (slot >= 0 ? moved : 0));
  const calm = (row: number, slot: number): number =>
    slot === told[row] ? 0 : (slot < (easy[row] ?? 0) && slot < count ? hurried : 0) + (tells[row] ?? 0);
  return {
    of: (row, slot) => (slot === count ? late + without : (onSlot[slot] ?? 0)) + calm(row, slot),
    calm,
    total: (cost) =>
      cost.late * late + cost.without * without + Math.ceil(cost.lateness / second) * unit + cost.hurried * hurried + cost.moved,
    exact,
  };
}

function gcd(a: number, b: number): number {
  let [one, other] = [a, b];
  while (other > 0) [one, other] = [other, one % other];
  return one;
}

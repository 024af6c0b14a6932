/** The cheapest way to give every post a slot of its own when nobody waits and no crowd is too dense: what no real way can undercut. */
import type { Choices } from "./choices.js";

export interface Matching {
  /** By row, its slot; the count of slots for none. */
  readonly slotOf: (row: number) => number;
  readonly cost: () => number;
  /** By how much more, at least, the cheapest way would cost if the row had this slot. */
  readonly more: (row: number, slot: number) => number;
  /** Makes up for what the choices have lost; false when there is no way any more. */
  readonly repair: () => boolean;
  readonly save: () => Saved;
  readonly restore: (saved: Saved) => void;
}

export interface Saved {
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly sparePrice: number;
  readonly cost: number;
}

/** Looks at a slot are counted, which is the same on every machine, unlike seconds. */
export interface Effort {
  readonly spend: (looks: number) => void;
  readonly isSpent: () => boolean;
}

export function effortOf(most: number): Effort {
  let spent = 0;
  return {
    spend: (looks) => {
      spent += looks;
    },
    isSpent: () => spent > most,
  };
}

const NOBODY = -1;
/** The one who keeps all slots that are left over: as a row it may have any slot, at no cost. */
const SPARE = -2;

/**
 * Shortest augmenting paths with prices (Kuhn 1955; Jonker and Volgenant 1987), mended and not begun anew when a post loses its
 * slot (Mills-Tettey, Stentz and Dias 2007). Columns from the count of slots on are, one for each row, having none.
 * Null when there is no way.
 */
export function cheapestMatching(choices: Choices, costOf: (row: number, slot: number) => number, effort: Effort): Matching | null {
  const { first, last, count } = choices;
  const rows = first.length;
  const columns = count + (last.includes(count) ? rows : 0);
  let columnOf = new Int32Array(rows).fill(NOBODY);
  let rowOf = new Int32Array(columns).fill(NOBODY);
  let rowPrice = new Float64Array(rows);
  let columnPrice = new Float64Array(columns);
  let sparePrice = 0;

  const distance = new Float64Array(columns);
  const via = new Int32Array(columns);
  const done = new Uint8Array(columns);
  const slotOf = (row: number): number => Math.min(columnOf[row] ?? count, count);

  const reachFrom = (row: number, base: number): void => {
    const from = base - (rowPrice[row] ?? 0);
    const to = Math.min(last[row] ?? 0, count - 1);
    for (let slot = first[row] ?? 0; slot <= to; slot += 1) {
      if (done[slot] === 1 || !choices.may(row, slot)) continue;
      const far = from + costOf(row, slot) - (columnPrice[slot] ?? 0);
      if (far < (distance[slot] ?? 0)) {
        distance[slot] = far;
        via[slot] = row;
      }
    }
    effort.spend(to - (first[row] ?? 0) + 2);
    const none = count + row;
    if (last[row] !== count || done[none] === 1) return;
    const far = from + costOf(row, count) - (columnPrice[none] ?? 0);
    if (far < (distance[none] ?? 0)) {
      distance[none] = far;
      via[none] = row;
    }
  };

  /** Finds the row a slot: the `hole` that its own left behind, by whatever others have to move for it, or at the start any that is left over. */
  const augment = (start: number, hole: number): boolean => {
    distance.fill(Infinity);
    done.fill(0);
    const reached: number[] = [start];
    const bases: number[] = [0];
    let spareBase = Infinity;
    let spareColumn = NOBODY;
    let end = NOBODY;
    reachFrom(start, 0);
    for (;;) {
      let best = Infinity;
      let column = NOBODY;
      let nobodys = false;
      for (let one = 0; one < columns; one += 1) {
        const far = distance[one] ?? Infinity;
        // Of those equally near, one that is left over ends the search, or leads to its end.
        if (done[one] === 0 && (far < best || (far === best && far < Infinity && rowOf[one] === NOBODY && (one === hole || !nobodys)))) {
          nobodys = rowOf[one] === NOBODY;
          best = far;
          column = one;
        }
      }
      effort.spend(columns);
      if (column === NOBODY) return false;
      const row = rowOf[column] ?? NOBODY;
      if (column === hole || (hole === NOBODY && row === NOBODY)) {
        end = column;
        break;
      }
      done[column] = 1;
      if (row !== NOBODY) {
        reached.push(row);
        bases.push(best);
        reachFrom(row, best);
      } else if (spareColumn === NOBODY) {
        spareBase = best;
        spareColumn = column;
        for (let one = 0; one < columns; one += 1) {
          const far = best - sparePrice - (columnPrice[one] ?? 0);
          // All that are left over are as near as the first of them, and lead nowhere else.
          if (rowOf[one] === NOBODY && one !== hole) done[one] = 1;
          else if (done[one] === 0 && far < (distance[one] ?? 0)) {
            distance[one] = far;
            via[one] = SPARE;
          }
        }
        effort.spend(columns);
      }
    }
    const total = distance[end] ?? 0;
    reached.forEach((row, place) => {
      rowPrice[row] = (rowPrice[row] ?? 0) + total - (bases[place] ?? 0);
    });
    for (let column = 0; column < columns; column += 1) {
      const left = spareColumn !== NOBODY && rowOf[column] === NOBODY && column !== hole;
      if (left) columnPrice[column] = (columnPrice[column] ?? 0) + spareBase - total;
      else if (done[column] === 1) columnPrice[column] = (columnPrice[column] ?? 0) + (distance[column] ?? 0) - total;
    }
    if (spareColumn !== NOBODY) sparePrice += total - spareBase;
    for (let column = end; ;) {
      const row = via[column] ?? NOBODY;
      if (row === SPARE) {
        rowOf[column] = NOBODY;
        column = spareColumn;
        continue;
      }
      const before = columnOf[row] ?? NOBODY;
      rowOf[column] = row;
      columnOf[row] = column;
      if (row === start) return true;
      column = before;
    }
  };

  for (let row = 0; row < rows; row += 1) if (!augment(row, NOBODY)) return null;
  let cost = 0;
  const sum = (): void => {
    cost = 0;
    for (let row = 0; row < rows; row += 1) cost += costOf(row, slotOf(row));
  };
  sum();

  const keepsSlot = (row: number): boolean => {
    const slot = slotOf(row);
    return slot >= (first[row] ?? 0) && slot <= (last[row] ?? 0) && choices.may(row, slot);
  };

  return {
    slotOf,
    cost: () => cost,
    more: (row, slot) => costOf(row, slot) - (rowPrice[row] ?? 0) - (columnPrice[slot === count ? count + row : slot] ?? 0),
    repair: () => {
      for (let row = 0; row < rows; row += 1) {
        if (keepsSlot(row)) continue;
        const hole = columnOf[row] ?? NOBODY;
        rowOf[hole] = NOBODY;
        columnOf[row] = NOBODY;
        if (!augment(row, hole)) return false;
      }
      sum();
      return true;
    },
    save: () => ({
      columnOf: columnOf.slice(),
      rowOf: rowOf.slice(),
      rowPrice: rowPrice.slice(),
      columnPrice: columnPrice.slice(),
      sparePrice,
      cost,
    }),
    restore: (saved) => {
      columnOf = saved.columnOf.slice();
      rowOf = saved.rowOf.slice();
      rowPrice = saved.rowPrice.slice();
      columnPrice = saved.columnPrice.slice();
      ({ sparePrice, cost } = saved);
    },
  };
}

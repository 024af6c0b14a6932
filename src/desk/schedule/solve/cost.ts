/** What a way to place the posts costs, the gravest first: this is the order in which one way is better than another. */
import type { Grid } from "./grid.js";

/** By row, the number of its slot; `NOWHERE` where the calendar has none left. */
export type Placing = readonly number[];

export const NOWHERE = -1;

export interface Cost {
  /** Posts past the deadline, those without a slot among them. */
  readonly late: number;
  /** Posts without a slot. */
  readonly without: number;
  /** Seconds past the deadline, summed over those that have a slot. */
  readonly lateness: number;
  /** Posts that are put before their earliest possible draft, where nobody was told so. */
  readonly hurried: number;
  /** Announced slots that are free and not kept. */
  readonly moved: number;
}

export function costOf(grid: Grid, placing: Placing): Cost {
  let [late, without, lateness, hurried, moved] = [0, 0, 0, 0, 0];
  placing.forEach((slot, row) => {
    const told = grid.told[row] ?? -1;
    if (told >= 0 && slot !== told) moved += 1;
    if (slot === NOWHERE) {
      without += 1;
      late += 1;
      return;
    }
    if (slot !== told && slot < (grid.easy[row] ?? 0)) hurried += 1;
    const past = grid.slots.second(slot) - grid.deadline;
    if (past <= 0) return;
    late += 1;
    lateness += past;
  });
  return { late, without, lateness, hurried, moved };
}

/** Negative when `a` is the better. */
export function compareCosts(a: Cost, b: Cost): number {
  return compareLateness(a, b) || a.hurried - b.hurried || a.moved - b.moved;
}

/** What the deadline says alone. */
export type Lateness = Pick<Cost, "late" | "without" | "lateness">;

export function compareLateness(a: Lateness, b: Lateness): number {
  return a.late - b.late || a.without - b.without || a.lateness - b.lateness;
}

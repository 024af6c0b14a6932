/** Finds the cheapest real way to place the posts: branch and bound over the relaxed problem, within an effort that is counted. */
import { branchesOf } from "./branching.js";
import { choicesOf, type Choices } from "./choices.js";
import { NOWHERE, type Placing } from "./cost.js";
import type { Grid } from "./grid.js";
import type { Effort } from "./matching.js";
import { relaxedOf, type Relaxed, type SavedRelaxed } from "./relaxed.js";
import type { Tally } from "./tally.js";

export interface Search {
  readonly choices: Choices;
  readonly relaxed: Relaxed;
  /** Leaves the row only these slots; false, and nothing is changed, when no way of at most `limit` can then be left. */
  readonly tries: (row: number, from: number, to: number, limit: number) => boolean;
  readonly mark: () => Mark;
  readonly back: (mark: Mark) => void;
  /** The cheapest way that costs at most `limit`, or with `any` the first that is found. */
  readonly cheapest: (limit: number, any: boolean) => Found;
}

export interface Mark {
  readonly trail: number;
  readonly saved: SavedRelaxed;
}

/** `placing` is null when there is none; `proved`: nothing was left untried. */
export interface Found {
  readonly placing: Placing | null;
  readonly cost: number;
  readonly proved: boolean;
}

/** Null when there is no way at all. When the effort is spent it gives up: what is found missing then is not proved to be. */
export function searchOf(
  grid: Grid,
  { count, nowhere, tally, effort }: { count: number; nowhere: boolean; tally: Tally; effort: Effort },
): Search | null {
  const choices = choicesOf(grid, count, nowhere);
  const relaxed = choices && relaxedOf(grid, choices, tally, effort);
  if (!choices || !relaxed) return null;
  const { first, last } = choices;

  const mark = (): Mark => ({ trail: choices.mark(), saved: relaxed.save() });
  const back = ({ trail, saved }: Mark): void => {
    choices.undo(trail);
    relaxed.restore(saved);
  };

  /** Takes from both ends of every row the slots that are ruled out; null when a row has none left, else whether any was taken. */
  const trim = (limit: number): boolean | null => {
    let trimmed = false;
    for (let row = 0; row < first.length; row += 1) {
      let [from, to] = [first[row] ?? 0, last[row] ?? 0];
      const isOut = (slot: number) => !choices.may(row, slot) || !relaxed.allows(row, slot, limit);
      while (from <= to && isOut(from)) from += 1;
      while (to > from && isOut(to)) to -= 1;
      if (from === first[row] && to === last[row]) continue;
      if (!choices.narrow(row, from, to)) return null;
      trimmed = true;
    }
    effort.spend(first.length);
    return trimmed;
  };

  const tries = (row: number, from: number, to: number, limit: number): boolean => {
    const here = mark();
    effort.spend(count + first.length);
    let left: boolean | null = choices.narrow(row, from, to) ? true : null;
    while (left) left = !effort.isSpent() && relaxed.repair() && relaxed.bound() <= limit ? trim(limit) : null;
    if (left === false) return true;
    back(here);
    return false;
  };

  const cheapest = (limit: number, any: boolean): Found => {
    let found: Placing | null = null;
    let [left, cost] = [limit, Infinity];
    const descend = (): void => {
      if (relaxed.bound() > left) return;
      const ways = branchesOf(grid, choices, relaxed.slotOf);
      if (!ways) {
        found = grid.places.map((_, row) => (relaxed.slotOf(row) === count ? NOWHERE : relaxed.slotOf(row)));
        cost = grid.places.reduce((sum, _, row) => sum + tally.of(row, relaxed.slotOf(row)), 0);
        left = any ? -Infinity : cost - 1;
        return;
      }
      for (const { row, from, to } of ways) {
        if (left === -Infinity || effort.isSpent()) return;
        const here = mark();
        if (tries(row, from, to, left)) {
          descend();
          back(here);
        }
      }
    };
    descend();
    return { placing: found, cost, proved: !effort.isSpent() };
  };
  return { choices, relaxed, tries, mark, back, cheapest };
}

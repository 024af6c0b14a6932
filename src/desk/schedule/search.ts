/** Finds the cheapest real way to place the posts: branch and bound over the cheapest matching, within an effort that is counted. */
import { choicesOf, type Choices } from "./choices.js";
import { partingOf } from "./clash.js";
import { NOWHERE, type Placing } from "./cost.js";
import type { Grid } from "./grid.js";
import { cheapestMatching, type Effort, type Matching, type Saved } from "./matching.js";
import type { Tally } from "./tally.js";

export interface Search {
  readonly choices: Choices;
  readonly matching: Matching;
  /** What nothing can undercut as things have been narrowed down. */
  readonly bound: () => number;
  /** Leaves the row only these slots; false, and nothing is changed, when no way of at most `limit` can then be left. */
  readonly tries: (row: number, from: number, to: number, limit: number) => boolean;
  readonly mark: () => Mark;
  readonly back: (mark: Mark) => void;
  /** The cheapest way that costs at most `limit`, or with `any` the first that is found. */
  readonly cheapest: (limit: number, any: boolean) => Found;
}

export interface Mark {
  readonly trail: number;
  readonly saved: Saved;
}

/** `placing` is null when there is none; `proved`: nothing was left untried. */
export interface Found {
  readonly placing: Placing | null;
  readonly cost: number;
  readonly proved: boolean;
}

/** Null when there is no way at all. `effort.spent` is not let beyond `most`. */
export function searchOf(
  grid: Grid,
  { count, nowhere, tally, effort, most }: { count: number; nowhere: boolean; tally: Tally; effort: Effort; most: number },
): Search | null {
  const choices = choicesOf(grid, count, nowhere);
  const matching = choices && cheapestMatching(choices, tally, effort);
  if (!choices || !matching) return null;

  const mark = (): Mark => ({ trail: choices.mark(), saved: matching.save() });
  const back = ({ trail, saved }: Mark): void => {
    choices.undo(trail);
    matching.restore(saved);
  };
  const tries = (row: number, from: number, to: number, limit: number): boolean => {
    const here = mark();
    effort.spent += count;
    if (choices.narrow(row, from, to) && matching.mend() && matching.cost() <= limit) return true;
    back(here);
    return false;
  };

  const cheapest = (limit: number, any: boolean): Found => {
    let found: Placing | null = null;
    let [left, cost] = [limit, Infinity];
    let proved = true;
    const descend = (): void => {
      if (matching.cost() > left) return;
      const ways = partingOf(grid, choices, matching.slotOf);
      if (!ways) {
        found = grid.places.map((_, row) => (matching.slotOf(row) === count ? NOWHERE : matching.slotOf(row)));
        cost = matching.cost();
        left = any ? -Infinity : cost - 1;
        return;
      }
      for (const { row, from, to } of ways) {
        if (left === -Infinity) return;
        if (effort.spent > most) {
          proved = false;
          return;
        }
        const here = mark();
        if (tries(row, from, to, left)) {
          descend();
          back(here);
        }
      }
    };
    descend();
    return { placing: found, cost, proved };
  };
  return { choices, matching, bound: matching.cost, tries, mark, back, cheapest };
}

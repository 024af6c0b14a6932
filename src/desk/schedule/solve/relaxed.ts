/** The problem relaxed: how cheap it could be at best when some of its rules are forgotten, two ways at once. */
import type { Choices } from "./choices.js";
import type { Grid } from "./grid.js";
import { leastLate } from "./least-late.js";
import { cheapestMatching, type Effort, type Matching, type Saved } from "./matching.js";
import type { Tally } from "./tally.js";

export interface Relaxed {
  /** By row, its slot in the cheapest matching; the count of slots for none. */
  readonly slotOf: (row: number) => number;
  /** What no real way can undercut. */
  readonly bound: () => number;
  /** Whether a way of at most `limit` in which the row has this slot is not yet ruled out. */
  readonly allows: (row: number, slot: number, limit: number) => boolean;
  /** Makes up for what the choices have lost; false when there is no way any more. */
  readonly repair: () => boolean;
  readonly save: () => SavedRelaxed;
  readonly restore: (saved: SavedRelaxed) => void;
}

export interface SavedRelaxed {
  readonly full: Saved;
  readonly calm: Saved | null;
  readonly late: number;
}

/**
 * A matching forgets who waits and how dense the crowds are. Where crowds are dense they make posts later than it knows: then what
 * the crowds cost at least is added to a second matching, of those who are hurried or moved and nothing else. Null when there is no way.
 */
export function relaxedOf(grid: Grid, choices: Choices, tally: Tally, effort: Effort): Relaxed | null {
  const full = cheapestMatching(choices, tally.of, effort);
  const calm: Matching | null = full && grid.crowds.length > 0 ? cheapestMatching(choices, tally.calm, effort) : null;
  if (!full) return null;
  let late = 0;
  const measure = (): void => {
    if (!calm) return;
    late = tally.total({
      ...leastLate(grid, choices.first),
      hurried: 0,
      moved: 0,
    });
    // About as much work as so many looks.
    effort.spend(20 * choices.first.length + 600);
  };
  measure();
  return {
    slotOf: full.slotOf,
    bound: () => Math.max(full.cost(), calm ? late + calm.cost() : 0),
    allows: (row, slot, limit) =>
      full.cost() + full.more(row, slot) <= limit && (!calm || late + calm.cost() + calm.more(row, slot) <= limit),
    repair: () => {
      if (!full.repair() || calm?.repair() === false) return false;
      measure();
      return true;
    },
    save: () => ({ full: full.save(), calm: calm?.save() ?? null, late }),
    restore: (saved) => {
      full.restore(saved.full);
      if (saved.calm) calm?.restore(saved.calm);
      late = saved.late;
    },
  };
}

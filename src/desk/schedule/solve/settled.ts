/** The problem with every slot given out: what the reasons are told from, and what is tried when it cannot be done. */
import type { Instant } from "../../time/zone.js";
import type { Wish } from "./claim.js";
import type { Cost, Placing } from "./cost.js";
import type { Grid } from "./grid.js";
import type { SlotProblem } from "./slot-problem.js";

export interface Settled {
  readonly problem: SlotProblem;
  /** Of the posts that nobody placed by hand. */
  readonly grid: Grid;
  /** By place, the wish that is kept; null where there is none. */
  readonly wishes: readonly (Wish | null)[];
  /** By place, its row in the grid, where it has one. */
  readonly rowOf: ReadonlyMap<number, number>;
  readonly placing: Placing;
  /** By place; null where the calendar has no slot to give. */
  readonly at: readonly (Instant | null)[];
  /** Of the rows of the grid. */
  readonly cost: Cost;
  /** Proved to be the best. */
  readonly best: boolean;
  /** Said of slots past the deadline: `5 posts need the 3 slots before it`; null when that is not why. */
  readonly shortage: string | null;
}

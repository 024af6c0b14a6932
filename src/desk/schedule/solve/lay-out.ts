/** Lays a request out: people's wishes granted, and the rest in a grid, ready to be placed. */
import type { Wish } from "./claim.js";
import type { Placing } from "./cost.js";
import { secondOf } from "./free-slots.js";
import { grantWishes } from "./grant-wishes.js";
import { gridOf, type Grid } from "./grid.js";
import { slotProblemOf, type SlotProblem } from "./slot-problem.js";
import type { SlotRequest } from "./slot-request.js";

interface LaidOut {
  readonly problem: SlotProblem;
  /** By place, the wish that is kept; null where there is none. */
  readonly wishes: readonly (Wish | null)[];
  /** Of the posts that nobody placed by hand. */
  readonly grid: Grid;
  /** By row, slots that make a way for all whom somebody put a post behind; -1 for the others. */
  readonly given: Placing;
}

export function layOut(request: SlotRequest): LaidOut {
  const problem = slotProblemOf(request);
  const { wishes, way } = grantWishes(problem);
  const places = [...problem.posts.keys()].filter((place) => !wishes[place]);
  const grid = gridOf(problem, wishes, places);
  const given = places.map((place) => {
    const at = way[place];
    return at ? grid.slots.firstFrom(secondOf(at)) : -1;
  });
  return { problem, wishes, grid, given };
}

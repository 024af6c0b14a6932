/** How many posts would be past the deadline: what a way out is tried by, with as little search as will do. */
import { costOf } from "./solve/cost.js";
import { placeInTurn } from "./solve/in-turn.js";
import { layOut } from "./solve/lay-out.js";
import { leastLate } from "./solve/least-late.js";
import { mannersFor, placeBest } from "./solve/place-best.js";
import type { SlotRequest } from "./solve/slot-request.js";

/** In a large campaign, or beyond so much effort, a way out is judged by the best that was found: it is never praised too much. */
const FEW = 60;
const MOST_LOOKS = 60_000;

/** Those that people placed there by hand among them, and those for which no slot is left. At the most, where that cannot be told quickly. */
export function howLate(request: SlotRequest): number {
  const { problem, wishes, grid, given } = layOut(request);
  const byHand = wishes.filter((wish) => wish && wish.at > problem.deadline).length;
  const least = leastLate(grid).late;
  let found = Infinity;
  for (const manner of mannersFor(given)) {
    const placing = placeInTurn(grid, manner);
    if (placing) found = Math.min(found, costOf(grid, placing).late);
    if (found === least) return byHand + found;
  }
  return byHand + (grid.places.length <= FEW ? placeBest(grid, given, MOST_LOOKS).cost.late : found);
}

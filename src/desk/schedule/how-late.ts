/** How many posts would be past the deadline: what a way out is tried by, without giving out a single slot where that can be told. */
import { layOut } from "./lay-out.js";
import { leastLate } from "./least-late.js";
import { placeBest, waysInTurn } from "./place-best.js";
import type { SlotRequest } from "./slot-request.js";

/** Those that people placed there by hand among them, and those for which no slot is left. */
export function howLate(request: SlotRequest): number {
  const { season, wishes, grid, given } = layOut(request);
  const byHand = wishes.filter((wish) => wish && wish.at > season.deadline).length;
  const [quick] = waysInTurn(grid, given);
  const late = quick?.cost.late === leastLate(grid).late ? quick.cost.late : placeBest(grid, given).cost.late;
  return byHand + late;
}

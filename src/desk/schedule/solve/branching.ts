/** Where the cheapest matching is no real way: who stands before a post it waits for, or too close to another; and how to part them. */
import type { Choices } from "./choices.js";
import { hasRoom } from "./crowds.js";
import type { Grid } from "./grid.js";

/** The row gets only slots from `from` to `to`. */
interface Way {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Ways that together leave out no real way to place the posts, while each leaves out the present one; null when it is real.
 * `slotOf`: by row, the slot it has in the matching; the count of slots for none.
 */
export function branchesOf(grid: Grid, choices: Choices, slotOf: (row: number) => number): readonly Way[] | null {
  return outOfTurn(grid, choices, slotOf) ?? tooClose(grid, choices, slotOf);
}

/** Split between the two instants: either the first is over by then, or the second comes after it. */
function outOfTurn({ before }: Grid, { count, last }: Choices, slotOf: (row: number) => number): readonly Way[] | null {
  for (let row = 0; row < before.length; row += 1) {
    const own = slotOf(row);
    for (const one of before[row] ?? []) {
      const waited = slotOf(one);
      if (own === count || waited < own) continue;
      const middle = Math.min(Math.floor((own + waited) / 2), waited - 1);
      return [
        { row: one, from: 0, to: middle },
        { row, from: Math.min(middle + 2, count), to: last[row] ?? count },
      ];
    }
  }
  return null;
}

/** The first of a crowd that is too dense, in time: it stays and the others give way, or it comes earlier, or later. */
function tooClose({ crowds, slots }: Grid, { count, first, last }: Choices, slotOf: (row: number) => number): readonly Way[] | null {
  let found: { readonly row: number; readonly slot: number } | null = null;
  for (const crowd of crowds) {
    const placed = crowd.members.filter((row) => slotOf(row) < count);
    const days = [...placed.map((row) => slots.day(slotOf(row))), ...crowd.fixed].sort((a, b) => a - b);
    for (const row of placed) {
      const slot = slotOf(row);
      if ((found && found.slot <= slot) || first[row] === last[row]) continue;
      const others = days.toSpliced(days.indexOf(slots.day(slot)), 1);
      if (!hasRoom(others, slots.day(slot), crowd)) found = { row, slot };
    }
  }
  if (!found) return null;
  const { row, slot } = found;
  return [
    { row, from: slot, to: slot },
    { row, from: 0, to: slot - 1 },
    { row, from: slot + 1, to: last[row] ?? count },
  ];
}

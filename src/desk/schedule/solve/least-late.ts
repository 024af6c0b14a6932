/** A bound that costs next to nothing: no way to place the posts can be less late than this. */
import { hasRoom } from "./crowds.js";
import type { Lateness } from "./cost.js";
import type { Grid } from "./grid.js";

/**
 * Each post is given its turn alone in its densest crowd, then all share the slots. For one crowd, and for slots that hold one
 * post each, as early as may be is best; which posts of a crowd come first, what was announced and who waits for whom beyond
 * the first slot that leaves is forgotten, so that the true cost is at least this. When a placing reaches it, it is the best.
 */
export function leastLate(grid: Grid, floors: ArrayLike<number> = behindOthers(grid)): Lateness {
  const { slots, deadline } = grid;
  const turns = crowdTurns(grid, floors);
  let [late, without, lateness] = [0, 0, 0];
  let next = 0;
  for (const turn of turns.toSorted((a, b) => a - b)) {
    next = Math.max(next, turn);
    const second = slots.second(next);
    if (second === Infinity) without += 1;
    else {
      if (second > deadline) lateness += second - deadline;
      next += 1;
    }
    if (second > deadline) late += 1;
  }
  return { late, without, lateness };
}

/** By row, the first slot that those it comes after leave it. */
export function behindOthers({ floor, before }: Grid): readonly number[] {
  const floors: number[] = [];
  floor.forEach((own, row) => floors.push((before[row] ?? []).reduce((least, one) => Math.max(least, (floors[one] ?? 0) + 1), own)));
  return floors;
}

/** For every row a slot before which it cannot be placed, or for its whole crowd the slots before which they cannot be, in some order. */
function crowdTurns(grid: Grid, floors: ArrayLike<number>): readonly number[] {
  const turns = Array.from(floors);
  const spoken = new Set<number>();
  const dense = grid.crowds
    .map((crowd, number) => {
      const own = aloneOf(grid, floors, number);
      return { crowd, own, last: own.at(-1) ?? 0 };
    })
    .toSorted((a, b) => b.last - a.last);
  for (const { crowd, own } of dense) {
    // Each row speaks for one crowd only: those that already have spoken leave theirs smaller, and its turns earlier.
    const free = crowd.members.filter((row) => !spoken.has(row));
    const shorter = free.length === crowd.members.length ? own : aloneOf(grid, floors, grid.crowds.indexOf(crowd), free);
    free.forEach((row, place) => {
      spoken.add(row);
      turns[row] = shorter[place] ?? turns[row] ?? 0;
    });
  }
  return turns;
}

/** The slots that the members of one crowd would have if they were alone on the calendar. */
export function aloneOf(
  { slots, crowds }: Grid,
  floors: ArrayLike<number>,
  number: number,
  rows = crowds[number]?.members ?? [],
): readonly number[] {
  const crowd = crowds[number];
  if (!crowd) return [];
  const given: number[] = [];
  const days: number[] = [];
  let next = 0;
  for (const floor of rows.map((row) => floors[row] ?? 0).toSorted((a, b) => a - b)) {
    next = Math.max(next, floor);
    const enough = days.length >= crowd.most ? (days[days.length - crowd.most] ?? 0) + crowd.days : -Infinity;
    while (slots.day(next) < enough || (slots.second(next) !== Infinity && !hasRoom(crowd.fixed, slots.day(next), crowd))) next += 1;
    given.push(next);
    days.push(slots.day(next));
    next += 1;
  }
  return given;
}

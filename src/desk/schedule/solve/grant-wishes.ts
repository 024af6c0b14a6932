/** The slots that people asked for or pinned, and those that approved posts are due at: each is kept unless it is impossible. */
import type { Instant } from "../../time/zone.js";
import type { Wish } from "./claim.js";
import { NOWHERE, type Placing } from "./cost.js";
import { gridOf, type Grid } from "./grid.js";
import { placeInTurn } from "./in-turn.js";
import { effortOf } from "./matching.js";
import { searchOf } from "./search.js";
import type { SlotProblem } from "./slot-problem.js";

interface Granted {
  /** By place, the wish that is kept; null where there is none. */
  readonly wishes: readonly (Wish | null)[];
  /** By place, a slot for each post that a granted wish waits for, so that all of them can be kept; null for the others. */
  readonly way: readonly (Instant | null)[];
}

/**
 * One by one, in the plan's order: of each post the first wish that can be kept beside those granted before. It can when what it
 * waits for can be live by then: as many slots as needed, in turn, none too close to another.
 */
export function grantWishes(problem: SlotProblem): Granted {
  const wishes: (Wish | null)[] = problem.posts.map(() => null);
  let way: readonly (Instant | null)[] = problem.posts.map(() => null);
  // Posts that come before somebody's wish, directly or not, and have none themselves.
  const waited = new Set<number>();
  problem.posts.forEach(({ claims, before }, place) => {
    for (const wish of claims.wishes) {
      if (before.some((one) => (wishes[one]?.at ?? "") > wish.at)) continue;
      const added = ancestorsOf(problem, wishes, place).filter((one) => !waited.has(one));
      wishes[place] = wish;
      for (const one of added) waited.add(one);
      const found =
        waited.size === 0
          ? way
          : wayFor(
              problem,
              wishes,
              [...waited].sort((a, b) => a - b),
            );
      if (found) {
        way = found;
        return;
      }
      wishes[place] = null;
      for (const one of added) waited.delete(one);
    }
  });
  return { wishes, way };
}

function ancestorsOf({ posts }: SlotProblem, wishes: readonly (Wish | null)[], place: number): readonly number[] {
  const found = new Set<number>();
  const pending = [place];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    for (const other of posts[one]?.before ?? []) {
      if (found.has(other) || wishes[other]) continue;
      found.add(other);
      pending.push(other);
    }
  }
  return [...found];
}

/** A way to place those waited for alone: the rest can always come later. */
function wayFor(problem: SlotProblem, wishes: readonly (Wish | null)[], waited: readonly number[]): readonly (Instant | null)[] | null {
  const grid = gridOf(problem, wishes, waited);
  const last = grid.due.reduce((latest, due) => (due === Infinity ? latest : Math.max(latest, due)), -Infinity);
  const count = grid.slots.firstFrom(last + 1);
  const placing = byDue(grid, count) ?? (isIntricate(grid) ? tryAll(grid, count) : null);
  return placing && waitedAt(problem, grid, waited, placing);
}

/** Whoever is due first goes first: that finds a way whenever there is one, since slots hold one post each, unless it is intricate. */
function byDue(grid: Grid, count: number): Placing | null {
  const dues = [...grid.due];
  for (let row = dues.length - 1; row >= 0; row -= 1)
    for (const one of grid.before[row] ?? []) dues[one] = Math.min(dues[one] ?? Infinity, (dues[row] ?? Infinity) - 1);
  const order = [...dues.keys()].sort((a, b) => compare(dues[a] ?? Infinity, dues[b] ?? Infinity) || a - b);
  const placing = placeInTurn({ ...grid, due: dues }, { keepTold: false, patient: false, order });
  return placing?.every((slot) => slot !== NOWHERE && slot < count) ? placing : null;
}

/** Crowds keep posts apart, or a slot off the calendar is one post's alone. */
function isIntricate({ crowds, told, slots }: Grid): boolean {
  return crowds.length > 0 || told.some((slot) => slot >= 0 && slots.onlyAnnounced(slot));
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const MOST_LOOKS = 5_000_000;

function tryAll(grid: Grid, count: number): Placing | null {
  const tally = { of: () => 0, calm: () => 0, total: () => 0, exact: true };
  const search = searchOf(grid, { count, nowhere: false, tally, effort: effortOf(MOST_LOOKS) });
  return search?.cheapest(0, true).placing ?? null;
}

function waitedAt(problem: SlotProblem, grid: Grid, waited: readonly number[], placing: Placing): readonly (Instant | null)[] {
  const rows = new Map(waited.map((place, row) => [place, row]));
  return problem.posts.map((_, place) => {
    const slot = placing[rows.get(place) ?? -1];
    return slot === undefined ? null : grid.slots.instant(slot);
  });
}

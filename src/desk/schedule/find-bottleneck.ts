/** Finds the bottleneck: the smallest set of posts that cannot all be in time. */
import type { Bottleneck } from "./bottleneck.js";
import { NOWHERE } from "./solve/cost.js";
import { hasRoom } from "./solve/crowds.js";
import type { Grid } from "./solve/grid.js";
import { aloneOf, behindOthers } from "./solve/least-late.js";
import type { Settled } from "./solve/settled.js";

/** Null when nothing is past the deadline. */
export function findBottleneck(settled: Settled): Bottleneck | null {
  const { problem, grid, placing, wishes, cost } = settled;
  const slugOf = (place: number | undefined): string => problem.posts[place ?? -1]?.post.slug ?? "";
  const byHand = [...wishes.keys()].filter((place) => (wishes[place]?.at ?? "") > problem.deadline).map(slugOf);
  if (cost.late === 0) return byHand.length > 0 ? { kind: "by hand", slugs: byHand } : null;

  const slugsOf = (rows: readonly number[]) => rows.toSorted((a, b) => a - b).map((row) => slugOf(grid.places[row]));
  const embargoed = grid.places
    .map((place) => problem.posts[place]?.post)
    .find((post) => post?.notBefore && post.notBefore > problem.deadline);
  if (embargoed?.notBefore) return { kind: "embargo", slugs: [embargoed.slug], until: embargoed.notBefore };

  const shortages = [shortOfSlots(grid), ...grid.crowds.map((_, number) => shortOfRoom(grid, number))].flatMap(
    (bottleneck) => bottleneck ?? [],
  );
  const [smallest] = shortages.toSorted((a, b) => a.rows.length - b.rows.length);
  if (!smallest) return { kind: "mixed", slugs: slugsOf(lateRows(settled)) };
  const slugs = slugsOf(smallest.rows);
  const crowd = smallest.crowd === null ? null : grid.crowds[smallest.crowd];
  if (!crowd) return { kind: "slots", slugs, slots: smallest.fit };
  return { kind: "crowd", slugs, fit: smallest.fit, of: crowd.kind, name: crowd.name, most: crowd.most, days: crowd.days };

  function lateRows({ grid: { slots, deadline } }: Settled): readonly number[] {
    return [...placing.keys()].filter((row) => {
      const slot = placing[row] ?? NOWHERE;
      return slot === NOWHERE || slots.second(slot) > deadline;
    });
  }
}

interface Shortage {
  readonly rows: readonly number[];
  /** How many of them there is room for. */
  readonly fit: number;
  /** Null when it is slots that are short. */
  readonly crowd: number | null;
}

/**
 * Posts with slots from one to the deadline are too many exactly when some begin so late that those from there on are (Hall 1935):
 * the latest beginning gives the fewest posts. Those that only wait for others are told with whom they wait for.
 */
function shortOfSlots(grid: Grid): Shortage | null {
  const { slots, deadline, floor, before, told } = grid;
  const inTime = slots.firstFrom(deadline + 1);
  const floors = behindOthers(grid);
  for (const from of [...new Set(floors.map((one) => Math.min(one, inTime)))].sort((a, b) => b - a)) {
    const rows = [...floors.keys()].filter((row) => (floors[row] ?? 0) >= from);
    if (rows.length <= open(from, rows)) continue;
    const all = new Set(rows);
    const pending = [...rows];
    for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
      for (const one of before[row] ?? []) {
        if (all.has(one) || (floors[one] ?? 0) + 1 < (floors[row] ?? 0) || (floor[row] ?? 0) >= (floors[row] ?? 0)) continue;
        all.add(one);
        pending.push(one);
      }
    }
    const whole = [...all];
    const begin = whole.reduce((least, row) => Math.min(least, floors[row] ?? 0), inTime);
    const enough = open(begin, whole);
    return enough < whole.length ? { rows: whole, fit: enough, crowd: null } : { rows, fit: open(from, rows), crowd: null };
  }
  return null;

  function open(from: number, rows: readonly number[]): number {
    let free = 0;
    for (let slot = from; slot < inTime; slot += 1) if (!slots.onlyAnnounced(slot) || rows.some((row) => told[row] === slot)) free += 1;
    return free;
  }
}

function shortOfRoom(grid: Grid, number: number): Shortage | null {
  const crowd = grid.crowds[number];
  if (!crowd) return null;
  const inTime = grid.slots.firstFrom(grid.deadline + 1);
  const fit = aloneOf(grid, behindOthers(grid), number).filter(
    (slot) => slot < inTime && hasRoom(crowd.fixed, grid.slots.day(slot), crowd),
  ).length;
  return fit < crowd.members.length ? { rows: crowd.members, fit, crowd: number } : null;
}

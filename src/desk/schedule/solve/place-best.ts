/** Places the posts in the best way there is, by the definition in `cost.ts`; of equally good ways, in the plan's own order. START HERE. */
import { compareCosts, compareLateness, costOf, NOWHERE, type Cost, type Lateness, type Placing } from "./cost.js";
import type { Grid } from "./grid.js";
import { placeInTurn, type Manner } from "./in-turn.js";
import { leastLate } from "./least-late.js";
import { effortOf } from "./matching.js";
import { searchOf } from "./search.js";
import { tallyOf } from "./tally.js";
import { breakTies } from "./tie-break.js";

interface Placement {
  readonly placing: Placing;
  readonly cost: Cost;
  /** Proved to be the best; otherwise it is the best that was found within the effort allowed. */
  readonly best: boolean;
}

/**
 * `given`: by row, slots that make a way for all whom somebody put a post behind; -1 for the others.
 * `mostLooks`: how much effort the search may take at the most.
 */
export function placeBest(grid: Grid, given: Placing, mostLooks = Infinity): Placement {
  const straight = placeInTurn(grid, { keepTold: true, patient: true });
  const least = leastLate(grid);
  if (straight) {
    const cost = costOf(grid, straight);
    // Nobody is hurried or moved and nobody could be less late: each post that passed a slot over had to.
    if (compareLateness(cost, least) === 0) return { placing: straight, cost, best: true };
  }
  const [known] = waysInTurn(grid, given);
  const nothing = grid.floor.map(() => NOWHERE);
  return known ? improve(grid, known, least, mostLooks) : { placing: nothing, cost: costOf(grid, nothing), best: false };
}

interface Known {
  readonly placing: Placing;
  readonly cost: Cost;
}

/** The manners of placing in turn that are tried before any search. */
export function mannersFor(given: Placing): readonly Manner[] {
  return [
    { keepTold: true, patient: true },
    { keepTold: true, patient: false },
    { keepTold: false, patient: true },
    { keepTold: false, patient: false },
    { keepTold: false, patient: false, given },
  ];
}

/** The ways that take no search, the best first; there is one at least. */
function waysInTurn(grid: Grid, given: Placing): readonly Known[] {
  const ways = mannersFor(given).flatMap((manner) => {
    const placing = placeInTurn(grid, manner);
    return placing ? [{ placing, cost: costOf(grid, placing) }] : [];
  });
  return ways.toSorted((a, b) => compareCosts(a.cost, b.cost));
}

function improve(grid: Grid, known: Known, least: Lateness, mostLooks: number): Placement {
  const { count, nowhere } = horizonOf(grid, known, least);
  const tally = tallyOf(grid, count, known.cost.late, nowhere);
  const atRest = known.cost.moved === 0 && grid.told.every((slot) => slot >= 0);
  const effort = effortOf(Math.min(mostLooks, looksFor(grid.places.length * count, atRest)));
  const search = searchOf(grid, { count, nowhere, tally, effort });
  if (!search) return { ...known, best: false };
  let placing = known.placing;
  let cost = tally.total(known.cost);
  if (search.relaxed.bound() < cost) {
    const found = search.cheapest(cost - 1, false);
    if (found.placing) [placing, cost] = [found.placing, found.cost];
  }
  const ordered = breakTies(search, placing, cost, effort);
  return { placing: ordered.placing, cost: costOf(grid, ordered.placing), best: tally.exact && ordered.proved };
}

/** A second or so at the most, a fraction of one for a campaign of a hundred posts. */
function looksFor(size: number, atRest: boolean): number {
  const most = MOST_LOOKS + 40 * size;
  // Where everybody has been told already, looking again is not worth as much.
  return atRest ? most / 8 : most;
}

const MOST_LOOKS = 4_000_000;

/** Up to how many slots a way that is as good as the known one can reach, and whether it can leave a post without. */
function horizonOf(
  { slots, deadline, places }: Grid,
  { placing, cost }: Known,
  least: Lateness,
): { readonly count: number; readonly nowhere: boolean } {
  const inTime = slots.firstFrom(deadline + 1);
  if (cost.late === 0) return { count: inTime, nowhere: false };
  if (cost.late === least.late && cost.without === 0) {
    // The others that are late take up so much of the lateness at the least.
    let left = cost.lateness;
    for (let slot = inTime; slot < inTime + cost.late - 1; slot += 1) left -= Math.max(0, slots.second(slot) - deadline);
    return { count: slots.firstFrom(deadline + left + 1), nowhere: false };
  }
  const used = placing.reduce((last, slot) => Math.max(last, slot + 1), inTime);
  let count = used;
  while (slots.second(count) !== Infinity && (places.length <= FEW || count < used + BEYOND)) count += 1;
  return { count, nowhere: slots.second(count) === Infinity && slots.ended() };
}

/** So few posts that every slot which could matter is looked at. */
const FEW = 60;
/** So many slots beyond the last of the known way are looked at otherwise. */
const BEYOND = 300;

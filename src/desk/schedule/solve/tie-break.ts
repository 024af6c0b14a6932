/** Among all ways that cost the least, the one in the plan's own order: the first post as early as may be, then the second, and so on. */
import { NOWHERE, type Placing } from "./cost.js";
import type { Effort } from "./matching.js";
import type { Search } from "./search.js";

interface InPlan {
  readonly placing: Placing;
  /** Nothing was left untried. */
  readonly proved: boolean;
}

/** `known` is one of the ways that cost `limit`, the least there is. */
export function breakTies(search: Search, known: Placing, limit: number, effort: Effort): InPlan {
  const start = search.mark();
  const straight = goStraight(search, limit);
  if (straight && !effort.isSpent()) return { placing: straight, proved: true };
  search.back(start);
  return goSurely(search, known, limit, effort);
}

/** Every post in turn takes the first slot that the bound lets it have. Whoever comes to the end that way has proved every step. */
function goStraight({ choices, relaxed, tries }: Search, limit: number): Placing | null {
  const { first, last, count, may } = choices;
  const placing: number[] = [];
  for (let row = 0; row < first.length; row += 1) {
    let slot = first[row] ?? 0;
    const to = last[row] ?? 0;
    while (slot <= to && !(may(row, slot) && relaxed.allows(row, slot, limit) && tries(row, slot, slot, limit))) slot += 1;
    if (slot > to) return null;
    placing.push(slot === count ? NOWHERE : slot);
  }
  return placing;
}

/** As before, but a slot is taken only when a whole way to place the rest is in hand. */
function goSurely({ choices, relaxed, tries, cheapest, mark, back }: Search, known: Placing, limit: number, effort: Effort): InPlan {
  const { first, count, may } = choices;
  let placing = known;
  let proved = true;
  for (let row = 0; row < first.length; row += 1) {
    for (let slot = first[row] ?? 0; slot < numbered(placing, row, count); slot += 1) {
      if (!may(row, slot) || !relaxed.allows(row, slot, limit)) continue;
      if (effort.isSpent()) return { placing, proved: false };
      const here = mark();
      if (!tries(row, slot, slot, limit)) continue;
      const found = cheapest(limit, true);
      if (found.placing) {
        placing = found.placing;
        break;
      }
      proved = proved && found.proved;
      back(here);
    }
    const slot = numbered(placing, row, count);
    tries(row, slot, slot, limit);
  }
  return { placing, proved };
}

function numbered(placing: Placing, row: number, count: number): number {
  const slot = placing[row] ?? NOWHERE;
  return slot === NOWHERE ? count : slot;
}

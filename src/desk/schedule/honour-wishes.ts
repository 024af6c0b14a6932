/** The slots that people asked for or pinned, and those that approved posts are due at: each is kept unless it is impossible. */
import { place, type Kept, type Placement } from "./placement.js";
import type { Season } from "./season.js";
import { latest, type Instant } from "../zone.js";

export interface Keeping {
  readonly kept: Kept;
  readonly placement: Placement;
  /** By place: why a claim was not kept; null where it was, or where there was none. */
  readonly lost: readonly (Loss | null)[];
}

/** `out of order`: a post that it comes after is not live by then. `rearranged`: to keep more before the deadline. */
export type Loss = "embargoed" | "given away" | "out of order" | "rearranged";

/** After so many trials, each giving up one wish, all that still break the order are given up together. */
const TRIALS = 32;

export function honourWishes(season: Season): Keeping {
  const { kept, lost } = possibleWishes(season);
  let placement = place(season, kept);
  for (let trial = 0; placement.broken.length > 0; trial += 1) {
    for (const index of trial < TRIALS ? placement.broken.slice(0, 1) : placement.broken) {
      kept[index] = null;
      lost[index] = "out of order";
    }
    placement = place(season, kept);
  }
  return { kept, placement, lost };
}

/** One pass from first to last that finds, without any placing, the wishes that no calendar could grant. */
function possibleWishes(season: Season): { readonly kept: (Instant | null)[]; readonly lost: (Loss | null)[] } {
  const kept: (Instant | null)[] = [];
  const lost: (Loss | null)[] = [];
  const soonest: (Instant | null)[] = [];
  season.posts.forEach(({ post, claim, before, floor }, index) => {
    const wish = claim.kind === "asked" || claim.kind === "pinned" || claim.kind === "due" ? claim.at : null;
    const behind = before.map((one) => soonest[one] ?? null);
    const embargoed = wish !== null && post.notBefore !== null && wish < post.notBefore;
    const disordered = wish !== null && behind.some((at) => at === null || at > wish);
    lost.push(embargoed ? "embargoed" : disordered ? "out of order" : null);
    kept.push(embargoed || disordered ? null : wish);
    soonest.push(kept[index] ?? (behind.includes(null) ? null : season.slotAfter(latest([floor, ...behind]) ?? floor)));
  });
  return { kept, lost };
}

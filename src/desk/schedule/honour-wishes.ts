/** The slots that people asked for or pinned, and those that approved posts are due at: each is kept unless it is impossible. */
import type { Wish } from "./claim.js";
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
  const { granted, lost } = possibleWishes(season);
  const kept = () => granted.map((wish) => wish?.at ?? null);
  let placement = place(season, kept());
  for (let trial = 0; placement.broken.length > 0; trial += 1) {
    for (const index of trial < TRIALS ? placement.broken.slice(0, 1) : placement.broken) {
      granted[index] = nextWish(season, index, granted[index] ?? null);
      lost[index] = "out of order";
    }
    placement = place(season, kept());
  }
  return { kept: kept(), placement, lost };
}

/** One pass from first to last that finds, without any placing, the wishes that no calendar could grant. */
function possibleWishes(season: Season): { readonly granted: (Wish | null)[]; readonly lost: (Loss | null)[] } {
  const granted: (Wish | null)[] = [];
  const lost: (Loss | null)[] = [];
  const soonest: (Instant | null)[] = [];
  season.posts.forEach(({ post, claims, before, floor }) => {
    const behind = before.map((one) => soonest[one] ?? null);
    const inOrder = ({ at }: Wish) => behind.every((one) => one !== null && one <= at);
    const afterEmbargo = ({ at }: Wish) => !post.notBefore || at >= post.notBefore;
    const wish = claims.wishes.find((one) => afterEmbargo(one) && inOrder(one)) ?? null;
    const first = claims.wishes[0];
    granted.push(wish);
    lost.push(!first || first === wish ? null : afterEmbargo(first) ? "out of order" : "embargoed");
    soonest.push(wish?.at ?? (behind.includes(null) ? null : season.slotAfter(latest([floor, ...behind]) ?? floor)));
  });
  return { granted, lost };
}

/** The wish to try when `wish` cannot be kept; null when there is none left outside the embargo. */
function nextWish(season: Season, index: number, wish: Wish | null): Wish | null {
  const { post, claims } = season.posts[index] ?? {};
  const rest = wish && claims ? claims.wishes.slice(claims.wishes.indexOf(wish) + 1) : [];
  return rest.find(({ at }) => !post?.notBefore || at >= post.notBefore) ?? null;
}

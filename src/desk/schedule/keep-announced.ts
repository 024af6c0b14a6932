/** The slots that people were told: as many are kept as can be without costing a post its deadline. */
import type { Keeping, Loss } from "./honour-wishes.js";
import { noDearer, place } from "./placement.js";
import type { Season } from "./season.js";
import type { Instant } from "../zone.js";

interface Told {
  readonly index: number;
  readonly at: Instant;
}

/** So many trials at most are made for the posts that cannot all keep their slots; those not tried are moved. */
const TRIALS = 100;

/**
 * The wishes alone say what the least cost is. Of the slots announced those are kept that cost no more, the soonest first:
 * all in one trial when that works, else by halves, a few trials for each that has to move.
 */
export function keepAnnounced(season: Season, wishes: Keeping): Keeping {
  const { told, lost } = stillFree(season, wishes);
  let { kept, placement } = wishes;
  let trials = 0;

  const attempt = (more: readonly Told[]): boolean => {
    trials += 1;
    const trial = [...kept];
    for (const { index, at } of more) trial[index] = at;
    const outcome = place(season, trial);
    if (outcome.broken.length > 0 || !noDearer(outcome.cost, placement.cost)) return false;
    kept = trial;
    placement = outcome;
    return true;
  };
  const attemptHalves = (more: readonly Told[]): void => {
    const middle = Math.ceil(more.length / 2);
    for (const half of [more.slice(0, middle), more.slice(middle)]) {
      if (half.length > 0 && trials < TRIALS && !attempt(half) && half.length > 1) attemptHalves(half);
    }
  };

  // Past the deadline only the slots that have to be used are worth keeping: there, every other one is later than need be.
  const needed = new Set(placement.slots);
  const worthwhile = told.filter(({ at }) => at <= season.deadline || needed.has(at));
  if (!attempt(told) && !(worthwhile.length < told.length && attempt(worthwhile))) attemptHalves(worthwhile);

  for (const { index, at } of told) {
    const late = season.posts[index]?.before.some((one) => (placement.slots[one] ?? "~") >= at);
    if (!kept[index]) lost[index] ??= late ? "out of order" : "rearranged";
  }
  return { kept, placement, lost };
}

/** The announced slots that are still to come and that no wish and no other post has taken, the soonest first. */
function stillFree(season: Season, wishes: Keeping): { readonly told: readonly Told[]; readonly lost: (Loss | null)[] } {
  const lost = [...wishes.lost];
  const used = new Set<Instant | null>([...season.taken, ...wishes.kept]);
  const told: Told[] = [];
  season.posts.forEach(({ post, claim, floor }, index) => {
    const at = claim.kind === "announced" ? claim.at : lost[index] ? post.announced : null;
    if (!at || at <= season.at) return;
    if (at > floor && !used.has(at)) {
      used.add(at);
      told.push({ index, at });
    } else lost[index] ??= at > floor ? "given away" : "embargoed";
  });
  return { told: told.sort((a, b) => (a.at < b.at ? -1 : 1)), lost };
}

/** The slots that people were told: as many are kept as can be without costing a post its deadline. */
import type { Keeping, Loss } from "./honour-wishes.js";
import { noDearer, place } from "./placement.js";
import type { Season } from "./season.js";
import { plus, type Instant } from "../zone.js";

interface Told {
  readonly index: number;
  readonly at: Instant;
}

/** So many trials at most are made for the posts that cannot all keep their slots; those not tried are moved. */
const TRIALS = 100;

/**
 * What the wishes leave to be won is the least cost. Of the slots announced as many are kept as it allows, the soonest
 * first: all in one trial when that works, else by halves, a few trials for each that has to move.
 */
export function keepAnnounced(season: Season, wishes: Keeping): Keeping {
  const { told, lost } = stillFree(season, wishes);
  let { kept, placement } = wishes;
  let trials = 0;

  const attempt = (more: readonly Told[], from: Keeping["kept"]): boolean => {
    trials += 1;
    const trial = [...from];
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
      if (half.length > 0 && trials < TRIALS && !attempt(half, kept) && half.length > 1) attemptHalves(half);
    }
  };

  const onTime = told.filter(({ at }) => at <= season.deadline);
  const onTimeKept = attempt(onTime, wishes.kept);
  if (!attempt(told, wishes.kept)) {
    if (!onTimeKept) attemptHalves(onTime);
    // Past the deadline, slots of the pattern that need not be used are later than need be: only the others are worth a trial.
    const used = new Set(placement.slots);
    const late = told.filter(({ at }) => at > season.deadline && (used.has(at) || !isOfPattern(season, at)));
    if (late.length > 0 && !attempt(late, kept)) attemptHalves(late);
  }

  for (const { index, at } of told) {
    const early = season.posts[index]?.before.some((one) => (placement.slots[one] ?? "~") >= at);
    if (!kept[index]) lost[index] ??= early ? "out of order" : "rearranged";
  }
  return { kept, placement, lost };
}

function isOfPattern(season: Season, at: Instant): boolean {
  return season.slotAfter(plus(at, -1000)) === at;
}

/** The announced slots that are still to come and that no wish and no other post has taken, the soonest first. */
function stillFree(season: Season, wishes: Keeping): { readonly told: readonly Told[]; readonly lost: (Loss | null)[] } {
  const lost = [...wishes.lost];
  const used = new Set<Instant | null>([...season.taken, ...wishes.kept]);
  const told: Told[] = [];
  season.posts.forEach(({ claims: { announced }, floor }, index) => {
    if (!announced || wishes.kept[index]) return;
    if (announced > floor && !used.has(announced)) {
      used.add(announced);
      told.push({ index, at: announced });
    } else lost[index] ??= announced > floor ? "given away" : "embargoed";
  });
  return { told: told.sort((a, b) => (a.at < b.at ? -1 : 1)), lost };
}

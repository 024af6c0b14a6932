/** Branches that must be up to date with their base: the base is taken into them on the eve, after each post that goes live from then on, and again before the slot. */
import { isOpen } from "../dossier.js";
import type { UpdateBranch } from "../effect.js";
import { isUpdatable, lastUpdated } from "../facts/behind.js";
import type { Snapshot } from "../facts/snapshot.js";
import { atWallTime, dayOf, dayPlus, HOUR, latest, plus, soonestAfter, type Instant } from "../time/zone.js";
import { leads, openBringing, type Cleared } from "./merges.js";

/** Milliseconds before the slot: others' checks run anew on what was updated. */
const BEFORE_SLOT = HOUR;

interface WantedUpdates {
  readonly effects: readonly UpdateBranch[];
  readonly againAt: Instant | null;
}

/** Of what is approved and goes by itself. Branches that others push to are not followed commit by commit. */
export function wantUpdates(pairs: readonly Cleared[], snapshot: Snapshot): WantedUpdates {
  const { at, desk, memory } = snapshot;
  if (!desk.merge.atSlot) return { effects: [], againAt: null };
  const lastLive = latest(pairs.map(({ dossier }) => dossier.live?.at));
  const behind = openBringing(pairs, snapshot).filter(
    ({ pull, posts }) => isOpen(pull) && isUpdatable(pull, snapshot) && posts.some((one) => leads(pull, one)),
  );
  const each = behind.map(({ pull, posts }) => {
    if (posts.some(({ clearance }) => clearance === null)) return { effects: [], againAt: null };
    const goesAt = latest(posts.map(({ clearance }) => clearance?.from)) ?? at;
    const eve = atWallTime(dayPlus(dayOf(goesAt, desk.zone), -1), "00:00", desk.zone);
    const times = [eve, plus(goesAt, -BEFORE_SLOT), goesAt];
    const begun = times.findLast((time) => time <= at);
    const updated = lastUpdated(pull, memory);
    const isDue = begun !== undefined && (begun === goesAt || updated === null || updated < (latest([begun, lastLive]) ?? begun));
    const update: UpdateBranch = { kind: "update", pull: pull.number, head: pull.head.sha };
    return { effects: isDue ? [update] : [], againAt: soonestAfter(at, times) };
  });
  return {
    effects: each.flatMap(({ effects }) => effects),
    againAt: soonestAfter(
      at,
      each.map(({ againAt }) => againAt),
    ),
  };
}

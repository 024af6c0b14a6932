/** Conflicts: why not all posts of a campaign can be in time, and which changes would mend that, each tried. */
import type { Conflict } from "../judged.js";
import type { SlottedCampaign } from "../schedule/slotted-campaign.js";
import { earliest, type Instant } from "../time/zone.js";
import { sayRemedy, sayTightSpot } from "../words/conflict.js";
import { findTightSpot } from "./find-tight-spot.js";
import { howLate } from "./how-late.js";
import { remediesFor } from "./remedies.js";

/** A coordinator needs a choice, not a list. */
const MOST_WAYS = 4;

/** Trials are few, and fewer for a large campaign: conflicts are looked for at every look at a campaign that is late. */
const trialsFor = (posts: number): number => Math.max(4, Math.min(16, Math.floor(3_000 / posts)));

/** Null, at no cost, when all can be in time. */
export function conflictOf(slotted: SlottedCampaign): Conflict | null {
  const { request, settled } = slotted;
  const spot = findTightSpot(settled);
  if (!spot) return null;
  const { deadline, zone } = request;
  const byHand = settled.wishes.filter((wish) => wish && wish.at > deadline).length;
  const late = settled.cost.late + byHand;
  const enough: string[] = [];
  const helpful: string[] = [];
  const most = trialsFor(request.posts.length);
  let trials = 0;
  let until: Instant | null = null;
  for (const { kind, options } of remediesFor(slotted, spot, late)) {
    until = earliest([until, ...options.flatMap(({ remedy }) => (remedy.kind === "slots added" ? remedy.at : []))]);
    let best: { readonly left: number; readonly says: string } | null = null;
    for (const option of options) {
      if (trials >= most || best?.left === 0) break;
      trials += 1;
      const left = howLate(option.request);
      if (left < (best?.left ?? late)) best = { left, says: sayRemedy(option.remedy, { left, late }, zone) };
    }
    if (best) (best.left === 0 ? enough : helpful).push(best.says);
    if (enough.length === MOST_WAYS || (kind === "dropped" && trials >= most)) break;
  }
  const waysOut = [...enough, ...helpful].slice(0, MOST_WAYS);
  return { says: sayTightSpot(spot, deadline, zone), slugs: spot.slugs, waysOut, ...(until && { until }) };
}

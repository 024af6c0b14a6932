/** Conflicts: why not all posts of a campaign can be in time, and which changes would mend that, each tried. START HERE. */
import type { Bottleneck } from "../schedule/bottleneck.js";
import { findBottleneck } from "../schedule/find-bottleneck.js";
import { howLate } from "../schedule/how-late.js";
import type { SlottedCampaign } from "../schedule/slotted-campaign.js";
import { earliest, type Instant } from "../time/zone.js";
import { remediesFor, type Remedy } from "./remedies.js";

/** A coordinator needs a choice, not a list. */
const MOST_WAYS = 4;

/** Trials are few, and fewer for a large campaign: conflicts are looked for at every look at a campaign that is late. */
const trialsFor = (posts: number): number => Math.max(4, Math.min(16, Math.floor(3_000 / posts)));

/** Why a campaign cannot be in time; `words/conflict.ts` says it. */
export interface FoundConflict {
  readonly bottleneck: Bottleneck;
  /** How many posts are late. */
  readonly late: number;
  /** What would make them fewer, the cheapest of those first that would be enough; `left` are late still. */
  readonly waysOut: readonly { readonly remedy: Remedy; readonly left: number }[];
  /** When the first of the slots has gone by that could be added, or that a freeze takes; null when there are none. */
  readonly until: Instant | null;
}

/** Slots that it may be about: it is another way out once they have gone by. */
function gainedBy({
  remedy,
  request,
}: {
  readonly remedy: Remedy;
  readonly request: SlottedCampaign["request"];
}): readonly (Instant | null)[] {
  if (remedy.kind === "slots added") return remedy.at;
  return remedy.kind === "freeze lifted" ? [request.calendar.after(request.at)] : [];
}

/** Null, at no cost, when all can be in time. */
export function findConflict(slotted: SlottedCampaign): FoundConflict | null {
  const { request, settled } = slotted;
  const bottleneck = findBottleneck(settled);
  if (!bottleneck) return null;
  const { deadline } = request;
  const byHand = settled.wishes.filter((wish) => wish && wish.at > deadline).length;
  const late = settled.cost.late + byHand;
  const enough: FoundConflict["waysOut"][number][] = [];
  const helpful: FoundConflict["waysOut"][number][] = [];
  const most = trialsFor(request.posts.length);
  let trials = 0;
  // Tried with another slot, a post may have the one that somebody wishes for it; once that has gone by, it may not.
  const wished = request.posts.flatMap(({ asked, pinned, dated }) => [asked, pinned, dated ?? null]);
  let until: Instant | null = earliest(wished.filter((one) => one && one > request.at));
  for (const { kind, options } of remediesFor(slotted, bottleneck, late)) {
    until = earliest([until, ...options.flatMap(gainedBy)]);
    let best: FoundConflict["waysOut"][number] | null = null;
    for (const option of options) {
      if (trials >= most || best?.left === 0) break;
      trials += 1;
      const left = howLate(option.request);
      if (left < (best?.left ?? late)) best = { remedy: option.remedy, left };
    }
    if (best) (best.left === 0 ? enough : helpful).push(best);
    if (enough.length === MOST_WAYS || (kind === "dropped" && trials >= most)) break;
  }
  return { bottleneck, late, waysOut: [...enough, ...helpful].slice(0, MOST_WAYS), until };
}

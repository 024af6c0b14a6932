/** The plan: from the facts of one instant, what is so, what should be done, and when to look again. */
import { aheadChangesAt } from "./ahead.js";
import { judgeCampaign } from "./campaigns.js";
import { clearAll } from "./clearances.js";
import { gatherDossiers } from "./dossier.js";
import type { Effect } from "./effect.js";
import { judge, timingOf } from "./judge.js";
import type { JudgedCampaign, JudgedPost } from "./judged.js";
import { pastAsks } from "./past-asks.js";
import { troublesOf, withoutRepeats } from "./repeats.js";
import { review } from "./review.js";
import { openReviewLoad } from "./reviewers/open-review-load.js";
import { latenessChangesAt } from "./schedule/lateness.js";
import { slotAll } from "./slotting.js";
import type { Snapshot } from "./snapshot.js";
import { wantEffects } from "./wanted/effects.js";
import { wantMerges } from "./wanted/merges.js";
import { wantReminders } from "./wanted/reminders.js";
import { earliest, type Instant } from "./zone.js";

export interface Plan {
  readonly at: Instant;
  readonly posts: readonly JudgedPost[];
  readonly campaigns: readonly JudgedCampaign[];
  /** What GitHub would not let the app do, in words; empty when all is well. */
  readonly troubles: readonly string[];
  /** In the order in which they are to be applied; empty at rest. */
  readonly effects: readonly Effect[];
  /** The next instant at which the answer can differ without anything happening on GitHub. */
  readonly lookAgainAt: Instant | null;
  /** The next instant at which something that is approved may go live: all else is to be out of its way by then. */
  readonly goesLiveAt: Instant | null;
}

/** Judges a repository. Pure: the same snapshot always gives the same plan, and applying it leads to one without effects. */
export function plan(snapshot: Snapshot): Plan {
  const { at, desk, repository } = snapshot;
  const { posts: dossiers, answers } = gatherDossiers(snapshot);
  const load = new Map(openReviewLoad(snapshot.open));
  const asks = pastAsks(snapshot.memory);
  const reviewed = dossiers.map((dossier) => review(dossier, snapshot, load, asks.get(dossier.leading?.pull.number ?? 0) ?? []));
  const slots = slotAll(reviewed, snapshot);
  const clearances = clearAll(reviewed, slots, snapshot);
  const pairs = reviewed.map((one) => {
    const { slot, deadline } = slots.get(one.dossier.slug) ?? { slot: null, deadline: null };
    const clearance = clearances.of.get(one.dossier.slug) ?? null;
    return { ...one, deadline, clearance, post: judge(one.dossier, { snapshot, ...one, slot, deadline, clearance }) };
  });
  const posts = pairs.map(({ post }) => post);
  const campaigns = desk.campaigns.map((campaign) => judgeCampaign(campaign.name, campaign.deadline, posts, snapshot));
  const reminders = wantReminders(pairs, snapshot);

  const judgements = { pairs, sets: clearances.sets, campaigns, answers, reminders };
  const merges = withoutRepeats(repository.archived ? [] : wantMerges(judgements, snapshot), snapshot);
  const wanted = repository.archived ? [] : wantEffects(judgements, snapshot, merges.effects);
  const { effects, retryAt } = withoutRepeats(wanted, snapshot);
  const turning = pairs.flatMap(({ dossier, asking, post, deadline, clearance }) =>
    post.slot && !dossier.live
      ? [post.slot.at, clearance?.againAt, latenessChangesAt(timingOf(dossier, post.slot.at, post.stage, { snapshot, asking, deadline }))]
      : [],
  );
  const going = [...pairs.map(({ clearance }) => clearance?.from), ...clearances.sets.map((set) => set.againAt)];
  const soonest = (instants: readonly (Instant | null | undefined)[]) => earliest(instants.filter((one) => one && one > at));
  return {
    at,
    posts,
    campaigns,
    troubles: troublesOf(snapshot),
    effects,
    lookAgainAt: soonest([aheadChangesAt(campaigns.map(({ ahead }) => ahead)), ...turning, ...going, reminders.nextAt, merges.retryAt, retryAt]),
    goesLiveAt: soonest(going),
  };
}

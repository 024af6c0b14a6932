/** The plan: from the facts of one instant, what is so, what should be done, and when to look again. START HERE. */
import { presenceChangesAt } from "./calendar/presence.js";
import { dateWished } from "./dates/date-wished.js";
import { gatherDossiers } from "./dossier.js";
import type { Effect } from "./effect.js";
import { withDraftTitles } from "./facts/draft-title.js";
import type { Snapshot } from "./facts/snapshot.js";
import { troublesOf, withoutDone } from "./going-live/already-done.js";
import { clearancesAt } from "./going-live/clearances.js";
import { remarksToSet } from "./going-live/remarks-to-set.js";
import { judge, judgeCampaign, reviewDueOf } from "./judge.js";
import type { JudgedCampaign, JudgedPost } from "./judged.js";
import { loginsAskedOn } from "./reviews/past-requests.js";
import { reviewAll } from "./reviews/review-post.js";
import { editsThatMoved } from "./schedule/edits-that-moved.js";
import { slotAll } from "./schedule/slotting.js";
import { withTranslations } from "./schedule/translated-slot.js";
import { waitingForDecisions, withhold } from "./schedule/withhold.js";
import { soonestAfter, type Instant } from "./time/zone.js";
import { wantUpdates } from "./wanted/branch-updates.js";
import { dryRunsOf } from "./wanted/dry-runs.js";
import { wantEffects } from "./wanted/effects.js";
import { wantMerges } from "./wanted/merges.js";
import { wantReminders } from "./wanted/reminders.js";
import { sayUnasked, sayUnreadChecks, sayUnreadTeams } from "./words/access.js";

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
export function plan(facts: Snapshot): Plan {
  const { at, repository } = facts;
  const { snapshot, dossiers, pairs, clearances, slotted, againAt } = judgeAll(facts);
  const posts = pairs.map(({ post }) => post);
  const judgedCampaigns = snapshot.desk.campaigns.map((campaign) =>
    judgeCampaign(campaign.name, campaign.deadline, posts, slotted.get(campaign.name) ?? null, snapshot),
  );
  const campaigns = judgedCampaigns.map(({ judged }) => judged);
  const reminders = wantReminders(pairs, snapshot);

  const { answers } = dossiers;
  const dryRuns = dryRunsOf(answers, posts, facts, (asIfSaid) => {
    const then = judgeAll(asIfSaid);
    return { dossiers: then.dossiers, posts: then.pairs.map(({ post }) => post) };
  });
  const judgements = {
    pairs,
    sets: clearances.sets,
    siteCheck: clearances.siteCheck,
    campaigns,
    answers,
    dryRuns,
    reminders,
    updates: wantUpdates(pairs, snapshot),
    partIn: dossiers.partIn,
  };
  const merges = withoutDone(repository.archived ? [] : wantMerges(judgements, snapshot), snapshot);
  const wanted = repository.archived ? [] : wantEffects(judgements, snapshot, merges.effects);
  const { effects, againAt: effectsAgainAt } = withoutDone(wanted, snapshot);
  return {
    at,
    posts,
    campaigns,
    troubles: [
      ...(facts.asked?.refused ? [sayUnasked(facts.asked)] : []),
      ...sayUnreadChecks(facts.open),
      ...sayUnreadTeams(facts.desk.review.unreadTeams),
      ...troublesOf(snapshot),
    ],
    effects,
    lookAgainAt: soonestAfter(at, [
      againAt,
      ...judgedCampaigns.map((campaign) => campaign.againAt),
      reminders.againAt,
      dryRuns.againAt,
      merges.againAt,
      judgements.updates.againAt,
      effectsAgainAt,
      facts.asked?.againAt,
    ]),
    goesLiveAt: clearances.goesAt,
  };
}

function isUnfinished({ stage }: JudgedPost): boolean {
  return stage !== "live" && stage !== "dropped";
}

/** Every post's slot as the schedule gives it, by the plan as people amended it. */
export function placeAll(said: Snapshot) {
  const facts = withDraftTitles(said);
  const dossiers = gatherDossiers(facts, (pull) => loginsAskedOn(pull, facts.memory));
  const snapshot = { ...facts, desk: dossiers.desk };
  const reviewed = reviewAll(dossiers.posts, snapshot, (dossier) => reviewDueOf(dossier, snapshot.desk));
  const waiting = waitingForDecisions(reviewed, snapshot.at);
  const { slots: placed, campaigns: slotted } = slotAll(reviewed, snapshot, waiting.withheld, (dossier) => dateWished(dossier, snapshot));
  return { dossiers, snapshot, reviewed, waiting, placed, slotted };
}

/** Everything up to the judged posts. */
function judgeAll(facts: Snapshot) {
  const { dossiers, snapshot, reviewed, waiting, placed, slotted } = placeAll(facts);
  const slots = withTranslations(reviewed, withhold(reviewed, placed, waiting, snapshot.desk.zone));
  const clearances = clearancesAt(reviewed, slots, snapshot);
  const editThatMoved = editsThatMoved(facts, (formerly) => placeAll(formerly).placed);
  const pairs = reviewed.map((one) => {
    const { dossier } = one;
    const { slot, deadline } = slots.get(dossier.slug) ?? { slot: null, deadline: null };
    const clearance = clearances.of.get(dossier.slug) ?? null;
    const grounds = {
      ...one,
      snapshot,
      place: placed.get(dossier.slug)?.slot?.at ?? null,
      slot,
      deadline,
      clearance,
      undecided: waiting.undecided.has(dossier.slug) ? (dossier.missed?.slots ?? null) : null,
      editThatMoved: slot ? editThatMoved(dossier, slot) : null,
      remarks: () => remarksToSet(dossier, slot?.at ?? null, clearances.siteCheck, snapshot),
    };
    const { judged: post, againAt } = judge(dossier, grounds);
    return { ...one, deadline, clearance, post, againAt };
  });
  // Whoever has to move a post moves those that wait beside it.
  const judged = new Map(pairs.map(({ post }) => [post.slug, post]));
  const inCompany = pairs.map((pair) => {
    const other = judged.get(pair.clearance?.behind ?? "");
    return other && pair.post.stage !== "held" ? { ...pair, post: { ...pair.post, turn: other.turn, waitingFor: other.waitingFor } } : pair;
  });
  const presence = pairs.some(({ post }) => isUnfinished(post)) ? presenceChangesAt(snapshot.desk, snapshot.at) : null;
  const againAt = soonestAfter(snapshot.at, [clearances.againAt, presence, ...pairs.map((pair) => pair.againAt)]);
  return { snapshot, dossiers, pairs: inCompany, clearances, slotted, againAt };
}

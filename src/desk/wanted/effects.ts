/** Everything wanted of the world, in the order in which it is to be brought about. START HERE. */
import { leaveBeyond } from "../calendar/presence.js";
import type { Answer } from "../commands/answer.js";
import { withoutHad } from "../commands/reply-mark.js";
import { dateChecksByPull } from "../dates/date-check.js";
import { broughtBy } from "../facts/brought-by.js";
import { isOpen, type Dossiers } from "../dossier.js";
import type { Effect, Merge } from "../effect.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { spokenOn } from "../facts/spoken.js";
import { askersOf, fixableOf, fixSuggestions, settleFix, type Fixable } from "../fixes/fix-request.js";
import type { SetClearance } from "../going-live/set-clearance.js";
import { bySlot, isOver, type JudgedCampaign, type JudgedPost } from "../judged.js";
import type { RequestPlan } from "../reviews/plan-requests.js";
import type { SiteCheck } from "../site/on-pull-request.js";
import { hasNotice } from "../facts/has-notice.js";
import { wantAnnouncements } from "./announcements.js";
import { wantAnswer } from "./answers.js";
import { wantAssignments } from "./assignments.js";
import { isElsewhere, wantBare } from "./bare-notices.js";
import { wantBoard } from "./boards.js";
import { wantChecks } from "./checks.js";
import { wantCalls, wantUrgentCalls } from "./coordinator-calls.js";
import { wantDateCommit, wantForesight } from "./date-commits.js";
import { dateSuggestions } from "./date-suggestions.js";
import type { DryRuns } from "./dry-runs.js";
import { wantNoDoubles } from "./doubles.js";
import { wantFix } from "./fix-commits.js";
import { wantLabels } from "./labels.js";
import type { Cleared } from "./merges.js";
import { wantNotice, zonesOf } from "./notices.js";
import type { WantedReminders } from "./reminders.js";
import { wantReviewRequests } from "./review-requests.js";
import { wantSuggestions } from "./suggestions.js";

interface Judgements {
  readonly pairs: readonly (Cleared & { readonly requests: RequestPlan | null })[];
  readonly sets: readonly SetClearance[];
  readonly siteCheck: SiteCheck;
  readonly campaigns: readonly JudgedCampaign[];
  readonly answers: readonly Answer[];
  readonly dryRuns: DryRuns;
  readonly updates: { readonly effects: readonly Effect[] };
  readonly partIn: Dossiers["partIn"];
  readonly reminders: WantedReminders;
}

const NOTHING_TO_FIX: Fixable = { changes: [], count: 0, cannot: null, suggested: false, clicks: [] };

/** `merges` are those that are to be tried now. */
export function wantEffects(judgements: Judgements, snapshot: Snapshot, merges: readonly Merge[]): readonly Effect[] {
  const { pairs, campaigns, answers, reminders, siteCheck } = judgements;
  const { desk } = snapshot;
  const posts = pairs.map(({ post }) => post);
  const broughtIn = broughtBy(pairs, ({ dossier }) => dossier);
  const touched = [...snapshot.closed, ...snapshot.open].map((pull) => ({ pull, posts: broughtIn(pull).map(({ post }) => post) }));
  // One that goes to another branch now has only its notice left.
  const open = touched.filter(({ pull }) => isOpen(pull) && !isElsewhere(pull, snapshot));
  const dateChecks = dateChecksByPull(snapshot.open, pairs, snapshot);
  const dateChecksOn = ({ number }: PullRequest) => dateChecks.get(number) ?? [];
  const fixables = new Map(
    open.map(({ pull, posts: brought }) => [
      pull.number,
      fixableOf(
        pull,
        brought.map(({ slug }) => slug),
        judgements,
        snapshot,
      ),
    ]),
  );
  const checksOf = ({ pull, posts: brought }: (typeof touched)[number]) =>
    wantChecks({
      pull,
      posts: brought,
      dateChecks: dateChecksOn(pull),
      fixable: fixables.get(pull.number) ?? NOTHING_TO_FIX,
      siteCheck,
      zone: desk.zone,
      lintNotes: snapshot.lintNotes ?? [],
      all: desk.checksOnAll ?? false,
    });
  const announcements = wantAnnouncements(pairs);
  if (merges.length > 0) {
    // What goes live goes alone: nothing is in its way, and all else is wanted by the look that follows at once. Only the
    // checks come first, since branch protection may require ours.
    const going = new Set(merges.map(({ pull }) => pull));
    const dateCommits = snapshot.open.flatMap((pull) =>
      going.has(pull.number) ? (wantDateCommit(pull, dateChecksOn(pull), desk.zone) ?? []) : [],
    );
    // The head that is merged is then another, and is judged anew.
    if (dateCommits.length > 0) return [...announcements, ...dateCommits];
    const checks = open.filter(({ pull }) => going.has(pull.number)).flatMap(checksOf);
    return [...announcements, ...checks, ...merges];
  }
  const staying = touched.filter(
    ({ pull, posts: brought }) => brought.length > 0 && (isOpen(pull) || hasNotice(pull) || brought.some((post) => isUnseen(post, pull))),
  );
  const spoken = new Set(
    [...[...snapshot.closed, ...snapshot.open].map(spokenOn), ...snapshot.boards.map(({ comments }) => comments)].flatMap((said) =>
      said.flatMap(({ mark }) => mark ?? []),
    ),
  );
  const answered = new Set([...spoken].map(withoutHad));
  const fixes = open.flatMap(({ pull }) => {
    const fixable = fixables.get(pull.number) ?? NOTHING_TO_FIX;
    return wantFix(pull, fixable, askersOf(pull, fixable, answers, answered, snapshot.memory)) ?? [];
  });
  const replyFacts = {
    posts: new Map(posts.map((post) => [post.slug, post])),
    coordinators: desk.coordinators,
    zone: desk.zone,
    zonesOf: (slugs: readonly string[]) =>
      zonesOf(
        posts.filter(({ slug }) => slugs.includes(slug)),
        desk,
      ),
    awayUntil: (login: string) => leaveBeyond(login, null, snapshot.at, desk)?.until ?? null,
    dryRun: judgements.dryRuns.of,
  };
  const home = desk.campaigns[0]?.name ?? null;
  const wanted: (Effect | null)[] = [
    ...announcements,
    ...wantNoDoubles(snapshot),
    ...judgements.updates.effects,
    ...snapshot.open.map((pull) => wantForesight(pull, dateChecksOn(pull))),
    // Whoever has just opened a pull request hears first what is to come: writes are a second apart, and many that notify people three.
    ...staying.map(({ pull, posts: brought }) => wantNotice(pull, brought, snapshot)),
    // Of posts that come in one pull request the plan is one and the same.
    ...[...new Map(pairs.map(({ dossier, requests }) => [requests, dossier]))].flatMap(([requests, dossier]) =>
      wantReviewRequests(dossier, requests),
    ),
    ...open.flatMap(({ pull, posts: brought }) => wantAssignments(pull, brought, snapshot)),
    ...staying.map(({ pull, posts: brought }) => wantLabels(pull, brought)),
    ...touched.flatMap(({ pull, posts: brought }) => (brought.length === 0 ? wantBare(pull, snapshot) : [])),
    ...open.flatMap(checksOf),
    ...fixes,
    // What is about to be fixed need not be suggested.
    ...open
      .filter(({ pull: { number } }) => !fixes.some(({ pull }) => pull === number))
      .flatMap(({ pull }) =>
        wantSuggestions(pull, [...dateChecksOn(pull).flatMap(dateSuggestions), ...fixSuggestions(pull)], snapshot.memory),
      ),
    ...campaigns.map((one) =>
      wantBoard(
        one,
        bySlot(posts.filter((post) => post.campaign === one.name || (post.campaign === null && one.name === home && !isOver(post)))),
        snapshot,
      ),
    ),
    ...answers.flatMap((answer) => {
      const settled = settleFix(answer, fixables.get(answer.issue), answered, snapshot.memory);
      return settled ? wantAnswer(settled, answered, replyFacts) : [];
    }),
    ...wantCalls(judgements, snapshot, spoken),
    ...wantUrgentCalls(pairs, snapshot, spoken),
    ...reminders.effects,
  ];
  return wanted.filter((effect) => effect !== null);
}

/** Merged by hand before the app could say anything on it. */
function isUnseen({ live }: JudgedPost, { number }: PullRequest): boolean {
  return live?.pull === number && (live.without ?? []).length > 0;
}

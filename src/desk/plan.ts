/** The plan: from the facts of one instant, what is so, what should be done, and when to look again. */
import type { Asking } from "./asking.js";
import { gatherDossiers, isOpen, type Dossier } from "./dossier.js";
import { digestOf, keyOf, type Announce, type Ask, type Effect, type Merge, type Reply, type Withdraw } from "./effect.js";
import { grouped } from "./grouped.js";
import { judge, timingOf } from "./judge.js";
import type { JudgedCampaign, JudgedPost } from "./judged.js";
import { pastAsks } from "./past-asks.js";
import { openReviewLoad } from "./reviewers/open-review-load.js";
import { latenessChangesAt } from "./schedule/lateness.js";
import { review } from "./review.js";
import { slotAll } from "./slotting.js";
import type { PullRequest, Snapshot } from "./snapshot.js";
import { wantAnswer } from "./wanted/answers.js";
import { wantBoard } from "./wanted/boards.js";
import { wantChecks } from "./wanted/checks.js";
import { wantLabels } from "./wanted/labels.js";
import { wantNotice, zonesOf } from "./wanted/notices.js";
import { wantReminders } from "./wanted/reminders.js";
import { writeGo } from "./words/reminder.js";
import { earliest, HOUR, MINUTE, plus, type Instant } from "./zone.js";

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
}

/** Judges a repository. Pure: the same snapshot always gives the same plan, and applying it leads to one without effects. */
export function plan(snapshot: Snapshot): Plan {
  const { at, desk } = snapshot;
  const { posts: dossiers, answers } = gatherDossiers(snapshot);
  const live = new Set(dossiers.filter((one) => one.live).map(({ slug }) => slug));
  const load = new Map(openReviewLoad(snapshot.open));
  const asks = pastAsks(snapshot.memory);
  const reviewed = dossiers.map((dossier) => review(dossier, snapshot, load, asks.get(dossier.leading?.pull.number ?? 0) ?? []));
  const slots = slotAll(reviewed, snapshot);
  const pairs = reviewed.map((one) => {
    const { slot, deadline } = slots.get(one.dossier.slug) ?? { slot: null, deadline: null };
    return { ...one, deadline, post: judge(one.dossier, { snapshot, ...one, slot, deadline, isLive: (slug) => live.has(slug) }) };
  });
  const posts = pairs.map(({ post }) => post);
  const campaigns = desk.campaigns.map((campaign) => judgeCampaign(campaign.name, campaign.deadline, posts, snapshot));
  const reminders = wantReminders(pairs, snapshot);

  const bySlug = new Map(posts.map((post) => [post.slug, post]));
  const bringers = grouped(
    pairs.flatMap(({ dossier, post }) => dossier.brought.map(({ pull }) => ({ pull, post }))),
    ({ pull }) => pull.number,
  );
  const touched = [...snapshot.closed, ...snapshot.open].map((pull) => ({
    pull,
    posts: [...new Set(bringers.get(pull.number)?.map(({ post }) => post) ?? [])],
  }));
  const open = touched.filter(({ pull }) => isOpen(pull));
  const spoken = new Set([...snapshot.open, ...snapshot.boards].flatMap(({ comments }) => comments.flatMap(({ mark }) => mark ?? [])));
  const replyFacts = { posts: bySlug, coordinators: desk.coordinators, zone: desk.zone, zones: zonesOf(posts.slice(0, 50), desk) };
  const home = desk.campaigns[0]?.name ?? null;

  const wanted: (Effect | null)[] = [
    ...announcements(posts, snapshot),
    ...pairs.flatMap(({ dossier, asking }) => askings(dossier, asking)),
    ...touched.flatMap(({ pull, posts }) => (posts.length > 0 ? [wantLabels(pull, posts)] : [])),
    ...touched.flatMap(({ pull, posts }) =>
      posts.length > 0 && (isOpen(pull) || pull.comments.some(({ mark }) => mark === "notice")) ? [wantNotice(pull, posts, desk)] : [],
    ),
    ...open.flatMap(({ pull, posts }) => wantChecks(pull, posts)),
    ...campaigns.map((campaign) => wantBoard(campaign, inBoardOrder(campaign, posts, campaign.name === home), snapshot)),
    ...answers.flatMap((answer) => wantAnswer(answer, spoken, replyFacts)),
    ...reminders.effects,
    ...pairs.flatMap(({ dossier, post }) => mayGo(dossier, post, snapshot, spoken)),
    ...merges(open, snapshot),
  ];
  const lawful = snapshot.repository.archived ? [] : wanted.filter((effect) => effect !== null);
  const { effects, retryAt } = withoutRepeats(lawful, snapshot);
  const turning = pairs.flatMap(({ dossier, post, deadline }) =>
    post.slot && !dossier.live
      ? [post.slot.at, latenessChangesAt(timingOf(dossier, post.slot.at, post.stage, { snapshot, deadline }))]
      : [],
  );
  const ahead = [...turning, reminders.nextAt, retryAt];
  return {
    at,
    posts,
    campaigns,
    troubles: troublesOf(snapshot),
    effects,
    lookAgainAt: earliest(ahead.filter((one) => one !== null && one > at)),
  };
}

function announcements(posts: readonly JudgedPost[], { memory }: Snapshot): readonly Announce[] {
  return posts.flatMap(({ slug, slot, stage }) => {
    if (!slot || stage === "live" || stage === "dropped") return [];
    const last = memory.announced[slug]?.at(-1);
    return last?.slot === slot.at ? [] : [{ kind: "announce", slug, slot: slot.at, why: slot.why } as const];
  });
}

function askings({ leading }: Dossier, asking: Asking | null): readonly (Ask | Withdraw)[] {
  if (!leading || !asking) return [];
  const { number, head } = leading.pull;
  return [
    ...(asking.withdraw.length > 0 ? [{ kind: "withdraw", pull: number, logins: asking.withdraw } as const] : []),
    ...(asking.ask.length > 0 ? [{ kind: "ask", pull: number, head: head.sha, logins: asking.ask } as const] : []),
  ];
}

/** Tells the coordinator once, where the desk has no merging done for it. */
function mayGo({ leading, correction }: Dossier, post: JudgedPost, { desk }: Snapshot, spoken: ReadonlySet<string>): readonly Reply[] {
  if (post.stage !== "due" || !leading || (desk.merge.atSlot && !correction)) return [];
  const mark = `go/${post.slug}/${leading.pull.head.sha.slice(0, 12)}`;
  return spoken.has(mark)
    ? []
    : [{ kind: "reply", issue: leading.pull.number, mark, body: writeGo(post.title, desk.coordinators, leading.pull.head.sha) }];
}

/** A pull request goes when every post that it leads is due; one that only follows goes with none. */
function merges(
  open: readonly { readonly pull: PullRequest; readonly posts: readonly JudgedPost[] }[],
  { desk }: Snapshot,
): readonly Merge[] {
  if (!desk.merge.atSlot) return [];
  return open.flatMap(({ pull, posts }) => {
    const ready =
      posts.length > 0 && posts.every((post) => post.stage === "due" && post.leading === pull.number && !post.slug.includes("#"));
    return ready && pull.mergeable !== "conflicts"
      ? [
          {
            kind: "merge",
            pull: pull.number,
            head: pull.head.sha,
            method: desk.merge.method,
            slugs: posts.map(({ slug }) => slug),
          } as const,
        ]
      : [];
  });
}

function judgeCampaign(name: string, deadline: Instant, posts: readonly JudgedPost[], { boards }: Snapshot): JudgedCampaign {
  const own = posts.filter(({ campaign }) => campaign === name);
  const board = boards.find((one) => one.campaign === name);
  return {
    name,
    deadline,
    board: board ? { number: board.number, url: board.url } : null,
    slugs: own.toSorted(bySlot).map(({ slug }) => slug),
    live: own.filter(({ stage }) => stage === "live").length,
    dropped: own.filter(({ stage }) => stage === "dropped").length,
    total: own.length,
  };
}

function inBoardOrder(campaign: JudgedCampaign, posts: readonly JudgedPost[], home: boolean): readonly JudgedPost[] {
  return posts.filter((post) => post.campaign === campaign.name || (home && post.campaign === null)).toSorted(bySlot);
}

function bySlot(a: JudgedPost, b: JudgedPost): number {
  const when = (post: JudgedPost) => post.live?.at ?? post.slot?.at ?? "9999";
  return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.slug < b.slug ? -1 : 1;
}

/** Effects whose end GitHub does not show where the snapshot is read: only the ledger knows that they were done. */
const KNOWN_TO_THE_LEDGER: ReadonlySet<Effect["kind"]> = new Set(["check", "remind", "reply", "announce"]);

/** Leaves out what was done already, and what was refused lately: that is tried again after half an hour, a merge as soon as GitHub would have it. */
function withoutRepeats(
  wanted: readonly Effect[],
  { memory, at, open }: Snapshot,
): { readonly effects: readonly Effect[]; readonly retryAt: Instant | null } {
  const mergeable = new Set(open.filter((pull) => pull.mergeable === "yes").map(({ number }) => number));
  const retries: Instant[] = [];
  const effects = wanted.filter((effect) => {
    const last = memory.effects[keyOf(effect)];
    if (!last || (last.digest !== digestOf(effect) && effect.kind !== "remind" && effect.kind !== "reply")) return true;
    if (last.ended === "done") return !KNOWN_TO_THE_LEDGER.has(effect.kind);
    const wait = effect.kind === "merge" && mergeable.has(effect.pull) ? MINUTE : HOUR / 2;
    const retry = plus(last.at, wait);
    if (retry > at) retries.push(retry);
    return retry <= at;
  });
  return { effects, retryAt: earliest(retries) };
}

function troublesOf({ memory, at }: Snapshot): readonly string[] {
  const lately = plus(at, -24 * HOUR);
  return [
    ...new Set(
      Object.values(memory.effects).flatMap(({ ended, why, at: when }) =>
        ended === "refused" && why !== null && when > lately ? [why] : [],
      ),
    ),
  ]
    .sort()
    .slice(0, 20);
}

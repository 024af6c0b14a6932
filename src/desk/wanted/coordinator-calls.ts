/** Calls to the coordinators: that a post may be merged by hand, what keeps it or its set from going live, what nobody there can do, or that it needs a decision. Each is made once. */
import { daysOff } from "../calendar/days-off.js";
import { coordinatorsThere } from "../calendar/presence.js";
import type { Dossier } from "../dossier.js";
import type { Reply } from "../effect.js";
import { lastTry } from "../facts/ledger-key.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Snapshot } from "../facts/snapshot.js";
import { missedMark } from "../going-live/missed.js";
import type { SetClearance } from "../going-live/set-clearance.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import { morningFrom, morningsOf } from "../reminders/mornings.js";
import { plus, type Instant } from "../time/zone.js";
import {
  writeDecision,
  writeGo,
  writeMissed,
  writeSetBack,
  writeStopped,
  writeUnseen,
  writeUrgent,
  type CallFacts,
} from "../words/going-live.js";
import { openBringing, type Bringing, type Cleared } from "./merges.js";
import { placeFor, turnSince } from "./reminders.js";

/** `spoken` holds the marks of all that the app has written. */
export function wantCalls(
  {
    pairs,
    sets,
    campaigns,
  }: { readonly pairs: readonly Cleared[]; readonly sets: readonly SetClearance[]; readonly campaigns: readonly JudgedCampaign[] },
  snapshot: Snapshot,
  spoken: ReadonlySet<string>,
): readonly Reply[] {
  const bringing = openBringing(pairs, snapshot).map((one) => ({
    ...one,
    posts: one.posts.filter(({ post }) => post.leading === one.pull.number),
  }));
  const calls = [
    ...bringing.flatMap((one) => goCall(one, pairs, sets, snapshot)),
    ...bringing.flatMap((one) => one.posts.flatMap((cleared) => stopCall(one, cleared, snapshot))),
    ...sets.flatMap((set) => setCall(set, pairs, campaigns, snapshot)),
    ...pairs.flatMap((cleared) => decisionCall(cleared, snapshot)),
    ...pairs.flatMap((cleared) => unseenCall(cleared, campaigns, snapshot)),
  ];
  return calls.filter(({ mark }) => !spoken.has(mark));
}

function goCall({ pull, posts }: Bringing, pairs: readonly Cleared[], sets: readonly SetClearance[], snapshot: Snapshot): readonly Reply[] {
  const [first] = posts;
  if (!first || !posts.every(({ clearance }) => clearance?.kind === "by hand")) return [];
  const set = sets.find(({ order }) => order.includes(first.post.slug));
  const pulls = set?.order.flatMap((slug) => pairs.find(({ post }) => post.slug === slug)?.post.leading ?? []) ?? [];
  const mark = `go/${first.post.slug}/${pull.head.sha.slice(0, 12)}`;
  const approvedBy = [...new Set(posts.flatMap(({ post }) => post.approvals.by))];
  const refused = lastTry("merge", pull, snapshot.memory);
  const facts = {
    ...calledOf(pull, first, snapshot),
    titles: posts.map(({ post }) => post.title),
    approvedBy,
    checks: pull.checks,
    refused: snapshot.desk.merge.atSlot && refused?.ended === "refused" ? refused.why : null,
    together: pulls.length > 1 ? pulls : [],
  };
  return [{ kind: "reply", issue: pull.number, mark, body: writeGo(facts) }];
}

function stopCall({ pull }: Bringing, cleared: Cleared, snapshot: Snapshot): readonly Reply[] {
  const { post, clearance } = cleared;
  const called = calledOf(pull, cleared, snapshot);
  const slot = post.slot?.at;
  if (clearance?.alarm === "missed" && slot)
    return [{ kind: "reply", issue: pull.number, mark: missedMark(post.slug, slot), body: writeMissed(called, post.slug, slot) }];
  const [reason] = post.reasons;
  if (clearance?.alarm !== "stopped" || !slot || reason === undefined) return [];
  return [{ kind: "reply", issue: pull.number, mark: `stopped/${post.slug}/${slot}`, body: writeStopped(called, reason) }];
}

/** On the board, or where that is put away on the first pull request of the set. */
function setCall(
  { campaign, missed, unready, live, order, at }: SetClearance,
  pairs: readonly Cleared[],
  campaigns: readonly JudgedCampaign[],
  { at: now, desk, boards }: Snapshot,
): readonly Reply[] {
  if (!missed) return [];
  const board = campaigns.find(({ name }) => name === campaign)?.board;
  const isShown = boards.some(({ number, open }) => number === board?.number && open);
  const firstPull = pairs.find(({ post, dossier }) => order.includes(post.slug) && dossier.leading?.pull.standing === "open")?.post.leading;
  const issue = isShown ? board?.number : firstPull;
  if (!issue) return [];
  const mark = `set/${campaign}/${missed}`;
  return [
    {
      kind: "reply",
      issue,
      mark,
      body: writeSetBack({ campaign, coordinators: thereOrAll(desk, now), unready, live, at, zone: desk.zone }),
    },
  ];
}

/** On its pull request, or where there is none on the board. */
function decisionCall({ dossier, post }: Cleared, { at, desk, boards }: Snapshot): readonly Reply[] {
  const { needsDecision, slug, title } = post;
  const pull = dossier.leading?.pull;
  const board = boards.find(({ campaign, open }) => campaign === post.campaign && open);
  const issue = pull?.standing === "open" ? pull.number : board?.number;
  const last = needsDecision?.missed.at(-1);
  if (!needsDecision || !last || issue === undefined) return [];
  const body = writeDecision({ title, slug, coordinators: thereOrAll(desk, at), missed: needsDecision.missed, zone: desk.zone });
  return [{ kind: "reply", issue, mark: `decide/${slug}/${last}`, body }];
}

/** Whoever is there hears of it at once, and whoever is away does not. */
function thereOrAll(desk: Snapshot["desk"], at: Instant): readonly string[] {
  const there = coordinatorsThere(desk, at);
  return there.length > 0 ? there : desk.coordinators;
}

/** What went live without a review or too early: on its pull request, or on the board where it came by none. */
function unseenCall({ post }: Cleared, campaigns: readonly JudgedCampaign[], { at, desk, boards }: Snapshot): readonly Reply[] {
  const { live, campaign, slug, title } = post;
  if (!live?.without || live.without.length === 0) return [];
  const board = campaigns.find(({ name }) => name === campaign)?.board?.number;
  const issue = live.pull ?? boards.find(({ number, open }) => number === board && open)?.number;
  if (issue === undefined) return [];
  const body = writeUnseen({ title, coordinators: thereOrAll(desk, at), without: live.without, pull: live.pull, zone: desk.zone });
  return [{ kind: "reply", issue, mark: `unseen/${slug}/${live.pull ?? "pushed"}`, body }];
}

/** Where no coordinator is there, whoever has to move hears of it, as far as they are known here. */
function calledAt({ turn, waitingFor }: JudgedPost, pull: Bringing["pull"], { at, desk }: Snapshot): readonly string[] {
  if (turn !== "byline" || coordinatorsThere(desk, at).length > 0) return thereOrAll(desk, at);
  const known = [...desk.people.map(({ login }) => login), ...(pull.openedBy ? [pull.openedBy.login] : [])];
  return waitingFor.filter((login) => includesLogin(known, login));
}

function calledOf(pull: Bringing["pull"], { post }: Cleared, snapshot: Snapshot): CallFacts {
  const { desk, repository } = snapshot;
  return {
    title: post.title,
    coordinators: post.turn === "coordinator" ? post.waitingFor : calledAt(post, pull, snapshot),
    zone: desk.zone,
    repository: `${repository.owner}/${repository.name}`,
    pull: pull.number,
    head: pull.head.sha,
    method: desk.merge.method,
  };
}

/** What nobody there can do, and whose slot is nearer than the next morning of those who step in, is said at once. What is due is told at its slot anyway. */
export function wantUrgentCalls(
  pairs: readonly { readonly dossier: Dossier; readonly post: JudgedPost }[],
  snapshot: Snapshot,
  spoken: ReadonlySet<string>,
): readonly Reply[] {
  return pairs.flatMap(({ dossier, post }) => {
    const { slot, turn, stage, waitingFor, reasons } = post;
    const place = placeFor(dossier, post, snapshot);
    if (!slot || slot.at <= snapshot.at || turn !== "coordinator" || stage === "due" || !place || waitingFor.length === 0) return [];
    const mark = `urgent/${post.slug}/${slot.at}`;
    const isInTime = waitingFor.some((login) => {
      const morning = nextMorningOf(login, turnSince(login, dossier, post, snapshot), snapshot);
      return morning !== null && morning < slot.at;
    });
    if (isInTime || spoken.has(mark)) return [];
    const body = writeUrgent({ to: waitingFor, title: post.title, reason: reasons[0] ?? "", slot: slot.at, zone: snapshot.desk.zone });
    return [{ kind: "reply", issue: place.issue, mark, body }];
  });
}

function nextMorningOf(login: string, since: Instant, { desk }: Snapshot): Instant | null {
  const person = desk.people.find((one) => sameLogin(one.login, login)) ?? null;
  return morningFrom(plus(since, 1000), morningsOf(person?.zone ?? desk.zone, daysOff(person, desk), desk.reminders.hour));
}

/** Judging: from one post's dossier, slot and reviews to its stage, whose turn it is, and what is missing; and a campaign by its posts. */
import { crewOf, leadOf } from "./calendar/diaries.js";
import { dateCheckChangesAt, shownLater } from "./dates/date-check.js";
import { isOpen, type Dossier } from "./dossier.js";
import { boardOf } from "./facts/board-of.js";
import type { Desk } from "./facts/desk.js";
import type { Finding } from "./facts/finding.js";
import { openConversations, partOfPull } from "./facts/open-conversations.js";
import type { DeskChange, Snapshot } from "./facts/snapshot.js";
import type { Clearance } from "./going-live/clearance.js";
import { liveWithout } from "./going-live/live-without.js";
import { moveOf } from "./going-live/whose-move.js";
import { writersMove } from "./going-live/writers-move.js";
import { bySlot, type JudgedCampaign, type JudgedPost } from "./judged.js";
import { aheadChangesAt, aheadOf } from "./outlook/ahead.js";
import { bufferOf } from "./outlook/buffer.js";
import { findConflict } from "./outlook/conflicts.js";
import { ownersWanted } from "./reviews/owners-wanted.js";
import type { RequestPlan } from "./reviews/plan-requests.js";
import type { ReviewVerdict } from "./reviews/verdict-of.js";
import { lateness, latenessChangesAt, type Timing } from "./schedule/lateness.js";
import type { SlottedCampaign } from "./schedule/slotted-campaign.js";
import { workBack } from "./schedule/work-back.js";
import type { Missing, Stage, Turn, Without } from "./stage.js";
import { latest, soonestAfter, type Instant } from "./time/zone.js";
import type { MissedTwice } from "./tracking/missed-twice.js";
import { sayConflict } from "./words/conflict.js";
import { sayMissing, sayRemark, sayToSettle } from "./words/missing.js";
import { sayEdited } from "./words/slip.js";

interface Grounds {
  readonly snapshot: Snapshot;
  readonly verdict: ReviewVerdict | null;
  readonly requests: RequestPlan | null;
  /** Its place in the schedule, which nobody is told while it waits for a decision; null where it has none. */
  readonly place: Instant | null;
  /** As people are told it. */
  readonly slot: { readonly at: Instant; readonly by: string | null; readonly why: string; readonly fits: boolean } | null;
  /** The slots that it missed, where nothing but a coordinator's decision can help it now. */
  readonly undecided: MissedTwice["slots"] | null;
  /** The edit of the desk file that alone took it from the slot that was told before; null when there is none. */
  readonly editThatMoved: DeskChange | null;
  /** The deadline of the campaign that it is counted in; null when there is none. */
  readonly deadline: Instant | null;
  /** Null while it lacks more than its time, and when it is stopped. */
  readonly clearance: Clearance | null;
  /** What is said of its dates and in sight of its site, and keeps it from nothing. */
  readonly remarks: () => readonly Finding[];
}

/** What comes of judging, and when it may come out otherwise though nobody does anything; null when that is never. */
interface Judgement<Judged> {
  readonly judged: Judged;
  readonly againAt: Instant | null;
}

export function judge(dossier: Dossier, grounds: Grounds): Judgement<JudgedPost> {
  const judged = judgePost(dossier, grounds);
  const { place, snapshot } = grounds;
  const places = dossier.live ? [] : [...new Set([judged.slot?.at, place])].filter((slot) => typeof slot === "string");
  const lateness = places.map((slot) => latenessChangesAt(timingOf(dossier, slot, judged.stage, grounds)));
  const turning = [...places, ...lateness, ...dateCheckChangesAt(dossier, judged, snapshot)];
  return { judged, againAt: soonestAfter(snapshot.at, turning) };
}

function judgePost(dossier: Dossier, grounds: Grounds): JudgedPost {
  const { snapshot, verdict, requests } = grounds;
  const { desk } = snapshot;
  const without = liveWithout(dossier, verdict, snapshot);
  const shown = shownLater(dossier, snapshot);
  const standing = stand(dossier, without, grounds);
  const stop = standing.stage === "dropped" ? dossier.decided.dropped : standing.stage === "held" ? dossier.decided.held : null;
  // Of a live post the slot is when it went live: where nobody knows that, it is not now.
  const slot = grounds.slot && standing.stage !== "dropped" && dossier.live?.at !== null ? grounds.slot : null;
  const timing = slot && timingOf(dossier, slot.at, standing.stage, grounds);
  const lacking = standing.missing
    .filter(({ kind }) => kind === "look again" || kind === "not counted")
    .map((missing) => sayMissing(missing, desk.zone));
  const move = moveOf(standing.turn, timing && stepBy(standing.stage, timing), requests?.waiting ?? [], dossier, snapshot);
  return {
    slug: dossier.slug,
    title: dossier.title,
    campaign: dossier.campaign,
    promised: dossier.promised !== null,
    correction: dossier.correction,
    namedLike: dossier.namedLike,
    translates: dossier.translates,
    ...((dossier.leading?.texts.length ?? 0) > 1 && { texts: dossier.leading?.texts.map(({ path }) => path) ?? [] }),
    takenOff: dossier.before.map(({ at, pull }) => ({ at, pull })),
    byline: dossier.byline,
    stage: standing.stage,
    turn: move.turn,
    waitingFor: move.waitingFor,
    reasons: [...move.instead, ...standing.missing, ...move.unattended].map((missing) => sayMissing(missing, desk.zone)),
    remarks: REMARKED.has(standing.stage) ? [...toSettle(dossier, verdict, snapshot), ...grounds.remarks().map(sayRemark)] : [],
    stopped: stop,
    submissions: [...new Set(dossier.brought.map(({ pull }) => pull.number))],
    leading: dossier.leading?.pull.number ?? null,
    slot: slot && timing && { ...slot, draftBy: timing.draftBy, reviewBy: timing.reviewBy, lateness: lateness(timing) },
    announced: announcedAfter(dossier, slot, grounds),
    joined: dossier.joined,
    needsDecision: grounds.undecided && standing.stage !== "held" && slot ? { missed: grounds.undecided } : null,
    asked: requests?.asked ?? [],
    approvals: {
      by: verdict?.approvedBy ?? [],
      needed: desk.review.approvals,
      ...(lacking.length > 0 && { lacking }),
      ...(verdict && verdict.writers.length > 0 && { writers: verdict.writers }),
    },
    findings: findingsOf(dossier),
    live: dossier.live && { ...dossier.live, ...(shown !== null && { shownFrom: shown }), by: null, without },
  };
}

/** Whoever approved may have meant to be answered first. Where the desk has the merge wait for it, that is said instead. */
function toSettle({ leading, byline }: Dossier, verdict: ReviewVerdict | null, { desk }: Snapshot): readonly string[] {
  if (!leading || !isOpen(leading.pull) || !verdict?.passes) return [];
  const isWaitedFor = desk.review.conversations === "block";
  const open = openConversations(leading.pull, partOfPull(leading.pull, byline), desk).filter(({ counts }) => !isWaitedFor || !counts);
  return open.length > 0 ? [sayToSettle(open)] : [];
}

/** A draft may still say anything, and of what is stopped or live it is no matter. */
const REMARKED: ReadonlySet<Stage> = new Set(["in review", "sent back", "approved", "due"]);

/** What lateness is measured by. */
function timingOf(
  dossier: Dossier,
  slot: Instant,
  stage: Stage,
  { snapshot: { at, desk }, requests, deadline }: Pick<Grounds, "snapshot" | "requests" | "deadline">,
): Timing {
  return { at, stage, slot, ...duesOf(dossier, slot, requests, desk), deadline, liveAt: dossier.live?.at ?? null };
}

/** By when its draft and its review have to be there for a slot. */
export function duesOf(dossier: Dossier, slot: Instant, requests: RequestPlan | null, desk: Desk): Pick<Timing, "draftBy" | "reviewBy"> {
  return workBack(slot, leadOf(dossier, desk), crewOf(dossier, requests, desk));
}

/** The slots people were told, the one this plan tells them included, so that words do not change once it is told. */
function announcedAfter(
  { announced: before, forgotten, live, translates }: Dossier,
  slot: Grounds["slot"],
  { snapshot: { at }, editThatMoved: edit }: Grounds,
): JudgedPost["announced"] {
  // The slot of a translation is its post's.
  if (!slot || live || translates !== null || before.at(-1)?.slot === slot.at) return before;
  const moved = edit ? { by: edit.by, why: sayEdited(slot.why, edit) } : { by: slot.by, why: slot.why };
  return [...before, { slot: slot.at, at, ...moved, ...(forgotten && { earlier: "unknown" }) }];
}

interface Standing {
  readonly stage: Stage;
  readonly turn: Turn;
  readonly missing: readonly Missing[];
}

function stand(dossier: Dossier, without: readonly Without[], grounds: Grounds): Standing {
  const { decided, leading } = dossier;
  if (dossier.live) return { stage: "live", turn: "nobody", missing: without.map((one) => ({ kind: "went live", without: one })) };
  if (decided.dropped) return { stage: "dropped", turn: "nobody", missing: [{ kind: "dropped", ...decided.dropped }] };
  const moving = standUndecided(dossier, grounds);
  if (decided.held)
    return {
      stage: "held",
      turn: "nobody",
      missing: [{ kind: "held", ...decided.held }, ...moving.missing.filter(({ kind }) => kind !== "slot" && kind !== "may go")],
    };
  const forkGone = leading !== null && isOpen(leading.pull) && leading.pull.head.repository === null;
  return forkGone ? { ...moving, missing: [...moving.missing, { kind: "fork gone" }] } : moving;
}

/** Whoever had the move has let two slots go by: whether to wait on is for the coordinator to say. */
function standUndecided(dossier: Dossier, grounds: Grounds): Standing {
  const moving = standUnstopped(dossier, grounds);
  const { undecided } = grounds;
  if (!undecided) return moving;
  return { ...moving, turn: "coordinator", missing: [{ kind: "decision", slug: dossier.slug, missed: undecided }, ...moving.missing] };
}

function standUnstopped(dossier: Dossier, grounds: Grounds): Standing {
  const { snapshot, verdict, requests } = grounds;
  const { desk } = snapshot;
  const { leading } = dossier;
  if (!leading || !isOpen(leading.pull)) return { stage: "promised", turn: "byline", missing: unwritten(dossier) };
  const { pull } = leading;
  // Of what nobody has read nothing is known: not who signs it, nor what is wrong with it.
  if (pull.notReadYet) return { stage: pull.draft ? "in progress" : "in review", turn: "nobody", missing: [{ kind: "not read yet" }] };
  const leftToWriter = writersMove(dossier, snapshot);
  if (pull.draft || !verdict)
    return {
      stage: "in progress",
      turn: "byline",
      missing: [{ kind: "draft", ...(pull.draftTitle && { title: pull.draftTitle }) }, ...leftToWriter],
    };

  const short: Missing[] = [];
  if (verdict.requestsChanges.length > 0) short.push({ kind: "changes", by: verdict.requestsChanges });
  const unanswered = requests?.unanswered ?? [];
  if (unanswered.length > 0) short.push({ kind: "comments", by: unanswered });
  const got = verdict.approvedBy.length;
  const lookAgain = [...verdict.answered, ...(got < desk.review.approvals ? verdict.lapsed : [])];
  if (lookAgain.length > 0) short.push({ kind: "look again", by: lookAgain, changed: verdict.changedSince });
  const waiting = requests?.waiting ?? [];
  if (got < desk.review.approvals) {
    short.push({ kind: "approvals", got, needed: desk.review.approvals, asked: waiting });
    short.push(
      ...verdict.discounted.filter(({ login }) => !lookAgain.includes(login)).map((one): Missing => ({ kind: "not counted", ...one })),
    );
    short.push(...(requests?.refused ?? []).map(({ login, why }): Missing => ({ kind: "refused", what: `to ask ${login}`, why })));
    const teams = pull.teams ?? [];
    if (teams.length > 0) short.push({ kind: "teams", count: teams.length, codeOwner: teams.some(({ codeOwner }) => codeOwner) });
    if (requests?.shortfall) short.push({ kind: "nobody to ask", why: requests.shortfall });
  }
  const away = requests?.lookingAgain.map(({ login, until }): Missing => ({ kind: "away", login, until, as: "reviewer" })) ?? [];
  // Whoever steps in is to read first what for.
  if (waiting.length === 0) short.sort((a, b) => byNeed(a) - byNeed(b)).unshift(...away);
  if (verdict.requestsChanges.length + unanswered.length > 0)
    return { stage: "sent back", turn: "byline", missing: [...short, ...leftToWriter] };
  if (!verdict.passes) {
    const turn = leftToWriter.length > 0 && waiting.length === 0 ? "byline" : waiting.length > 0 ? "reviewer" : "coordinator";
    return { stage: "in review", turn, missing: [...leftToWriter, ...short] };
  }
  if (leftToWriter.length > 0) return { stage: "sent back", turn: "byline", missing: leftToWriter };

  const { clearance } = grounds;
  if (!clearance) return { stage: "approved", turn: "nobody", missing: [] };
  const standing = { stage: clearance.kind === "waits" ? "approved" : "due", turn: clearance.turn, missing: clearance.missing } as const;
  const owners = ownersWanted(pull);
  if (!owners) return standing;
  const turn = standing.turn === "nobody" ? (waiting.length > 0 ? "reviewer" : "coordinator") : standing.turn;
  return { ...standing, turn, missing: [owners, ...standing.missing] };
}

function byNeed({ kind }: Missing): number {
  return kind === "nobody to ask" ? 0 : 1;
}

/** When the next step has to be done. */
function stepBy(stage: Stage, { slot, draftBy, reviewBy }: Timing): Instant {
  return stage === "promised" || stage === "in progress" ? draftBy : stage === "in review" || stage === "sent back" ? reviewBy : slot;
}

/** When the review is due by the slot that the post has, or was given by people, before anybody is asked; null when it has none. */
export function reviewDueOf(dossier: Dossier, desk: Desk): Instant | null {
  const { decided, promised, moves } = dossier;
  const slot = decided.slot?.at ?? (decided.pin ? decided.pin.at : promised?.pinned) ?? moves.at(-1)?.slot ?? null;
  return slot && workBack(slot, leadOf(dossier, desk), crewOf(dossier, null, desk)).reviewBy;
}

function unwritten({ brought, before, namesakes }: Dossier): readonly Missing[] {
  const ended = (standing: "closed" | "merged") => brought.filter(({ pull }) => pull.standing === standing).map(({ pull }) => pull.number);
  return [
    // A post that may be live already is the first thing to be settled.
    ...(namesakes.length > 0 ? [{ kind: "namesakes", paths: namesakes } as const] : []),
    { kind: "no pull request", closed: ended("closed"), takenOff: before.length > 0 ? ended("merged") : [] },
  ];
}

function findingsOf(dossier: Dossier): readonly (Finding & { readonly path: string })[] {
  const texts = dossier.leading?.texts ?? [];
  return texts.flatMap(({ path, reading }) => reading?.findings.map((finding) => ({ ...finding, path })) ?? []);
}

/** How a campaign stands as a whole. `slotted`: how its promised posts got their slots; null when they did not. */
export function judgeCampaign(
  name: string,
  deadline: Instant,
  posts: readonly JudgedPost[],
  slotted: SlottedCampaign | null,
  snapshot: Snapshot,
): Judgement<JudgedCampaign> {
  const own = posts.filter(({ campaign }) => campaign === name);
  const board = boardOf(name, snapshot);
  const campaign = snapshot.desk.campaigns.find((one) => one.name === name);
  // Once it has passed there is nothing to be chosen any more.
  const conflict = slotted && deadline > snapshot.at ? findConflict(slotted) : null;
  const ahead = aheadOf({ starts: campaign?.starts ?? null, deadline }, own, posts, snapshot);
  const judged: JudgedCampaign = {
    name,
    deadline,
    board: board ? { number: board.number, url: board.url } : null,
    slugs: bySlot(own).map(({ slug }) => slug),
    live: own.filter(({ stage }) => stage === "live").length,
    inTime: own.filter(({ stage, live }) => stage === "live" && (latest([live?.at, live?.shownFrom]) ?? deadline) <= deadline).length,
    dropped: own.filter(({ stage }) => stage === "dropped").length,
    total: own.length,
    buffer: campaign
      ? bufferOf(
          campaign,
          own.map((post) => asPlaced(post, slotted)),
          snapshot.desk,
        )
      : null,
    conflict: conflict && sayConflict(conflict, deadline, snapshot.desk.zone),
    ahead,
  };
  return { judged, againAt: soonestAfter(snapshot.at, [conflict?.until, aheadChangesAt(ahead)]) };
}

/** A post that waits for a decision eats up the reserve all the same: by the place that the schedule keeps for it. */
function asPlaced(
  post: JudgedPost,
  slotted: SlottedCampaign | null,
): Pick<JudgedPost, "live" | "stage"> & { readonly slot: { readonly at: Instant } | null } {
  if (!post.needsDecision || !slotted) return post;
  const { problem, at } = slotted.settled;
  const place = at[problem.posts.findIndex((one) => one.post.slug === post.slug)] ?? null;
  return { ...post, slot: place && { at: place } };
}

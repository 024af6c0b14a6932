/** Reminders: from whose turn it is to the nudges owed, at most one a person a day. */
import { daysOff } from "../calendar/days-off.js";
import { leaveSince } from "../calendar/presence.js";
import { workingDaysBefore } from "../calendar/working-days.js";
import { othersWordIn } from "../commands/others-words.js";
import { readCommands } from "../commands/read-commands.js";
import type { Dossier } from "../dossier.js";
import type { Reminder } from "../effect.js";
import { remindedBy, remindMark } from "../facts/ledger-key.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Comment, Snapshot } from "../facts/snapshot.js";
import { spokenOn } from "../facts/spoken.js";
import { duesOf } from "../judge.js";
import type { JudgedPost, JudgedSlot } from "../judged.js";
import { owedReminders } from "../reminders/owed-reminders.js";
import type { Owed, ReminderPlace } from "../reminders/owed.js";
import { LONGEST_SILENCE } from "../reminders/pace.js";
import type { RequestPlan } from "../reviews/plan-requests.js";
import { atWallTime, dayOf, earliest, latest, plus, type Instant } from "../time/zone.js";
import { plainly } from "../words/plainly.js";
import { writeReminder } from "../words/reminder.js";

export interface WantedReminders {
  readonly effects: readonly Reminder[];
  /** When the next one falls due, if nothing changes. */
  readonly againAt: Instant | null;
}

interface Pair {
  readonly dossier: Dossier;
  readonly post: JudgedPost;
  readonly requests: RequestPlan | null;
}

export function wantReminders(pairs: readonly Pair[], snapshot: Snapshot): WantedReminders {
  const { desk, at } = snapshot;
  const owed = pairs.flatMap((pair) => owedFor(pair, snapshot));
  const { due, nextAt } = owedReminders({
    at,
    zone: desk.zone,
    people: desk.people.map((one) => ({ ...one, away: daysOff(one, desk) })),
    reminders: desk.reminders,
    owed,
    reminded: remindedBefore(snapshot),
  });
  const about = new Map(
    pairs.map(({ dossier, post }) => [post.slug, { pull: dossier.leading?.pull.number ?? null, reason: post.reasons[0] ?? null }]),
  );
  const effects = due.map((one): Reminder => {
    const zone = desk.people.find((person) => sameLogin(person.login, one.to))?.zone ?? desk.zone;
    const owing = one.about.map((each) => ({ ...each, ...(about.get(each.slug) ?? { pull: null, reason: null }) }));
    return {
      kind: "remind",
      issue: one.issue,
      channel: one.channel,
      to: one.to,
      about: one.about.map(({ slug }) => slug),
      mark: remindMark(one.to, dayOf(at, zone)),
      body: writeReminder(one.to, owing, at, zone),
    };
  });
  // What was far off is brought up at another pace from then on.
  const nearing = pairs.map(({ post }) => (post.turn === "coordinator" && post.stage === "promised" ? soonEnough(post, snapshot) : null));
  return { effects, againAt: earliest([nextAt, ...nearing.filter((soon) => soon !== null && soon > at)]) };
}

function owedFor(pair: Pair, snapshot: Snapshot): readonly Owed[] {
  const { dossier, post } = pair;
  if (post.turn === "nobody" || post.stage === "live" || (dossier.correction && post.turn !== "coordinator")) return [];
  const place = placeFor(dossier, post, snapshot);
  if (!place) return [];
  const what = whatIsOwed(post, dossier.leading?.pull.checks === "failing");
  const step = what === "step in" ? (post.stage === "promised" || post.stage === "in progress" ? "draft" : "review") : what;
  const isQuiet = place.channel === "board" && post.turn !== "coordinator";
  return post.waitingFor.map((login): Owed => {
    const since = turnSince(login, dossier, post, snapshot);
    return {
      slug: post.slug,
      title: post.title,
      to: [login],
      since,
      by: post.slot && dueFor(step, post.slot),
      before: duesBefore(step, since, pair, snapshot),
      quietUntil: isQuiet ? soonEnough(post, snapshot) : null,
      snoozedUntil: snoozedUntil(login, dossier),
      place,
      what,
      ...(post.turn === "coordinator" && { every: coordinatorsPace(post, snapshot) }),
      ...(what === "step in" && { atOnce: true }),
    };
  });
}

/** What somebody owes for a post, with a day of its own. */
type DatedStep = Exclude<Owed["what"], "step in">;

/** By when it has to be there; a decision has no day of its own. */
function dueFor(what: DatedStep, slot: Pick<JudgedSlot, "at" | "draftBy" | "reviewBy">): Instant | null {
  switch (what) {
    case "decision":
      return null;
    case "draft":
      return slot.draftBy;
    case "go":
    case "checks":
    case "rest":
      return slot.at;
    case "review":
    case "changes":
    case "answer":
      return slot.reviewBy;
  }
}

/** What the slots before the present one asked for since the turn began, each until the next was told. */
function duesBefore(what: DatedStep, since: Instant, { dossier, post, requests }: Pair, { desk }: Snapshot): NonNullable<Owed["before"]> {
  return post.announced.flatMap(({ slot }, place) => {
    const until = post.announced[place + 1]?.at;
    const by = until && until > since ? dueFor(what, { at: slot, ...duesOf(dossier, slot, requests, desk) }) : null;
    return until && by ? [{ by, until }] : [];
  });
}

/** By somebody whose verdict is waited for, and with nobody asking for changes. */
function isCommentedOn(asked: JudgedPost["asked"], { by, needed }: JudgedPost["approvals"]): boolean {
  const answers = asked.map(({ answered }) => answered);
  return by.length < needed && answers.includes("comments") && !answers.includes("requests changes");
}

function whatIsOwed({ turn, stage, needsDecision, asked, approvals }: JudgedPost, failing: boolean): Owed["what"] {
  if (turn === "reviewer") return "review";
  if (turn === "coordinator") return needsDecision ? "decision" : stage === "approved" || stage === "due" ? "go" : "step in";
  if (stage === "approved" || stage === "due") return failing ? "checks" : "rest";
  if (stage !== "sent back") return "draft";
  return isCommentedOn(asked, approvals) ? "answer" : "changes";
}

/** On its pull request; before there is one on the board of its campaign, or where that is put away on another. Null when there is none. */
export function placeFor({ leading }: Dossier, { campaign }: JudgedPost, { boards }: Snapshot): ReminderPlace | null {
  if (leading?.pull.standing === "open") return { issue: leading.pull.number, channel: "pull request" };
  const open = boards.filter((board) => board.open);
  const board = open.find((one) => one.campaign === campaign) ?? open[0];
  return board ? { issue: board.number, channel: "board" } : null;
}

/** What nobody there can do is brought up as long as it stands, and seldom while its draft is far off or it is nobody's but the calendar's to end. */
function coordinatorsPace(post: JudgedPost, snapshot: Snapshot): number {
  const soon = soonEnough(post, snapshot);
  const isFar = post.stage === "promised" && (soon === null || soon > snapshot.at);
  return isFar || post.stage === "approved" || post.slot === null
    ? LONGEST_SILENCE
    : Math.min(snapshot.desk.reminders.every, LONGEST_SILENCE);
}

/** When it became this person's move, as well as GitHub's record tells. */
export function turnSince(login: string, dossier: Dossier, post: JudgedPost, snapshot: Snapshot): Instant {
  const pull = dossier.leading?.pull;
  const first = dossier.announced[0]?.at ?? snapshot.at;
  const missed = post.needsDecision?.missed.at(-1);
  if (missed) return missed;
  if (post.turn === "coordinator" && post.stage !== "due") return neededSince(login, dossier, post, snapshot);
  if (pull?.standing !== "open") return latest([first, ...dossier.brought.map((one) => one.pull.endedAt)]) ?? first;
  if (post.turn === "reviewer") return pull.requested.find((one) => sameLogin(one.login, login))?.at ?? snapshot.at;
  const commenting = post.asked.flatMap((one) => (one.answered === "comments" ? [one.login] : []));
  const reviews = pull.reviews
    .filter(
      ({ says, by }) =>
        says === "approves" || says === "requests changes" || (says === "comments" && by && includesLogin(commenting, by.login)),
    )
    .map(({ at }) => at);
  return latest([pull.openedAt, pull.head.since, ...reviews, ...(post.stage === "due" ? [post.slot?.at] : [])]) ?? pull.openedAt;
}

/** What the coordinators step in for begins with the last thing that happened to it, and after the last digest that did not speak of it. */
function neededSince(login: string, dossier: Dossier, post: JudgedPost, snapshot: Snapshot): Instant {
  const { at, desk, open, boards } = snapshot;
  const pulls = dossier.brought.map(({ pull }) => pull);
  const concerned = [...dossier.byline, ...post.asked.map((one) => one.login), ...desk.coordinators];
  const leaves = desk.people.filter((person) => includesLogin(concerned, person.login)).map((person) => leaveSince(person, at, desk));
  const declined = pulls.flatMap((pull) => spokenOn(pull).filter((said) => said.by && !said.by.bot && declines(said.body)));
  const others = [...open, ...boards].flatMap(({ comments }) =>
    comments.filter(({ mark, body }) => remindedBy(mark) === login.toLowerCase() && !speaksOf(body, post)),
  );
  return (
    latest([
      ...(pulls.length === 0 ? [dossier.announced[0]?.at ?? (post.slot && at)] : []),
      ...(post.stage === "approved" ? [dossier.announced[0]?.at, post.slot && post.slot.at <= at ? post.slot.at : null] : []),
      ...pulls.flatMap((pull) => [pull.openedAt, pull.endedAt, pull.head.since, ...pull.reviews.map((review) => review.at)]),
      ...declined.map((said) => said.editedAt ?? said.at),
      ...leaves,
      ...others.map((said) => plus(said.at, 1000)),
    ]) ?? LONG_AGO
  );
}

/** Since nobody knows when. */
const LONG_AGO = "2000-01-01T00:00:00Z" as Instant;

function declines(body: string): boolean {
  return body.includes("/") && (readCommands(body).some(({ name }) => name === "uncc") || othersWordIn(body)?.means === "refusal");
}

function speaksOf(body: string, { title, leading }: JudgedPost): boolean {
  return leading === null ? body.includes(plainly(title)) : body.includes(`(#${leading})`);
}

/** Nobody needs to hear of a draft that is weeks away: it is early enough from one pace and a day before "draft by" on. */
function soonEnough({ slot }: JudgedPost, { desk }: Snapshot): Instant | null {
  if (!slot) return null;
  const day = workingDaysBefore(dayOf(slot.draftBy, desk.zone), desk.reminders.every + 1);
  return atWallTime(day, "09:00", desk.zone);
}

function snoozedUntil(login: string, dossier: Dossier): Instant | null {
  return latest(dossier.decided.snoozed.filter((one) => one.login === null || sameLogin(one.login, login)).map(({ until }) => until));
}

/** Every reminder ever posted, from its mark, or from the ledger while GitHub does not show it yet. */
function remindedBefore(snapshot: Snapshot): readonly { readonly to: string; readonly at: Instant }[] {
  const comments: readonly Comment[] = [...snapshot.open, ...snapshot.closed, ...snapshot.boards].flatMap(({ comments }) => comments);
  const remembered = Object.entries(snapshot.memory.effects).flatMap(([key, { at, ended }]) =>
    ended === "done" ? [{ mark: key, at }] : [],
  );
  return [...comments, ...remembered].flatMap(({ mark, at }) => {
    const to = remindedBy(mark);
    return to === null ? [] : [{ to, at }];
  });
}

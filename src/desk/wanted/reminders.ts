/** Reminders: from whose turn it is to the nudges owed, at most one a person a day. */
import { daysOff } from "../calendar/days-off.js";
import { workingDaysBefore } from "../calendar/working-days.js";
import type { Dossier } from "../dossier.js";
import type { Reminder } from "../effect.js";
import { sameLogin } from "../facts/person.js";
import type { Comment, Snapshot } from "../facts/snapshot.js";
import { duesOf } from "../judge.js";
import type { JudgedPost, JudgedSlot } from "../judged.js";
import { owedReminders } from "../reminders/owed-reminders.js";
import type { Owed } from "../reminders/owed.js";
import type { RequestPlan } from "../reviews/plan-requests.js";
import { atWallTime, dayOf, latest, type Instant } from "../time/zone.js";
import { writeReminder } from "../words/reminder.js";

export interface WantedReminders {
  readonly effects: readonly Reminder[];
  /** When the next one falls due, if nothing changes. */
  readonly nextAt: Instant | null;
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
  const pullOf = new Map(pairs.map(({ dossier, post }) => [post.slug, dossier.leading?.pull.number ?? null]));
  const effects = due.map((one): Reminder => {
    const zone = desk.people.find((person) => sameLogin(person.login, one.to))?.zone ?? desk.zone;
    const about = one.about.map((owing) => ({ ...owing, pull: pullOf.get(owing.slug) ?? null }));
    return {
      kind: "remind",
      issue: one.issue,
      channel: one.channel,
      to: one.to,
      about: one.about.map(({ slug }) => slug),
      mark: `remind/${one.to.toLowerCase()}/${dayOf(at, zone)}`,
      body: writeReminder(one.to, about, at, zone),
    };
  });
  return { effects, nextAt };
}

function owedFor(pair: Pair, snapshot: Snapshot): readonly Owed[] {
  const { dossier, post } = pair;
  if (post.turn === "nobody" || post.stage === "live" || dossier.correction) return [];
  const pull = dossier.leading?.pull;
  const board = snapshot.boards.find(({ campaign, open }) => campaign === post.campaign && open);
  const place =
    pull?.standing === "open"
      ? ({ issue: pull.number, channel: "pull request" } as const)
      : board
        ? ({ issue: board.number, channel: "board" } as const)
        : null;
  const logins = post.waitingFor.filter(
    (login) => /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/u.test(login) && (post.turn !== "byline" || isKnown(login, dossier, snapshot)),
  );
  if (!place || logins.length === 0) return [];
  const what = whatIsOwed(post, pull?.checks === "failing");
  return logins.map((login): Owed => {
    const since = turnSince(login, dossier, post, snapshot);
    return {
      slug: post.slug,
      title: post.title,
      to: [login],
      since,
      by: post.slot && dueFor(what, post.slot),
      before: duesBefore(what, since, pair, snapshot),
      quietUntil: pull?.standing === "open" || what === "decision" ? null : soonEnough(post, snapshot),
      snoozedUntil: snoozedUntil(login, dossier),
      place,
      what,
    };
  });
}

/** By when it has to be there; a decision has no day of its own. */
function dueFor(what: Owed["what"], slot: Pick<JudgedSlot, "at" | "draftBy" | "reviewBy">): Instant | null {
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
      return slot.reviewBy;
  }
}

/** What the slots before the present one asked for since the turn began, each until the next was told. */
function duesBefore(
  what: Owed["what"],
  since: Instant,
  { dossier, post, requests }: Pair,
  { desk }: Snapshot,
): NonNullable<Owed["before"]> {
  return post.announced.slice(0, -1).flatMap(({ slot }, place) => {
    const until = post.announced[place + 1]?.at;
    const by = dueFor(what, { at: slot, ...duesOf(dossier, slot, requests, desk) });
    return until && until > since && by ? [{ by, until }] : [];
  });
}

function whatIsOwed({ turn, stage, needsDecision }: JudgedPost, failing: boolean): Owed["what"] {
  if (turn === "reviewer") return "review";
  if (turn === "coordinator") return needsDecision ? "decision" : "go";
  if (stage === "approved" || stage === "due") return failing ? "checks" : "rest";
  return stage === "sent back" ? "changes" : "draft";
}

/** A name out of a text is pinged only when it is somebody of the desk, or whoever opened the pull request. */
function isKnown(login: string, dossier: Dossier, snapshot: Snapshot): boolean {
  const known = [
    ...snapshot.desk.people.map((person) => person.login),
    ...dossier.brought.flatMap(({ pull }) => pull.openedBy?.login ?? []),
  ];
  return known.some((one) => sameLogin(one, login));
}

/** When it became this person's move, as well as GitHub's record tells. */
function turnSince(login: string, dossier: Dossier, post: JudgedPost, snapshot: Snapshot): Instant {
  const pull = dossier.leading?.pull;
  const first = dossier.announced[0]?.at ?? snapshot.at;
  const missed = post.needsDecision?.missed.at(-1);
  if (missed) return missed;
  if (pull?.standing !== "open") return latest([first, ...dossier.brought.map((one) => one.pull.endedAt)]) ?? first;
  if (post.turn === "reviewer") return pull.requested.find((one) => sameLogin(one.login, login))?.at ?? snapshot.at;
  const reviews = pull.reviews.filter(({ says }) => says === "approves" || says === "requests changes").map(({ at }) => at);
  return latest([pull.openedAt, pull.head.since, ...reviews, ...(post.stage === "due" ? [post.slot?.at] : [])]) ?? pull.openedAt;
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
  const shown = comments.flatMap(({ mark, at }) => (mark?.startsWith("remind/") ? [{ to: mark.split("/")[1] ?? "", at }] : []));
  const remembered = Object.entries(snapshot.memory.effects).flatMap(([key, { at, ended }]) =>
    key.startsWith("remind/") && ended === "done" ? [{ to: key.split("/")[1] ?? "", at }] : [],
  );
  return [...shown, ...remembered];
}

/** Reminders: from whose turn it is to the nudges owed, at most one a person a day. */
import { daysOff } from "../calendar/days-off.js";
import { workingDaysBefore } from "../calendar/working-days.js";
import type { Dossier } from "../dossier.js";
import type { Reminder } from "../effect.js";
import { sameLogin } from "../facts/person.js";
import type { Comment, Snapshot } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import { owedReminders } from "../reminders/owed-reminders.js";
import type { Owed } from "../reminders/owed.js";
import { atWallTime, dayOf, latest, type Instant } from "../time/zone.js";
import { writeReminder } from "../words/reminder.js";

export interface WantedReminders {
  readonly effects: readonly Reminder[];
  /** When the next one falls due, if nothing changes. */
  readonly nextAt: Instant | null;
}

export function wantReminders(
  pairs: readonly { readonly dossier: Dossier; readonly post: JudgedPost }[],
  snapshot: Snapshot,
): WantedReminders {
  const { desk, at } = snapshot;
  const owed = pairs.flatMap(({ dossier, post }) => owedFor(dossier, post, snapshot));
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

function owedFor(dossier: Dossier, post: JudgedPost, snapshot: Snapshot): readonly Owed[] {
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
  const what = whatIsOwed(post);
  const by = post.slot && (what === "draft" ? post.slot.draftBy : what === "go" || what === "checks" ? post.slot.at : post.slot.reviewBy);
  return logins.map((login): Owed => ({
    slug: post.slug,
    title: post.title,
    to: [login],
    since: turnSince(login, dossier, post, snapshot),
    by,
    snoozedUntil: snoozedUntil(login, dossier),
    place,
    what,
  }));
}

function whatIsOwed({ turn, stage }: JudgedPost): Owed["what"] {
  if (turn === "reviewer") return "review";
  if (turn === "coordinator") return "go";
  // An approved post is the writer's move only when checks fail on it.
  return stage === "sent back" ? "changes" : stage === "approved" ? "checks" : "draft";
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
  if (pull?.standing !== "open")
    return latest([first, soonEnough(post, snapshot), ...dossier.brought.map((one) => one.pull.endedAt)]) ?? first;
  if (post.turn === "reviewer") return pull.requested.find((one) => sameLogin(one.login, login))?.at ?? snapshot.at;
  const reviews = pull.reviews.filter(({ says }) => says === "approves" || says === "requests changes").map(({ at }) => at);
  return latest([pull.openedAt, pull.head.since, ...reviews, ...(post.stage === "due" ? [post.slot?.at] : [])]) ?? pull.openedAt;
}

/** Nobody needs to hear of a draft that is weeks away: the turn counts from one pace and a day before "draft by". */
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

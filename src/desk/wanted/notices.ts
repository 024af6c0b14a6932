/** Notices: the one comment on each open pull request, found by its mark, made once and then edited in place. */
import type { Notice } from "../effect.js";
import { CHECK_NAMES, checkKey, lastTry } from "../facts/ledger-key.js";
import type { CheckName } from "../effect.js";
import { isBehind, isInFork, lastUpdated } from "../facts/behind.js";
import type { Desk } from "../facts/desk.js";
import { findPerson } from "../facts/person.js";
import type { Memory, PullRequest, Snapshot } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import type { Zone } from "../time/zone.js";
import { NOTICE_MARK, writePromises } from "../facts/has-notice.js";
import { quoted } from "../text/quoted.js";
import { sayNotReadYet, sayTakesOff } from "../words/bare-notice.js";
import { sayBehind } from "../words/behind.js";
import { sayBlocked, sayThroughQueue } from "../words/merge-rules.js";
import { sayRefusedCheck, writeBare, writeNotice } from "../words/notice.js";
import { takenAway } from "../facts/taken-away.js";
import { wasApproved } from "./labels.js";

export function wantNotice(pull: PullRequest, posts: readonly JudgedPost[], snapshot: Snapshot): Notice | null {
  const { desk, memory } = snapshot;
  const promised = writePromises(posts.flatMap((post) => (post.promised ? [post.slug] : [])));
  const noticeOf = (text: string) => noticeWith(pull, [text, promised].filter((part) => part !== "").join("\n\n"));
  if (pull.notReadYet) return noticeOf(writeBare(sayNotReadYet()));
  const away = pull.standing === "open" ? takenAway(pull, snapshot) : [];
  const remarks = [
    ...(away.length > 0 ? [sayTakesOff(away.map((path) => quoted(path, 200)))[0] ?? ""] : []),
    ...(pull.standing === "open" ? refusedChecks(pull, memory).map(({ name, why }) => sayRefusedCheck(name, why)) : []),
    ...(posts.some(({ stage }) => stage === "approved" || stage === "due") ? [...branch(pull, snapshot), ...ofMerge(pull, snapshot)] : []),
  ];
  return noticeOf(writeNotice({ pull: pull.number, posts, zone: desk.zone, zones: zonesOf(posts, desk), remarks }));
}

/** Null when it says so already. */
export function noticeWith(pull: PullRequest, body: string): Notice | null {
  const comment = pull.comments.find(({ mark }) => mark === NOTICE_MARK) ?? null;
  if (comment?.body.trim() === body.trim()) return null;
  return { kind: "notice", pull: pull.number, comment: comment && { id: comment.id, node: comment.node }, mark: NOTICE_MARK, body };
}

/** Checks that GitHub would not let the app write at the present head: what they would have said cannot be seen there. */
function refusedChecks({ head }: PullRequest, { effects }: Memory): readonly { readonly name: CheckName; readonly why: string }[] {
  return CHECK_NAMES.flatMap((name) => {
    const last = effects[checkKey(name, head.sha)];
    return last?.ended === "refused" ? [{ name, why: last.why ?? "" }] : [];
  });
}

/** Of one that is about to go live: whether its branch is up to date, where GitHub wants that. */
function branch(pull: PullRequest, snapshot: Snapshot): readonly string[] {
  const { desk, memory, strict } = snapshot;
  const updatedAt = lastUpdated(pull, memory);
  const behind = isBehind(pull, snapshot);
  const foreseen = strict && isInFork(pull, snapshot);
  if (!behind && updatedAt === null && !foreseen) return [];
  const refused = lastTry("update", pull, memory);
  const is = !behind
    ? updatedAt === null
      ? "strict for a fork"
      : "updated"
    : refused?.ended === "refused"
      ? "refused"
      : desk.merge.atSlot && !isInFork(pull, snapshot)
        ? "behind"
        : "behind in a fork";
  return [sayBehind({ base: pull.base, is, updatedAt, why: refused?.why ?? "", zone: desk.zone })];
}

/** How the app merges it: through a queue, or against GitHub's advice, that is heard while no check runs, and none of ours was missing when it was given. */
function ofMerge(pull: PullRequest, { desk }: Snapshot): readonly string[] {
  if (!desk.merge.atSlot) return [];
  if (pull.queue) return [sayThroughQueue(pull.base)];
  return pull.mergeable === "blocked" && pull.checks !== "running" && wasApproved(pull) ? [sayBlocked(pull.base)] : [];
}

/** The zones of those who will read it, in the order they are named. */
export function zonesOf(posts: readonly JudgedPost[], desk: Desk): readonly Zone[] {
  const logins = posts.flatMap((post) => [...post.byline, ...post.asked.map(({ login }) => login)]);
  return [...new Set(logins.flatMap((login) => findPerson(desk.people, login)?.zone ?? []))];
}

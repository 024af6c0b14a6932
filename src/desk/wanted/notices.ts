/** Notices: the one comment on each open pull request, found by its mark, made once and then edited in place. */
import type { Notice } from "../effect.js";
import type { JudgedPost } from "../judged.js";
import type { Desk } from "../desk.js";
import { NOTICE } from "../noticed.js";
import { findPerson } from "../person.js";
import type { CheckName } from "../effect.js";
import type { Memory, PullRequest, Snapshot } from "../snapshot.js";
import { sayRefusedCheck, writeNotice } from "../words/notice.js";
import type { Zone } from "../zone.js";

export function wantNotice(pull: PullRequest, posts: readonly JudgedPost[], { desk, memory }: Snapshot): Notice | null {
  const remarks = pull.standing === "open" ? refusedChecks(pull, memory).map(({ name, why }) => sayRefusedCheck(name, why)) : [];
  const body = writeNotice({ pull: pull.number, posts, zone: desk.zone, zones: zonesOf(posts, desk), remarks });
  const comment = pull.comments.find(({ mark }) => mark === NOTICE) ?? null;
  if (comment?.body.trim() === body.trim()) return null;
  return { kind: "notice", pull: pull.number, comment: comment && { id: comment.id, node: comment.node }, mark: NOTICE, body };
}

const CHECKS: readonly CheckName[] = ["presstime/lint", "presstime/review", "presstime/schedule", "presstime/config"];

/** Checks that GitHub would not let the app write at the present head: what they would have said cannot be seen there. */
function refusedChecks({ head }: PullRequest, { effects }: Memory): readonly { readonly name: CheckName; readonly why: string }[] {
  return CHECKS.flatMap((name) => {
    const last = effects[`check/${name}/${head.sha}`];
    return last?.ended === "refused" ? [{ name, why: last.why ?? "" }] : [];
  });
}

/** The zones of those who will read it, in the order they are named. */
export function zonesOf(posts: readonly JudgedPost[], desk: Desk): readonly Zone[] {
  const logins = posts.flatMap((post) => [...post.byline, ...post.asked.map(({ login }) => login)]);
  return [...new Set(logins.flatMap((login) => findPerson(desk.people, login)?.zone ?? []))];
}

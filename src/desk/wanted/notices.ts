/** Notices: the one comment on each open pull request, found by its mark, made once and then edited in place. */
import type { Notice } from "../effect.js";
import type { JudgedPost } from "../judged.js";
import type { Desk } from "../desk.js";
import { findPerson } from "../person.js";
import type { PullRequest } from "../snapshot.js";
import { writeNotice } from "../words/notice.js";
import type { Zone } from "../zone.js";

export const NOTICE = "notice";

export function wantNotice(pull: PullRequest, posts: readonly JudgedPost[], desk: Desk): Notice | null {
  const body = writeNotice({ pull: pull.number, posts, zone: desk.zone, zones: zonesOf(posts, desk), remarks: [] });
  const comment = pull.comments.find(({ mark }) => mark === NOTICE) ?? null;
  if (comment?.body.trim() === body.trim()) return null;
  return { kind: "notice", pull: pull.number, comment: comment && { id: comment.id, node: comment.node }, mark: NOTICE, body };
}

/** The zones of those who will read it, in the order they are named. */
export function zonesOf(posts: readonly JudgedPost[], desk: Desk): readonly Zone[] {
  const logins = posts.flatMap((post) => [...post.byline, ...post.asked.map(({ login }) => login)]);
  return [...new Set(logins.flatMap((login) => findPerson(desk.people, login)?.zone ?? []))];
}

/** Which pull requests the app has taken up: those that carry its notice, and for which promises. History from before it came is left as it is. */
import type { PullRequest } from "./snapshot.js";

/** The mark of the one comment kept on each pull request. */
export const NOTICE_MARK = "notice";

export function hasNotice({ comments }: PullRequest): boolean {
  return comments.some(({ mark }) => mark === NOTICE_MARK);
}

/** A hidden line of the notice: the promised posts that its pull request brings. Whoever opened it may have left the desk since. */
export function writePromises(slugs: readonly string[]): string {
  return slugs.length === 0 ? "" : `<!-- promised: ${slugs.join(" ")} -->`;
}

export function promisedBefore({ comments }: PullRequest): readonly string[] {
  const notice = comments.find(({ mark }) => mark === NOTICE_MARK)?.body ?? "";
  return /^<!-- promised: (.+) -->$/mu.exec(notice)?.[1]?.split(" ") ?? [];
}

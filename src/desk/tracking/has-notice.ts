/** Which pull requests the app has taken up: those that carry its notice. History from before it came is left as it is. */
import type { PullRequest } from "../facts/snapshot.js";

/** The mark of the one comment kept on each pull request. */
export const NOTICE_MARK = "notice";

export function hasNotice({ comments }: PullRequest): boolean {
  return comments.some(({ mark }) => mark === NOTICE_MARK);
}

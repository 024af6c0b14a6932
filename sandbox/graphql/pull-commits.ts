/** The commits a pull request brings. */
import { commitsBetween } from "../git/history.js";
import type { Commit } from "../git/objects.js";
import type { PullThread } from "../state/thread.js";

export function commitsOf(thread: PullThread): readonly Commit[] {
  return commitsBetween(thread.repo.objects, thread.pull.baseSha, thread.pull.head.sha);
}

/** Threads: issues and pull requests, which on GitHub are one thing with one series of numbers. */
import type { Comment, PullThread, ReactionContent, Thread } from "./records.js";

export type {
  Comment,
  ReviewThread,
  TimelineChange,
  TimelineEvent,
  Label,
  Pull,
  PullThread,
  Reaction,
  ReactionContent,
  ReviewComment,
  Review,
  OwningTeam,
  Thread,
} from "./records.js";

export const REACTIONS: readonly ReactionContent[] = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];

export function isPull(thread: Thread): thread is PullThread {
  return thread.pull !== null;
}

/** The comments that are still there, in order. */
export function commentsOf(thread: Thread): readonly Comment[] {
  return thread.timeline.flatMap((one) => (one.kind === "commented" && !one.comment.deleted ? [one.comment] : []));
}

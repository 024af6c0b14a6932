/** GraphQL's comment → the snapshot's. */
import { sameLogin } from "../../../desk/facts/person.js";
import type { Comment, OwnReaction } from "../../../desk/facts/snapshot.js";
import { readInstant } from "../../../desk/time/zone.js";
import { readMark } from "../../marker.js";
import type { CommentShape, RemarkShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { unixLines } from "./unix-lines.js";

/** Anybody may write our mark; it counts only in what the app wrote. */
export function translateComment(comment: CommentShape, app: string): Comment {
  const by = translateActor(comment.author);
  const body = unixLines(comment.body);
  const marked = by?.bot && sameLogin(by.login, app) ? readMark(body) : null;
  return {
    id: Number(comment.fullDatabaseId),
    node: comment.id,
    by,
    at: readInstant(comment.createdAt),
    editedAt: comment.lastEditedAt === null ? null : readInstant(comment.lastEditedAt),
    body: marked?.body ?? body,
    mark: marked?.mark ?? null,
    reactions: ownReactions(comment),
  };
}

export function ownReactions({ reactionGroups }: Pick<CommentShape, "reactionGroups">): readonly OwnReaction[] {
  return (reactionGroups ?? []).flatMap(({ content, viewerHasReacted }) => (viewerHasReacted ? (REACTIONS[content] ?? []) : []));
}

/** The comments among what was said, oldest first. */
export function translateComments(remarks: readonly RemarkShape[], app: string): readonly Comment[] {
  return remarks.flatMap((one) => (one.__typename === "IssueComment" ? [translateComment(one, app)] : []));
}

const REACTIONS: Readonly<Record<string, OwnReaction>> = { THUMBS_UP: "+1", EYES: "eyes", CONFUSED: "confused" };

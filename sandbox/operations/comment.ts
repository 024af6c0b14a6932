/** Comments and reactions: said, edited, deleted. */
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import { invalid } from "../state/refusal.js";
import type { Comment, Reaction, ReactionContent, Thread } from "../state/thread.js";
import { happens, stamp, type World } from "../state/world.js";
import { tellComment } from "./news.js";
import { checkBody } from "./thread.js";

export function addComment(world: World, by: Account, thread: Thread, body: string): Comment {
  if (body.trim() === "") throw invalid("IssueComment", "body", "body can't be blank", "missing_field");
  checkBody("IssueComment", body);
  const id = world.numbering.next();
  const at = stamp(world);
  const comment: Comment = {
    id,
    nodeId: nodeId("IC", id),
    thread,
    author: by,
    body,
    createdAt: at,
    updatedAt: at,
    lastEditedAt: null,
    reactions: [],
    viaApp: by === world.app.bot,
    deleted: false,
  };
  world.comments.set(id, comment);
  world.nodes.set(comment.nodeId, { kind: "comment", comment });
  happens(world, thread, by, { kind: "commented", comment });
  tellComment(world, comment, "created", by);
  return comment;
}

/** Says nothing when the text is the same. */
export function editComment(world: World, by: Account, comment: Comment, body: string): void {
  checkBody("IssueComment", body);
  if (body === comment.body) return;
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = stamp(world);
  comment.lastEditedAt = comment.updatedAt;
  comment.thread.updatedAt = comment.updatedAt;
  tellComment(world, comment, "edited", by, () => ({ changes: { body: { from } } }));
}

export function deleteComment(world: World, by: Account, comment: Comment): void {
  comment.deleted = true;
  world.comments.delete(comment.id);
  world.nodes.delete(comment.nodeId);
  comment.thread.updatedAt = stamp(world);
  tellComment(world, comment, "deleted", by);
}

/** One of each kind from each person: the second time gives the first one back. GitHub sends no webhook for reactions. */
export function react(
  world: World,
  by: Account,
  to: { readonly reactions: Reaction[] },
  content: ReactionContent,
): { readonly reaction: Reaction; readonly fresh: boolean } {
  const known = to.reactions.find((one) => one.by === by && one.content === content);
  if (known) return { reaction: known, fresh: false };
  const id = world.numbering.next();
  const reaction: Reaction = { id, nodeId: nodeId("REA", id), content, by, at: stamp(world) };
  to.reactions.push(reaction);
  return { reaction, fresh: true };
}

/** Answers: a reaction to every comment with commands, and words where there is something to say. */
import type { Answer } from "../commands/answer.js";
import { replyMark, withHad } from "../commands/reply-mark.js";
import type { React, Reply } from "../effect.js";
import { reactionTo, writeReply, type ReplyFacts } from "../words/replies/replies.js";

/** `spoken` holds the marks of all that the app has written in conversations, without what they tell of slots. */
export function wantAnswer(answer: Answer, spoken: ReadonlySet<string>, facts: ReplyFacts): readonly (React | Reply)[] {
  const { comment, issue } = answer;
  const isSpoken = spoken.has(replyMark(comment));
  const mark = withHad(replyMark(comment), answer.had);
  const reaction = reactionTo(answer, facts);
  // What once went well and would not now – the plan file has changed since – is not brought up again.
  if (reaction === "confused" && comment.reactions.includes("+1") && (isSpoken || comment.editedAt === null)) return [];
  // A dry run that has not been worked out yet is answered by a later look.
  if (!isSpoken && answer.lines.some((line) => line.kind === "dry run" && !facts.dryRun(line))) return [];
  const reactions: React[] = comment.reactions.includes(reaction)
    ? []
    : [{ kind: "react", issue, comment: { id: comment.id, node: comment.node, ...(comment.in && { in: comment.in }) }, reaction }];
  // Who is away, or not asked, when somebody is named is told then, and not weeks later to whoever named them long before.
  const lines = reactions.length > 0 ? answer.lines : answer.lines.filter(({ kind }) => kind !== "named" && kind !== "taken off");
  const body = isSpoken ? null : writeReply({ ...answer, lines }, facts);
  if (body === null) return reactions;
  const reply = { kind: "reply", issue, ...(comment.in?.kind === "line" && { thread: comment.in.thread }), mark, body } as const;
  // The reaction says that a `/fix` is over or a `/cc` answered, so it comes last: a crash in between must not swallow the words.
  const isTold = answer.lines.some(({ kind }) => kind === "fixed" || kind === "cannot fix" || kind === "named" || kind === "taken off");
  return isTold ? [reply, ...reactions] : [...reactions, reply];
}

/** Answers: a reaction to every comment with commands, and words where there is something to say. */
import { createHash } from "node:crypto";
import { readCommands } from "../command.js";
import type { Answer } from "../decisions.js";
import type { React, Reply } from "../effect.js";
import type { Comment } from "../snapshot.js";
import { reactionTo, writeReply, type ReplyFacts } from "../words/replies.js";

/** `spoken` holds the marks of all that the app has written in that conversation. */
export function wantAnswer(answer: Answer, spoken: ReadonlySet<string>, facts: ReplyFacts): readonly (React | Reply)[] {
  const { comment, issue } = answer;
  const reaction = reactionTo(answer);
  const reactions: React[] = comment.reactions.includes(reaction)
    ? []
    : [{ kind: "react", issue, comment: { id: comment.id, node: comment.node }, reaction }];
  const mark = replyMark(comment);
  const body = spoken.has(mark) ? null : writeReply(answer, facts);
  return body === null ? reactions : [...reactions, { kind: "reply", issue, mark, body }];
}

/** One reply to a comment as it stands; when its commands are edited, another. */
function replyMark(comment: Comment): string {
  const commands = readCommands(comment.body).map(({ word, rest }) => [word, rest]);
  return `reply/${comment.id}/${createHash("sha256").update(JSON.stringify(commands)).digest("hex").slice(0, 8)}`;
}

/** The mark of a reply: one answer to a comment as it stands, and another when its commands are edited. */
import { createHash } from "node:crypto";
import { readCommands } from "./command.js";
import type { Comment } from "./snapshot.js";

export function replyMark({ id, body }: Pick<Comment, "id" | "body">): string {
  const commands = readCommands(body).map(({ word, rest }) => [word, rest]);
  return `reply/${id}/${createHash("sha256").update(JSON.stringify(commands)).digest("hex").slice(0, 8)}`;
}

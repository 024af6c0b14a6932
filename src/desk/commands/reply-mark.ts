/** The mark of a reply: one answer to a comment as it stands, with what was so when it was taken in. */
import { createHash } from "node:crypto";
import type { Comment } from "../facts/snapshot.js";
import { placeOfWords } from "../facts/spoken.js";
import type { Instant } from "../time/zone.js";
import type { Had } from "./had.js";
import { readCommands } from "./read-commands.js";

/** The same for as long as the comment's commands are; when they are edited, there is another answer. */
export function replyMark({ body, ...said }: Pick<Comment, "id" | "in" | "body">): string {
  const commands = readCommands(body).map(({ word, rest }) => [word, rest]);
  return `reply/${placeOfWords(said)}/${createHash("sha256").update(JSON.stringify(commands)).digest("hex").slice(0, 8)}`;
}

/** `mark`, telling that besides: GitHub keeps it, whatever clocks and ledgers do afterwards. */
export function withHad(mark: string, had: Had): string {
  return had.size === 0 ? mark : `${mark}/${[...had].map(([place, slot]) => `${place}=${slot}`).join(",")}`;
}

/** Without what it tells besides. */
export function withoutHad(mark: string): string {
  return mark.split("/").slice(0, 3).join("/");
}

/** What the replies among these comments tell, by the mark without it. */
export function readHad(comments: readonly Comment[]): ReadonlyMap<string, Had> {
  const replies = comments.flatMap(({ mark }) => (mark?.startsWith("reply/") ? [mark] : []));
  return new Map(
    replies.map((mark) => {
      const told = mark.slice(withoutHad(mark).length + 1).matchAll(/(\d+\.\d|said)=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)/gu);
      return [withoutHad(mark), new Map([...told].map(([, place = "", slot = ""]) => [place, slot as Instant]))];
    }),
  );
}

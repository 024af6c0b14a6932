/** The facts as they would be if somebody had said what they try with `/dry-run`. */
import { withLine } from "../comments/spoken-words.js";
import type { Comment, Snapshot } from "../facts/snapshot.js";
import type { DryRunAsked } from "./answer.js";
import { readCommands } from "./read-commands.js";

export function asIfSaid(facts: Snapshot, { comment, line, command }: DryRunAsked): Snapshot {
  const say = (one: Comment): Comment => {
    const at = one.id === comment ? readCommands(one.body)[line]?.at : undefined;
    return at === undefined ? one : { ...one, body: withLine(one.body, at, command) };
  };
  const heard = <Place extends { readonly comments: readonly Comment[] }>(place: Place): Place => ({
    ...place,
    comments: place.comments.map(say),
  });
  return { ...facts, open: facts.open.map(heard), boards: facts.boards.map(heard) };
}

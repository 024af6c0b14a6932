/** The facts as they would be if somebody had said what they try with `/dry-run`. */
import { withLine } from "../comments/spoken-words.js";
import type { Comment, PullRequest, Snapshot } from "../facts/snapshot.js";
import { placeOfWords } from "../facts/spoken.js";
import type { DryRunAsked } from "./answer.js";
import { readCommands } from "./read-commands.js";

export function asIfSaid(facts: Snapshot, { comment, line, command }: DryRunAsked): Snapshot {
  const say = <Said extends Pick<Comment, "id" | "in" | "body">>(one: Said, place = placeOfWords(one)): Said => {
    const at = place === comment ? readCommands(one.body)[line]?.at : undefined;
    return at === undefined ? one : { ...one, body: withLine(one.body, at, command) };
  };
  const sayOn = (pull: PullRequest): PullRequest => {
    const { number: id, body } = pull;
    return {
      ...pull,
      body: say({ id, body, in: { kind: "description" } }).body,
      comments: pull.comments.map((one) => say(one)),
      reviews: pull.reviews.map((one) => say(one, placeOfWords({ ...one, in: { kind: "review" } }))),
      ...(pull.description && { description: say(pull.description) }),
      ...(pull.threads && { threads: pull.threads.map((thread) => ({ ...thread, comments: thread.comments.map((one) => say(one)) })) }),
    };
  };
  return {
    ...facts,
    open: facts.open.map(sayOn),
    boards: facts.boards.map((board) => ({ ...board, comments: board.comments.map((one) => say(one)) })),
  };
}

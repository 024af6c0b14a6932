/** What people had said when a repository was read, so that a merge can tell whether somebody has spoken since. */
import type { Overview } from "../overview.js";
import { nodesOf, type CommentShape, type RemarkShape, type ReviewShape } from "../shapes.js";
import { botLogin } from "../translate-actor.js";

/** A comment or a review, as far as it tells whether it was heard. */
export type Spoken =
  | Pick<CommentShape, "__typename" | "id" | "author" | "lastEditedAt">
  | Pick<ReviewShape, "__typename" | "id" | "author" | "lastEditedAt" | "state">;

/** Changes when it is edited or dismissed. */
export function heardKey(spoken: Spoken): string {
  return [spoken.id, spoken.lastEditedAt ?? "", "state" in spoken ? spoken.state : ""].join(" ");
}

export function isByApp({ author }: Pick<Spoken, "author">, app: string): boolean {
  return author?.__typename === "Bot" && botLogin(author.login) === app;
}

/** On open pull requests and on boards, descriptions too. */
export function heardIn({ open, repository }: Overview): ReadonlySet<string> {
  const words: readonly RemarkShape[] = [
    ...open.flatMap(({ timelineItems }) => nodesOf(timelineItems)),
    ...nodesOf(repository.boards).flatMap(({ comments }) => nodesOf(comments)),
  ];
  const descriptions = open.map(({ id, lastEditedAt }) => [id, lastEditedAt ?? ""].join(" "));
  return new Set([
    ...descriptions,
    ...words.flatMap((one) => (one.__typename === "IssueComment" || one.__typename === "PullRequestReview" ? [heardKey(one)] : [])),
  ]);
}

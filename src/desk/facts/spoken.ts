/** All that is said on a pull request, wherever people say it: in its description, in the conversation, in the words of reviews, and on lines. */
import type { Comment, PullRequest, Review } from "./snapshot.js";

export function spokenOn(pull: PullRequest): readonly Comment[] {
  const said = [
    pull.description ?? describedIn(pull),
    ...pull.comments,
    ...pull.reviews.map(wordsOfReview),
    ...(pull.threads ?? []).flatMap(({ comments }) => comments),
  ];
  return said.filter(({ body, mark }) => body !== "" || mark !== null).sort(bySaid);
}

/** In the order in which it was said: GitHub's times are of whole seconds, and ids count up. Only where each kind counts by itself the place decides. */
export function bySaid(a: Said, b: Said): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id - b.id || (placeOfWords(a) < placeOfWords(b) ? -1 : 1);
}

type Said = Pick<Comment, "at" | "id" | "in">;

/** Where words stand, the same for as long as they do: GitHub counts comments, reviews and comments on lines each by themselves. */
export function placeOfWords({ id, in: where }: Pick<Comment, "id" | "in">): string {
  return where ? `${where.kind}-${id}` : `${id}`;
}

function describedIn({ number, openedBy, openedAt, body }: PullRequest): Comment {
  const said = { at: openedAt, editedAt: null, body, mark: null, reactions: [] };
  return { id: number, node: "", by: openedBy, ...said, in: { kind: "description" } };
}

function wordsOfReview({ id, node = "", by, saidBy, at, editedAt = null, body, mark, reactions = [], named }: Review): Comment {
  return { id, node, by: saidBy ?? by, at, editedAt, body, mark, reactions, ...(named && { named }), in: { kind: "review" } };
}

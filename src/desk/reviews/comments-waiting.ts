/** Reviews that only comment: by somebody who was asked they are an answer, and the turn is the byline's until they reply or push. */
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Comment, PullRequest, Review } from "../facts/snapshot.js";
import { bySaid, spokenOn } from "../facts/spoken.js";
import type { ReviewVerdict } from "./verdict-of.js";

interface CommentsWaiting {
  /** Logins of those whose comments wait for an answer. */
  readonly unanswered: readonly string[];
  /** Logins of those whose comments have one, and who are to be asked again. */
  readonly replied: readonly string[];
}

/** `byline` are logins of those who sign what it brings. Whoever has given a verdict that counts is waited for by that. */
export function commentsWaiting(pull: PullRequest, byline: readonly string[], verdict: ReviewVerdict): CommentsWaiting {
  const writers = [...byline, ...(pull.openedBy ? [pull.openedBy.login] : [])];
  const settled = [...verdict.approvedBy, ...verdict.requestsChanges, ...verdict.answered, ...verdict.writers, ...writers];
  const waiting = (pull.wereAsked ?? []).flatMap(({ login, at }) => {
    const last = pull.reviews.toSorted(bySaid).findLast(({ by, says }) => by && sameLogin(by.login, login) && says !== "dismissed");
    const isAskedNow = pull.requested.some((one) => sameLogin(one.login, login));
    const isDone = last?.says !== "comments" || last.at < at || isAskedNow || includesLogin(settled, login);
    return isDone ? [] : [{ login, review: last }];
  });
  if (waiting.length === 0) return { unanswered: [], replied: [] };
  const replies = spokenOn(pull).filter((said) => isReply(said, writers));
  const isReplied = ({ review }: (typeof waiting)[number]) =>
    saysCommandsOnly(pull, review) ||
    (review.head !== null && review.head !== pull.head.sha) ||
    replies.some((said) => bySaid(review, said) < 0) ||
    allClosed(pull, review);
  return {
    unanswered: waiting.filter((one) => !isReplied(one)).map(({ login }) => login),
    replied: waiting.filter(isReplied).map(({ login }) => login),
  };
}

/** More than commands: `/snooze 2d` answers nobody. */
function isReply({ by, body, in: where }: Comment, writers: readonly string[]): boolean {
  if (!by || by.bot || where?.kind === "description" || !includesLogin(writers, by.login)) return false;
  return saysMore(body);
}

/** Whoever says `/lgtm` or `/hold` in a review has asked nothing that anybody could answer. */
function saysCommandsOnly({ threads = [] }: PullRequest, { id, body }: Review): boolean {
  const lines = threads.flatMap(({ comments }) => comments.filter((one) => one.in?.kind === "line" && one.in.review === id));
  const said = [body, ...lines.map((one) => one.body)].filter((text) => text.trim() !== "");
  return said.length > 0 && !said.some(saysMore);
}

function saysMore(body: string): boolean {
  return body.split("\n").some((line) => line.trim() !== "" && !line.trimStart().startsWith("/"));
}

/** It says nothing but on lines, and every one of these conversations has been closed. */
function allClosed({ threads = [] }: PullRequest, { id, body }: Review): boolean {
  const begun = threads.filter(({ comments }) => comments.some((one) => one.in?.kind === "line" && one.in.review === id));
  return body.trim() === "" && begun.length > 0 && begun.every(({ resolved }) => resolved);
}

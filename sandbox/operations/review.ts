/** Reviews: asked for, given, dismissed. */
import { userShape } from "../shapes/user.js";
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import { invalid, notFound, Refusal } from "../state/refusal.js";
import { fullName, roleOf } from "../state/repo.js";
import { isPull, type PullThread, type Review, type ReviewComment, type ReviewThread } from "../state/thread.js";
import { happens, stamp, type World } from "../state/world.js";
import { tellPull, tellReview } from "./news.js";
import { addReviewComment, beginReviewThread, commentPlaceOf, tellReviewComments, type NewReviewComment } from "./review-thread.js";
import { checkBody } from "./thread.js";

const MOST_REVIEWERS = 15;

/** All or nobody: one that GitHub refuses refuses them all. Asking again somebody who is asked already does nothing. */
export function requestReviews(world: World, by: Account, thread: PullThread, logins: readonly string[]): void {
  const people = logins.map((login) => requestable(world, thread, login));
  const fresh = people.filter((person) => !thread.pull.requested.includes(person));
  if (thread.pull.requested.length + fresh.length > MOST_REVIEWERS) {
    throw new Refusal(422, `A pull request can only have ${MOST_REVIEWERS} reviewers requested.`);
  }
  for (const person of fresh) {
    if (world.trouble.overlooksReviewer(person.login)) continue;
    thread.pull.requested.push(person);
    happens(world, thread, by, { kind: "asked", person });
    tellPull(world, thread, "review_requested", by, () => ({ requested_reviewer: userShape(world, person) }));
  }
}

export function withdrawRequests(world: World, by: Account, thread: PullThread, logins: readonly string[]): void {
  for (const login of logins) {
    const at = thread.pull.requested.findIndex((person) => person.login.toLowerCase() === login.toLowerCase());
    const [person] = at >= 0 ? thread.pull.requested.splice(at, 1) : [];
    if (!person) continue;
    happens(world, thread, by, { kind: "unasked", person });
    tellPull(world, thread, "review_request_removed", by, () => ({ requested_reviewer: userShape(world, person) }));
  }
}

interface NewReview {
  readonly event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT";
  readonly body: string;
  /** The head, unless an older commit is named. */
  readonly commit?: string | undefined;
  readonly comments?: readonly NewReviewComment[] | undefined;
}

const STATES = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const;

/** Gives a review of the head as it is now, and answers the request for it if there was one. */
export function giveReview(world: World, by: Account, thread: PullThread, wanted: NewReview): Review {
  if (by === thread.author && wanted.event !== "COMMENT") {
    const what = wanted.event === "APPROVE" ? "approve" : "request changes on";
    throw new Refusal(422, "Unprocessable Entity", { errors: [`Can not ${what} your own pull request`] });
  }
  const comments = wanted.comments ?? [];
  if (wanted.event !== "APPROVE" && wanted.body.trim() === "" && comments.length === 0) {
    throw new Refusal(422, "Unprocessable Entity", { errors: ["Body can't be blank"] });
  }
  checkBody("PullRequestReview", wanted.body);
  const places = comments.map((comment) => commentPlaceOf(thread, wanted.commit ?? thread.pull.head.sha, comment));
  return submitReview(world, by, thread, wanted, (review) => {
    for (const [at, place] of places.entries()) beginReviewThread(world, review, place, comments[at]?.body ?? "");
  });
}

/** An answer in a conversation on lines: on GitHub that is a review of its own, which says nothing besides. */
export function replyInReviewThread(world: World, by: Account, reviewThread: ReviewThread, body: string): ReviewComment {
  const { thread } = reviewThread;
  if (!isPull(thread)) throw notFound();
  let reply: ReviewComment | undefined;
  submitReview(world, by, thread, { event: "COMMENT", body: "" }, (review) => {
    reply = addReviewComment(world, review, reviewThread, body);
  });
  if (!reply) throw notFound();
  return reply;
}

function submitReview(world: World, by: Account, thread: PullThread, wanted: NewReview, remark: (review: Review) => void): Review {
  const id = world.numbering.next();
  const at = stamp(world);
  const review: Review = {
    id,
    nodeId: nodeId("PRR", id),
    thread,
    author: by,
    state: STATES[wanted.event],
    body: wanted.body,
    commit: wanted.commit ?? thread.pull.head.sha,
    submittedAt: at,
    updatedAt: at,
    lastEditedAt: null,
    reactions: [],
  };
  thread.pull.reviews.push(review);
  world.nodes.set(review.nodeId, { kind: "review", review });
  remark(review);
  // GitHub takes the request back in silence: no webhook says so.
  const asked = thread.pull.requested.indexOf(by);
  if (asked >= 0) thread.pull.requested.splice(asked, 1);
  // Any member answers for a team.
  const team = thread.pull.requestedTeams.findIndex(({ members }) => members.includes(by));
  if (team >= 0) thread.pull.requestedTeams.splice(team, 1);
  happens(world, thread, by, { kind: "reviewed", review });
  tellReview(world, thread, review, "submitted", by);
  tellReviewComments(world, thread, review, by);
  return review;
}

export function editReview(world: World, by: Account, thread: PullThread, review: Review, body: string): void {
  checkBody("PullRequestReview", body);
  const from = review.body;
  if (body === from) return;
  review.body = body;
  review.updatedAt = stamp(world);
  review.lastEditedAt = review.updatedAt;
  tellReview(world, thread, review, "edited", by, () => ({ changes: { body: { from } } }));
}

export function dismissReview(world: World, by: Account, thread: PullThread, review: Review, message: string | null): void {
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw new Refusal(422, "Can not dismiss a commented pull request review");
  }
  const was = review.state;
  review.state = "DISMISSED";
  review.updatedAt = stamp(world);
  happens(world, thread, by, { kind: "dismissed", review, was, message });
  tellReview(world, thread, review, "dismissed", by);
}

/** Throws GitHub's 422 for the opener, for strangers and for those it was told to refuse. */
function requestable(world: World, thread: PullThread, login: string): Account {
  const person = world.people.find(login);
  if (person && person === thread.author) throw new Refusal(422, "Review cannot be requested from pull request author.");
  if (person?.kind !== "User" || roleOf(thread.repo, person) === null || world.trouble.refusesReviewer(login)) {
    throw new Refusal(
      422,
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${fullName(thread.repo)} repository.`,
    );
  }
  return person;
}

/** GitHub's word for a review that is asked for by an unknown word. */
export function unknownVerdict(word: string): Refusal {
  return invalid("PullRequestReview", "event", `Unexpected \`${word}\`, expected APPROVE, REQUEST_CHANGES or COMMENT`, "invalid");
}

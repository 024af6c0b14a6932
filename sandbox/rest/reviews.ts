/** Reviews: https://docs.github.com/en/rest/pulls/reviews */
import { commitAt } from "../git/object-store.js";
import { toRead, toWrite } from "../http/access.js";
import { deleteReviewComment, editReviewComment, reviewCommentsOf, type NewReviewComment } from "../operations/review-thread.js";
import { dismissReview, editReview, giveReview, replyInReviewThread, unknownVerdict } from "../operations/review.js";
import { reviewShape } from "../shapes/pull-request.js";
import { reviewCommentShape } from "../shapes/review-comment.js";
import { notFound, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import type { Review } from "../state/thread.js";
import { objects, oneOf, optionalNumber, optionalText, text } from "./body.js";
import { actor, created, NO_CONTENT, numberParam, ok, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { paged } from "./paging.js";
import { pullIn } from "./pulls.js";
import { reviewCommentIn } from "./thread-param.js";

const ALL = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";

const ONE_COMMENT = "/repos/{owner}/{repo}/pulls/comments/{comment_id}";

export const reviews: readonly Endpoint[] = [
  repoEndpoint(`GET ${ALL}`, toRead("pull_requests"), (call, repo) => {
    const thread = pullIn(call, repo);
    return paged(call, `/repos/${fullName(repo)}/pulls/${thread.number}/reviews`, thread.pull.reviews, (review) =>
      reviewShape(call.world, review),
    );
  }),
  repoEndpoint(`POST ${ALL}`, toWrite("pull_requests", null), createReview),
  repoEndpoint(`GET ${ALL}/{review_id}`, toRead("pull_requests"), (call, repo) => ok(reviewShape(call.world, reviewIn(call, repo)))),
  repoEndpoint(`GET ${ALL}/{review_id}/comments`, toRead("pull_requests"), (call, repo) => {
    const thread = pullIn(call, repo);
    const review = reviewIn(call, repo);
    const path = `/repos/${fullName(repo)}/pulls/${thread.number}/reviews/${review.id}/comments`;
    return paged(call, path, reviewCommentsOf(thread, review), (comment) => reviewCommentShape(call.world, comment));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", toRead("pull_requests"), (call, repo) => {
    const thread = pullIn(call, repo);
    const comments = thread.pull.reviewThreads.flatMap((reviewThread) => reviewThread.comments);
    return paged(call, `/repos/${fullName(repo)}/pulls/${thread.number}/comments`, comments, (comment) =>
      reviewCommentShape(call.world, comment),
    );
  }),
  repoEndpoint(
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
    toWrite("pull_requests", null),
    (call, repo) => {
      const thread = pullIn(call, repo);
      const to = reviewCommentIn(call, repo);
      // https://docs.github.com/rest/pulls/comments#create-a-reply-for-a-review-comment: replies to replies are not supported.
      if (to.reviewThread.thread !== thread || to.reviewThread.comments[0] !== to) throw notFound();
      return created(
        reviewCommentShape(call.world, replyInReviewThread(call.world, actor(call), to.reviewThread, text(call.body, "body"))),
      );
    },
  ),
  repoEndpoint(`GET ${ONE_COMMENT}`, toRead("pull_requests"), (call, repo) =>
    ok(reviewCommentShape(call.world, reviewCommentIn(call, repo))),
  ),
  repoEndpoint(`PATCH ${ONE_COMMENT}`, toWrite("pull_requests", null), (call, repo) => {
    const comment = reviewCommentIn(call, repo);
    editReviewComment(call.world, actor(call), comment, text(call.body, "body"));
    return ok(reviewCommentShape(call.world, comment));
  }),
  repoEndpoint(`DELETE ${ONE_COMMENT}`, toWrite("pull_requests", null), (call, repo) => {
    deleteReviewComment(call.world, actor(call), reviewCommentIn(call, repo));
    return NO_CONTENT;
  }),
  repoEndpoint(`PUT ${ALL}/{review_id}`, toWrite("pull_requests", null), (call, repo) => {
    const review = reviewIn(call, repo);
    editReview(call.world, actor(call), pullIn(call, repo), review, text(call.body, "body"));
    return ok(reviewShape(call.world, review));
  }),
  repoEndpoint(`PUT ${ALL}/{review_id}/dismissals`, toWrite("pull_requests", "write"), (call, repo) => {
    const review = reviewIn(call, repo);
    dismissReview(call.world, actor(call), pullIn(call, repo), review, text(call.body, "message"));
    return ok(reviewShape(call.world, review));
  }),
];

function createReview(call: Call, repo: Repo): RestAnswer {
  const thread = pullIn(call, repo);
  const event = optionalText(call.body, "event");
  if (event === undefined)
    throw new Refusal(
      422,
      "Unexpected review without `event`: the sandbox keeps no pending reviews, expected APPROVE, REQUEST_CHANGES or COMMENT",
    );
  if (event !== "APPROVE" && event !== "REQUEST_CHANGES" && event !== "COMMENT") throw unknownVerdict(event);
  const commit = optionalText(call.body, "commit_id");
  if (commit !== undefined && !commitAt(repo.objects, commit))
    throw new Refusal(422, "Unprocessable Entity", { errors: ["Commit is not part of the pull request"] });
  const comments = objects(call.body, "comments").map(newCommentIn);
  const review = giveReview(call.world, actor(call), thread, { event, body: optionalText(call.body, "body") ?? "", commit, comments });
  return ok(reviewShape(call.world, review));
}

function newCommentIn(given: Readonly<Record<string, unknown>>): NewReviewComment {
  if (given.position !== undefined) {
    throw new Refusal(422, "Unexpected `position` in a comment: GitHub is phasing it out, expected `line` and `side`");
  }
  return {
    path: text(given, "path"),
    body: text(given, "body"),
    side: oneOf(optionalText(given, "side") ?? "RIGHT", ["LEFT", "RIGHT"], "side"),
    line: optionalNumber(given, "line") ?? null,
    startLine: optionalNumber(given, "start_line") ?? null,
  };
}

function reviewIn(call: Call, repo: Repo): Review {
  const id = numberParam(call, "review_id");
  const found = pullIn(call, repo).pull.reviews.find((review) => review.id === id);
  if (!found) throw notFound();
  return found;
}

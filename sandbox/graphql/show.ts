/** Ties together how each kind of thing is shown. */
import { checkFields, suiteFields } from "./check.js";
import { commentFields, labelFields } from "./comment.js";
import { commitFields } from "./git-object.js";
import { personFields } from "./person.js";
import { pullFields } from "./pull-request.js";
import { repoFields } from "./repository.js";
import { reviewThreadFields } from "./review-thread.js";
import { reviewFields } from "./review.js";
import { issueFields } from "./thread.js";
import type { Show } from "./view.js";

export const show: Show = {
  person: personFields,
  repo: repoFields,
  thread: issueFields,
  pull: pullFields,
  comment: commentFields,
  review: reviewFields,
  reviewThread: reviewThreadFields,
  label: labelFields,
  commit: commitFields,
  check: checkFields,
  suite: suiteFields,
};

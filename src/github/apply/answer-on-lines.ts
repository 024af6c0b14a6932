/** Answers in a conversation on lines, where whoever said the command reads them. */
import type { Outcome } from "../outcome.js";
import { readMark } from "../marker.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";
import { untilShown } from "./until-shown.js";

interface LineAnswer {
  readonly issue: number;
  /** The first comment there. */
  readonly thread: number;
  readonly mark: string;
  /** With the mark. */
  readonly body: string;
}

/** https://docs.github.com/rest/pulls/comments#create-a-reply-for-a-review-comment: to the first comment of a conversation alone. */
export async function answerOnLines(target: Target, { issue, thread, mark, body }: LineAnswer, isDoubtful: boolean): Promise<Outcome> {
  const { client, owner, name: repo } = target;
  if (isDoubtful) {
    if (await isMade(target, issue, mark)) return DONE;
    const waits = await untilShown(target, mark);
    if (waits) return waits;
  }
  await client.rest.pulls.createReplyForReviewComment({ owner, repo, pull_number: issue, comment_id: thread, body });
  return DONE;
}

async function isMade({ client, owner, name: repo, app }: Target, pull: number, mark: string): Promise<boolean> {
  const pages = client.paginate.iterator(client.rest.pulls.listReviewComments, { owner, repo, pull_number: pull, per_page: 100 });
  for await (const { data } of pages) {
    if (data.some(({ user, body }) => user.login === app && readMark(body)?.mark === mark)) return true;
  }
  return false;
}

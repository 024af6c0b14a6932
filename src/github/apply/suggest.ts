/** Suggestions: one review with a comment on each place, as GitHub's button for taking them over wants it. */
import { keyOf, type Suggest } from "../../desk/effect.js";
import { COMMENT_LIMIT, fit } from "../fit.js";
import { readMark, withMark } from "../marker.js";
import type { Outcome } from "../outcome.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";
import { untilShown } from "./until-shown.js";

/** https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request: all of it or, for one line that is not in the difference, nothing. */
export async function suggest(target: Target, effect: Suggest, isDoubtful: boolean): Promise<Outcome> {
  const { client, owner, name } = target;
  if (isDoubtful) {
    if (await isMade(target, effect)) return DONE;
    const waits = await untilShown(target, keyOf(effect));
    if (waits) return waits;
  }
  await client.rest.pulls.createReview({
    owner,
    repo: name,
    pull_number: effect.pull,
    commit_id: effect.head,
    event: "COMMENT",
    body: fit(withMark(effect.mark, effect.body), COMMENT_LIMIT),
    comments: effect.comments.map(({ path, startLine, line, mark, body }) => ({
      path,
      line,
      side: "RIGHT",
      ...(startLine !== null && startLine < line ? { start_line: startLine, start_side: "RIGHT" } : {}),
      body: withMark(mark, body),
    })),
  });
  return DONE;
}

async function isMade({ client, owner, name, app }: Target, { pull, mark }: Suggest): Promise<boolean> {
  for await (const { data } of client.paginate.iterator(client.rest.pulls.listReviews, {
    owner,
    repo: name,
    pull_number: pull,
    per_page: 100,
  })) {
    if (data.some(({ user, body }) => user?.login === app && readMark(body)?.mark === mark)) return true;
  }
  return false;
}

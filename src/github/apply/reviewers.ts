/** Asking people for a review, and taking it back. */
import type { RequestReviews, WithdrawRequests } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

/** One request for all. GitHub refuses all for the sake of one, so then each is asked alone, and those it will not have are named. */
export async function askReviewers(target: Target, { pull, logins }: RequestReviews): Promise<Outcome> {
  const whole = await tryToAsk(target, pull, logins);
  if (whole === null) return DONE;
  if (logins.length <= 1) return refusal(logins, whole);
  const refused: string[] = [];
  let words = whole;
  for (const login of logins) {
    const why = await tryToAsk(target, pull, [login]);
    if (why === null) continue;
    refused.push(login);
    words = why;
  }
  return refused.length === 0 ? DONE : refusal(refused, words);
}

export async function withdrawReviewers({ client, owner, name }: Target, { pull, logins }: WithdrawRequests): Promise<Outcome> {
  await client.rest.pulls.removeRequestedReviewers({ owner, repo: name, pull_number: pull, reviewers: [...logins] });
  return DONE;
}

/** Null when it went well; GitHub's words when it will not have them (422). Anything else rejects. */
async function tryToAsk({ client, owner, name, now }: Target, pull: number, logins: readonly string[]): Promise<string | null> {
  try {
    await client.rest.pulls.requestReviewers({ owner, repo: name, pull_number: pull, reviewers: [...logins] });
    return null;
  } catch (error) {
    const failure = failureOf(error, now());
    if (failure.kind !== "refused" || failure.status !== 422) throw error;
    return failure.why;
  }
}

function refusal(logins: readonly string[], words: string): Outcome {
  return {
    kind: "refused",
    why: `GitHub does not accept ${logins.join(" and ")} as ${logins.length === 1 ? "a reviewer" : "reviewers"}: ${words}`,
  };
}

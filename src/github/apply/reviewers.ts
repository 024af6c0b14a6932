/** Asking people for a review, and taking it back. */
import type { RequestReviews, WithdrawRequests } from "../../desk/effect.js";
import { sameLogin } from "../../desk/facts/person.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

/** One request for all. GitHub refuses all for the sake of one, so then each is asked alone, and those it will not have are named. */
export async function askReviewers(target: Target, { pull, logins }: RequestReviews): Promise<Outcome> {
  const whole = await tryToAsk(target, pull, logins);
  if (whole.why === null) return refusal(whole.missing, NOBODY_ADDED);
  if (logins.length <= 1) return refusal(logins, whole.why);
  const refused: string[] = [];
  let words = whole.why;
  for (const login of logins) {
    const { missing, why } = await tryToAsk(target, pull, [login]);
    if (missing.length === 0) continue;
    refused.push(login);
    words = why ?? NOBODY_ADDED;
  }
  return refusal(refused, words);
}

export async function withdrawReviewers({ client, owner, name }: Target, { pull, logins }: WithdrawRequests): Promise<Outcome> {
  await client.rest.pulls.removeRequestedReviewers({ owner, repo: name, pull_number: pull, reviewers: [...logins] });
  return DONE;
}

/** What GitHub leaves unsaid of bots, and of a second reviewer in private repositories of free plans: it answers 201, and adds nobody. */
const NOBODY_ADDED = "it accepts the request, but adds nobody";

/** Those who are not asked now, and GitHub's words when it will not have them (422); null when it has no word for it. Anything else rejects. */
async function tryToAsk(
  { client, owner, name, now }: Target,
  pull: number,
  logins: readonly string[],
): Promise<{ readonly missing: readonly string[]; readonly why: string | null }> {
  try {
    const { data } = await client.rest.pulls.requestReviewers({ owner, repo: name, pull_number: pull, reviewers: [...logins] });
    const asked = (data.requested_reviewers ?? []).map(({ login }) => login);
    return { missing: logins.filter((login) => !asked.some((one) => sameLogin(one, login))), why: null };
  } catch (error) {
    const failure = failureOf(error, now());
    if (failure.kind !== "refused" || failure.status !== 422) throw error;
    return { missing: logins, why: failure.why };
  }
}

function refusal(logins: readonly string[], words: string): Outcome {
  if (logins.length === 0) return DONE;
  return {
    kind: "refused",
    why: `GitHub does not accept ${logins.join(" and ")} as ${logins.length === 1 ? "a reviewer" : "reviewers"}: ${words}`,
  };
}

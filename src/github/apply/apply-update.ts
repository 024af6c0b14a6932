/** Taking the base into the branch of a pull request, as the button “Update branch” does. */
import type { UpdateBranch } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

/** https://docs.github.com/rest/pulls/pulls#update-a-pull-request-branch: answered with a 202, and done a moment later; 422 for another head, and where nothing is new. */
export async function applyUpdate({ client, owner, name, now }: Target, { pull, head }: UpdateBranch): Promise<Outcome> {
  try {
    await client.rest.pulls.updateBranch({ owner, repo: name, pull_number: pull, expected_head_sha: head });
    return DONE;
  } catch (error) {
    const failure = failureOf(error, now());
    if (failure.kind !== "refused" || failure.status !== 422) throw error;
    if (/no new commits/i.test(failure.why)) return DONE;
    return { kind: /expected.head/i.test(failure.why) ? "stale" : "refused", why: failure.why };
  }
}

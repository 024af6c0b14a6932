/** Merging, with the judged head pinned. */
import type { Merge } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

/** https://docs.github.com/rest/pulls/pulls#merge-a-pull-request: 409 for another head, 405 for what may not be merged. */
export async function applyMerge({ client, owner, name, now }: Target, { pull, head, method }: Merge): Promise<Outcome> {
  const place = { owner, repo: name, pull_number: pull };
  try {
    await client.rest.pulls.merge({ ...place, sha: head, merge_method: method });
    return DONE;
  } catch (error) {
    const failure = failureOf(error, now());
    if (failure.kind !== "refused" || failure.status !== 405) throw error;
    // GitHub says 405 too of one that is merged already, as it is when we died before hearing of it.
    const { data } = await client.rest.pulls.get(place);
    if (data.merged && data.head.sha === head) return DONE;
    return data.head.sha !== head || /modified|try (?:the merge )?again/i.test(failure.why)
      ? { kind: "stale", why: failure.why }
      : { kind: "refused", why: failure.why };
  }
}

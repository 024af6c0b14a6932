/** Merging, with the judged head pinned, and what to do about each way in which GitHub will not. */
import type { Merge } from "../../desk/effect.js";
import { IN_QUEUE, sayKeptOutOfQueue } from "../../desk/facts/merge-queue.js";
import { sayLackOf } from "../../desk/facts/missing-permission.js";
import type { Outcome } from "../outcome.js";
import { failureOf } from "../request-failure.js";
import { mutationDocument } from "./mutations.js";
import { changedSinceRead } from "./read-again.js";
import { DONE } from "./outcome-of.js";
import { resolveOwn } from "./resolve.js";
import type { Target } from "./target.js";

/** https://github.com/pascalgn/automerge-action/issues/235 */
const THROUGH_QUEUE = /merge queue/i;
const CONVERSATIONS = /(?:conversation|comment)s? must be resolved/i;
const CHANGING = /modified|try (?:the merge )?again/i;
/** What GitHub says where it has no reason, as while it works out whether it would. */
const UNREASONED = /is not mergeable/i;

/** https://docs.github.com/rest/pulls/pulls#merge-a-pull-request: 409 for another head, 405 for what may not be merged. */
export async function applyMerge(target: Target, merge: Merge, isSecondTry = false): Promise<Outcome> {
  const { client, owner, name, now } = target;
  const { pull, head, method, workflows } = merge;
  const changed = isSecondTry ? null : await changedSinceRead(target, merge);
  if (changed !== null) return { kind: "stale", why: changed };
  const place = { owner, repo: name, pull_number: pull };
  // Whoever may pass the queue would merge past it.
  if (merge.queue) {
    const { data } = await client.rest.pulls.get(place);
    if (data.head.sha !== head) return { kind: "stale", why: "the branch has another head by now" };
    return data.merged ? DONE : enqueue(target, data.node_id, merge);
  }
  try {
    await client.rest.pulls.merge({ ...place, sha: head, merge_method: method });
    return DONE;
  } catch (error) {
    const failure = failureOf(error, now());
    // GitHub does not say which permission: https://github.com/chdsbd/kodiak/issues/641
    if (failure.kind === "forbidden" && workflows) return { kind: "refused", why: sayLackOf("workflows: write") };
    if (failure.kind !== "refused" || failure.status !== 405) throw error;
    // GitHub says 405 too of one that is merged already, as it is when we died before hearing of it.
    const { data } = await client.rest.pulls.get(place);
    if (data.merged && data.head.sha === head) return DONE;
    const { why } = failure;
    // Null while GitHub works it out, which takes it seconds: https://github.com/pascalgn/automerge-action/issues/70
    if (data.head.sha !== head || data.mergeable === null || CHANGING.test(why)) return { kind: "stale", why };
    if (THROUGH_QUEUE.test(why)) return enqueue(target, data.node_id, merge);
    const mayPassNow = CONVERSATIONS.test(why)
      ? (await resolveOwn(target, pull, () => true)) === true
      : UNREASONED.test(why) && data.mergeable;
    return mayPassNow && !isSecondTry ? applyMerge(target, merge, true) : { kind: "refused", why };
  }
}

/** What is in the queue already GitHub refuses to take again. */
async function enqueue(target: Target, pullRequestId: string, { head }: Merge): Promise<Outcome> {
  const why = await refusalToEnqueue(target, { pullRequestId, expectedHeadOid: head });
  if (why === null || /already/i.test(why)) return { kind: "refused", why: IN_QUEUE };
  return { kind: "refused", why: sayKeptOutOfQueue(why) };
}

async function refusalToEnqueue({ client, now }: Target, input: Readonly<Record<string, unknown>>): Promise<string | null> {
  try {
    const { errors } = await client.graphql(mutationDocument(["enqueuePullRequest"]), { m0: input });
    return errors[0]?.message ?? null;
  } catch (error) {
    const failure = failureOf(error, now());
    if (failure.kind === "later") throw error;
    return failure.why;
  }
}

/** Assignees: https://docs.github.com/rest/issues/assignees */
import { enter, toWrite } from "../http/access.js";
import { addAssignees, removeAssignees } from "../operations/assignee.js";
import { issueShape } from "../shapes/issue.js";
import type { Repo } from "../state/repo.js";
import type { Thread } from "../state/thread.js";
import { texts } from "./body.js";
import { actor, created, ok, repoEndpoint, type Call, type Endpoint } from "./endpoint.js";
import { threadFor } from "./thread-param.js";

const write = toWrite(["issues", "pull_requests"], null);
const ON_ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/assignees";

export const assignees: readonly Endpoint[] = [
  repoEndpoint(`POST ${ON_ISSUE}`, write, (call, repo) => {
    const thread = assignableIn(call, repo);
    addAssignees(call.world, actor(call), thread, texts(call.body, "assignees"));
    return created(issueShape(call.world, thread));
  }),
  repoEndpoint(`DELETE ${ON_ISSUE}`, write, (call, repo) => {
    const thread = assignableIn(call, repo);
    removeAssignees(call.world, actor(call), thread, texts(call.body, "assignees"));
    return ok(issueShape(call.world, thread));
  }),
];

/** Of a pull request the permission on issues is not enough: https://github.com/NVIDIA/nodewright-packages/pull/106 */
function assignableIn(call: Call, repo: Repo): Thread {
  const thread = threadFor(call, repo, "write");
  if (thread.pull) enter(call.caller, repo, toWrite("pull_requests", null));
  return thread;
}

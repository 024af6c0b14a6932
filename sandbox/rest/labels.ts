/** Labels of a repository and on its threads: https://docs.github.com/en/rest/issues/labels */
import { toRead, toWrite } from "../http/access.js";
import { addLabels, createLabel, deleteLabel, editLabel, removeLabel } from "../operations/label.js";
import { labelShape } from "../shapes/issue.js";
import { notFound, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import type { Label, Thread } from "../state/thread.js";
import { optionalText, text } from "./body.js";
import { actor, created, NO_CONTENT, ok, param, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { paged } from "./paging.js";
import { threadFor } from "./thread-param.js";

const read = toRead("issues", "pull_requests");
const write = toWrite(["issues", "pull_requests"], "triage");
const ON_ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/labels";

export const labels: readonly Endpoint[] = [
  repoEndpoint("GET /repos/{owner}/{repo}/labels", read, (call, repo) =>
    listed(call, repo, `/repos/${fullName(repo)}/labels`, [...repo.labels.values()]),
  ),
  repoEndpoint("POST /repos/{owner}/{repo}/labels", write, (call, repo) => {
    const label = createLabel(call.world, actor(call), repo, {
      name: text(call.body, "name"),
      color: optionalText(call.body, "color"),
      description: optionalText(call.body, "description"),
    });
    return created(labelShape(call.world, repo, label));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/labels/{name}", read, (call, repo) => ok(labelShape(call.world, repo, labelIn(call, repo)))),
  repoEndpoint("PATCH /repos/{owner}/{repo}/labels/{name}", write, (call, repo) => {
    const label = labelIn(call, repo);
    const [name, color, description] = ["new_name", "color", "description"].map((member) => optionalText(call.body, member));
    editLabel(call.world, actor(call), repo, label, { ...(name !== undefined && { name }), color, description });
    return ok(labelShape(call.world, repo, label));
  }),
  repoEndpoint("DELETE /repos/{owner}/{repo}/labels/{name}", write, (call, repo) => {
    deleteLabel(call.world, actor(call), repo, labelIn(call, repo));
    return NO_CONTENT;
  }),
  repoEndpoint(`GET ${ON_ISSUE}`, read, (call, repo) => {
    const thread = threadFor(call, repo, "read");
    return listed(call, repo, `/repos/${fullName(repo)}/issues/${thread.number}/labels`, thread.labels);
  }),
  repoEndpoint(`POST ${ON_ISSUE}`, write, (call, repo) => {
    const thread = threadFor(call, repo, "write");
    addLabels(call.world, actor(call), thread, labelNames(call.body));
    return ok(thread.labels.map((label) => labelShape(call.world, repo, label)));
  }),
  repoEndpoint(`PUT ${ON_ISSUE}`, write, (call, repo) => {
    const thread = threadFor(call, repo, "write");
    setLabels(call, thread, labelNames(call.body));
    return ok(thread.labels.map((label) => labelShape(call.world, repo, label)));
  }),
  repoEndpoint(`DELETE ${ON_ISSUE}/{name}`, write, (call, repo) => {
    const thread = threadFor(call, repo, "write");
    if (!removeLabel(call.world, actor(call), thread, param(call, "name"))) throw new Refusal(404, "Label does not exist");
    return ok(thread.labels.map((label) => labelShape(call.world, repo, label)));
  }),
];

/** GitHub takes names, or objects with a name. */
export function labelNames(body: Readonly<Record<string, unknown>>): readonly string[] {
  const given = body.labels;
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new Refusal(422, "Invalid request.\n\nFor 'properties/labels', expected an array.");
  return given.map((one: unknown) => (typeof one === "object" && one !== null ? text({ ...one }, "name") : text({ name: one }, "name")));
}

export function setLabels(call: Call, thread: Thread, names: readonly string[]): void {
  const by = actor(call);
  const gone = thread.labels.map((label) => label.name).filter((name) => !names.some((one) => one.toLowerCase() === name.toLowerCase()));
  for (const name of gone) removeLabel(call.world, by, thread, name);
  addLabels(call.world, by, thread, names);
}

function listed(call: Call, repo: Repo, path: string, all: readonly Label[]): RestAnswer {
  return paged(call, path, all, (label) => labelShape(call.world, repo, label));
}

function labelIn(call: Call, repo: Repo): Label {
  const found = repo.labels.get(param(call, "name").toLowerCase());
  if (!found) throw notFound();
  return found;
}

/** Check runs, suites and commit statuses: https://docs.github.com/en/rest/checks/runs */
import { toRead, toWrite } from "../http/access.js";
import { addCommitStatus, createCheckRun, updateCheckRun, type CheckEdit } from "../operations/check.js";
import { annotationShape, checkRunShape, checkSuiteShape, commitStatusShape, suiteWithRepository } from "../shapes/check.js";
import { repositoryShape } from "../shapes/repository.js";
import { CONCLUSIONS, latestChecks, latestStatuses, rollupOf, type Annotation, type CheckAction, type CheckRun } from "../state/check.js";
import { apiRepo } from "../state/links.js";
import { notFound, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { resolveRef } from "../state/resolve-ref.js";
import { objects, oneOf, optionalNumber, optionalObject, optionalText, text } from "./body.js";
import { actor, created, numberParam, ok, param, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { countedPage, paged } from "./paging.js";

const read = toRead("checks");
const write = toWrite("checks", "write");

export const checks: readonly Endpoint[] = [
  repoEndpoint("POST /repos/{owner}/{repo}/check-runs", write, (call, repo) => {
    const run = createCheckRun(call.world, actor(call), repo, call.world.app, {
      ...editOf(call),
      name: text(call.body, "name"),
      sha: text(call.body, "head_sha"),
    });
    return created(checkRunShape(call.world, run));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", read, (call, repo) =>
    ok(checkRunShape(call.world, runIn(call, repo))),
  ),
  repoEndpoint("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", write, (call, repo) => {
    const run = runIn(call, repo);
    if (run.suite.app.id !== call.world.app.id) throw new Refusal(403, "Resource not accessible by integration");
    updateCheckRun(call.world, actor(call), run, editOf(call));
    return ok(checkRunShape(call.world, run));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations", read, (call, repo) => {
    const run = runIn(call, repo);
    return paged(call, `/repos/${fullName(repo)}/check-runs/${run.id}/annotations`, run.annotations, (one) =>
      annotationShape(call.world, run, one),
    );
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", read, listRuns),
  repoEndpoint("GET /repos/{owner}/{repo}/commits/{ref}/check-suites", read, (call, repo) => {
    const sha = shaOf(call, repo);
    const suites = repo.suites.filter((suite) => suite.sha === sha);
    return countedPage(call, `/repos/${fullName(repo)}/commits/${sha}/check-suites`, "check_suites", suites, (suite) =>
      suiteWithRepository(call.world, suite),
    );
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/check-suites/{check_suite_id}", read, (call, repo) => {
    const id = numberParam(call, "check_suite_id");
    const suite = repo.suites.find((one) => one.id === id);
    if (!suite) throw notFound();
    return ok({ ...checkSuiteShape(call.world, suite), repository: repositoryShape(call.world, repo) });
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/commits/{ref}/status", toRead("statuses"), combinedStatus),
  repoEndpoint("POST /repos/{owner}/{repo}/statuses/{sha}", toWrite("statuses", "write"), (call, repo) => {
    const status = addCommitStatus(call.world, actor(call), repo, {
      sha: param(call, "sha"),
      state: oneOf(text(call.body, "state"), ["error", "failure", "pending", "success"], "state"),
      context: optionalText(call.body, "context") ?? "default",
      description: optionalText(call.body, "description") ?? null,
      targetUrl: optionalText(call.body, "target_url") ?? null,
    });
    return created(commitStatusShape(call.world, repo, status));
  }),
];

function listRuns(call: Call, repo: Repo): RestAnswer {
  const sha = shaOf(call, repo);
  const { check_name: name, status, filter = "latest", app_id: app } = call.query;
  const all = filter === "all" ? repo.checks.filter((run) => run.sha === sha) : latestChecks(repo, sha);
  const found = all
    .filter((run) => name === undefined || run.name === name)
    .filter((run) => status === undefined || run.status === status)
    .filter((run) => app === undefined || run.suite.app.id === Number(app));
  return countedPage(call, `/repos/${fullName(repo)}/commits/${sha}/check-runs`, "check_runs", found, (run) =>
    checkRunShape(call.world, run),
  );
}

/** Commit statuses only, as on GitHub: check runs are not part of it, and none at all is `pending`. */
function combinedStatus(call: Call, repo: Repo): RestAnswer {
  const sha = shaOf(call, repo);
  const statuses = latestStatuses(repo, sha);
  const rollup = rollupOf({ ...repo, checks: [] }, sha) ?? "PENDING";
  const api = `${apiRepo(call.world, repo)}/commits/${sha}`;
  return ok({
    state: rollup === "ERROR" ? "failure" : rollup.toLowerCase(),
    statuses: statuses.map((status) => commitStatusShape(call.world, repo, status)),
    sha,
    total_count: statuses.length,
    repository: repositoryShape(call.world, repo),
    commit_url: api,
    url: `${api}/status`,
  });
}

function shaOf(call: Call, repo: Repo): string {
  const ref = param(call, "ref");
  const sha = resolveRef(repo, ref);
  if (sha === null) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  return sha;
}

function runIn(call: Call, repo: Repo): CheckRun {
  const id = numberParam(call, "check_run_id");
  const found = repo.checks.find((run) => run.id === id);
  if (!found) throw notFound();
  return found;
}

function editOf(call: Call): CheckEdit {
  const output = optionalObject(call.body, "output");
  const status = optionalText(call.body, "status");
  const conclusion = optionalText(call.body, "conclusion");
  return {
    status: status === undefined ? undefined : oneOf<CheckRun["status"]>(status, ["queued", "in_progress", "completed"], "status"),
    conclusion: conclusion === undefined ? undefined : oneOf(conclusion, CONCLUSIONS, "conclusion"),
    startedAt: optionalText(call.body, "started_at"),
    completedAt: optionalText(call.body, "completed_at"),
    detailsUrl: optionalText(call.body, "details_url"),
    externalId: optionalText(call.body, "external_id"),
    title: output && optionalText(output, "title"),
    summary: output && text(output, "summary"),
    text: output && optionalText(output, "text"),
    annotations: output && objects(output, "annotations").map(annotationOf),
    actions: call.body.actions === undefined ? undefined : objects(call.body, "actions").map(actionOf),
  };
}

function actionOf(given: Readonly<Record<string, unknown>>): CheckAction {
  return { label: text(given, "label"), description: text(given, "description"), identifier: text(given, "identifier") };
}

function annotationOf(given: Readonly<Record<string, unknown>>): Annotation {
  const [startLine, endLine] = [optionalNumber(given, "start_line"), optionalNumber(given, "end_line")];
  if (startLine === undefined || endLine === undefined)
    throw new Refusal(422, 'Invalid request.\n\n"start_line" and "end_line" weren\'t supplied.');
  const columns = [optionalNumber(given, "start_column") ?? null, optionalNumber(given, "end_column") ?? null] as const;
  // Columns make sense on one line only: https://docs.github.com/en/rest/checks/runs
  if (startLine !== endLine && columns.some((column) => column !== null)) {
    throw new Refusal(422, "Invalid request.\n\nstart_column and end_column can only be given when start_line and end_line are the same.");
  }
  return {
    path: text(given, "path"),
    startLine,
    endLine,
    startColumn: columns[0],
    endColumn: columns[1],
    level: oneOf(text(given, "annotation_level"), ["notice", "warning", "failure"], "annotation_level"),
    message: text(given, "message"),
    title: optionalText(given, "title") ?? null,
    rawDetails: optionalText(given, "raw_details") ?? null,
  };
}

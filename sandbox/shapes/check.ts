/** Check runs, suites, annotations and commit statuses as REST shows them: https://docs.github.com/en/rest/checks */
import { commitAt } from "../git/object-store.js";
import {
  latestChecks,
  isPassing,
  type Annotation,
  type CheckApp,
  type CheckRun,
  type CheckSuite,
  type CommitStatus,
} from "../state/check.js";
import { apiRepo, htmlRepo, inUrl } from "../state/links.js";
import type { Repo } from "../state/repo.js";
import { isPull } from "../state/thread.js";
import type { World } from "../state/world.js";
import { integrationShape } from "./installation.js";
import { repositoryShape } from "./repository.js";
import { userShape } from "./user.js";

export function checkRunShape(world: World, run: CheckRun) {
  const api = `${apiRepo(world, run.repo)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: run.nodeId,
    head_sha: run.sha,
    external_id: run.externalId,
    url: api,
    html_url: `${htmlRepo(world, run.repo)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? world.webBase,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${api}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: checkAppShape(world, run.suite.app),
    pull_requests: pullsOn(world, run.repo, run.sha),
  };
}

export function checkSuiteShape(world: World, suite: CheckSuite) {
  const api = `${apiRepo(world, suite.repo)}/check-suites/${suite.id}`;
  const runs = latestChecks(suite.repo, suite.sha).filter((run) => run.suite === suite);
  const waits = runs.length === 0 || suite.asked;
  const done = !waits && runs.every((run) => run.status === "completed");
  return {
    id: suite.id,
    node_id: suite.nodeId,
    head_branch: suite.branch,
    head_sha: suite.sha,
    status: waits ? "queued" : done ? "completed" : "in_progress",
    conclusion: done ? conclusionOf(runs) : null,
    url: api,
    before: null,
    after: suite.sha,
    pull_requests: pullsOn(world, suite.repo, suite.sha),
    app: checkAppShape(world, suite.app),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: runs.length,
    check_runs_url: `${api}/check-runs`,
    head_commit: simpleCommitShape(suite.repo, suite.sha),
  };
}

/** In a `check_run` webhook the run shows its suite in short. */
export function checkRunNewsShape(world: World, run: CheckRun) {
  const suite = checkSuiteShape(world, run.suite);
  return {
    ...checkRunShape(world, run),
    check_suite: {
      id: suite.id,
      node_id: suite.node_id,
      head_branch: suite.head_branch,
      head_sha: suite.head_sha,
      status: suite.status,
      conclusion: suite.conclusion,
      url: suite.url,
      before: suite.before,
      after: suite.after,
      pull_requests: suite.pull_requests,
      app: suite.app,
      created_at: suite.created_at,
      updated_at: suite.updated_at,
    },
  };
}

export function annotationShape(world: World, run: CheckRun, annotation: Annotation) {
  return {
    path: annotation.path,
    blob_href: `${htmlRepo(world, run.repo)}/blob/${run.sha}/${inUrl(annotation.path)}`,
    start_line: annotation.startLine,
    start_column: annotation.startColumn,
    end_line: annotation.endLine,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  };
}

export function commitStatusShape(world: World, repo: Repo, status: CommitStatus) {
  return {
    url: `${apiRepo(world, repo)}/statuses/${status.sha}`,
    avatar_url: `${world.webBase}/avatars/u/${status.by.id}`,
    id: status.id,
    node_id: status.nodeId,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.at,
    updated_at: status.at,
    creator: userShape(world, status.by),
  };
}

function simpleCommitShape(repo: Repo, sha: string) {
  const commit = commitAt(repo.objects, sha);
  if (!commit) throw new Error(`Unexpected id ${sha}, expected a commit of ${repo.name}`);
  const person = (who: typeof commit.author) => ({ name: who.name, email: who.email });
  return {
    id: sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.author.when.toISOString(),
    author: person(commit.author),
    committer: person(commit.committer),
  };
}

/** Another App than ours is shown by its own name. */
function checkAppShape(world: World, app: CheckApp) {
  const ours = integrationShape(world);
  return app.id === world.app.id
    ? ours
    : { ...ours, id: app.id, slug: app.slug, name: app.slug, html_url: `${world.webBase}/apps/${app.slug}` };
}

function conclusionOf(runs: readonly CheckRun[]) {
  return (
    runs.find((run) => !isPassing(run.conclusion))?.conclusion ??
    (runs.every((run) => run.conclusion === "skipped") ? "skipped" : "success")
  );
}

/** Open pull requests of this repository's own branches whose head is that commit; GitHub leaves those from forks out. */
function pullsOn(world: World, repo: Repo, sha: string) {
  const brief = { id: repo.id, url: apiRepo(world, repo), name: repo.name };
  return [...repo.threads.values()].filter(isPull).flatMap(({ open, number, pull }) =>
    open && pull.head.sha === sha && pull.head.repo === repo
      ? [
          {
            url: `${apiRepo(world, repo)}/pulls/${number}`,
            id: pull.id,
            number,
            head: { ref: pull.head.branch, sha, repo: brief },
            base: { ref: pull.base, sha: pull.baseSha, repo: brief },
          },
        ]
      : [],
  );
}

export function suiteWithRepository(world: World, suite: CheckSuite) {
  return { ...checkSuiteShape(world, suite), repository: repositoryShape(world, suite.repo) };
}

/** Checks in GraphQL. */
import { commitAt } from "../git/object-store.js";
import { toRead } from "../http/access.js";
import { checkSuiteShape } from "../shapes/check.js";
import {
  allChecks,
  latestChecks,
  latestStatuses,
  rollupOf,
  type Annotation,
  type CheckRun,
  type CheckSuite,
  type CommitStatus,
} from "../state/check.js";
import { htmlRepo, inUrl } from "../state/links.js";
import { nodeId } from "../state/numbering.js";
import { notAccessible, type Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { connection, type Paging } from "./connection.js";
import { demand, type GraphqlFields, type GraphqlView } from "./view.js";

export function rollupFields(view: GraphqlView, repo: Repo, sha: string): GraphqlFields | null {
  demand(view, repo, toRead("checks", "statuses"));
  // As https://github.com/cli/cli/issues/13563 and https://github.com/mmnto-ai/totem/pull/2884 have seen it, in no order that tells which is newer.
  const runs = view.world.trouble.listsSuperseded() ? allChecks(repo, sha) : latestChecks(repo, sha);
  const state = rollupOf(repo, sha, runs);
  if (state === null) return null;
  const parts = [...runs, ...latestStatuses(repo, sha)];
  const commit = commitAt(repo.objects, sha);
  return {
    __typename: "StatusCheckRollup",
    id: nodeId("SC", repo.id, sha),
    state,
    commit: () => commit && view.show.commit(view, repo, commit),
    contexts: (paging: Paging) =>
      connection(
        parts,
        paging,
        (part) => part.id,
        (part) => ("suite" in part ? checkFields(view, part) : seenStatus(view, repo, part)),
      ),
  };
}

export function checkFields(view: GraphqlView, run: CheckRun): GraphqlFields {
  const path = `/${fullName(run.repo)}/runs/${run.id}`;
  return {
    __typename: "CheckRun",
    id: run.nodeId,
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    startedAt: run.startedAt,
    completedAt: run.completedAt,
    detailsUrl: run.detailsUrl,
    externalId: run.externalId,
    title: run.title,
    summary: run.summary,
    text: run.text,
    isRequired: () => [...run.repo.protections.values()].some((protection) => protection.checks.includes(run.name)),
    permalink: `${view.world.webBase}${path}`,
    url: `${view.world.webBase}${path}`,
    resourcePath: path,
    checkSuite: () => view.show.suite(view, run.suite),
    repository: () => view.show.repo(view, run.repo),
    annotations: (paging: Paging) =>
      connection(
        run.annotations.map((annotation, at) => ({ annotation, at })),
        paging,
        ({ at }) => at,
        ({ annotation }) => annotationFields(view, run, annotation),
      ),
  };
}

export function suiteFields(view: GraphqlView, suite: CheckSuite): GraphqlFields {
  const { repo, app } = suite;
  const shape = checkSuiteShape(view.world, suite);
  const commit = commitAt(repo.objects, suite.sha);
  const path = `/${fullName(repo)}/commit/${suite.sha}/checks`;
  return {
    __typename: "CheckSuite",
    id: suite.nodeId,
    databaseId: suite.id,
    status: shape.status.toUpperCase(),
    conclusion: shape.conclusion?.toUpperCase() ?? null,
    createdAt: suite.createdAt,
    updatedAt: suite.updatedAt,
    app: {
      __typename: "App",
      id: nodeId("A", app.id),
      databaseId: app.id,
      slug: app.slug,
      name: app.slug,
      description: null,
      url: `${view.world.webBase}/apps/${app.slug}`,
    },
    commit: () => commit && view.show.commit(view, repo, commit),
    repository: () => view.show.repo(view, repo),
    url: `${view.world.webBase}${path}`,
    resourcePath: path,
    checkRuns: (args: Paging & { readonly filterBy?: { readonly checkName?: string | null; readonly appId?: number | null } | null }) => {
      const runs = latestChecks(repo, suite.sha).filter((run) => run.suite === suite);
      const found = runs.filter((run) => !args.filterBy?.checkName || run.name === args.filterBy.checkName);
      return connection(
        found,
        args,
        (run) => run.id,
        (run) => checkFields(view, run),
      );
    },
  };
}

export function suitesOf(
  view: GraphqlView,
  repo: Repo,
  sha: string,
  args: Paging & { readonly filterBy?: { readonly appId?: number | null } | null },
): GraphqlFields {
  demand(view, repo, toRead("checks"));
  const app = args.filterBy?.appId;
  const found = repo.suites.filter((suite) => suite.sha === sha && (!app || suite.app.id === app));
  return connection(
    found,
    args,
    (suite) => suite.id,
    (suite) => suiteFields(view, suite),
  );
}

/** What cannot be seen is an error in its place in the list, and the rest of the list is there. */
function seenStatus(view: GraphqlView, repo: Repo, status: CommitStatus): GraphqlFields {
  return view.world.trouble.hidesStatus(status.context) ? hole(notAccessible()) : statusFields(view, repo, status);
}

function hole(refusal: Refusal): GraphqlFields {
  return refusal as unknown as GraphqlFields;
}

function statusFields(view: GraphqlView, repo: Repo, status: CommitStatus): GraphqlFields {
  const commit = commitAt(repo.objects, status.sha);
  return {
    __typename: "StatusContext",
    id: status.nodeId,
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description,
    targetUrl: status.targetUrl,
    createdAt: status.at,
    creator: () => view.show.person(view, status.by),
    commit: () => commit && view.show.commit(view, repo, commit),
    isRequired: () => [...repo.protections.values()].some((protection) => protection.checks.includes(status.context)),
  };
}

function annotationFields(view: GraphqlView, run: CheckRun, annotation: Annotation): GraphqlFields {
  return {
    __typename: "CheckAnnotation",
    path: annotation.path,
    annotationLevel: annotation.level.toUpperCase(),
    message: annotation.message,
    title: annotation.title,
    rawDetails: annotation.rawDetails,
    blobUrl: `${htmlRepo(view.world, run.repo)}/blob/${run.sha}/${inUrl(annotation.path)}`,
    location: {
      start: { line: annotation.startLine, column: annotation.startColumn },
      end: { line: annotation.endLine, column: annotation.endColumn },
    },
  };
}

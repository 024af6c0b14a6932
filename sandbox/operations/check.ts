/** Checks reported on commits, and the suites that come with them. */
import { knownCommit } from "../git/object-store.js";
import { checkRunNewsShape, checkSuiteShape, commitStatusShape } from "../shapes/check.js";
import { commitShape } from "../shapes/git.js";
import type { Account } from "../state/accounts.js";
import {
  CONCLUSIONS,
  type Annotation,
  type CheckAction,
  type CheckApp,
  type CheckRun,
  type CheckSuite,
  type CommitStatus,
  type Conclusion,
} from "../state/check.js";
import { nodeId } from "../state/numbering.js";
import { invalid, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { installationOf, stamp, type World } from "../state/world.js";

const MOST_ANNOTATIONS = 50;
const LONGEST_SUMMARY = 65_535;

/** https://docs.github.com/rest/checks/runs#create-a-check-run */
const MOST_ACTIONS = 3;
const LONGEST_LABEL = 20;
const LONGEST_DESCRIPTION = 40;

export interface CheckEdit {
  readonly status?: CheckRun["status"] | undefined;
  readonly conclusion?: Conclusion | null | undefined;
  readonly startedAt?: string | undefined;
  readonly completedAt?: string | undefined;
  readonly detailsUrl?: string | undefined;
  readonly externalId?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly text?: string | undefined;
  /** Added to those there are. */
  readonly annotations?: readonly Annotation[] | undefined;
  /** Instead of those there are. */
  readonly actions?: readonly CheckAction[] | undefined;
}

interface NewCheck extends CheckEdit {
  readonly name: string;
  readonly sha: string;
}

export function createCheckRun(world: World, by: Account, repo: Repo, app: CheckApp, wanted: NewCheck): CheckRun {
  checkEdit(wanted);
  if (repo.objects.objects.get(wanted.sha)?.kind !== "commit") throw new Refusal(422, `No commit found for SHA: ${wanted.sha}`);
  const suite = suiteFor(world, repo, app, wanted.sha);
  const id = world.numbering.next();
  const run: CheckRun = {
    id,
    nodeId: nodeId("CR", id),
    repo,
    suite,
    name: wanted.name,
    sha: wanted.sha,
    status: "queued",
    conclusion: null,
    startedAt: wanted.startedAt ?? stamp(world),
    completedAt: null,
    detailsUrl: null,
    externalId: "",
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  };
  suite.asked = false;
  repo.checks.push(run);
  world.nodes.set(run.nodeId, { kind: "check", check: run });
  change(world, run, wanted);
  tellRun(world, run, "created", by);
  if (run.status === "completed") tellCompleted(world, run, by);
  return run;
}

export function updateCheckRun(world: World, by: Account, run: CheckRun, edit: CheckEdit): void {
  checkEdit(edit);
  const was = run.status;
  change(world, run, edit);
  if (run.status === "completed" && was !== "completed") tellCompleted(world, run, by);
}

/** The suite of an App on a commit, made when it is missing; `check_suite` is said only where a push makes it. */
function suiteFor(world: World, repo: Repo, app: CheckApp, sha: string): CheckSuite {
  const known = repo.suites.find((suite) => suite.sha === sha && suite.app.id === app.id);
  if (known) return known;
  const id = world.numbering.next();
  const at = stamp(world);
  const branch = [...repo.branches].find(([, tip]) => tip === sha)?.[0] ?? null;
  const suite: CheckSuite = { id, nodeId: nodeId("CS", id), repo, sha, branch, app, createdAt: at, updatedAt: at, asked: false };
  repo.suites.push(suite);
  world.nodes.set(suite.nodeId, { kind: "suite", suite });
  return suite;
}

/** GitHub makes a suite for each App that may write checks where somebody pushes. */
export function requestSuite(world: World, by: Account, repo: Repo, sha: string): void {
  if (installationOf(world, repo)?.permissions.checks !== "write") return;
  const suite = suiteFor(world, repo, world.app, sha);
  world.emit({ name: "check_suite", action: "requested", repo, sender: by, body: () => ({ check_suite: checkSuiteShape(world, suite) }) });
}

/** Somebody presses "Re-run all": the suite waits for the App, which GitHub tells. */
export function rerequestSuite(world: World, by: Account, suite: CheckSuite): void {
  suite.asked = true;
  world.emit({
    name: "check_suite",
    action: "rerequested",
    repo: suite.repo,
    sender: by,
    body: () => ({ check_suite: checkSuiteShape(world, suite) }),
  });
}

/** Somebody presses "Re-run" on one of the App's checks, which is queued until the App makes another. */
export function rerequestCheck(world: World, by: Account, run: CheckRun): void {
  run.status = "queued";
  run.conclusion = null;
  run.completedAt = null;
  tellRun(world, run, "rerequested", by);
}

/** Somebody presses a button of a check: only the App that made it hears of that. */
export function pressAction(world: World, by: Account, run: CheckRun, identifier: string): void {
  if (!run.actions.some((action) => action.identifier === identifier)) {
    throw new Error(`Unexpected button ${identifier}, expected one of the check ${run.name}`);
  }
  tellRun(world, run, "requested_action", by, { requested_action: { identifier } });
}

export function addCommitStatus(
  world: World,
  by: Account,
  repo: Repo,
  wanted: Pick<CommitStatus, "sha" | "state" | "context" | "description" | "targetUrl">,
): CommitStatus {
  const commit = repo.objects.objects.get(wanted.sha);
  if (commit?.kind !== "commit") throw new Refusal(422, `No commit found for SHA: ${wanted.sha}`);
  const id = world.numbering.next();
  const status: CommitStatus = { id, nodeId: nodeId("SC", id), by, at: stamp(world), ...wanted };
  repo.commitStatuses.push(status);
  world.emit({
    name: "status",
    action: null,
    repo,
    sender: by,
    body: () => {
      const shown = commitStatusShape(world, repo, status);
      return {
        id,
        sha: status.sha,
        name: fullName(repo),
        target_url: shown.target_url,
        avatar_url: shown.avatar_url,
        context: shown.context,
        description: shown.description,
        state: shown.state,
        commit: commitShape(world, repo, knownCommit(repo.objects, status.sha)),
        branches: [],
        created_at: shown.created_at,
        updated_at: shown.updated_at,
      };
    },
  });
  return status;
}

function change(world: World, run: CheckRun, edit: CheckEdit): void {
  run.status = edit.conclusion || edit.completedAt ? "completed" : (edit.status ?? run.status);
  if (edit.conclusion) run.conclusion = edit.conclusion;
  if (run.status === "completed") run.completedAt = edit.completedAt ?? run.completedAt ?? stamp(world);
  else {
    run.conclusion = null;
    run.completedAt = null;
  }
  run.startedAt = edit.startedAt ?? run.startedAt;
  run.detailsUrl = edit.detailsUrl ?? run.detailsUrl;
  run.externalId = edit.externalId ?? run.externalId;
  run.title = edit.title ?? run.title;
  run.summary = edit.summary ?? run.summary;
  run.text = edit.text ?? run.text;
  run.annotations.push(...(edit.annotations ?? []));
  run.actions = edit.actions ?? run.actions;
  run.suite.updatedAt = stamp(world);
}

function checkEdit(edit: CheckEdit): void {
  if (edit.status === "completed" && !edit.conclusion) {
    throw new Refusal(422, "Invalid request.\n\nIf you set `status` to `completed`, then `conclusion` must be provided.");
  }
  if (edit.conclusion && !CONCLUSIONS.includes(edit.conclusion)) {
    throw new Refusal(422, `Invalid request.\n\n${edit.conclusion} is not a member of [${CONCLUSIONS.join(", ")}].`);
  }
  if ((edit.annotations?.length ?? 0) > MOST_ANNOTATIONS) {
    throw new Refusal(
      422,
      `Invalid request.\n\nNo more than ${MOST_ANNOTATIONS} items are allowed; ${edit.annotations?.length ?? 0} were supplied.`,
    );
  }
  for (const { label, description, identifier } of edit.actions ?? []) {
    const isLong = label.length > LONGEST_LABEL || description.length > LONGEST_DESCRIPTION || identifier.length > LONGEST_LABEL;
    if (isLong || (edit.actions?.length ?? 0) > MOST_ACTIONS) throw new Refusal(422, "Invalid request.\n\nNot a valid action.");
  }
  for (const words of [edit.summary, edit.text]) {
    const field = words === edit.summary ? "summary" : "text";
    if (words && words.length > LONGEST_SUMMARY) {
      throw invalid("CheckRun", field, `Only ${LONGEST_SUMMARY} characters are allowed; ${words.length} were supplied.`);
    }
    // The manual says characters: https://github.com/github/docs/issues/35252
    if (words && Buffer.byteLength(words) > LONGEST_SUMMARY) {
      throw invalid("CheckRun", field, `${field} exceeds a maximum bytesize of ${LONGEST_SUMMARY}`);
    }
  }
}

function tellRun(world: World, run: CheckRun, action: string, sender: Account, more: object = {}): void {
  world.emit({ name: "check_run", action, repo: run.repo, sender, body: () => ({ check_run: checkRunNewsShape(world, run), ...more }) });
}

function tellCompleted(world: World, run: CheckRun, sender: Account): void {
  tellRun(world, run, "completed", sender);
  const suite = checkSuiteShape(world, run.suite);
  if (suite.status !== "completed") return;
  world.emit({ name: "check_suite", action: "completed", repo: run.repo, sender, body: () => ({ check_suite: suite }) });
}

/** Pull requests, their files, reviewers and merging: https://docs.github.com/en/rest/pulls/pulls */
import { changesFrom } from "../git/changes.js";
import { commitsBetween } from "../git/history.js";
import { toRead, toWrite } from "../http/access.js";
import { mergePull, openPull, updateBranch } from "../operations/pull-request.js";
import { requestReviews, withdrawRequests } from "../operations/review.js";
import { closeThread, editThread, reopenThread } from "../operations/thread.js";
import { commitShape } from "../shapes/git.js";
import { fileShape, pullShape, pullSimpleShape } from "../shapes/pull-request.js";
import { teamShape } from "../shapes/team.js";
import { userShape } from "../shapes/user.js";
import { allows } from "../state/installation.js";
import { invalid, notAccessible, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { isPull, type PullThread } from "../state/thread.js";
import { findRepo, pullAt } from "../state/world.js";
import { flag, oneOf, optionalText, text, texts } from "./body.js";
import { actor, created, NO_CONTENT, numberParam, ok, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { paged } from "./paging.js";

/** GitHub lists no more, however many there are: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const MOST_FILES = 3_000;

const read = toRead("pull_requests");
const ONE = "/repos/{owner}/{repo}/pulls/{pull_number}";

export const pulls: readonly Endpoint[] = [
  repoEndpoint("GET /repos/{owner}/{repo}/pulls", read, listPulls),
  repoEndpoint("POST /repos/{owner}/{repo}/pulls", toWrite("pull_requests", null), createPull),
  repoEndpoint(`GET ${ONE}`, read, (call, repo) => ok(pullShape(call.world, pullIn(call, repo)))),
  repoEndpoint(`PATCH ${ONE}`, toWrite("pull_requests", null), updatePull),
  repoEndpoint(`GET ${ONE}/files`, read, (call, repo) => {
    const thread = pullIn(call, repo);
    const changes = changesFrom(repo.objects, thread.pull.baseSha, thread.pull.head.sha).slice(0, MOST_FILES);
    return paged(call, `${path(repo, thread)}/files`, changes, (change) => fileShape(call.world, thread, change));
  }),
  repoEndpoint(`GET ${ONE}/commits`, read, (call, repo) => {
    const thread = pullIn(call, repo);
    const commits = commitsBetween(repo.objects, thread.pull.baseSha, thread.pull.head.sha).slice(0, 250);
    return paged(call, `${path(repo, thread)}/commits`, commits, (commit) => commitShape(call.world, repo, commit));
  }),
  repoEndpoint(`GET ${ONE}/requested_reviewers`, read, (call, repo) =>
    ok({
      users: pullIn(call, repo).pull.requested.map((person) => userShape(call.world, person)),
      teams: pullIn(call, repo).pull.requestedTeams.map((team) => teamShape(call.world, team)),
    }),
  ),
  repoEndpoint(`POST ${ONE}/requested_reviewers`, toWrite("pull_requests", "triage"), (call, repo) => {
    const thread = pullIn(call, repo);
    if (texts(call.body, "team_reviewers").length > 0)
      throw new Refusal(422, "Could not resolve to a node with the global id of the team.");
    requestReviews(call.world, actor(call), thread, texts(call.body, "reviewers"));
    return created(pullSimpleShape(call.world, thread));
  }),
  repoEndpoint(`DELETE ${ONE}/requested_reviewers`, toWrite("pull_requests", "triage"), (call, repo) => {
    const thread = pullIn(call, repo);
    withdrawRequests(call.world, actor(call), thread, texts(call.body, "reviewers"));
    return ok(pullSimpleShape(call.world, thread));
  }),
  repoEndpoint(`GET ${ONE}/merge`, read, (call, repo) => {
    if (!pullIn(call, repo).pull.merged) throw new Refusal(404, "Not Found");
    return NO_CONTENT;
  }),
  repoEndpoint(`PUT ${ONE}/merge`, toWrite("contents", "write"), (call, repo) => {
    const method = oneOf(optionalText(call.body, "merge_method") ?? "merge", ["merge", "squash", "rebase"], "merge_method");
    keepWorkflows(call, pullIn(call, repo));
    const sha = mergePull(call.world, actor(call), pullIn(call, repo), {
      method,
      sha: optionalText(call.body, "sha"),
      title: optionalText(call.body, "commit_title"),
      message: optionalText(call.body, "commit_message"),
    });
    return ok({ sha, merged: true, message: "Pull Request successfully merged" });
  }),
  repoEndpoint(`PUT ${ONE}/update-branch`, toWrite("pull_requests", "write"), (call, repo) => {
    const thread = pullIn(call, repo);
    const { head } = thread.pull;
    const expected = optionalText(call.body, "expected_head_sha");
    if (expected !== undefined && expected !== head.sha) throw new Refusal(422, "expected head sha didn’t match current head ref.");
    // An App is not installed on the fork.
    if (call.caller.kind === "installation" && head.repo !== repo) throw notAccessible();
    updateBranch(call.world, actor(call), thread);
    const url = `${call.world.webBase}/${fullName(repo)}/pull/${thread.number}`;
    return { status: 202, body: { message: "Updating pull request branch.", url } };
  }),
];

/** What changes workflows, an App merges only with a permission of its own, which the refusal does not name: https://github.com/chdsbd/kodiak/issues/641 */
function keepWorkflows({ caller }: Call, { pull, repo }: PullThread): void {
  if (caller.kind !== "installation" || allows(caller.permissions, "workflows", "write")) return;
  const touched = changesFrom(repo.objects, pull.baseSha, pull.head.sha).some(({ path }) => path.startsWith(".github/workflows/"));
  if (touched) throw notAccessible();
}

export function pullIn(call: Call, repo: Repo): PullThread {
  return pullAt(repo, numberParam(call, "pull_number"));
}

function path(repo: Repo, thread: PullThread): string {
  return `/repos/${fullName(repo)}/pulls/${thread.number}`;
}

function listPulls(call: Call, repo: Repo): RestAnswer {
  const { state = "open", head, base, sort = "created" } = call.query;
  const direction = call.query.direction ?? (sort === "created" ? "desc" : "asc");
  const found = [...repo.threads.values()]
    .filter(isPull)
    .filter((thread) => state === "all" || thread.open === (state === "open"))
    .filter((thread) => base === undefined || thread.pull.base === base)
    .filter(({ pull }) => head === undefined || `${pull.head.repo.owner.login}:${pull.head.branch}`.toLowerCase() === head.toLowerCase());
  const key = (thread: PullThread) => (sort === "updated" ? thread.updatedAt : thread.createdAt);
  found.sort((a, b) => (key(a) === key(b) ? a.number - b.number : key(a) < key(b) ? -1 : 1));
  if (direction === "desc") found.reverse();
  return paged(call, `/repos/${fullName(repo)}/pulls`, found, (thread) => pullSimpleShape(call.world, thread));
}

function createPull(call: Call, repo: Repo): RestAnswer {
  const [left = "", right] = text(call.body, "head").split(":", 2);
  const owner = right === undefined ? repo.owner.login : left;
  const fork =
    right === undefined
      ? repo
      : ([...call.world.repos.values()].find(
          (one) => one.objects === repo.objects && !one.deleted && one.owner.login.toLowerCase() === owner.toLowerCase(),
        ) ?? findRepo(call.world, owner, repo.name));
  if (!fork) throw invalid("PullRequest", "head", "head is invalid", "invalid");
  const thread = openPull(call.world, actor(call), repo, {
    title: text(call.body, "title"),
    body: optionalText(call.body, "body") ?? "",
    base: text(call.body, "base"),
    head: { repo: fork, branch: right ?? left },
    draft: flag(call.body, "draft", false),
    maintainerCanModify: flag(call.body, "maintainer_can_modify", true),
  });
  return created(pullShape(call.world, thread));
}

function updatePull(call: Call, repo: Repo): RestAnswer {
  const thread = pullIn(call, repo);
  const by = actor(call);
  const state = optionalText(call.body, "state");
  editThread(call.world, by, thread, {
    title: optionalText(call.body, "title"),
    body: optionalText(call.body, "body"),
    base: optionalText(call.body, "base"),
  });
  thread.pull.maintainerCanModify = flag(call.body, "maintainer_can_modify", thread.pull.maintainerCanModify);
  if (state === "closed") closeThread(call.world, by, thread);
  if (state === "open") reopenThread(call.world, by, thread);
  return ok(pullShape(call.world, thread));
}

/** Git's own objects and refs, and the commits and branches built of them: https://docs.github.com/en/rest/git */
import { isAncestor } from "../git/history.js";
import { blobAt, commitAt, knownCommit, putBlob, treeAt } from "../git/object-store.js";
import { isFolder, type Commit, type TreeEntry } from "../git/objects.js";
import { entryAt, filesOf, lastPart, treeWithEntries } from "../git/paths.js";
import { toRead, toWrite } from "../http/access.js";
import { commitTree, moveBranch } from "../operations/push.js";
import { blobShape, commitShape, gitCommitShape, refShape, treeShape } from "../shapes/git.js";
import { apiRepo, htmlRepo } from "../state/links.js";
import { notFound, Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { resolveRef } from "../state/resolve-ref.js";
import { flag, objects, oneOf, optionalObject, optionalText, text, texts } from "./body.js";
import { actor, created, NO_CONTENT, ok, param, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";
import { paged } from "./paging.js";

export const git: readonly Endpoint[] = [
  repoEndpoint("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", toRead("contents"), (call, repo) => {
    const blob = blobAt(repo.objects, param(call, "file_sha"));
    if (!blob) throw notFound();
    if (/application\/vnd\.github\.(v3\.)?raw\b/.test(call.accept))
      return ok(blob.bytes, { "content-type": "application/vnd.github.raw; charset=utf-8" });
    return ok(blobShape(call.world, repo, blob));
  }),
  repoEndpoint("POST /repos/{owner}/{repo}/git/blobs", toWrite("contents", "write"), (call, repo) => {
    const encoding = oneOf(optionalText(call.body, "encoding") ?? "utf-8", ["utf-8", "base64"], "encoding");
    const blob = putBlob(repo.objects, Buffer.from(text(call.body, "content"), encoding === "base64" ? "base64" : "utf8"));
    return created({ url: `${apiRepo(call.world, repo)}/git/blobs/${blob.sha}`, sha: blob.sha });
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", toRead("contents"), readTree),
  repoEndpoint("POST /repos/{owner}/{repo}/git/trees", toWrite("contents", "write"), makeTree),
  repoEndpoint("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", toRead("contents"), (call, repo) =>
    ok(gitCommitShape(call.world, repo, commitFound(repo, param(call, "commit_sha")))),
  ),
  repoEndpoint("POST /repos/{owner}/{repo}/git/commits", toWrite("contents", "write"), makeCommit),
  repoEndpoint("GET /repos/{owner}/{repo}/git/ref/{ref}", toRead("contents"), (call, repo) => {
    const name = param(call, "ref");
    const sha = repo.branches.get(name.replace(/^heads\//, ""));
    if (sha === undefined || !name.startsWith("heads/")) throw notFound();
    return ok(refShape(call.world, repo, `refs/${name}`, sha));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", toRead("contents"), (call, repo) => {
    const matching = [...repo.branches].filter(([branch]) => `heads/${branch}`.startsWith(param(call, "ref")));
    return ok(matching.map(([branch, sha]) => refShape(call.world, repo, `refs/heads/${branch}`, sha)));
  }),
  repoEndpoint("POST /repos/{owner}/{repo}/git/refs", toWrite("contents", "write"), makeRef),
  repoEndpoint("PATCH /repos/{owner}/{repo}/git/refs/{ref}", toWrite("contents", "write"), moveRef),
  repoEndpoint("DELETE /repos/{owner}/{repo}/git/refs/{ref}", toWrite("contents", "write"), (call, repo) => {
    const branch = param(call, "ref").replace(/^heads\//, "");
    if (!repo.branches.has(branch)) throw new Refusal(422, "Reference does not exist");
    moveBranch(call.world, actor(call), repo, branch, null);
    return NO_CONTENT;
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/commits", toRead("contents"), (call, repo) => {
    const from = call.query.sha ?? repo.defaultBranch;
    const sha = resolveRef(repo, from);
    if (sha === null) throw notFound();
    const { path, since } = call.query;
    const history = historyOf(repo, sha).filter(({ committer }) => since === undefined || committer.when >= new Date(since));
    const commits = path === undefined ? history : history.filter((commit) => touches(repo, commit, path));
    return paged(call, `/repos/${fullName(repo)}/commits`, commits, (commit) => commitShape(call.world, repo, commit));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/commits/{ref}", toRead("contents"), (call, repo) => {
    const sha = resolveRef(repo, param(call, "ref"));
    if (sha === null) throw new Refusal(422, `No commit found for SHA: ${param(call, "ref")}`);
    return ok(commitShape(call.world, repo, knownCommit(repo.objects, sha)));
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/branches", toRead("contents"), (call, repo) =>
    paged(call, `/repos/${fullName(repo)}/branches`, [...repo.branches], ([name, sha]) => ({
      name,
      commit: { sha, url: `${apiRepo(call.world, repo)}/commits/${sha}` },
      protected: repo.protections.has(name),
    })),
  ),
  repoEndpoint("GET /repos/{owner}/{repo}/branches/{branch}", toRead("contents"), (call, repo) =>
    ok(branchFor(call, repo, param(call, "branch"))),
  ),
  repoEndpoint("GET /repos/{owner}/{repo}/rules/branches/{branch}", toRead("metadata"), (call, repo) =>
    paged(call, `/repos/${fullName(repo)}/rules/branches/${param(call, "branch")}`, rulesOf(repo, param(call, "branch")), (rule) => rule),
  ),
];

function readTree(call: Call, repo: Repo): RestAnswer {
  const name = param(call, "tree_sha");
  const commit = resolveRef(repo, name);
  const tree = treeAt(repo.objects, commit === null ? name : knownCommit(repo.objects, commit).tree);
  if (!tree) throw notFound();
  const whole = call.query.recursive !== undefined;
  const rows = whole ? withFolders(repo, tree.sha, "") : tree.entries.map((entry) => [entry.name, entry] as const);
  return ok(treeShape(call.world, repo, tree, rows, whole ? call.world.trouble.mostEntries() : Infinity));
}

function withFolders(repo: Repo, sha: string, under: string): readonly (readonly [string, TreeEntry])[] {
  return (treeAt(repo.objects, sha)?.entries ?? []).flatMap((entry) => {
    const path = under + entry.name;
    return [[path, entry] as const, ...(isFolder(entry) ? withFolders(repo, entry.sha, `${path}/`) : [])];
  });
}

function makeTree(call: Call, repo: Repo): RestAnswer {
  const base = optionalText(call.body, "base_tree");
  const changes = new Map<string, TreeEntry | null>();
  for (const row of objects(call.body, "tree")) {
    const path = text(row, "path");
    const content = optionalText(row, "content");
    if (row.sha === null) {
      changes.set(path, null);
      continue;
    }
    const sha = content === undefined ? text(row, "sha") : putBlob(repo.objects, content).sha;
    const mode = oneOf(text(row, "mode"), ["100644", "100755", "040000", "120000"], "mode");
    if (!repo.objects.objects.has(sha)) throw new Refusal(422, `tree.sha ${sha} is not a valid blob`);
    if (mode === "040000") for (const [inner, entry] of filesOf(repo.objects, sha, `${path}/`)) changes.set(inner, entry);
    else changes.set(path, { mode, name: lastPart(path), sha });
  }
  const from = base === undefined ? null : (commitAt(repo.objects, base)?.tree ?? base);
  if (from !== null && !treeAt(repo.objects, from)) throw new Refusal(422, "base_tree is not a valid tree oid");
  const tree = treeAt(repo.objects, treeWithEntries(repo.objects, from, changes));
  if (!tree) throw notFound();
  return created(
    treeShape(
      call.world,
      repo,
      tree,
      tree.entries.map((entry) => [entry.name, entry] as const),
    ),
  );
}

function makeCommit(call: Call, repo: Repo): RestAnswer {
  const tree = text(call.body, "tree");
  if (!treeAt(repo.objects, tree)) throw new Refusal(422, "Tree SHA does not exist");
  const parents = texts(call.body, "parents");
  if (!parents.every((sha) => commitAt(repo.objects, sha))) throw new Refusal(422, "Parent SHA does not exist or is not a commit object");
  const author = optionalObject(call.body, "author");
  const signed = author && { name: text(author, "name"), email: text(author, "email") };
  const commit = commitTree(call.world, actor(call), repo, tree, { parents, message: text(call.body, "message"), author: signed });
  return created(gitCommitShape(call.world, repo, commit));
}

function makeRef(call: Call, repo: Repo): RestAnswer {
  const ref = text(call.body, "ref");
  const sha = text(call.body, "sha");
  const branch = ref.replace(/^refs\/heads\//, "");
  if (!ref.startsWith("refs/heads/")) throw new Refusal(422, "Reference name must be in the format refs/heads/BRANCH");
  if (!commitAt(repo.objects, sha)) throw new Refusal(422, "Object does not exist");
  if (repo.branches.has(branch)) throw new Refusal(422, "Reference already exists");
  moveBranch(call.world, actor(call), repo, branch, sha);
  return created(refShape(call.world, repo, ref, sha));
}

function moveRef(call: Call, repo: Repo): RestAnswer {
  const branch = param(call, "ref").replace(/^heads\//, "");
  const sha = text(call.body, "sha");
  const before = repo.branches.get(branch);
  if (before === undefined) throw new Refusal(422, "Reference does not exist");
  if (!commitAt(repo.objects, sha)) throw new Refusal(422, "Object does not exist");
  if (!flag(call.body, "force", false) && !isAncestor(repo.objects, before, sha)) throw new Refusal(422, "Update is not a fast forward");
  moveBranch(call.world, actor(call), repo, branch, sha);
  return ok(refShape(call.world, repo, `refs/heads/${branch}`, sha));
}

/** Of rulesets alone: what classic protection asks for is not told here. */
function rulesOf(repo: Repo, branch: string) {
  const protection = repo.protections.get(branch);
  if (!protection?.ruleset) return [];
  const source = { ruleset_source_type: "Repository", ruleset_source: fullName(repo), ruleset_id: 1 };
  const checks = {
    strict_required_status_checks_policy: protection.strict,
    required_status_checks: protection.checks.map((context) => ({ context })),
  };
  return [
    { type: "deletion", ...source },
    ...(protection.checks.length > 0 ? [{ type: "required_status_checks", parameters: checks, ...source }] : []),
  ];
}

function branchFor(call: Call, repo: Repo, name: string) {
  const sha = repo.branches.get(name);
  if (sha === undefined) throw new Refusal(404, "Branch not found");
  const self = `${apiRepo(call.world, repo)}/branches/${name}`;
  const protection = repo.protections.get(name);
  return {
    name,
    commit: commitShape(call.world, repo, knownCommit(repo.objects, sha)),
    _links: { self, html: `${htmlRepo(call.world, repo)}/tree/${name}` },
    protected: protection !== undefined,
    protection: {
      enabled: protection !== undefined,
      required_status_checks: {
        enforcement_level: protection && protection.checks.length > 0 ? "everyone" : "off",
        contexts: [...(protection?.checks ?? [])],
        checks: (protection?.checks ?? []).map((context) => ({ context, app_id: null })),
      },
    },
    protection_url: `${self}/protection`,
  };
}

function commitFound(repo: Repo, sha: string): Commit {
  const found = commitAt(repo.objects, sha);
  if (!found) throw notFound();
  return found;
}

/** As `git log PATH` has it: a merge that took the file over from one side has not touched it. */
function touches({ objects }: Repo, { tree, parents }: Commit, path: string): boolean {
  const now = entryAt(objects, tree, path)?.sha ?? null;
  const before = parents.map((parent) => entryAt(objects, knownCommit(objects, parent).tree, path)?.sha ?? null);
  return before.length === 0 ? now !== null : before.every((sha) => sha !== now);
}

/** First parents first, newest first. */
function historyOf(repo: Repo, sha: string): readonly Commit[] {
  const found = new Map<string, Commit>();
  const queue = [sha];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (found.has(at)) continue;
    const commit = knownCommit(repo.objects, at);
    found.set(at, commit);
    queue.push(...commit.parents);
  }
  return [...found.values()].sort((a, b) => b.committer.when.getTime() - a.committer.when.getTime());
}

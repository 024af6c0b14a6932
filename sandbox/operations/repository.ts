/** Repositories: created, forked, renamed, archived, deleted; and the App installed on them or taken away. */
import { newObjectStore } from "../git/object-store.js";
import { installationShape } from "../shapes/installation.js";
import { repositoryBrief } from "../shapes/repository.js";
import type { Account } from "../state/accounts.js";
import type { Installation, Permissions } from "../state/installation.js";
import { nodeId } from "../state/numbering.js";
import { fullName, type Repo } from "../state/repo.js";
import { findRepo, installationOf, stamp, type World } from "../state/world.js";
import { moveBranch } from "./push.js";

interface NewRepo {
  readonly owner: Account;
  readonly name: string;
  readonly id?: number | undefined;
  readonly description?: string | null | undefined;
  readonly private?: boolean | undefined;
  readonly defaultBranch?: string | undefined;
  readonly parent?: Repo | undefined;
}

export function addRepo(world: World, wanted: NewRepo): Repo {
  if (findRepo(world, wanted.owner.login, wanted.name))
    throw new Error(`Unexpected name ${wanted.name}, expected one that ${wanted.owner.login} does not use yet`);
  const id = wanted.id ?? world.numbering.next();
  if (world.repos.has(id)) throw new Error(`Unexpected id ${id}, expected one that no repository has yet`);
  const at = stamp(world);
  const repo: Repo = {
    id,
    nodeId: nodeId("R", id),
    owner: wanted.owner,
    name: wanted.name,
    description: wanted.description ?? null,
    private: wanted.private ?? false,
    archived: false,
    deleted: false,
    parent: wanted.parent ?? null,
    objects: wanted.parent?.objects ?? newObjectStore(),
    defaultBranch: wanted.defaultBranch ?? "main",
    branches: new Map(wanted.parent?.branches),
    tags: new Map(),
    collaborators: new Map(),
    labels: new Map(),
    threads: new Map(),
    nextNumber: 1,
    suites: [],
    checks: [],
    commitStatuses: [],
    protections: new Map(),
    codeOwners: [],
    mergeMethods: new Set(["merge", "squash", "rebase"]),
    queue: [],
    createdAt: at,
    updatedAt: at,
    pushedAt: at,
  };
  world.repos.set(id, repo);
  world.nodes.set(repo.nodeId, { kind: "repo", repo });
  return repo;
}

export function forkRepo(world: World, by: Account, parent: Repo): Repo {
  const known = [...world.repos.values()].find((repo) => repo.parent === parent && repo.owner === by && !repo.deleted);
  return known ?? addRepo(world, { owner: by, name: parent.name, parent, defaultBranch: parent.defaultBranch });
}

export function renameRepo(world: World, by: Account, repo: Repo, name: string): void {
  const from = repo.name;
  world.formerNames.set(fullName(repo).toLowerCase(), repo);
  repo.name = name;
  world.formerNames.delete(fullName(repo).toLowerCase());
  world.emit({ name: "repository", action: "renamed", repo, sender: by, body: () => ({ changes: { repository: { name: { from } } } }) });
}

export function archiveRepo(world: World, by: Account, repo: Repo, archived: boolean): void {
  repo.archived = archived;
  world.emit({ name: "repository", action: archived ? "archived" : "unarchived", repo, sender: by, body: () => ({}) });
}

/** A deleted fork leaves its commits behind in the network; its open pull requests stay, without a repository behind the head. */
export function deleteRepo(world: World, by: Account, repo: Repo): void {
  world.emit({ name: "repository", action: "deleted", repo, sender: by, body: () => ({}) });
  repo.deleted = true;
  for (const installation of world.installations.values()) installation.repositories.delete(repo);
}

export function defaultBranchMoves(world: World, by: Account, repo: Repo, branch: string): void {
  const from = repo.defaultBranch;
  const tip = repo.branches.get(from);
  if (!repo.branches.has(branch) && tip !== undefined) moveBranch(world, by, repo, branch, tip);
  repo.defaultBranch = branch;
  world.emit({ name: "repository", action: "edited", repo, sender: by, body: () => ({ changes: { default_branch: { from } } }) });
}

/** Installs the App on the repository's account, or adds the repository to the installation there is. */
export function install(world: World, by: Account, repo: Repo, permissions: Permissions = world.app.permissions): Installation {
  const here = installationOf(world, repo);
  if (here) return here;
  const known = [...world.installations.values()].find((one) => one.account === repo.owner);
  if (known) {
    known.repositories.add(repo);
    tellRepositories(world, by, known, "added", repo);
    return known;
  }
  const at = stamp(world);
  const id = world.numbering.next();
  const installation: Installation = {
    id,
    account: repo.owner,
    permissions,
    repositories: new Set([repo]),
    suspendedAt: null,
    createdAt: at,
    updatedAt: at,
  };
  world.installations.set(id, installation);
  tellInstallation(world, by, installation, "created");
  return installation;
}

/** Takes one repository from an installation; the installation stays, perhaps with none. */
export function removeFromInstallation(world: World, by: Account, repo: Repo): void {
  const installation = installationOf(world, repo);
  if (!installation) return;
  installation.repositories.delete(repo);
  tellRepositories(world, by, installation, "removed", repo);
}

export function uninstall(world: World, by: Account, installation: Installation): void {
  world.installations.delete(installation.id);
  tellInstallation(world, by, installation, "deleted");
}

export function suspend(world: World, by: Account, installation: Installation, suspended: boolean): void {
  if (suspended) tellInstallation(world, by, installation, "suspend", stamp(world));
  installation.suspendedAt = suspended ? stamp(world) : null;
  if (!suspended) tellInstallation(world, by, installation, "unsuspend");
}

export function acceptPermissions(world: World, by: Account, installation: Installation, permissions: Permissions): void {
  installation.permissions = permissions;
  installation.updatedAt = stamp(world);
  tellInstallation(world, by, installation, "new_permissions_accepted");
}

function tellInstallation(world: World, by: Account, installation: Installation, action: string, suspendedAt: string | null = null): void {
  world.emit({
    name: "installation",
    action,
    repo: null,
    installation,
    sender: by,
    body: () => ({
      installation: { ...installationShape(world, installation), suspended_at: suspendedAt },
      ...(!SAYS_NO_REPOSITORIES.has(action) && { repositories: [...installation.repositories].map(repositoryBrief) }),
    }),
  });
}

/** So the examples of `@octokit/webhooks-examples`, which were recorded. */
const SAYS_NO_REPOSITORIES: ReadonlySet<string> = new Set(["suspend", "unsuspend"]);

function tellRepositories(world: World, by: Account, installation: Installation, action: "added" | "removed", repo: Repo): void {
  world.emit({
    name: "installation_repositories",
    action,
    repo: null,
    installation,
    sender: by,
    body: () => ({
      installation: installationShape(world, installation),
      repository_selection: "selected",
      repositories_added: action === "added" ? [repositoryBrief(repo)] : [],
      repositories_removed: action === "removed" ? [repositoryBrief(repo)] : [],
      requester: null,
    }),
  });
}

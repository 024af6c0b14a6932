/** A repository as scripts want it: with its people, its first files, and the App installed. */
import type { Files } from "../git/paths.js";
import type { Account } from "../state/accounts.js";
import { adminLogin, type Repo, type Role } from "../state/repo.js";
import type { World } from "../state/world.js";
import { commitFiles, moveBranch } from "./push.js";
import { addRepo, install } from "./repository.js";

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly files?: Files;
  /** Logins with write access, or roles by login. */
  readonly collaborators?: readonly string[] | Readonly<Record<string, Role>>;
  /** Collaborators who also belong to the owning organization. */
  readonly members?: readonly string[];
  readonly id?: number;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  readonly description?: string;
  /** A person owns it, not an organization. */
  readonly personal?: boolean;
  /** Installs the App on it; yes unless false. */
  readonly install?: boolean;
}

export function createRepository(world: World, wanted: NewRepository): Repo {
  const owner = world.people.ensure(wanted.owner, wanted.personal ? "User" : "Organization");
  const repo = addRepo(world, { ...wanted, owner });
  const roles = Array.isArray(wanted.collaborators)
    ? wanted.collaborators.map((login: string) => [login, "write"] as const)
    : Object.entries((wanted.collaborators ?? {}) as Readonly<Record<string, Role>>);
  const members = new Set((wanted.members ?? []).map((login) => login.toLowerCase()));
  for (const login of wanted.members ?? []) add(login, "write");
  for (const [login, role] of roles) add(login, role);
  const admin = adminOf(world, repo);
  if (wanted.install !== false) install(world, admin, repo);
  const files = wanted.files ?? { "README.md": `# ${wanted.name}\n` };
  const first = commitFiles(world, admin, repo, files, { parents: [], message: "Initial commit" });
  moveBranch(world, admin, repo, repo.defaultBranch, first.sha);
  return repo;

  function add(login: string, role: Role): void {
    repo.collaborators.set(login.toLowerCase(), { person: world.people.ensure(login), role, member: members.has(login.toLowerCase()) });
  }
}

/** Who acts for the owner: the person themselves, or somebody who runs the organization. */
export function adminOf(world: World, { owner }: Repo): Account {
  return owner.kind === "User" ? owner : world.people.ensure(adminLogin(owner));
}

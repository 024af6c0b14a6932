/** Who may do what where: one place for REST and GraphQL alike. */
import { allows, type PermissionLevel, type Permission } from "../state/installation.js";
import { notAccessible, notFound, Refusal } from "../state/refusal.js";
import { hasRole, type Repo, type Role } from "../state/repo.js";
import type { Caller } from "./caller.js";

export interface Need {
  /** An installation must hold one of these at this level. */
  readonly permissions: readonly Permission[];
  readonly level: PermissionLevel;
  /** A person must have at least this role; null where everybody may. */
  readonly role: Role | null;
}

export function toRead(...permissions: Permission[]): Need {
  return { permissions, level: "read", role: null };
}

/** `role` null: as commenting, open to everybody who can see the repository. */
export function toWrite(permissions: Permission | readonly Permission[], role: Role | null): Need {
  return { permissions: typeof permissions === "string" ? [permissions] : permissions, level: "write", role };
}

/**
 * Throws GitHub's 403 or 404.
 * Stricter than GitHub in one thing: a missing read permission is refused on public repositories too,
 * so that an App which works here works on private ones.
 */
export function enter(caller: Caller, repo: Repo, need: Need): void {
  switch (caller.kind) {
    case "installation":
      enterWithToken(caller, repo, need);
      return;
    case "user":
      if (repo.private && !hasRole(repo, caller.person, "read")) throw notFound();
      if (need.role !== null && !hasRole(repo, caller.person, need.role)) throw new Refusal(403, "Must have push access to repository");
      if (need.permissions.includes("checks") && need.level === "write") throw new Refusal(403, "You must authenticate via a GitHub App.");
      break;
    case "app":
    case "nobody":
      if (repo.private) throw notFound();
      if (need.level === "write" || caller.kind === "app") throw new Refusal(401, "Requires authentication");
  }
  keepArchive(repo, need);
}

function enterWithToken(caller: Extract<Caller, { kind: "installation" }>, repo: Repo, need: Need): void {
  const within = caller.installation.repositories.has(repo) && (caller.only?.has(repo) ?? true);
  if (!within) {
    if (repo.private) throw notFound();
    if (need.level === "write") throw notAccessible();
    return;
  }
  if (!need.permissions.some((permission) => allows(caller.permissions, permission, need.level))) throw notAccessible();
  keepArchive(repo, need);
}

function keepArchive(repo: Repo, need: Need): void {
  if (repo.archived && need.level === "write") throw new Refusal(403, "Repository was archived so is read-only.");
}

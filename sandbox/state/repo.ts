/** Repositories: their names, and who may do what in them. */
import type { Account } from "./accounts.js";
import type { Repo, Role } from "./records.js";

export type { MergeMethod, Protection, Repo, Role } from "./records.js";

export function fullName(repo: Repo): string {
  return `${repo.owner.login}/${repo.name}`;
}

const RANK: Readonly<Record<Role, number>> = { read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

/** The login of somebody who runs an organization, and acts for it. */
export function adminLogin(owner: Account): string {
  return `${owner.login}-admin`;
}

/** The role of a person here; null for a passer-by, who may still read what is public. */
export function roleOf(repo: Repo, person: Account): Role | null {
  if (repo.owner === person || person.login === adminLogin(repo.owner)) return "admin";
  return repo.collaborators.get(person.login.toLowerCase())?.role ?? null;
}

export function hasRole(repo: Repo, person: Account, least: Role): boolean {
  const role = roleOf(repo, person);
  return role !== null && RANK[role] >= RANK[least];
}

type Association = "OWNER" | "MEMBER" | "COLLABORATOR" | "CONTRIBUTOR" | "FIRST_TIME_CONTRIBUTOR" | "NONE";

/** `author_association`: what somebody is to the repository, as GitHub shows beside their name. */
export function associationOf(repo: Repo, person: Account | null, inPull = false): Association {
  if (!person) return "NONE";
  if (repo.owner === person) return "OWNER";
  const collaborator = repo.collaborators.get(person.login.toLowerCase());
  if (collaborator) return collaborator.member ? "MEMBER" : "COLLABORATOR";
  const merged = [...repo.threads.values()].some((thread) => thread.author === person && thread.pull?.merged);
  if (merged) return "CONTRIBUTOR";
  return inPull && person.kind === "User" ? "FIRST_TIME_CONTRIBUTOR" : "NONE";
}

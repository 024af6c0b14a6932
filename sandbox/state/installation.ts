/** The App and its installations: what it may do, and where. */
import type { Account } from "./accounts.js";
import type { Repo } from "./repo.js";

export type PermissionLevel = "read" | "write";
export type Permission =
  "actions" | "administration" | "checks" | "contents" | "issues" | "members" | "metadata" | "pull_requests" | "statuses" | "workflows";
export type Permissions = Readonly<Partial<Record<Permission, PermissionLevel>>>;

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly bot: Account;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  permissions: Permissions;
  events: readonly string[];
  readonly createdAt: string;
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  permissions: Permissions;
  readonly repositories: Set<Repo>;
  suspendedAt: string | null;
  readonly createdAt: string;
  updatedAt: string;
}

/** Whether `held` covers `level` of a permission; everybody may read metadata. */
export function allows(held: Permissions, permission: Permission, level: PermissionLevel): boolean {
  if (permission === "metadata") return level === "read";
  return held[permission] === "write" || (level === "read" && held[permission] === "read");
}

/** The App's own endpoints: itself, its installations and their tokens. https://docs.github.com/en/rest/apps/apps */
import { enter, toRead } from "../http/access.js";
import { clientIdOf } from "../http/caller.js";
import { installationShape, integrationShape } from "../shapes/installation.js";
import { fullRepositoryShape, repositoryShape } from "../shapes/repository.js";
import { userShape } from "../shapes/user.js";
import { allows, type Installation, type PermissionLevel, type Permission, type Permissions } from "../state/installation.js";
import { notFound, Refusal } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import { installationOf } from "../state/world.js";
import { optionalObject, texts } from "./body.js";
import { created, endpoint, numberParam, ok, param, repoEndpoint, type Call, type Endpoint } from "./endpoint.js";
import { countedPage, paged } from "./paging.js";

export const apps: readonly Endpoint[] = [
  endpoint("GET /app", (call) => {
    asApp(call);
    return ok({
      ...integrationShape(call.world),
      client_id: clientIdOf(call.world.app.id),
      installations_count: call.world.installations.size,
    });
  }),
  endpoint("GET /app/installations", (call) => {
    asApp(call);
    return paged(call, "/app/installations", [...call.world.installations.values()], (one) => installationShape(call.world, one));
  }),
  endpoint("GET /app/installations/{installation_id}", (call) => {
    asApp(call);
    return ok(installationShape(call.world, installationAt(call)));
  }),
  endpoint("POST /app/installations/{installation_id}/access_tokens", (call) => {
    asApp(call);
    return created(tokenFor(call, installationAt(call)));
  }),
  endpoint("GET /installation/repositories", (call) => {
    if (call.caller.kind !== "installation")
      throw new Refusal(403, "You must authenticate with an installation access token in order to list repositories for an installation.");
    const { installation, only } = call.caller;
    const repos = [...installation.repositories].filter((repo) => only?.has(repo) ?? true);
    return countedPage(call, "/installation/repositories", "repositories", repos, (repo) =>
      repositoryShape(call.world, repo, call.world.app.bot),
    );
  }),
  endpoint("GET /users/{username}/installation", installationOfAccount("username")),
  endpoint("GET /orgs/{org}/installation", installationOfAccount("org")),
  endpoint("GET /repos/{owner}/{repo}/installation", (call) => {
    asApp(call);
    const wanted = `${param(call, "owner")}/${param(call, "repo")}`.toLowerCase();
    const repo = [...call.world.repos.values()].find((one) => !one.deleted && `${one.owner.login}/${one.name}`.toLowerCase() === wanted);
    const installation = repo ? installationOf(call.world, repo) : null;
    if (!installation) throw notFound();
    return ok(installationShape(call.world, installation));
  }),
];

export const repositories: readonly Endpoint[] = [
  repoEndpoint("GET /repos/{owner}/{repo}", toRead("metadata"), (call, repo) => ok(repositoryFor(call, repo))),
];

/** How pull requests are merged is told to everybody; what becomes of branches, to those who may push. */
function repositoryFor(call: Call, repo: Repo) {
  const viewer = call.caller.kind === "user" ? call.caller.person : null;
  enter(call.caller, repo, toRead("metadata"));
  const full = fullRepositoryShape(call.world, repo, viewer);
  return {
    ...repositoryShape(call.world, repo, viewer),
    allow_squash_merge: full.allow_squash_merge,
    allow_merge_commit: full.allow_merge_commit,
    allow_rebase_merge: full.allow_rebase_merge,
    ...(full.permissions?.push === true && { ...full, temp_clone_token: "" }),
    ...(repo.owner.kind === "Organization" && { organization: userShape(call.world, repo.owner) }),
  };
}

export function asApp(call: Call): void {
  if (call.caller.kind === "app") return;
  throw new Refusal(401, "A JSON web token could not be decoded");
}

function installationAt(call: Call): Installation {
  const found = call.world.installations.get(numberParam(call, "installation_id"));
  if (!found) throw notFound();
  return found;
}

function installationOfAccount(name: string) {
  return (call: Call) => {
    asApp(call);
    const login = param(call, name).toLowerCase();
    const found = [...call.world.installations.values()].find(({ account }) => account.login.toLowerCase() === login);
    if (!found) throw notFound();
    return ok(installationShape(call.world, found));
  };
}

function tokenFor(call: Call, installation: Installation) {
  if (installation.suspendedAt !== null) throw new Refusal(403, "This installation has been suspended");
  const only = wantedRepos(call, installation);
  const permissions = wantedPermissions(call, installation);
  const { token, expiresAt } = call.gate.issue(installation, permissions, only);
  return {
    token,
    expires_at: `${expiresAt.toISOString().slice(0, 19)}Z`,
    permissions: { ...(permissions ?? installation.permissions), metadata: "read" },
    repository_selection: "selected",
    ...(only && { repositories: [...only].map((repo) => repositoryShape(call.world, repo)) }),
  };
}

function wantedRepos(call: Call, installation: Installation): ReadonlySet<Repo> | null {
  const names = texts(call.body, "repositories").map((name) => name.toLowerCase());
  const ids = call.body.repository_ids;
  if (names.length === 0 && !Array.isArray(ids)) return null;
  const wanted = [...installation.repositories].filter(
    (repo) => names.includes(repo.name.toLowerCase()) || (Array.isArray(ids) && ids.includes(repo.id)),
  );
  const asked = names.length + (Array.isArray(ids) ? ids.length : 0);
  if (wanted.length < asked)
    throw new Refusal(422, "There is at least one repository that does not exist or is not accessible to the parent installation.");
  return new Set(wanted);
}

function wantedPermissions(call: Call, installation: Installation): Permissions | null {
  const wanted = optionalObject(call.body, "permissions");
  if (!wanted) return null;
  for (const [name, level] of Object.entries(wanted)) {
    if (!allows(installation.permissions, name as Permission, level as PermissionLevel)) {
      throw new Refusal(422, "The permissions requested are not granted to this installation.");
    }
  }
  return wanted;
}

/** Users and collaborators: https://docs.github.com/en/rest/collaborators/collaborators */
import { toRead } from "../http/access.js";
import { publicUserShape, userShape } from "../shapes/user.js";
import type { Account } from "../state/accounts.js";
import { allows } from "../state/installation.js";
import { notAccessible, notFound, Refusal } from "../state/refusal.js";
import { fullName, hasRole, roleOf, type Repo } from "../state/repo.js";
import type { World } from "../state/world.js";
import { endpoint, NO_CONTENT, ok, param, repoEndpoint, type Call, type Endpoint } from "./endpoint.js";
import { paged } from "./paging.js";

export const people: readonly Endpoint[] = [
  endpoint("GET /user", (call) => {
    if (call.caller.kind === "installation") throw new Refusal(403, "Resource not accessible by integration");
    if (call.caller.kind !== "user") throw new Refusal(401, "Requires authentication");
    return ok(publicUserShape(call.world, call.caller.person));
  }),
  endpoint("GET /users/{username}", (call) => ok(publicUserShape(call.world, personNamed(call)))),
  endpoint("GET /orgs/{org}/teams/{team_slug}/members", (call) => {
    const { caller, world } = call;
    if (caller.kind !== "installation" || !allows(caller.permissions, "members", "read")) throw notAccessible();
    const name = `${param(call, "org")}/${param(call, "team_slug")}`;
    const members = world.teams.get(name.toLowerCase());
    if (!members) throw notFound();
    return paged(call, `/orgs/${param(call, "org")}/teams/${param(call, "team_slug")}/members`, members, (person) =>
      userShape(world, person),
    );
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/collaborators", toRead("metadata"), (call, repo) =>
    paged(call, `/repos/${fullName(repo)}/collaborators`, everyone(repo), (person) => collaboratorShape(call.world, repo, person)),
  ),
  repoEndpoint("GET /repos/{owner}/{repo}/collaborators/{username}", toRead("metadata"), (call, repo) => {
    const person = call.world.people.find(param(call, "username"));
    if (!person || roleOf(repo, person) === null) throw notFound();
    return NO_CONTENT;
  }),
  repoEndpoint("GET /repos/{owner}/{repo}/collaborators/{username}/permission", toRead("metadata"), (call, repo) => {
    const person = call.world.people.find(param(call, "username"));
    if (!person) throw new Refusal(404, `${param(call, "username")} is not a user`);
    const role = roleOf(repo, person) ?? (repo.private ? "none" : "read");
    // The older word knows no triage and no maintain: https://docs.github.com/en/rest/collaborators/collaborators
    const permission = role === "maintain" ? "write" : role === "triage" ? "read" : role;
    return ok({ permission, role_name: role, user: collaboratorShape(call.world, repo, person) });
  }),
];

function personNamed(call: Call): Account {
  const found = call.world.people.find(param(call, "username"));
  if (!found) throw notFound();
  return found;
}

function everyone(repo: Repo): readonly Account[] {
  const owner = repo.owner.kind === "User" ? [repo.owner] : [];
  return [...owner, ...[...repo.collaborators.values()].map(({ person }) => person)];
}

function collaboratorShape(world: World, repo: Repo, person: Account) {
  return {
    ...userShape(world, person),
    permissions: {
      pull: !repo.private || hasRole(repo, person, "read"),
      triage: hasRole(repo, person, "triage"),
      push: hasRole(repo, person, "write"),
      maintain: hasRole(repo, person, "maintain"),
      admin: hasRole(repo, person, "admin"),
    },
    role_name: roleOf(repo, person) ?? "read",
  };
}

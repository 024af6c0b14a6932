/** Accounts as REST shows them: https://docs.github.com/en/rest/users/users */
import type { Account } from "../state/accounts.js";
import type { World } from "../state/world.js";

export function userShape(world: World, person: Account) {
  const api = `${world.apiBase}/users/${encodeURIComponent(person.login)}`;
  return {
    login: person.login,
    id: person.id,
    node_id: person.nodeId,
    avatar_url: `${world.webBase}/avatars/u/${person.id}`,
    gravatar_id: "",
    url: api,
    html_url: person.kind === "Bot" ? `${world.webBase}/apps/${person.login.replace("[bot]", "")}` : `${world.webBase}/${person.login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: person.kind,
    user_view_type: "public",
    site_admin: false,
  };
}

export function userOrNull(world: World, person: Account | null) {
  return person ? userShape(world, person) : null;
}

/** The account on its own page, with the rest of what everybody may know. */
export function publicUserShape(world: World, person: Account) {
  const repos = [...world.repos.values()].filter((repo) => repo.owner === person && !repo.deleted && !repo.private).length;
  return {
    ...userShape(world, person),
    name: person.name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repos,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: person.createdAt,
    updated_at: person.createdAt,
  };
}

export function organizationShape(world: World, person: Account) {
  const api = `${world.apiBase}/orgs/${person.login}`;
  return {
    login: person.login,
    id: person.id,
    node_id: person.nodeId,
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${world.webBase}/avatars/u/${person.id}`,
    description: null,
  };
}

/** Repositories as REST and webhooks show them: https://docs.github.com/en/rest/repos/repos */
import type { Account } from "../state/accounts.js";
import { apiRepo, htmlRepo } from "../state/links.js";
import { fullName, hasRole, type Repo } from "../state/repo.js";
import type { World } from "../state/world.js";
import { userShape } from "./user.js";

/** Every member that any official schema of a repository asks for. `viewer` adds what that person may do. */
export function repositoryShape(world: World, repo: Repo, viewer: Account | null = null) {
  const api = apiRepo(world, repo);
  const open = [...repo.threads.values()].filter((thread) => thread.open).length;
  const forks = [...world.repos.values()].filter((other) => other.parent === repo && !other.deleted).length;
  const html = htmlRepo(world, repo);
  return {
    id: repo.id,
    node_id: repo.nodeId,
    name: repo.name,
    full_name: fullName(repo),
    private: repo.private,
    owner: userShape(world, repo.owner),
    html_url: html,
    description: repo.description,
    fork: repo.parent !== null,
    url: api,
    ...addresses(api),
    git_url: `git:${html.replace(/^https?:/, "")}.git`,
    ssh_url: `git@github.com:${fullName(repo)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    created_at: repo.createdAt,
    updated_at: repo.updatedAt,
    pushed_at: repo.pushedAt,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: false,
    has_downloads: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: forks,
    archived: repo.archived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repo.private ? "private" : "public",
    forks,
    open_issues: open,
    watchers: 0,
    default_branch: repo.defaultBranch,
    network_count: forks,
    subscribers_count: 0,
    ...(viewer && { permissions: permissionsOf(repo, viewer) }),
  };
}

/** As above, with how pull requests may be merged: `full-repository`, and both ends of a pull request in a webhook. */
export function fullRepositoryShape(world: World, repo: Repo, viewer: Account | null = null) {
  return {
    ...repositoryShape(world, repo, viewer),
    allow_squash_merge: repo.mergeMethods.has("squash"),
    allow_merge_commit: repo.mergeMethods.has("merge"),
    allow_rebase_merge: repo.mergeMethods.has("rebase"),
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    allow_update_branch: false,
    use_squash_pr_title_as_default: false,
    squash_merge_commit_message: "COMMIT_MESSAGES",
    squash_merge_commit_title: "COMMIT_OR_PR_TITLE",
    merge_commit_message: "PR_TITLE",
    merge_commit_title: "MERGE_MESSAGE",
    ...(repo.parent && { parent: repositoryShape(world, repo.parent), source: repositoryShape(world, repo.parent) }),
  };
}

/** The few members that an installation's webhooks give. */
export function repositoryBrief(repo: Repo) {
  return { id: repo.id, node_id: repo.nodeId, name: repo.name, full_name: fullName(repo), private: repo.private };
}

function permissionsOf(repo: Repo, viewer: Account) {
  return {
    admin: hasRole(repo, viewer, "admin"),
    maintain: hasRole(repo, viewer, "maintain"),
    push: hasRole(repo, viewer, "write"),
    triage: hasRole(repo, viewer, "triage"),
    pull: !repo.private || hasRole(repo, viewer, "read"),
  };
}

function addresses(api: string) {
  return {
    forks_url: `${api}/forks`,
    keys_url: `${api}/keys{/key_id}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    teams_url: `${api}/teams`,
    hooks_url: `${api}/hooks`,
    issue_events_url: `${api}/issues/events{/number}`,
    events_url: `${api}/events`,
    assignees_url: `${api}/assignees{/user}`,
    branches_url: `${api}/branches{/branch}`,
    tags_url: `${api}/tags`,
    blobs_url: `${api}/git/blobs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    trees_url: `${api}/git/trees{/sha}`,
    statuses_url: `${api}/statuses/{sha}`,
    languages_url: `${api}/languages`,
    stargazers_url: `${api}/stargazers`,
    contributors_url: `${api}/contributors`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    commits_url: `${api}/commits{/sha}`,
    git_commits_url: `${api}/git/commits{/sha}`,
    comments_url: `${api}/comments{/number}`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    contents_url: `${api}/contents/{+path}`,
    compare_url: `${api}/compare/{base}...{head}`,
    merges_url: `${api}/merges`,
    archive_url: `${api}/{archive_format}{/ref}`,
    downloads_url: `${api}/downloads`,
    issues_url: `${api}/issues{/number}`,
    pulls_url: `${api}/pulls{/number}`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    labels_url: `${api}/labels{/name}`,
    releases_url: `${api}/releases{/id}`,
    deployments_url: `${api}/deployments`,
  };
}

/** Repositories in GraphQL. */
import { toRead } from "../http/access.js";
import { htmlRepo } from "../state/links.js";
import { Refusal } from "../state/refusal.js";
import { fullName, type Repo } from "../state/repo.js";
import { isPull } from "../state/thread.js";
import { findRepo } from "../state/world.js";
import { connection, ordered, type Paging } from "./connection.js";
import { objectAt, refFields } from "./git-object.js";
import { pullsOf, type PullArgs } from "./pull-request.js";
import { issuesOf, type IssueArgs } from "./thread.js";
import { demand, type GraphqlFields, type GraphqlView } from "./view.js";

/** GraphQL follows renames by itself, where REST redirects. */
export function repositoryNamed(view: GraphqlView, owner: string, name: string, followRenames: boolean): GraphqlFields {
  const former = view.world.formerNames.get(`${owner}/${name}`.toLowerCase());
  const repo = findRepo(view.world, owner, name) ?? (followRenames && former && !former.deleted ? former : null);
  const missing = () => new Refusal(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  if (!repo) throw missing();
  try {
    demand(view, repo, toRead("metadata"));
  } catch {
    throw missing();
  }
  return repoFields(view, repo);
}

export function repoFields(view: GraphqlView, repo: Repo): GraphqlFields {
  const { owner } = repo;
  return {
    __typename: "Repository",
    id: repo.nodeId,
    databaseId: repo.id,
    name: repo.name,
    nameWithOwner: fullName(repo),
    owner: () => view.show.person(view, owner),
    description: repo.description,
    url: htmlRepo(view.world, repo),
    resourcePath: `/${fullName(repo)}`,
    isArchived: repo.archived,
    isDisabled: false,
    isFork: repo.parent !== null,
    isPrivate: repo.private,
    isEmpty: repo.branches.size === 0,
    visibility: repo.private ? "PRIVATE" : "PUBLIC",
    hasIssuesEnabled: true,
    mergeCommitAllowed: repo.mergeMethods.has("merge"),
    squashMergeAllowed: repo.mergeMethods.has("squash"),
    rebaseMergeAllowed: repo.mergeMethods.has("rebase"),
    createdAt: repo.createdAt,
    updatedAt: repo.updatedAt,
    pushedAt: repo.pushedAt,
    parent: () => (repo.parent ? repoFields(view, repo.parent) : null),
    defaultBranchRef: () => {
      demand(view, repo, toRead("contents"));
      return refFields(view, repo, repo.defaultBranch);
    },
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) => {
      demand(view, repo, toRead("contents"));
      return refFields(view, repo, qualifiedName.replace(/^refs\/heads\//, ""));
    },
    object: ({ expression = null, oid = null }: { readonly expression?: string | null; readonly oid?: string | null }) =>
      objectAt(view, repo, expression, oid),
    pullRequests: (args: PullArgs) => pullsOf(view, repo, args),
    pullRequest: ({ number }: { readonly number: number }) => {
      demand(view, repo, toRead("pull_requests"));
      const thread = repo.threads.get(number);
      if (!thread || !isPull(thread)) throw new Refusal(404, `Could not resolve to a PullRequest with the number of ${number}.`);
      return view.show.pull(view, thread);
    },
    issues: (args: IssueArgs) => issuesOf(view, repo, args),
    issue: ({ number }: { readonly number: number }) => {
      demand(view, repo, toRead("issues"));
      const thread = repo.threads.get(number);
      if (!thread || thread.pull) throw new Refusal(404, `Could not resolve to an Issue with the number of ${number}.`);
      return view.show.thread(view, thread);
    },
    issueOrPullRequest: ({ number }: { readonly number: number }) => {
      demand(view, repo, toRead("issues", "pull_requests"));
      const thread = repo.threads.get(number);
      if (!thread) throw new Refusal(404, `Could not resolve to an issue or pull request with the number of ${number}.`);
      return isPull(thread) ? view.show.pull(view, thread) : view.show.thread(view, thread);
    },
    label: ({ name }: { readonly name: string }) => {
      const label = repo.labels.get(name.toLowerCase());
      return label ? view.show.label(view, repo, label) : null;
    },
    labels: (paging: Paging & { readonly query?: string | null }) => {
      const { query } = paging;
      const found = [...repo.labels.values()].filter((label) => !query || label.name.toLowerCase().includes(query.toLowerCase()));
      return connection(
        ordered(found, "ASC", (label) => label.createdAt),
        paging,
        (label) => label.id,
        (label) => view.show.label(view, repo, label),
      );
    },
    collaborators: (paging: Paging) => {
      const people = [...repo.collaborators.values()].map(({ person }) => person);
      return connection(
        people,
        paging,
        (person) => person.id,
        (person) => view.show.person(view, person),
      );
    },
  };
}

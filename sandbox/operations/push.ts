/** Commits made and branches moved, with all that follows: pull requests move along, conflict, or turn out to be merged. */
import { changesBetween, changesFrom } from "../git/changes.js";
import { commitsBetween, isAncestor } from "../git/history.js";
import { commitAt, knownCommit, putCommit } from "../git/object-store.js";
import type { Commit, Sha, Signature } from "../git/objects.js";
import { treeWith, type Files, type Modes } from "../git/paths.js";
import type { Account } from "../state/accounts.js";
import { htmlRepo } from "../state/links.js";
import type { Repo } from "../state/repo.js";
import { isPull, type PullThread } from "../state/thread.js";
import { happens, stamp, type World } from "../state/world.js";
import { requestSuite } from "./check.js";
import { tellPull } from "./news.js";
import { dismissReview } from "./review.js";
import { closeThread } from "./thread.js";

const NOTHING = "0".repeat(40);

interface NewCommit {
  readonly parents: readonly Sha[];
  readonly message: string;
  /** Those who wrote and who committed, when not the one who acts. */
  readonly author?: { readonly name: string; readonly email: string } | undefined;
  readonly committer?: { readonly name: string; readonly email: string } | undefined;
  /** Now when not given. */
  readonly at?: Date | undefined;
  /** Of files that are more than plain text. */
  readonly modes?: Modes | undefined;
}

function signatureOf(world: World, person: Account): Signature {
  return { name: person.name ?? person.login, email: person.email, when: world.clock.now() };
}

/** A commit of `files` upon the first parent's tree. */
export function commitFiles(world: World, by: Account, repo: Repo, files: Files, commit: NewCommit): Commit {
  const [parent] = commit.parents;
  const tree = treeWith(repo.objects, parent === undefined ? null : knownCommit(repo.objects, parent).tree, files, commit.modes);
  return commitTree(world, by, repo, tree, commit);
}

export function commitTree(world: World, by: Account, repo: Repo, tree: Sha, commit: NewCommit): Commit {
  const me = { ...signatureOf(world, by), ...(commit.at && { when: commit.at }) };
  return putCommit(repo.objects, {
    tree,
    parents: commit.parents,
    message: commit.message,
    author: { ...me, ...commit.author },
    committer: { ...me, ...commit.committer },
  });
}

/** Points a branch at `sha` (null deletes it), tells the App, and moves every pull request that this concerns. */
export function moveBranch(world: World, by: Account, repo: Repo, branch: string, sha: Sha | null): void {
  const before = repo.branches.get(branch) ?? null;
  if (before === sha) return;
  if (sha === null) repo.branches.delete(branch);
  else repo.branches.set(branch, sha);
  repo.pushedAt = stamp(world);
  repo.updatedAt = repo.pushedAt;
  tellPush(world, by, repo, branch, before, sha);
  if (sha !== null) requestSuite(world, by, repo, sha);
  const rewritten = before !== null && sha !== null && !isAncestor(repo.objects, before, sha);
  for (const thread of openPulls(world, repo)) {
    // What a pull request changes is worked out anew once its base is another history.
    if (rewritten && thread.repo === repo && thread.pull.base === branch) thread.pull.baseSha = sha;
    if (thread.pull.head.repo === repo && thread.pull.head.branch === branch) moveHead(world, by, thread, sha);
    if (thread.repo === repo && thread.pull.base === branch && sha !== null) noticeMerged(world, by, thread, sha);
  }
}

function openPulls(world: World, repo: Repo): readonly PullThread[] {
  const network = [...world.repos.values()].filter((other) => other.objects === repo.objects);
  return network
    .flatMap((other) => [...other.threads.values()])
    .filter(isPull)
    .filter((thread) => thread.open);
}

function moveHead(world: World, by: Account, thread: PullThread, sha: Sha | null): void {
  const { pull, repo } = thread;
  if (sha === null) {
    happens(world, thread, by, { kind: "head deleted", branch: pull.head.branch });
    closeThread(world, by, thread);
    return;
  }
  const before = pull.head.sha;
  const baseSha = repo.branches.get(pull.base) ?? pull.baseSha;
  pull.head.sha = sha;
  pull.baseSha = baseSha;
  if (isAncestor(repo.objects, before, sha)) {
    for (const commit of commitsBetween(repo.objects, before, sha)) {
      if (!isAncestor(repo.objects, commit.sha, baseSha)) happens(world, thread, by, { kind: "committed", sha: commit.sha });
    }
  } else happens(world, thread, by, { kind: "forced", before, after: sha });
  tellPull(world, thread, "synchronize", by, () => ({ before, after: sha }));
  if (repo.protections.get(pull.base)?.dismissStale) dismissStale(world, by, thread);
}

/**
 * Those of another difference: one that only takes in the base, or is rebased, brings nothing to review
 * (https://github.com/strands-labs/robots/pull/1852, https://github.com/orgs/community/discussions/37266).
 */
function dismissStale(world: World, by: Account, thread: PullThread): void {
  const { pull } = thread;
  const now = differenceOf(thread, pull.head.sha);
  for (const review of pull.reviews) {
    if (review.state === "APPROVED" && differenceOf(thread, review.commit) !== now) dismissReview(world, by, thread, review, null);
  }
}

function differenceOf({ repo, pull }: PullThread, head: Sha): string {
  const changes = changesFrom(repo.objects, pull.baseSha, head);
  return JSON.stringify(changes.map(({ path, previousPath, change, sha, lines }) => [path, previousPath, change, lines().patch ?? sha]));
}

/** A pull request whose head reaches its base by any push counts as merged, whoever pushed and how. */
function noticeMerged(world: World, by: Account, thread: PullThread, tip: Sha): void {
  const { pull, repo } = thread;
  if (!thread.open || pull.head.sha === pull.baseSha || !isAncestor(repo.objects, pull.head.sha, tip)) return;
  markMerged(world, by, thread, tip);
}

export function markMerged(world: World, by: Account, thread: PullThread, sha: Sha): void {
  thread.open = false;
  thread.closedBy = by;
  thread.closedAt = happens(world, thread, by, { kind: "merged", sha }).at;
  thread.pull.merged = { at: thread.closedAt, by, sha };
  happens(world, thread, by, { kind: "closed" });
  tellPull(world, thread, "closed", by);
}

function tellPush(world: World, by: Account, repo: Repo, branch: string, before: Sha | null, after: Sha | null): void {
  world.emit({
    name: "push",
    action: null,
    repo,
    sender: by,
    body: () => {
      const forced = before !== null && after !== null && !isAncestor(repo.objects, before, after);
      const fresh =
        after === null ? [] : before === null ? [knownCommit(repo.objects, after)] : commitsBetween(repo.objects, before, after);
      const commits = fresh.map((commit) => pushedShape(world, repo, commit));
      const html = htmlRepo(world, repo);
      return {
        ref: `refs/heads/${branch}`,
        before: before ?? NOTHING,
        after: after ?? NOTHING,
        created: before === null,
        deleted: after === null,
        forced,
        base_ref: null,
        compare: `${html}/compare/${(before ?? NOTHING).slice(0, 12)}...${(after ?? NOTHING).slice(0, 12)}`,
        commits,
        head_commit: commits.at(-1) ?? null,
        pusher: { name: by.login, email: by.email },
      };
    },
  });
}

function pushedShape(world: World, repo: Repo, commit: Commit) {
  const [parent] = commit.parents;
  const before = parent === undefined ? null : (commitAt(repo.objects, parent)?.tree ?? null);
  const changes = changesBetween(repo.objects, before, commit.tree);
  const person = ({ name, email }: Signature) => {
    const known = world.people.byEmail(email);
    return { name, email, ...(known && { username: known.login }) };
  };
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.author.when.toISOString(),
    url: `${htmlRepo(world, repo)}/commit/${commit.sha}`,
    author: person(commit.author),
    committer: person(commit.committer),
    added: changes.flatMap((one) => (one.change === "added" || one.change === "renamed" ? [one.path] : [])),
    removed: changes.flatMap((one) => (one.change === "removed" ? [one.path] : one.previousPath !== null ? [one.previousPath] : [])),
    modified: changes.flatMap((one) => (one.change === "modified" ? [one.path] : [])),
  };
}

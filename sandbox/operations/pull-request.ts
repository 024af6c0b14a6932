/** Pull requests: opened, made ready, put back to draft, merged. */
import { commitsBetween, isAncestor } from "../git/history.js";
import { mergeOnto, mergeTrees } from "../git/merge-trees.js";
import { knownCommit } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import { GITHUB_SIGNS, type Account } from "../state/accounts.js";
import { mergeabilityOf } from "../state/mergeability.js";
import { nodeId } from "../state/numbering.js";
import { invalid, Refusal } from "../state/refusal.js";
import type { MergeMethod, Repo } from "../state/repo.js";
import { isPull, type Pull, type PullThread } from "../state/thread.js";
import { happens, type World } from "../state/world.js";
import { tellPull } from "./news.js";
import { askCodeOwners } from "./code-owners.js";
import { commitTree, markMerged, moveBranch } from "./push.js";
import { addThread } from "./thread.js";

interface NewPull {
  readonly title: string;
  readonly body: string;
  readonly base: string;
  readonly head: { readonly repo: Repo; readonly branch: string };
  readonly draft: boolean;
  readonly maintainerCanModify: boolean;
  readonly number?: number | undefined;
}

export function openPull(world: World, by: Account, repo: Repo, wanted: NewPull): PullThread {
  const base = repo.branches.get(wanted.base);
  const head = wanted.head.repo.branches.get(wanted.head.branch);
  if (base === undefined) throw invalid("PullRequest", "base", "base is invalid", "invalid");
  if (head === undefined || wanted.head.repo.objects !== repo.objects) throw invalid("PullRequest", "head", "head is invalid", "invalid");
  const same = [...repo.threads.values()]
    .filter(isPull)
    .find(
      ({ open, pull }) =>
        open && pull.base === wanted.base && pull.head.repo === wanted.head.repo && pull.head.branch === wanted.head.branch,
    );
  const label = `${wanted.head.repo.owner.login}:${wanted.head.branch}`;
  if (same) throw invalid("PullRequest", "base", `A pull request already exists for ${label}.`);
  const commits = commitsBetween(repo.objects, base, head);
  if (commits.length === 0) throw invalid("PullRequest", "head", `No commits between ${wanted.base} and ${label}`);
  const id = world.numbering.next();
  const pull: Pull = {
    id,
    nodeId: nodeId("PR", id),
    draft: wanted.draft,
    base: wanted.base,
    baseSha: base,
    head: { ...wanted.head, sha: head },
    merged: null,
    maintainerCanModify: wanted.maintainerCanModify && wanted.head.repo !== repo,
    requested: [],
    requestedTeams: [],
    reviews: [],
    reviewThreads: [],
  };
  const thread = addThread(world, by, repo, wanted, pull);
  if (!isPull(thread)) throw new Error("Unexpected issue, expected a pull request");
  for (const commit of commits) happens(world, thread, by, { kind: "committed", sha: commit.sha });
  tellPull(world, thread, "opened", by);
  askCodeOwners(world, by, thread);
  return thread;
}

export function markReady(world: World, by: Account, thread: PullThread): void {
  if (!thread.pull.draft) return;
  thread.pull.draft = false;
  happens(world, thread, by, { kind: "readied" });
  tellPull(world, thread, "ready_for_review", by);
  askCodeOwners(world, by, thread);
}

export function convertToDraft(world: World, by: Account, thread: PullThread): void {
  if (thread.pull.draft) return;
  thread.pull.draft = true;
  happens(world, thread, by, { kind: "drafted" });
  tellPull(world, thread, "converted_to_draft", by);
}

interface MergeWish {
  readonly method: MergeMethod;
  /** The head that was judged; 409 when it has moved since. */
  readonly sha?: string | undefined;
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  /** It is the merge queue that merges. */
  readonly byQueue?: boolean;
}

/** Merges, or throws GitHub's 405 or 409; gives the commit that the base now points at. */
export function mergePull(world: World, by: Account, thread: PullThread, wish: MergeWish): Sha {
  const { pull, repo } = thread;
  if (!thread.open) throw new Refusal(405, "Pull Request is not mergeable");
  if (wish.sha !== undefined && wish.sha !== pull.head.sha)
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  if (pull.draft) throw new Refusal(405, "Pull Request is still a draft");
  if (!repo.mergeMethods.has(wish.method)) throw new Refusal(405, REFUSED_METHOD[wish.method]);
  if (repo.protections.get(pull.base)?.queue && !wish.byQueue) throw new Refusal(405, "Changes must be made through the merge queue");
  const { word, blockedBy, mergeable } = mergeabilityOf(world, thread);
  if (mergeable === null) throw new Refusal(405, "Pull Request is not mergeable");
  if (blockedBy !== null) throw new Refusal(405, blockedBy);
  if (word === "behind") throw new Refusal(405, "Head branch is out of date. Update it before merging.");
  const tip = repo.branches.get(pull.base);
  const sha = tip === undefined ? null : mergedCommit(world, by, thread, tip, wish);
  if (sha === null) throw new Refusal(405, "Pull Request is not mergeable");
  markMerged(world, by, thread, sha);
  moveBranch(world, by, repo, pull.base, sha);
  return sha;
}

const REFUSED_METHOD: Readonly<Record<MergeMethod, string>> = {
  merge: "Merge commits are not allowed on this repository.",
  squash: "Squash merges are not allowed on this repository.",
  rebase: "Rebase merges are not allowed on this repository.",
};

/** Null where the two sides collide. */
function mergedCommit(world: World, by: Account, thread: PullThread, tip: Sha, wish: MergeWish): Sha | null {
  const { pull, repo } = thread;
  if (wish.method === "rebase") return rebased(world, by, thread, tip);
  const merged = mergeTrees(repo.objects, tip, pull.head.sha);
  if (merged.kind === "conflict") return null;
  const commits = commitsBetween(repo.objects, tip, pull.head.sha);
  if (wish.method === "squash") {
    const [only] = commits;
    const title =
      wish.title ??
      (commits.length === 1 && only ? `${firstLine(only.message)} (#${thread.number})` : `${thread.title} (#${thread.number})`);
    const list = commits.map((commit) => `* ${commit.message}`).join("\n\n");
    const message = wish.message ?? (commits.length === 1 ? "" : list);
    const opener = thread.author ?? by;
    const author = { name: opener.name ?? opener.login, email: opener.email };
    return commitTree(world, by, repo, merged.tree, { parents: [tip], message: joined(title, message), author, committer: GITHUB_SIGNS })
      .sha;
  }
  const title = wish.title ?? `Merge pull request #${thread.number} from ${pull.head.repo.owner.login}/${pull.head.branch}`;
  const message = joined(title, wish.message ?? thread.title);
  return commitTree(world, by, repo, merged.tree, { parents: [tip, pull.head.sha], message, committer: GITHUB_SIGNS }).sha;
}

/** Each commit again, one upon the other, with its own author. */
function rebased(world: World, by: Account, thread: PullThread, tip: Sha): Sha | null {
  const store = thread.repo.objects;
  let at = tip;
  for (const commit of commitsBetween(store, tip, thread.pull.head.sha)) {
    const [parent] = commit.parents;
    if (commit.parents.length > 1) continue;
    const step = mergeOnto(store, parent === undefined ? null : knownCommit(store, parent).tree, knownCommit(store, at).tree, commit.tree);
    if (step.kind === "conflict") return null;
    at = commitTree(world, by, thread.repo, step.tree, { parents: [at], message: commit.message, author: commit.author }).sha;
  }
  return at;
}

/** What the button “Merge when ready” does where there is a merge queue. */
export function enqueuePull(thread: PullThread, head: Sha | null): void {
  const { pull, repo } = thread;
  if (!repo.protections.get(pull.base)?.queue) throw new Refusal(422, "Pull request base branch does not have a merge queue");
  if (head !== null && head !== pull.head.sha) throw new Refusal(409, "Expected head oid does not match the current head");
  if (repo.queue.includes(thread)) throw new Refusal(422, "Pull request is already in the queue");
  repo.queue.push(thread);
}

/** The queue merges the first of those that wait in it. */
export function mergeFromQueue(world: World, by: Account, repo: Repo): void {
  const first = repo.queue.shift();
  if (first?.open) mergePull(world, by, first, { method: "merge", byQueue: true });
}

/** What the button “Update branch” does: the base is merged into the head. */
export function updateBranch(world: World, by: Account, thread: PullThread): Sha {
  const { repo, pull } = thread;
  const tip = repo.branches.get(pull.base) ?? pull.baseSha;
  if (isAncestor(repo.objects, tip, pull.head.sha)) throw new Refusal(422, "There are no new commits on the base branch.");
  const merged = mergeTrees(repo.objects, pull.head.sha, tip);
  if (merged.kind === "conflict") throw new Refusal(422, "merge conflict between base and head");
  const parents = [pull.head.sha, tip];
  const message = `Merge branch '${pull.base}' into ${pull.head.branch}`;
  const commit = commitTree(world, by, repo, merged.tree, { parents, message, committer: GITHUB_SIGNS });
  moveBranch(world, by, pull.head.repo, pull.head.branch, commit.sha);
  return commit.sha;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function joined(title: string, message: string): string {
  return message === "" ? title : `${title}\n\n${message}`;
}

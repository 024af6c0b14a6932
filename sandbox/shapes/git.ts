/** Blobs, trees, commits, refs and contents as REST shows them: https://docs.github.com/en/rest/git */
import { blobAt } from "../git/object-store.js";
import { isFolder, type Blob, type Commit, type Signature, type Tree, type TreeEntry } from "../git/objects.js";
import { apiRepo, htmlRepo, inUrl } from "../state/links.js";
import { nodeId } from "../state/numbering.js";
import type { Repo } from "../state/repo.js";
import type { World } from "../state/world.js";
import { userOrNull } from "./user.js";

export function blobShape(world: World, repo: Repo, blob: Blob) {
  return {
    sha: blob.sha,
    node_id: nodeId("B", repo.id, blob.sha),
    size: blob.bytes.length,
    url: `${apiRepo(world, repo)}/git/blobs/${blob.sha}`,
    content: wrapped(blob.bytes),
    encoding: "base64",
  };
}

/** `rows` are paths with their entries: one folder's, or all beneath it. */
export function treeShape(world: World, repo: Repo, tree: Tree, rows: readonly (readonly [string, TreeEntry])[], most = Infinity) {
  const api = apiRepo(world, repo);
  return {
    sha: tree.sha,
    url: `${api}/git/trees/${tree.sha}`,
    tree: rows.slice(0, most).map(([path, entry]) => ({
      path,
      mode: entry.mode,
      type: isFolder(entry) ? "tree" : "blob",
      sha: entry.sha,
      ...(!isFolder(entry) && { size: blobAt(repo.objects, entry.sha)?.bytes.length ?? 0 }),
      url: `${api}/git/${isFolder(entry) ? "trees" : "blobs"}/${entry.sha}`,
    })),
    truncated: rows.length > most,
  };
}

export function gitCommitShape(world: World, repo: Repo, commit: Commit) {
  const api = apiRepo(world, repo);
  const html = htmlRepo(world, repo);
  return {
    sha: commit.sha,
    node_id: nodeId("C", repo.id, commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    author: signatureShape(commit.author),
    committer: signatureShape(commit.committer),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parentsShape(world, repo, commit, "git/commits"),
    verification: UNSIGNED,
  };
}

/** A commit as the repository's history shows it. */
export function commitShape(world: World, repo: Repo, commit: Commit) {
  const api = apiRepo(world, repo);
  return {
    url: `${api}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId("C", repo.id, commit.sha),
    html_url: `${htmlRepo(world, repo)}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: signatureShape(commit.author),
      committer: signatureShape(commit.committer),
      message: commit.message,
      tree: { url: `${api}/git/trees/${commit.tree}`, sha: commit.tree },
      comment_count: 0,
      verification: UNSIGNED,
    },
    author: userOrNull(world, world.people.byEmail(commit.author.email)),
    committer: userOrNull(world, world.people.byEmail(commit.committer.email)),
    parents: parentsShape(world, repo, commit, "commits"),
  };
}

export function refShape(world: World, repo: Repo, ref: string, sha: string) {
  const api = apiRepo(world, repo);
  return {
    ref,
    node_id: nodeId("REF", repo.id, ref),
    url: `${api}/git/${inUrl(ref)}`,
    object: { sha, type: "commit", url: `${api}/git/commits/${sha}` },
  };
}

export function contentShape(world: World, repo: Repo, ref: string, path: string, entry: TreeEntry) {
  const api = apiRepo(world, repo);
  const folder = isFolder(entry);
  const at = inUrl(path);
  const self = `${api}/contents/${at}?ref=${encodeURIComponent(ref)}`;
  const git = `${api}/git/${folder ? "trees" : "blobs"}/${entry.sha}`;
  const html = `${htmlRepo(world, repo)}/${folder ? "tree" : "blob"}/${inUrl(ref)}/${at}`;
  return {
    name: entry.name,
    path,
    sha: entry.sha,
    size: folder ? 0 : (blobAt(repo.objects, entry.sha)?.bytes.length ?? 0),
    url: self,
    html_url: html,
    git_url: git,
    download_url: folder ? null : `${htmlRepo(world, repo)}/raw/${inUrl(ref)}/${at}`,
    type: folder ? "dir" : "file",
    _links: { self, git, html },
  };
}

/** GitHub breaks base64 into lines of 60. */
export function wrapped(bytes: Buffer): string {
  return bytes
    .toString("base64")
    .replace(/(.{60})/g, "$1\n")
    .replace(/(?<=[^\n])$/, "\n");
}

const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

function signatureShape({ name, email, when }: Signature) {
  return { name, email, date: `${when.toISOString().slice(0, 19)}Z` };
}

function parentsShape(world: World, repo: Repo, commit: Commit, under: string) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${apiRepo(world, repo)}/${under}/${sha}`,
    html_url: `${htmlRepo(world, repo)}/commit/${sha}`,
  }));
}

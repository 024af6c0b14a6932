/** Git in GraphQL: commits, trees, blobs and refs. */
import { isBinary } from "../git/lines.js";
import { blobAt, commitAt, knownCommit, treeAt } from "../git/object-store.js";
import { isFolder, type Blob, type Commit, type GitObject, type Signature, type Tree, type TreeEntry } from "../git/objects.js";
import { entryAt } from "../git/paths.js";
import { toRead } from "../http/access.js";
import { htmlRepo } from "../state/links.js";
import { nodeId } from "../state/numbering.js";
import { fullName, type Repo } from "../state/repo.js";
import { resolveRef } from "../state/resolve-ref.js";
import { rollupFields, suitesOf } from "./check.js";
import { connection, type Paging } from "./connection.js";
import { demand, type GraphqlFields, type GraphqlView } from "./view.js";

/** GraphQL cuts texts off here, and says so. */
const LONGEST_TEXT = 512_000;

/** `main:posts/a.md`, `main:`, `main`, or an id; null where nothing is, as on GitHub. */
export function objectAt(view: GraphqlView, repo: Repo, expression: string | null, oid: string | null): GraphqlFields | null {
  demand(view, repo, toRead("contents"));
  if (oid !== null) return showObject(view, repo, repo.objects.objects.get(oid) ?? null);
  if (expression === null) return null;
  const colon = expression.indexOf(":");
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const sha = resolveRef(repo, name);
  const tree = sha === null ? treeAt(repo.objects, name) : null;
  if (sha === null && !tree) return showObject(view, repo, blobAt(repo.objects, name));
  if (colon < 0) return showObject(view, repo, sha === null ? tree : commitAt(repo.objects, sha));
  const path = expression.slice(colon + 1).replace(/\/$/, "");
  const root = tree?.sha ?? knownCommit(repo.objects, sha ?? "").tree;
  const found = path === "" ? root : entryAt(repo.objects, root, path)?.sha;
  return showObject(view, repo, found === undefined ? null : (repo.objects.objects.get(found) ?? null), path === "" ? "" : `${path}/`);
}

/** `under` is the folder that a tree stands for. */
function showObject(view: GraphqlView, repo: Repo, object: GitObject | null, under = ""): GraphqlFields | null {
  if (!object) return null;
  if (object.kind === "commit") return commitFields(view, repo, object);
  return object.kind === "tree" ? treeFields(view, repo, object, under) : blobFields(view, repo, object);
}

export function commitFields(view: GraphqlView, repo: Repo, commit: Commit): GraphqlFields {
  const [headline = "", ...rest] = commit.message.split("\n");
  const actor = (who: Signature) => actorFields(view, who);
  return {
    ...shared(view, repo, commit.sha, "C"),
    __typename: "Commit",
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join("\n").trim(),
    authoredDate: seconds(commit.author.when),
    committedDate: seconds(commit.committer.when),
    // GitHub stopped telling in 2023.
    pushedDate: null,
    author: () => actor(commit.author),
    committer: () => actor(commit.committer),
    authors: (paging: Paging) => connection(authorsOf(commit), paging, (who) => who.email, actor),
    parents: (paging: Paging) =>
      connection(
        commit.parents,
        paging,
        (sha) => sha,
        (sha) => commitFields(view, repo, knownCommit(repo.objects, sha)),
      ),
    tree: () => {
      const tree = treeAt(repo.objects, commit.tree);
      return tree && treeFields(view, repo, tree, "");
    },
    file: ({ path }: { readonly path: string }) => {
      const entry = entryAt(repo.objects, commit.tree, path);
      return entry && entryFields(view, repo, entry, path);
    },
    statusCheckRollup: () => rollupFields(view, repo, commit.sha),
    checkSuites: (paging: Paging) => suitesOf(view, repo, commit.sha, paging),
    url: `${htmlRepo(view.world, repo)}/commit/${commit.sha}`,
    resourcePath: `/${fullName(repo)}/commit/${commit.sha}`,
  };
}

export function refFields(view: GraphqlView, repo: Repo, branch: string): GraphqlFields | null {
  const sha = repo.branches.get(branch);
  if (sha === undefined) return null;
  return {
    __typename: "Ref",
    id: nodeId("REF", repo.id, branch),
    name: branch,
    prefix: "refs/heads/",
    target: () => commitFields(view, repo, knownCommit(repo.objects, sha)),
    repository: () => view.show.repo(view, repo),
    branchProtectionRule: null,
  };
}

function treeFields(view: GraphqlView, repo: Repo, tree: Tree, under: string): GraphqlFields {
  return {
    ...shared(view, repo, tree.sha, "T"),
    __typename: "Tree",
    entries: () => tree.entries.map((entry) => entryFields(view, repo, entry, under + entry.name)),
  };
}

function entryFields(view: GraphqlView, repo: Repo, entry: TreeEntry, path: string): GraphqlFields {
  const blob = blobAt(repo.objects, entry.sha);
  const tree = treeAt(repo.objects, entry.sha);
  return {
    __typename: "TreeEntry",
    name: entry.name,
    path,
    oid: entry.sha,
    mode: Number.parseInt(entry.mode, 8),
    type: isFolder(entry) ? "tree" : "blob",
    size: blob?.bytes.length ?? 0,
    extension: /\.[^.]*$/.exec(entry.name)?.[0] ?? "",
    isGenerated: false,
    object: () => (tree ? treeFields(view, repo, tree, `${path}/`) : blob && blobFields(view, repo, blob)),
    repository: () => view.show.repo(view, repo),
  };
}

function blobFields(view: GraphqlView, repo: Repo, blob: Blob): GraphqlFields {
  const binary = isBinary(blob.bytes);
  return {
    ...shared(view, repo, blob.sha, "B"),
    __typename: "Blob",
    byteSize: blob.bytes.length,
    isBinary: binary,
    isTruncated: blob.bytes.length > LONGEST_TEXT,
    text: () => (binary ? null : blob.bytes.subarray(0, LONGEST_TEXT).toString("utf8")),
  };
}

function shared(view: GraphqlView, repo: Repo, sha: string, kind: "C" | "T" | "B"): GraphqlFields {
  const path = `/${fullName(repo)}/commit/${sha}`;
  return {
    id: nodeId(kind, repo.id, sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    repository: () => view.show.repo(view, repo),
    commitUrl: `${view.world.webBase}${path}`,
    commitResourcePath: path,
  };
}

function actorFields(view: GraphqlView, { name, email, when }: Signature): GraphqlFields {
  const known = view.world.people.byEmail(email);
  return {
    __typename: "GitActor",
    name,
    email,
    date: seconds(when),
    user: () => (known?.kind === "User" ? view.show.person(view, known) : null),
    avatarUrl: `${view.world.webBase}/avatars/${encodeURIComponent(email)}`,
  };
}

/** The author first, then those whom `Co-authored-by` names. */
function authorsOf(commit: Commit): readonly Signature[] {
  const named = [...commit.message.matchAll(/^co-authored-by:\s*(.*?)\s*<([^>\n]+)>\s*$/gim)];
  const others = named.map(([, name = "", email = ""]) => ({ name, email, when: commit.author.when }));
  return [commit.author, ...others.filter((other) => other.email !== commit.author.email)];
}

function seconds(when: Date): string {
  return `${when.toISOString().slice(0, 19)}Z`;
}

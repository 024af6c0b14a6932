/** Git's objects and the ids Git gives them: sha1 over the real object bytes, so that ids can be checked with Git itself. */
import { createHash } from "node:crypto";

export type Sha = string;

export interface Blob {
  readonly kind: "blob";
  readonly sha: Sha;
  readonly bytes: Buffer;
}

export interface TreeEntry {
  readonly mode: "100644" | "100755" | "040000" | "120000" | "160000";
  readonly name: string;
  readonly sha: Sha;
}

export interface Tree {
  readonly kind: "tree";
  readonly sha: Sha;
  /** In Git's order. */
  readonly entries: readonly TreeEntry[];
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly when: Date;
}

export interface Commit {
  readonly kind: "commit";
  readonly sha: Sha;
  readonly tree: Sha;
  readonly parents: readonly Sha[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export type GitObject = Blob | Tree | Commit;

export function isFolder(entry: TreeEntry): boolean {
  return entry.mode === "040000";
}

export function blobOf(content: string | Uint8Array): Blob {
  const bytes = Buffer.from(content);
  return { kind: "blob", sha: idOf("blob", bytes), bytes };
}

export function treeOf(entries: readonly TreeEntry[]): Tree {
  const sorted = [...entries].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  const bytes = Buffer.concat(
    sorted.flatMap((entry) => [Buffer.from(`${entry.mode.replace(/^0/, "")} ${entry.name}\0`), Buffer.from(entry.sha, "hex")]),
  );
  return { kind: "tree", sha: idOf("tree", bytes), entries: sorted };
}

export function commitOf(commit: Omit<Commit, "kind" | "sha">): Commit {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${sign(commit.author)}`,
    `committer ${sign(commit.committer)}`,
    "",
    commit.message,
  ];
  return { kind: "commit", sha: idOf("commit", Buffer.from(lines.join("\n"))), ...commit };
}

/** Git sorts folders as if their names ended in a slash: https://git-scm.com/docs/git-mktree */
function sortKey(entry: TreeEntry): Buffer {
  return Buffer.from(isFolder(entry) ? `${entry.name}/` : entry.name);
}

function sign({ name, email, when }: Signature): string {
  return `${name} <${email}> ${Math.floor(when.getTime() / 1000)} +0000`;
}

function idOf(kind: string, bytes: Buffer): Sha {
  return createHash("sha1").update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
}

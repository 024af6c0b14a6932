/** Where Git objects are kept: one store for a repository and all its forks, which is why a fork's commit can be read through its base. */
import { blobOf, commitOf, treeOf, type Blob, type Commit, type GitObject, type Sha, type Tree, type TreeEntry } from "./objects.js";

export interface ObjectStore {
  readonly objects: Map<Sha, GitObject>;
  /** Answers that follow from two commits for ever: merge bases, differences, merges. */
  readonly worked: Map<string, unknown>;
}

export function newObjectStore(): ObjectStore {
  return { objects: new Map(), worked: new Map() };
}

export function putBlob(store: ObjectStore, content: string | Uint8Array): Blob {
  return keep(store, blobOf(content));
}

export function putTree(store: ObjectStore, entries: readonly TreeEntry[]): Tree {
  return keep(store, treeOf(entries));
}

export function putCommit(store: ObjectStore, commit: Omit<Commit, "kind" | "sha">): Commit {
  return keep(store, commitOf(commit));
}

export function blobAt(store: ObjectStore, sha: Sha): Blob | null {
  const found = store.objects.get(sha);
  return found?.kind === "blob" ? found : null;
}

export function treeAt(store: ObjectStore, sha: Sha): Tree | null {
  const found = store.objects.get(sha);
  return found?.kind === "tree" ? found : null;
}

export function commitAt(store: ObjectStore, sha: Sha): Commit | null {
  const found = store.objects.get(sha);
  return found?.kind === "commit" ? found : null;
}

/** Throws when `sha` is no commit here: for ids that the sandbox itself wrote down. */
export function knownCommit(store: ObjectStore, sha: Sha): Commit {
  const found = commitAt(store, sha);
  if (!found) throw new Error(`Unexpected id ${sha}, expected a commit of this repository`);
  return found;
}

/** Remembers what `work` finds under `key`; for answers that cannot change because objects cannot. */
export function once<T>(store: ObjectStore, key: string, work: () => T): T {
  if (store.worked.has(key)) return store.worked.get(key) as T;
  const found = work();
  store.worked.set(key, found);
  return found;
}

function keep<T extends GitObject>(store: ObjectStore, object: T): T {
  if (!store.objects.has(object.sha)) store.objects.set(object.sha, object);
  return object;
}

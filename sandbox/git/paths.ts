/** Trees by path: what lies where, and the tree that a handful of changed files makes of another. */
import { isFolder, type Sha, type TreeEntry } from "./objects.js";
import { putBlob, putTree, treeAt, type ObjectStore } from "./object-store.js";

/** New text by path; null takes the file away. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** By path, where it is not that of a plain file. */
export type Modes = Readonly<Record<string, TreeEntry["mode"]>>;

/** The entry at `path`, or null; the empty path has none, being the tree itself. */
export function entryAt(store: ObjectStore, tree: Sha, path: string): TreeEntry | null {
  const parts = path.split("/").filter((part) => part !== "");
  let at: TreeEntry | null = null;
  let folder: Sha = tree;
  for (const part of parts) {
    if (at && !isFolder(at)) return null;
    at = treeAt(store, folder)?.entries.find((entry) => entry.name === part) ?? null;
    if (!at) return null;
    folder = at.sha;
  }
  return at;
}

/** Every file of a tree, by path. */
export function filesOf(store: ObjectStore, tree: Sha, under = ""): Map<string, TreeEntry> {
  const found = new Map<string, TreeEntry>();
  for (const entry of treeAt(store, tree)?.entries ?? []) {
    const path = under + entry.name;
    if (isFolder(entry)) for (const [inner, file] of filesOf(store, entry.sha, `${path}/`)) found.set(inner, file);
    else found.set(path, entry);
  }
  return found;
}

/** The tree that `base` becomes with `files`; untouched folders keep their ids. */
export function treeWith(store: ObjectStore, base: Sha | null, files: Files, modes: Modes = {}): Sha {
  const entries = new Map<string, TreeEntry | null>();
  for (const [path, content] of Object.entries(files)) {
    entries.set(path, content === null ? null : { mode: modes[path] ?? "100644", name: lastPart(path), sha: putBlob(store, content).sha });
  }
  return treeWithEntries(store, base, entries);
}

/** As `treeWith`, for files that are in the store already. */
export function treeWithEntries(store: ObjectStore, base: Sha | null, changes: ReadonlyMap<string, TreeEntry | null>): Sha {
  const here = new Map((base ? (treeAt(store, base)?.entries ?? []) : []).map((entry) => [entry.name, entry]));
  const deeper = new Map<string, Map<string, TreeEntry | null>>();
  for (const [path, entry] of changes) {
    const slash = path.indexOf("/");
    if (slash > 0) {
      const folder = path.slice(0, slash);
      const inner = deeper.get(folder) ?? new Map<string, TreeEntry | null>();
      deeper.set(folder, inner.set(path.slice(slash + 1), entry));
    } else if (entry) here.set(path, { ...entry, name: path });
    else here.delete(path);
  }
  for (const [folder, inner] of deeper) {
    const old = here.get(folder);
    const sha = treeWithEntries(store, old && isFolder(old) ? old.sha : null, inner);
    // Git keeps no empty folders.
    if (treeAt(store, sha)?.entries.length === 0) here.delete(folder);
    else here.set(folder, { mode: "040000", name: folder, sha });
  }
  return putTree(store, [...here.values()]).sha;
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

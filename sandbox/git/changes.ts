/** What differs between two trees, file by file, renames found as Git finds them. */
import { mergeBase } from "./history.js";
import { diffLines, isBinary, splitLines, type LineDiff } from "./lines.js";
import { blobAt, knownCommit, once, treeAt, type ObjectStore } from "./object-store.js";
import { isFolder, type Sha, type TreeEntry } from "./objects.js";

export interface FileChange {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: "added" | "modified" | "removed" | "renamed";
  /** The blob now; for a removed file the one that was. */
  readonly sha: Sha;
  readonly lines: () => LineDiff;
}

/** Git looks for renames only among so many: https://git-scm.com/docs/diff-config (diff.renameLimit). */
const RENAME_LIMIT = 1_000;
const ALIKE = 0.5;

/** What `head` brings that `base` has not: the three-dot difference that a pull request shows. */
export function changesFrom(store: ObjectStore, base: Sha, head: Sha): readonly FileChange[] {
  const from = mergeBase(store, base, head);
  return once(store, `changes ${from ?? "nothing"} ${head}`, () =>
    changesBetween(store, from ? knownCommit(store, from).tree : null, knownCommit(store, head).tree),
  );
}

export function changesBetween(store: ObjectStore, before: Sha | null, after: Sha | null): readonly FileChange[] {
  const added = new Map<string, TreeEntry>();
  const removed = new Map<string, TreeEntry>();
  const changes: FileChange[] = [];
  compare(store, before, after, "", (path, old, now) => {
    if (old && now) changes.push(changed(store, "modified", path, null, old, now));
    else if (now) added.set(path, now);
    else if (old) removed.set(path, old);
  });
  for (const [path, previous] of renames(store, removed, added)) {
    const old = removed.get(previous);
    const now = added.get(path);
    if (old && now) changes.push(changed(store, "renamed", path, previous, old, now));
    removed.delete(previous);
    added.delete(path);
  }
  for (const [path, now] of added) changes.push(changed(store, "added", path, null, null, now));
  for (const [path, old] of removed) changes.push(changed(store, "removed", path, null, old, null));
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function changed(
  store: ObjectStore,
  change: FileChange["change"],
  path: string,
  previousPath: string | null,
  old: TreeEntry | null,
  now: TreeEntry | null,
): FileChange {
  const bytes = (entry: TreeEntry | null) => (entry ? blobAt(store, entry.sha)?.bytes : null) ?? Buffer.alloc(0);
  const sha = (now ?? old)?.sha ?? "";
  const lines = () => once(store, `lines ${old?.sha ?? ""} ${now?.sha ?? ""}`, () => diffLines(bytes(old), bytes(now)));
  return { path, previousPath, change, sha, lines };
}

/** Calls `differs` for each file that is not the same on both sides; equal folders are passed over by their id alone. */
function compare(
  store: ObjectStore,
  before: Sha | null,
  after: Sha | null,
  under: string,
  differs: (path: string, old: TreeEntry | null, now: TreeEntry | null) => void,
): void {
  if (before === after) return;
  const read = (sha: Sha | null) => new Map((sha ? (treeAt(store, sha)?.entries ?? []) : []).map((entry) => [entry.name, entry]));
  const olds = read(before);
  const nows = read(after);
  for (const name of new Set([...olds.keys(), ...nows.keys()])) {
    const old = olds.get(name) ?? null;
    const now = nows.get(name) ?? null;
    if (old?.sha === now?.sha && old?.mode === now?.mode) continue;
    const path = under + name;
    const oldFolder = old && isFolder(old) ? old.sha : null;
    const nowFolder = now && isFolder(now) ? now.sha : null;
    if (oldFolder || nowFolder) compare(store, oldFolder, nowFolder, `${path}/`, differs);
    const oldFile = oldFolder ? null : old;
    const nowFile = nowFolder ? null : now;
    if (oldFile || nowFile) differs(path, oldFile, nowFile);
  }
}

/** New path to old path. */
function renames(store: ObjectStore, removed: ReadonlyMap<string, TreeEntry>, added: ReadonlyMap<string, TreeEntry>): Map<string, string> {
  const found = new Map<string, string>();
  const free = new Map(removed);
  const take = (path: string, previous: string) => {
    found.set(path, previous);
    free.delete(previous);
  };
  for (const [path, now] of added) {
    const same = [...free].find(([, old]) => old.sha === now.sha);
    if (same) take(path, same[0]);
  }
  if (free.size * added.size > RENAME_LIMIT) return found;
  for (const [path, now] of added) {
    if (found.has(path)) continue;
    const [best] = [...free]
      .map(([previous, old]) => ({ previous, like: likeness(store, old.sha, now.sha) }))
      .sort((a, b) => b.like - a.like);
    if (best && best.like >= ALIKE) take(path, best.previous);
  }
  return found;
}

/** The share of lines, by length, that two texts have in common. */
function likeness(store: ObjectStore, a: Sha, b: Sha): number {
  const [one, other] = [blobAt(store, a)?.bytes, blobAt(store, b)?.bytes];
  if (!one || !other || one.length === 0 || other.length === 0 || isBinary(one) || isBinary(other)) return 0;
  const counts = new Map<string, number>();
  for (const line of splitLines(one)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of splitLines(other)) {
    const left = counts.get(line) ?? 0;
    if (left === 0) continue;
    counts.set(line, left - 1);
    shared += Buffer.byteLength(line) + 1;
  }
  return shared / Math.max(one.length, other.length);
}

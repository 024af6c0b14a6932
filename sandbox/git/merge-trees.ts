/** The three-way merge of two commits: the tree they make together, or the paths where they collide. */
import type { Sha, TreeEntry } from "./objects.js";
import { blobAt, knownCommit, once, putBlob, type ObjectStore } from "./object-store.js";
import { mergeBase } from "./history.js";
import { mergeLines } from "./lines.js";
import { filesOf, treeWithEntries } from "./paths.js";

type Merged = { readonly kind: "merged"; readonly tree: Sha } | { readonly kind: "conflict"; readonly paths: readonly string[] };

export function mergeTrees(store: ObjectStore, ours: Sha, theirs: Sha): Merged {
  return once(store, `merge ${ours} ${theirs}`, () => {
    const base = mergeBase(store, ours, theirs);
    return mergeOnto(store, base ? knownCommit(store, base).tree : null, knownCommit(store, ours).tree, knownCommit(store, theirs).tree);
  });
}

/** What happened from the tree `base` to the tree `theirs`, done to the tree `ours`. */
export function mergeOnto(store: ObjectStore, base: Sha | null, ours: Sha, theirs: Sha): Merged {
  const olds = base ? filesOf(store, base) : new Map<string, TreeEntry>();
  const mine = filesOf(store, ours);
  const yours = filesOf(store, theirs);
  const changes = new Map<string, TreeEntry | null>();
  const paths: string[] = [];
  for (const path of new Set([...olds.keys(), ...yours.keys()])) {
    const old = olds.get(path);
    const my = mine.get(path);
    const your = yours.get(path);
    if (your?.sha === old?.sha || your?.sha === my?.sha) continue;
    if (my?.sha === old?.sha) {
      changes.set(path, your ?? null);
      continue;
    }
    const text = my && your && old ? mergedText(store, my, old, your) : null;
    if (text === null || !my) paths.push(path);
    else changes.set(path, { ...my, sha: putBlob(store, text).sha });
  }
  return paths.length > 0 ? { kind: "conflict", paths } : { kind: "merged", tree: treeWithEntries(store, ours, changes) };
}

function mergedText(store: ObjectStore, my: TreeEntry, old: TreeEntry, your: TreeEntry): string | null {
  const [a, o, b] = [my, old, your].map((entry) => blobAt(store, entry.sha)?.bytes);
  return a && o && b ? mergeLines(a, o, b) : null;
}

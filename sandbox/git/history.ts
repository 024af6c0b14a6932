/** Walking commits: ancestors, the merge base of two, and what one branch has that another has not. */
import type { Commit, Sha } from "./objects.js";
import { knownCommit, once, type ObjectStore } from "./object-store.js";

/** `sha` and all it comes from. */
function ancestorsOf(store: ObjectStore, sha: Sha): ReadonlySet<Sha> {
  return once(store, `ancestors ${sha}`, () => {
    const seen = new Set<Sha>();
    const queue = [sha];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      queue.push(...knownCommit(store, at).parents);
    }
    return seen;
  });
}

export function isAncestor(store: ObjectStore, older: Sha, newer: Sha): boolean {
  return older === newer || ancestorsOf(store, newer).has(older);
}

/** The best common ancestor; null for two histories that never met. */
export function mergeBase(store: ObjectStore, a: Sha, b: Sha): Sha | null {
  return once(store, `base ${a} ${b}`, () => {
    const known = ancestorsOf(store, a);
    const met: Sha[] = [];
    const seen = new Set<Sha>();
    const queue = [b];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (known.has(at)) met.push(at);
      else queue.push(...knownCommit(store, at).parents);
    }
    return met.find((one) => !met.some((other) => other !== one && isAncestor(store, one, other))) ?? null;
  });
}

/** Commits of `head` that `base` lacks, oldest first, as a pull request lists them. */
export function commitsBetween(store: ObjectStore, base: Sha, head: Sha): readonly Commit[] {
  return once(store, `commits ${base} ${head}`, () => {
    const known = ancestorsOf(store, base);
    const found: Commit[] = [];
    const seen = new Set<Sha>();
    const visit = (sha: Sha): void => {
      if (seen.has(sha) || known.has(sha)) return;
      seen.add(sha);
      const commit = knownCommit(store, sha);
      commit.parents.forEach(visit);
      found.push(commit);
    };
    visit(head);
    return found;
  });
}

/** What of a pull request has changed since it was reviewed: what it changes at the one head, held against what it changes at the other. */
import { byPath, differingPaths, sameFile, type OwnDifference } from "../own-difference.js";
import type { ForeseenFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import { ownDifferenceAt, type Base } from "./own-difference-at.js";
import { textsBefore } from "./texts-before.js";

/** Where a pull request stood when it was reviewed. */
export interface Stand {
  readonly base: Base;
  readonly head: string;
}

/** A pull request as it stands. */
interface Standing {
  readonly base: Base;
  readonly own: OwnDifference | null;
  readonly foreseen: readonly ForeseenFix[];
}

/** Paths of which it changes something else as it stands than as it stood when it was reviewed; null where that cannot be told. */
export async function changedSince(scope: ReadScope, reviewed: Stand, present: Standing): Promise<readonly string[] | null> {
  const { base, own } = present;
  const then = await ownDifferenceAt(scope, reviewed.base, reviewed.head);
  if (!own?.complete || !then?.complete) return null;
  const changed = await unseenIn(scope, then, own, present);
  if (changed?.length === 0 || then.mergeBase === own.mergeBase) return changed;
  // The base may hold by now what came with the head that was reviewed: then it is no change of this pull request any more.
  const again = reviewed.base.name === base.name ? await ownDifferenceAt(scope, base, reviewed.head, { again: own.mergeBase }) : null;
  const seen = byPath(then);
  // It may have taken something of that away. Where it gave something back, being rewritten, nobody had seen that.
  return again?.complete && again.files.every(({ path }) => seen.has(path)) ? unseenIn(scope, again, own, present) : changed;
}

async function unseenIn(
  scope: ReadScope,
  then: OwnDifference,
  own: OwnDifference,
  { base, foreseen }: Standing,
): Promise<readonly string[] | null> {
  const differing = differingPaths(then, own);
  if (!differing) return null;
  const unseen = new Set(differing);
  const [seen, now] = [byPath(then), byPath(own)];
  const texts = differing.flatMap((path) => {
    const { blob, status } = now.get(path) ?? {};
    return blob && status !== "removed" ? [{ path, blob }] : [];
  });
  const madeOf = await textsBefore(scope, texts, foreseen);
  for (const text of texts) {
    const { path } = text;
    if (!unseen.has(path)) continue;
    for (const before of madeOf(text)) {
      const was = seen.get(before.path);
      if (!was || !(was.blob === before.blob || (await isSeenAt(scope, base, was.path, then, before.head)))) continue;
      unseen.delete(path);
      if (!now.has(before.path)) unseen.delete(before.path);
      break;
    }
  }
  return [...unseen];
}

/** Whether the pull request changed at that head what it changed of that file where it was reviewed: the base may have come in between. */
async function isSeenAt(scope: ReadScope, base: Base, path: string, then: OwnDifference, head: string | undefined): Promise<boolean> {
  const own = head === undefined ? null : await ownDifferenceAt(scope, base, head);
  const [one, other] = [own && byPath(own).get(path), byPath(then).get(path)];
  return own !== null && !!one && !!other && sameFile(one, other, own.mergeBase === then.mergeBase);
}

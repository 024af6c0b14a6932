/** What a pull request changes as it stands, though its base may have become another since it was compared. */
import { createHash } from "node:crypto";
import type { Instant } from "../../../desk/time/zone.js";
import type { OwnDifference } from "../own-difference.js";
import type { ReadScope } from "../scope.js";
import { firstComparedAt, ownDifferenceAt, type Base } from "./own-difference-at.js";

interface PresentDifference {
  /** Null where that cannot be told. */
  readonly own: OwnDifference | null;
  /** By what it was asked for again, and when that was: who had reviewed that head before has seen less. */
  readonly again?: string;
  readonly since: Instant | null;
}

/** `changes` are its paths, as the overview has them: where a base was rewritten, the same head brings what was taken off it. */
export async function presentDifference(
  scope: ReadScope,
  base: Base,
  head: string,
  changes: readonly string[],
): Promise<PresentDifference> {
  const own = await ownDifferenceAt(scope, base, head);
  // Merged while we looked: the base holds it, and nobody can tell by that what it changed.
  if (!own || own.mergeBase === head) return { own: null, since: null };
  const told = new Set(own.files.flatMap(({ path, previousPath }) => [path, previousPath]));
  const untold = changes.filter((path) => !told.has(path));
  if (!own.complete || untold.length === 0) return { own, since: null };
  const again = createHash("sha256").update(JSON.stringify(untold)).digest("base64url").slice(0, 16);
  const anew = await ownDifferenceAt(scope, base, head, { again });
  return { own: anew?.mergeBase === head ? null : anew, again, since: await firstComparedAt(scope, base, head, again) };
}

/** Edits that moved: whether it was the last edit of the desk file that took a post from the slot it was told, and not the course of things. */
import type { Dossier } from "../dossier.js";
import type { DeskChange, Snapshot } from "../facts/snapshot.js";
import type { Instant } from "../time/zone.js";

interface Place {
  readonly at: Instant;
  readonly by: string | null;
}

/** Slots by slug. */
type Places = ReadonlyMap<string, { readonly slot: Place | null }>;

/**
 * Tried, and not guessed: all is placed once more by the desk as it was before, and where a post would have kept the slot that
 * people were told, the edit moved it. That is done only where a post moves that nobody moved by a command, and for no miss.
 * `placedBy`: the slots that these facts would give.
 */
export function editsThatMoved(
  facts: Snapshot,
  placedBy: (formerly: Snapshot) => Places,
): (dossier: Dossier, slot: Place) => DeskChange | null {
  const { at, desk, deskChange } = facts;
  const former = deskChange?.former;
  if (!deskChange || !former) return () => null;
  let before: Places | null = null;
  return ({ slug, promised, moves }, slot) => {
    const last = moves.at(-1);
    if (!last || slot.by !== null || slot.at === last.slot || last.slot <= at || last.at > deskChange.at) return null;
    before ??= placedBy({ ...facts, desk: { ...former, ...(desk.holidays && { holidays: desk.holidays }) }, deskChange: null });
    const names = [slug, ...(promised?.also ?? [])];
    return names.some((name) => before?.get(name)?.slot?.at === last.slot) ? deskChange : null;
  };
}

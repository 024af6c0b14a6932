/** Announcements: slots that differ from the last ones people were told, for the ledger to keep. */
import type { Dossier } from "../dossier.js";
import type { Announce } from "../effect.js";
import type { JudgedPost } from "../judged.js";

export function wantAnnouncements(pairs: readonly { readonly dossier: Dossier; readonly post: JudgedPost }[]): readonly Announce[] {
  return pairs.flatMap(({ dossier, post: { slug, slot, stage } }) => {
    if (!slot || stage === "live" || stage === "dropped") return [];
    return dossier.announced.at(-1)?.slot === slot.at
      ? []
      : [{ kind: "announce", slug, slot: slot.at, by: slot.by, why: slot.why } as const];
  });
}

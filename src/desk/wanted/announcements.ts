/** Announcements: slots that differ from the last ones people were told, for the ledger to keep, and what it had lost of them. */
import type { Dossier } from "../dossier.js";
import type { Announce } from "../effect.js";
import type { JudgedPost } from "../judged.js";

export function wantAnnouncements(pairs: readonly { readonly dossier: Dossier; readonly post: JudgedPost }[]): readonly Announce[] {
  return pairs.flatMap(({ dossier, post }) => wantAnnouncement(dossier, post) ?? []);
}

function wantAnnouncement({ announced: before, recovered }: Dossier, { slug, announced }: JudgedPost): Announce | null {
  const last = announced.at(-1);
  const isNew = announced.length > before.length;
  if (!last || (!isNew && recovered.length === 0)) return null;
  const was = before.at(isNew ? -1 : -2)?.slot;
  return {
    kind: "announce",
    slug,
    slot: last.slot,
    by: last.by,
    why: last.why,
    ...(was && { was }),
    ...(last.earlier && { earlier: last.earlier }),
    ...(recovered.length > 0 && { recovered }),
  };
}

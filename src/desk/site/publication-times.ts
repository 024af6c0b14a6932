/** When each post goes live: at its own slot, or with others at the last of theirs. */
import type { Dossier } from "../dossier.js";
import type { Desk } from "../facts/desk.js";
import { latest, type Instant } from "../time/zone.js";

/** A post, and when it goes live; null without a slot. */
export interface PublicationTime {
  readonly dossier: Dossier;
  readonly at: Instant | null;
}

/** Those of a set that are still to come go at one instant: a link from one of them to another leads nowhere too early. */
export function publicationTimes(
  dossiers: readonly Dossier[],
  slots: ReadonlyMap<string, { readonly slot: { readonly at: Instant } | null }>,
  { campaigns }: Desk,
): readonly PublicationTime[] {
  const slotOf = ({ slug, decided }: Dossier) => (decided.dropped ? null : (slots.get(slug)?.slot?.at ?? null));
  const last = new Map(
    campaigns
      .filter(({ together }) => together)
      .map(({ name }) => [name, latest(dossiers.filter(({ campaign, live }) => campaign === name && !live).map(slotOf))] as const),
  );
  return dossiers.map((dossier) => {
    const slot = slotOf(dossier);
    const set = dossier.campaign === null || dossier.live ? null : last.get(dossier.campaign);
    return { dossier, at: slot === null ? null : (set ?? slot) };
  });
}

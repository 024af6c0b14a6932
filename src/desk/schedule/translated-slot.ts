/** The slot of a translation: that of its post, which does not wait for it, or the later one that somebody asked for it. */
import type { Reviewed } from "../reviews/review-post.js";
import type { Instant } from "../time/zone.js";
import type { AssignedSlot } from "./solve/slot-request.js";

interface Placed {
  readonly slot: AssignedSlot | null;
  readonly deadline: Instant | null;
}

/** By slug, the slots of posts with those of their translations, which take none of the calendar. Once its post is live a translation has none. */
export function withTranslations(reviewed: readonly Reviewed[], slots: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> {
  const translations = reviewed.flatMap(({ dossier }) => {
    const { slug, translates, correction, decided } = dossier;
    const original = translates === null || correction || decided.dropped ? null : slots.get(translates)?.slot;
    if (!original) return [];
    const wish = decided.slot ?? (decided.pin?.at ? { at: decided.pin.at, by: decided.pin.by } : null);
    const slot: AssignedSlot =
      wish && wish.at > original.at
        ? {
            at: wish.at,
            by: wish.by,
            why: `${wish.by} asked for this slot. The post is a translation of \`${translates ?? ""}\`.`,
            fits: true,
          }
        : {
            ...original,
            by: null,
            why: `This post is a translation of \`${translates ?? ""}\`. If it is approved by the slot of \`${translates ?? ""}\`, both go live then; if not, it goes live later.`,
            fits: true,
          };
    return [[slug, { slot, deadline: null }] as const];
  });
  return new Map([...slots, ...translations]);
}

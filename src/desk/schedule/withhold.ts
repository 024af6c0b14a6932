/** Withholding: places that the schedule goes on giving and nobody is told, since they would be missed like those before until somebody decides. */
import { isOpen } from "../dossier.js";
import type { Reviewed } from "../reviews/review-post.js";
import { sayWhen, type Instant, type Zone } from "../time/zone.js";
import type { AssignedSlot } from "./solve/slot-request.js";

interface Placed {
  readonly slot: AssignedSlot | null;
  readonly deadline: Instant | null;
}

interface Withheld {
  /** By slug, the slots as people are told them: of what is withheld the last one that they were told. */
  readonly slots: ReadonlyMap<string, Placed>;
  /** Slugs of posts that need a decision: they missed two slots, and nobody has answered. */
  readonly undecided: ReadonlySet<string>;
  /** When the places that are withheld go by, and with them, perhaps, those of others. */
  readonly until: readonly Instant[];
}

/**
 * A post that missed two slots while nobody did anything for it keeps the second until somebody answers; so does, with its own,
 * what comes after it or with it, unless somebody placed that by hand. The others are told their slots as the schedule gives them.
 */
export function withhold(reviewed: readonly Reviewed[], slots: ReadonlyMap<string, Placed>, zone: Zone): Withheld {
  const undecided = new Set(reviewed.filter(isUndecided).map(({ dossier }) => dossier.slug));
  if (undecided.size === 0) return { slots, undecided, until: [] };
  const behind = whatComesAfter(reviewed, undecided);
  const told = new Map(slots);
  const until: Instant[] = [];
  for (const { dossier } of reviewed) {
    const { slug, promised } = dossier;
    const placed = slots.get(slug);
    const last = dossier.moves.at(-1);
    const before = behind.get(slug);
    const byHand = placed?.slot?.by != null || (promised?.pinned != null && placed?.slot?.at === promised.pinned);
    if (!placed || !last || (!undecided.has(slug) && (before === undefined || byHand))) continue;
    if (placed.slot?.at === last.slot) continue;
    if (placed.slot) until.push(placed.slot.at);
    const why = undecided.has(slug)
      ? `It missed this slot and the one before, ${sayWhen(dossier.missed?.slots[0] ?? last.slot, zone)}; another is told once a coordinator has decided.`
      : `${before?.says ?? ""} a decision by a coordinator; another slot is told after that.`;
    told.set(slug, {
      ...placed,
      slot: { at: last.slot, by: last.by, why, fits: placed.deadline === null || last.slot <= placed.deadline },
    });
  }
  return { slots: told, undecided, until };
}

/** Slugs of posts that are told no other slot than their last, so that they take nobody else's: their place comes after those of all others. */
export function withheldIn(reviewed: readonly Reviewed[]): ReadonlySet<string> {
  const undecided = new Set(reviewed.filter(isUndecided).map(({ dossier }) => dossier.slug));
  if (undecided.size === 0) return undecided;
  const behind = whatComesAfter(reviewed, undecided);
  const byHand = ({ decided, promised }: Reviewed["dossier"]) =>
    decided.slot !== null || (decided.pin ? decided.pin.at : promised?.pinned) != null;
  const held = reviewed.filter(({ dossier }) => behind.has(dossier.slug) && dossier.moves.length > 0);
  return new Set(held.flatMap(({ dossier }) => (undecided.has(dossier.slug) || !byHand(dossier) ? [dossier.slug] : [])));
}

/** Whatever is approved waits for nobody's work any more. */
function isUndecided({ dossier: { missed, live, decided }, verdict }: Reviewed): boolean {
  return missed !== null && !missed.answered && !live && !decided.dropped && !verdict?.passes;
}

interface Behind {
  readonly root: string;
  /** `It comes after `irmin`, which needs`. */
  readonly says: string;
}

/** By slug, what comes after one of these, or with it in one pull request, whatever lies between. */
function whatComesAfter(reviewed: readonly Reviewed[], roots: ReadonlySet<string>): ReadonlyMap<string, Behind> {
  const behind = new Map<string, Behind>([...roots].map((root) => [root, { root, says: "It needs" }]));
  for (let size = -1; size !== behind.size;) {
    size = behind.size;
    for (const { dossier } of reviewed) {
      if (behind.has(dossier.slug)) continue;
      const root = [...(dossier.promised?.after ?? []), ...dossier.decided.after].flatMap((slug) => behind.get(slug)?.root ?? [])[0];
      const companion = companionsOf(dossier, reviewed).find((slug) => behind.has(slug));
      if (root !== undefined) behind.set(dossier.slug, { root, says: `It comes after \`${root}\`, which needs` });
      else if (companion !== undefined)
        behind.set(dossier.slug, {
          root: behind.get(companion)?.root ?? companion,
          says: `It comes with \`${companion}\`, which waits for`,
        });
    }
  }
  return behind;
}

function companionsOf({ leading }: Reviewed["dossier"], reviewed: readonly Reviewed[]): readonly string[] {
  if (!leading || !isOpen(leading.pull)) return [];
  return reviewed.flatMap(({ dossier }) => (!dossier.live && dossier.leading?.pull.number === leading.pull.number ? [dossier.slug] : []));
}

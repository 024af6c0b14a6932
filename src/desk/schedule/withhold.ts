/** Withholding: places that the schedule goes on giving and nobody is told, since they would be missed like those before until somebody decides. */
import { isOpen } from "../dossier.js";
import type { Reviewed } from "../reviews/review-post.js";
import { sayWhen, type Instant, type Zone } from "../time/zone.js";
import type { AssignedSlot } from "./solve/slot-request.js";

interface Placed {
  readonly slot: AssignedSlot | null;
  readonly deadline: Instant | null;
}

interface Behind {
  readonly root: string;
  /** `It comes after `irmin`, which needs`. */
  readonly says: string;
}

interface WaitingForDecisions {
  /** Slugs of posts that need a decision: they missed two slots while nobody did anything for them, and nobody has answered. */
  readonly undecided: ReadonlySet<string>;
  /** By slug, these, what comes after them, and what comes with them in one pull request. */
  readonly behind: ReadonlyMap<string, Behind>;
  /** Slugs of those that are told no other slot than their last, and so take nobody else's: their places come after those of all others. */
  readonly withheld: ReadonlySet<string>;
}

/** What waits for one that needs a decision keeps its slot as well, unless somebody placed it by hand. */
export function waitingForDecisions(reviewed: readonly Reviewed[], at: Instant): WaitingForDecisions {
  const undecided = new Set(reviewed.filter(isUndecided).map(({ dossier }) => dossier.slug));
  const behind = undecided.size === 0 ? new Map<string, Behind>() : whatComesAfter(reviewed, undecided);
  const withheld = reviewed.filter((one) => {
    const { slug, moves } = one.dossier;
    return behind.has(slug) && moves.length > 0 && (undecided.has(slug) || !isPlacedByHand(one, at));
  });
  return { undecided, behind, withheld: new Set(withheld.map(({ dossier }) => dossier.slug)) };
}

/** By slug, the slots as people are told them: of what is withheld the last one that they were told, of the others what the schedule gives. */
export function withhold(
  reviewed: readonly Reviewed[],
  slots: ReadonlyMap<string, Placed>,
  { undecided, behind, withheld }: WaitingForDecisions,
  zone: Zone,
): ReadonlyMap<string, Placed> {
  const told = new Map(slots);
  for (const { dossier } of reviewed) {
    const { slug } = dossier;
    const placed = slots.get(slug);
    const last = dossier.moves.at(-1);
    if (!placed || !last || !withheld.has(slug) || placed.slot?.at === last.slot) continue;
    const why = undecided.has(slug)
      ? `The post missed this slot and the slot before it, ${sayWhen(dossier.missed?.slots[0] ?? last.slot, zone)}. I announce a new slot after a coordinator has decided.`
      : `${behind.get(slug)?.says ?? ""} a decision by a coordinator. I announce a new slot after that decision.`;
    told.set(slug, {
      ...placed,
      slot: { at: last.slot, by: last.by, why, fits: placed.deadline === null || last.slot <= placed.deadline },
    });
  }
  return told;
}

/** A wish counts as long as it is to come, or the post is due at it. */
function isPlacedByHand({ dossier: { decided, promised }, verdict }: Reviewed, at: Instant): boolean {
  const wishes = [decided.slot?.at, decided.pin ? decided.pin.at : promised?.pinned];
  return decided.laterThan !== null || wishes.some((wish) => wish && (wish > at || verdict?.passes));
}

/** Whatever is approved waits for nobody's work any more, and a correction has no slot to miss. */
function isUndecided({ dossier: { missed, live, correction, decided }, verdict }: Reviewed): boolean {
  return missed !== null && !missed.answered && !live && !correction && !decided.dropped && !verdict?.passes;
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
          says: `The same pull request adds \`${companion}\`, which needs`,
        });
    }
  }
  return behind;
}

function companionsOf({ leading }: Reviewed["dossier"], reviewed: readonly Reviewed[]): readonly string[] {
  if (!leading || !isOpen(leading.pull)) return [];
  return reviewed.flatMap(({ dossier }) => (!dossier.live && dossier.leading?.pull.number === leading.pull.number ? [dossier.slug] : []));
}

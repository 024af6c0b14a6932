/**
 * Clearances of all posts at one instant. What is held, dropped, a draft or not approved has none; of the others `clearance.ts` says
 * whether each may go by itself, `pull-clearance.ts` what those of one pull request may, and `set-clearance.ts` those that go together. START HERE.
 */
import type { PlacedSlot } from "../calendar/freeze.js";
import { broughtBy } from "../facts/brought-by.js";
import { bringsNew, isOpen, type Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { Reviewed } from "../reviews/review-post.js";
import { checkOnPullRequest, type SiteCheck } from "../site/on-pull-request.js";
import { publicationTimes } from "../site/publication-times.js";
import { latest, soonestAfter, type Instant } from "../time/zone.js";
import { clearanceOf, type Clearance } from "./clearance.js";
import { askedWhenMissed } from "./missed.js";
import { clearedInPull } from "./pull-clearance.js";
import { clearedTogether, setClearanceOf, type SetClearance } from "./set-clearance.js";
import { writersMove } from "./writers-move.js";

interface Clearances {
  /** By slug, of posts that lack nothing but their time. */
  readonly of: ReadonlyMap<string, Clearance>;
  /** Sets of which something is to come. */
  readonly sets: readonly SetClearance[];
  /** What is said of texts in sight of all others, by when each post goes live. */
  readonly siteCheck: SiteCheck;
  /** The next instant at which something may go live; null when nothing may by itself. */
  readonly goesAt: Instant | null;
  /** When one of them may be another though nobody does anything. */
  readonly againAt: Instant | null;
}

/** One of those posts, as far as it is judged. */
interface Own {
  readonly dossier: Dossier;
  readonly pull: PullRequest;
  readonly clearance: Clearance;
}

export function clearancesAt(
  reviewed: readonly Reviewed[],
  slots: ReadonlyMap<string, { readonly slot: PlacedSlot | null }>,
  snapshot: Snapshot,
): Clearances {
  const dossiers = new Map(reviewed.map(({ dossier }) => [dossier.slug, dossier]));
  const slotOf = ({ slug }: Dossier): PlacedSlot | null => slots.get(slug)?.slot ?? null;
  const setNames = new Set(snapshot.desk.campaigns.filter((campaign) => campaign.together).map(({ name }) => name));
  const isSet = ({ campaign }: Dossier) => campaign !== null && setNames.has(campaign);

  const goes = publicationTimes(
    reviewed.map(({ dossier }) => dossier),
    slots,
    snapshot.desk,
  );
  let promises: SiteCheck | null = null;
  const errorsIn = ({ pull, texts }: NonNullable<Dossier["leading"]>) => {
    const check = (promises ??= checkOnPullRequest(goes, snapshot, "promises"));
    return texts.flatMap((text) => check(pull, text)).filter(({ severity }) => severity === "error").length;
  };

  const broughtIn = broughtBy([...dossiers.values()], (dossier) => dossier);
  const alone: Own[] = [];
  for (const { dossier, verdict } of reviewed) {
    const { leading } = dossier;
    const { held, dropped } = dossier.decided;
    if (
      !leading ||
      !isOpen(leading.pull) ||
      leading.pull.draft ||
      !verdict?.passes ||
      dossier.live ||
      held ||
      dropped ||
      writersMove(dossier, snapshot).length > 0
    )
      continue;
    const { pull } = leading;
    const original = dossier.translates !== null && !dossier.correction ? [dossier.translates] : [];
    const after = [...(dossier.promised?.after ?? []), ...dossier.decided.after, ...original].flatMap((slug) => {
      const before = dossiers.get(slug);
      // Those of one set go one after the other at one instant.
      if (before && isSet(dossier) && before.campaign === dossier.campaign) return [];
      return [{ slug, live: Boolean(before?.live), liveAt: before?.live?.at ?? null, never: !before || Boolean(before.decided.dropped) }];
    });
    const accompanies = broughtIn(pull).some((other) => bringsNew(other) && other.leading?.pull.number === pull.number);
    const candidate = { dossier, pull, slot: slotOf(dossier), after, errors: errorsIn(leading), accompanies };
    alone.push({ dossier, pull, clearance: clearanceOf(candidate, snapshot) });
  }
  /** Of each the same, or less, as those of its pull request let it. */
  const inPulls = (own: readonly Own[]): readonly Own[] => {
    const of = bySlug(own);
    return own.map(({ dossier, pull, clearance }) => {
      const all = broughtIn(pull).map((one) => ({ dossier: one, clearance: of.get(one.slug) ?? null }));
      return { dossier, pull, clearance: clearedInPull(clearance, dossier, all, pull, snapshot) };
    });
  };
  const setsOf = (own: readonly Own[]): readonly SetClearance[] => {
    const of = bySlug(own);
    return [...setNames].map((name) =>
      setClearanceOf(
        name,
        reviewed.flatMap(({ dossier }) =>
          dossier.campaign === name ? [{ dossier, clearance: of.get(dossier.slug) ?? null, slot: slotOf(dossier)?.at ?? null }] : [],
        ),
        snapshot,
      ),
    );
  };
  const setsBySlug = (sets: readonly SetClearance[]) => new Map(sets.flatMap((set) => set.order.map((slug) => [slug, set] as const)));

  const ready = inPulls(alone);
  const readyOf = bySlug(ready);
  const readySets = setsBySlug(setsOf(ready));
  // Nothing was missed that waited for others.
  const asked = ready.map(({ dossier, pull, clearance }) => {
    const set = readySets.get(dossier.slug);
    const others = [...broughtIn(pull).map((one) => one.slug), ...(set?.order ?? [])];
    const isWaiting = (set?.unready.length ?? 0) > 0 || others.some((one) => readyOf.get(one)?.kind === "waits");
    if (isWaiting) return { dossier, pull, clearance };
    const since = latest(others.map((one) => readyOf.get(one)?.since)) ?? snapshot.at;
    return { dossier, pull, clearance: askedWhenMissed(clearance, dossier, slotOf(dossier)?.at ?? null, since, snapshot) };
  });
  const together = inPulls(asked);

  const sets = setsOf(together);
  const setOf = setsBySlug(sets);
  const inSets = together.map(({ dossier, pull, clearance }) => {
    const set = setOf.get(dossier.slug);
    return { dossier, pull, clearance: set ? clearedTogether(clearance, dossier, slotOf(dossier)?.at ?? null, set, snapshot) : clearance };
  });
  // What waits for its set keeps those back that come with it in one pull request.
  const cleared = bySlug(inPulls(inSets));
  const waiting = [...cleared.values()];
  const going = sets.filter(({ order }) => order.length > 0);
  const goesAt = soonestAfter(snapshot.at, [...waiting.map(({ from }) => from), ...going.map((set) => set.at)]);
  const again = [...waiting, ...going].map(({ againAt }) => againAt);
  // What could not go at its slot waits for the end of a freeze once one begins.
  const freezes = waiting.length > 0 ? snapshot.desk.calendar.freezes.map(({ from }) => from) : [];
  return {
    of: cleared,
    sets: going,
    siteCheck: checkOnPullRequest(goes, snapshot, "texts"),
    goesAt,
    againAt: soonestAfter(snapshot.at, [goesAt, ...again, ...freezes]),
  };
}

function bySlug(own: readonly Own[]): ReadonlyMap<string, Clearance> {
  return new Map(own.map(({ dossier, clearance }) => [dossier.slug, clearance]));
}

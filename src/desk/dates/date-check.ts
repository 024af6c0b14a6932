/** The date check: whether what each post of a pull request says of its publication fits its slot, and who will see to it that it does. START HERE. */
import { broughtBy } from "../facts/brought-by.js";
import { commitBar } from "../facts/commit-bar.js";
import type { Dossier } from "../dossier.js";
import type { Finding } from "../facts/finding.js";
import type { Post } from "../facts/post.js";
import type { ChangedPost, PullRequest, Snapshot } from "../facts/snapshot.js";
import type { CannotFix } from "../facts/text-fix.js";
import type { JudgedPost } from "../judged.js";
import type { Instant } from "../time/zone.js";
import { hidingFlags } from "./about-flags.js";
import type { Disagreement } from "./disagreement.js";
import { disagreementsOf } from "./disagreements-of.js";
import { postShownFrom } from "./shown-from.js";
import { siteOfPost } from "./site-of-post.js";

/** One post as one pull request brings it, held against its slot. */
export interface DateCheck {
  readonly post: JudgedPost;
  readonly slot: Instant;
  readonly file: ChangedPost;
  readonly disagreements: readonly Disagreement[];
  /** Whether it is merged all the same, though readers would not find it. */
  readonly letsGo: (one: Disagreement) => boolean;
  /** Why the app will not fix them at the slot; null when it will. */
  readonly leftAlone: LeftAlone | null;
  /** Whether the slot is so near that the text should be right. */
  readonly near: (one: Disagreement) => boolean;
}

export type LeftAlone = { readonly kind: "desk" } | CannotFix;

/** When what is said of a post's dates changes though nothing happens: while there is something to set, as its slot comes near. */
export function dateCheckChangesAt(dossier: Dossier, { slot, stage }: JudgedPost, snapshot: Snapshot): readonly Instant[] {
  const { leading, correction } = dossier;
  if (!slot || !leading || correction || leading.pull.standing !== "open" || stage === "live" || stage === "dropped") return [];
  const isAmiss = leading.texts.some((text) => slotDisagreements(text, dossier, slot.at, snapshot).length > 0);
  return isAmiss ? [slot.draftBy, slot.reviewBy] : [];
}

type Pairs = readonly { readonly dossier: Dossier; readonly post: JudgedPost }[];

/** Of every open pull request that brings a post. */
export function dateChecksByPull(
  open: readonly PullRequest[],
  pairs: Pairs,
  snapshot: Snapshot,
): ReadonlyMap<number, readonly DateCheck[]> {
  const broughtIn = broughtBy(pairs, ({ dossier }) => dossier);
  return new Map(open.map((pull) => [pull.number, dateChecksOf(pull, broughtIn(pull), snapshot)]));
}

/** Of all posts that an open pull request brings to a slot; nothing is said of corrections, and of what is live or dropped. */
function dateChecksOf(pull: PullRequest, pairs: Pairs, snapshot: Snapshot): readonly DateCheck[] {
  return pairs.flatMap(({ dossier, post }) =>
    dossier.brought
      .filter((brought) => brought.pull.number === pull.number && !brought.correction)
      .flatMap(({ texts }) => texts.flatMap((text) => dateCheckOf(pull, text, dossier, post, snapshot) ?? [])),
  );
}

function dateCheckOf(pull: PullRequest, file: ChangedPost, dossier: Dossier, post: JudgedPost, snapshot: Snapshot): DateCheck | null {
  if (!post.slot || !file.reading || post.stage === "live" || post.stage === "dropped") return null;
  const { at, draftBy, reviewBy } = post.slot;
  return {
    post,
    slot: at,
    file,
    disagreements: slotDisagreements(file, dossier, at, snapshot),
    letsGo: (one) => !isHeldBack(one, snapshot),
    leftAlone: leftAlone(pull, snapshot),
    near: ({ moved }) => (moved ? reviewBy : draftBy) <= snapshot.at,
  };
}

/** In what one text disagrees with a slot; with none, with what it would say if it went now. */
function slotDisagreements(
  file: ChangedPost,
  dossier: Dossier,
  slot: Instant | null,
  { at, desk, sites = [] }: Snapshot,
): readonly Disagreement[] {
  if (!file.reading) return [];
  return disagreementsOf({
    post: file.reading.post,
    site: desk.site,
    sites,
    slot: slot ?? at,
    ...(slot === null && { slotless: true as const }),
    zone: desk.zone,
    earlier: dossier.announced.map((told) => told.slot).filter((one) => one !== slot),
    promised: dossier.promised ? [dossier.promised.slug, ...dossier.promised.also] : [],
  });
}

/** The app sets dates only where the desk lets it, and where it may commit. */
export function leftAlone(pull: PullRequest, snapshot: Snapshot): LeftAlone | null {
  const { atSlot, fixDates } = snapshot.desk.merge;
  return atSlot && fixDates ? commitBar(pull, snapshot) : { kind: "desk" };
}

/** Whether the app will fix this by itself when the slot comes. */
export function isFixedByApp({ fix }: Disagreement, why: LeftAlone | null): boolean {
  return why === null && fix !== null;
}

/** Whether its text says another day than that of the slot where its site shows or awaits one, and the app will not set it. */
export function saysAnotherDay(file: ChangedPost, pull: PullRequest, dossier: Dossier, slot: Instant, snapshot: Snapshot): boolean {
  const why = leftAlone(pull, snapshot);
  return slotDisagreements(file, dossier, slot, snapshot).some(
    (one) => one.finding.rule === "slot-date" && one.finding.severity === "error" && !isFixedByApp(one, why),
  );
}

/** What a text says otherwise than its slot, that nobody will set for it and that keeps it from nothing. */
export function dateRemarks(file: ChangedPost, pull: PullRequest, dossier: Dossier, slot: Instant, snapshot: Snapshot): readonly Finding[] {
  const why = leftAlone(pull, snapshot);
  return slotDisagreements(file, dossier, slot, snapshot).flatMap((one) =>
    isFixedByApp(one, why) || isHeldBack(one, snapshot) ? [] : [one.finding],
  );
}

/** Why readers would not find a text at its slot, where the app will not fix that: the first of such disagreements. */
export function heldBackBy(file: ChangedPost, pull: PullRequest, dossier: Dossier, slot: Instant, snapshot: Snapshot): Disagreement | null {
  const why = leftAlone(pull, snapshot);
  return slotDisagreements(file, dossier, slot, snapshot).find((one) => isHeldBack(one, snapshot) && !isFixedByApp(one, why)) ?? null;
}

/** Of a text without a slot, which goes as soon as it can: why its site would show it no more. What it says of its day it waits for. */
export function expiredAlready(file: ChangedPost, pull: PullRequest, dossier: Dossier, snapshot: Snapshot): Disagreement | null {
  const why = leftAlone(pull, snapshot);
  const amiss = slotDisagreements(file, dossier, null, snapshot).filter(({ finding }) => finding.rule === "slot-expiry");
  return amiss.find((one) => isHeldBack(one, snapshot) && !isFixedByApp(one, why)) ?? null;
}

/** A desk may let go what readers would not find, and only be told. A flag sends the post back all the same: whoever wrote it wants it hidden. */
function isHeldBack({ grave, finding }: Disagreement, { desk }: Pick<Snapshot, "desk">): boolean {
  return grave && (desk.merge.wouldNotShow !== "warn" || finding.rule === "slot-flag");
}

/** Of a live post, as long as its text is the one that was merged: from when on its site shows it, where that is later. */
export function shownLater({ live, leading }: Dossier, { desk, published, sites = [] }: Snapshot): Instant | null {
  const post = leading?.file.reading?.post;
  if (!live?.at || !post || !published.some(({ path, blob }) => path === live.path && blob === leading.file.blob)) return null;
  const from = postShownFrom(post, siteOfPost(post, { site: desk.site, sites }));
  return from !== null && from > live.at ? from : null;
}

/** Flags for which the site would not show the post. */
export function flagsThatHide({ reading }: ChangedPost, { desk, sites = [] }: Pick<Snapshot, "desk" | "sites">): Post["flags"] {
  return reading ? hidingFlags(reading.post, siteOfPost(reading.post, { site: desk.site, sites })) : [];
}

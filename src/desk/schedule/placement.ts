/** One trial: given which posts keep which instants, where everything else lands, and what that costs. */
import { openSlots } from "./open-slots.js";
import type { Season } from "./season.js";
import { between, latest, type Instant } from "../zone.js";

/** By place in the season: the instant a post keeps, or null when it takes a slot of the pattern. */
export type Kept = readonly (Instant | null)[];

export interface Placement {
  /** By place; null where the calendar has no slot to give. */
  readonly slots: readonly (Instant | null)[];
  /** Places of posts that would keep an instant before that of a post they come after. */
  readonly broken: readonly number[];
  readonly cost: Cost;
}

export interface Cost {
  /** Posts past the deadline. */
  readonly late: number;
  /** Milliseconds past it, summed. */
  readonly lateness: number;
}

export function noDearer(a: Cost, b: Cost): boolean {
  return a.late < b.late || (a.late === b.late && a.lateness <= b.lateness);
}

/**
 * Every post that keeps nothing takes the first free slot after its floor and after all that it waits for.
 *
 * Posts do so in plan order, except that those which a kept instant waits for go first, the most pressing ahead, when
 * they would otherwise come too late. Two facts make this more than a rule of thumb:
 * - which slots are used, and so the cost, is the same for every order that respects `after`, because a post
 *   waiting for another leaves no free slot behind it that it could have had;
 * - taking them by the instant that waits for them succeeds whenever any order does (unit tasks on one machine with
 *   release times and consistent precedence, earliest due date first).
 */
export function place(season: Season, kept: Kept): Placement {
  const natural = season.posts.map((_, index) => index).filter((index) => !kept[index]);
  let placement = settle(season, kept, natural);
  const pressing = new Set<number>();
  while (placement.broken.some((index) => !pressing.has(index))) {
    for (const index of placement.broken) pressing.add(index);
    // Helping one may break another; after a few rounds everything that is kept presses.
    const all = pressing.size > ROUNDS;
    const dues = duesOf(season, (index) => (all || pressing.has(index) ? (kept[index] ?? null) : null), kept);
    if (all) season.posts.forEach((_, index) => pressing.add(index));
    placement = settle(
      season,
      kept,
      natural.toSorted((a, b) => compareDue(dues[a], dues[b]) || a - b),
    );
  }
  return placement;
}

const ROUNDS = 8;

function settle(season: Season, kept: Kept, order: readonly number[]): Placement {
  const slots: (Instant | null)[] = [...kept];
  const open = openSlots(season.slotAfter, [...season.taken, ...kept.filter((at) => at !== null)]);
  for (const index of order) {
    const post = season.posts[index];
    const before = post?.before.map((one) => slots[one] ?? null) ?? [];
    // What waits for a post that gets no slot gets none either.
    if (post && !before.includes(null)) slots[index] = open.takeAfter(latest([post.floor, ...before]) ?? post.floor);
  }
  const broken = season.posts.flatMap(({ before }, index) => {
    const own = kept[index];
    return own && before.some((one) => (slots[one] ?? "~") > own) ? [index] : [];
  });
  return { slots, broken, cost: costOf(slots, season.deadline) };
}

function costOf(slots: readonly (Instant | null)[], deadline: Instant): Cost {
  const late = slots.filter((slot) => slot !== null).filter((slot) => slot > deadline);
  return { late: late.length, lateness: late.reduce((sum, slot) => sum + between(deadline, slot), 0) };
}

/** By place: the earliest of the instants that press and wait for the post, directly or not; null when none does. */
function duesOf(season: Season, presses: (index: number) => Instant | null, kept: Kept): readonly (Instant | null)[] {
  const dues: (Instant | null)[] = season.posts.map(() => null);
  for (let index = season.posts.length - 1; index >= 0; index -= 1) {
    const due = kept[index] ? presses(index) : (dues[index] ?? null);
    for (const one of season.posts[index]?.before ?? []) {
      const known = dues[one] ?? null;
      if (due && (!known || due < known)) dues[one] = due;
    }
  }
  return dues;
}

function compareDue(a: Instant | null | undefined, b: Instant | null | undefined): number {
  if (a === b) return 0;
  return (a ?? "~") < (b ?? "~") ? -1 : 1;
}

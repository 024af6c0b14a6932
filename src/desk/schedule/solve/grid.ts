/** The grid: posts down, free slots across, in numbers. Rows are the posts that the schedule has to place, in the plan's order. */
import { latest, readInstant, type Instant } from "../../time/zone.js";
import type { Wish } from "./claim.js";
import { crowdsOf, dayNumber, type Crowd } from "./crowds.js";
import { freeSlots, secondOf, type FreeSlots } from "./free-slots.js";
import type { SlotProblem } from "./slot-problem.js";

export interface Grid {
  readonly slots: FreeSlots;
  /** Seconds since 1970. One that has passed can be met by nobody: it hurries no post, and pulls none forward. */
  readonly deadline: number;
  /** By row, its place in the problem. */
  readonly places: readonly number[];
  /** The first slot it may have. */
  readonly floor: readonly number[];
  /** The second by which it must have one, since somebody put a post behind it there; Infinity when nobody did. */
  readonly due: readonly number[];
  /** The slot announced for it, where that is free; -1 when there is none. */
  readonly told: readonly number[];
  /** The first slot that leaves it time. */
  readonly easy: readonly number[];
  /** Rows that it comes after, and rows that come after it. */
  readonly before: readonly (readonly number[])[];
  readonly behind: readonly (readonly number[])[];
  /** Their members are rows. */
  readonly crowds: readonly Crowd[];
  /** By row, the numbers of its crowds. */
  readonly crowdsOf: readonly (readonly number[])[];
}

/** Beyond every slot, in seconds since 1970. */
const NEVER = secondOf(readInstant("9999-12-31T23:59:59Z"));

/** `granted`: by place, the wish that is kept. Only the posts at `places` are to be placed; the rest, unless by hand, do not count. */
export function gridOf(problem: SlotProblem, granted: readonly (Wish | null)[], places: readonly number[]): Grid {
  const { posts, spread, zone, beside } = problem;
  const rowOf = new Map(places.map((place, row) => [place, row]));
  const byHand = posts.flatMap(({ post }, place) => {
    const at = granted[place]?.at;
    return at ? [{ at, byline: post.byline, beats: post.beats }] : [];
  });
  const claims = places.map((place) => posts[place]?.claims);
  const floors = places.map((place) => floorOf(problem, granted, place));
  const soonest = places.map((place, row) => {
    const frozen = claims[row]?.void === "frozen" ? claims[row].first : null;
    return latest([posts[place]?.post.soonest ?? null, frozen]);
  });
  const spreads = spread.byline !== null || spread.beatGap > 0;
  const fixed = spreads ? [...beside, ...byHand.map((one) => ({ ...one, day: dayNumber(one.at, zone) }))] : [];
  const crowds = crowdsOf(
    spread,
    places.map((place) => posts[place]?.post ?? { byline: [], beats: [] }),
    fixed,
  );
  const announced = claims.flatMap((one) => one?.announced ?? []);
  const reach = crowds.reduce((most, { days }) => Math.max(most, days), 0);
  const slots = freeSlots({
    calendar: problem.calendar,
    zone,
    gone: new Set<Instant>([...problem.taken, ...byHand.map(({ at }) => at)]),
    announced,
    anchors: [problem.at, ...floors, ...soonest, ...announced, ...(reach > 0 ? fixed.map(({ at }) => at) : [])].flatMap((at) =>
      at && at >= problem.at ? [at] : [],
    ),
    posts: places.length,
    reach,
  });
  const before = places.map((place) => (posts[place]?.before ?? []).flatMap((one) => rowOf.get(one) ?? []));
  const behind: number[][] = places.map(() => []);
  before.forEach((rows, row) => {
    for (const one of rows) behind[one]?.push(row);
  });
  const of: number[][] = places.map(() => []);
  crowds.forEach(({ members }, crowd) => {
    for (const row of members) of[row]?.push(crowd);
  });
  const floor = floors.map((at) => slots.firstFrom(secondOf(at) + 1));
  return {
    slots,
    deadline: problem.deadline > problem.at ? secondOf(problem.deadline) : NEVER,
    places,
    floor,
    due: duesOf(problem, granted, rowOf, places.length),
    told: claims.map((one, row) => {
      const number = one?.announced ? slots.firstFrom(secondOf(one.announced)) : -1;
      return one?.announced && number >= (floor[row] ?? 0) && slots.instant(number) === one.announced ? number : -1;
    }),
    easy: soonest.map((at) => (at ? slots.firstFrom(secondOf(at)) : 0)),
    before,
    behind,
    crowds,
    crowdsOf: of,
  };
}

/** Later than its own floor and than what people placed by hand before it. */
function floorOf({ posts, at }: SlotProblem, granted: readonly (Wish | null)[], place: number): Instant {
  const post = posts[place];
  return latest([post?.floor ?? at, ...(post?.before ?? []).map((one) => granted[one]?.at ?? null)]) ?? at;
}

function duesOf(
  { posts }: SlotProblem,
  granted: readonly (Wish | null)[],
  rowOf: ReadonlyMap<number, number>,
  rows: number,
): readonly number[] {
  const dues = Array.from({ length: rows }, () => Infinity);
  posts.forEach(({ before }, place) => {
    const at = granted[place]?.at;
    if (!at) return;
    for (const one of before) {
      const row = rowOf.get(one);
      if (row !== undefined) dues[row] = Math.min(dues[row] ?? Infinity, secondOf(at));
    }
  });
  return dues;
}

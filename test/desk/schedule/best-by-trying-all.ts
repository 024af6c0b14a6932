/**
 * The best assignment found by trying them all: what the schedule's own answer is compared with, slot by slot, on small campaigns. It knows
 * the request alone, and shares no rule with what it judges: only the calendar, which is part of the question.
 */
import type { CrowdMember } from "../../../src/desk/schedule/solve/crowds.js";
import type { SlotRequest, ToPlace } from "../../../src/desk/schedule/solve/slot-request.js";
import { between, DAY, dayOf, latest, plus, type Instant } from "../../../src/desk/time/zone.js";

/** Late, without a slot, lateness in milliseconds, hurried, moved: the gravest first. */
type Score = readonly [late: number, without: number, lateness: number, hurried: number, moved: number];

interface Best {
  /** By slug; a post that is left out has none. */
  readonly slots: ReadonlyMap<string, Instant>;
  /** Of the posts that nobody placed by hand. */
  readonly score: Score;
  /** By slug, in the plan's order, which of its wishes a post was granted; -1 for none. */
  readonly granted: ReadonlyMap<string, number>;
}

interface Own {
  readonly post: ToPlace;
  /** Slots that people wish, or that are its own though they have gone by: the first that can be kept is kept. */
  readonly wishes: readonly Instant[];
  /** The slot that people were told, where it is to come and counts. */
  readonly told: Instant | null;
  /** Before this instant it would be hurried. */
  readonly easy: Instant | null;
}

/** Exponential: for five posts or so. Posts that are live do not count. */
export function bestByTryingAll(request: SlotRequest): Best {
  const posts = inOrder(request.posts).flatMap((post) => (post.liveAt ? [] : [ownOf(post, request)]));
  const calendar = enoughSlots(request, posts);
  const byHand = new Map<string, Instant>();
  const granted = new Map<string, number>();
  for (const { post, wishes } of posts) {
    const wish = wishes.findIndex((at) => {
      byHand.set(post.slug, at);
      const kept = search(request, posts, calendar, byHand, true) !== null;
      if (!kept) byHand.delete(post.slug);
      return kept;
    });
    granted.set(post.slug, wish);
  }
  const best = search(request, posts, calendar, byHand, false);
  if (!best) throw new Error("Unexpected end of the search, expected a way for what was granted");
  return { ...best, granted };
}

/** Next is the first that is left of the plan or, while that comes after one that is left, the first of those; a circle ends where it closes. */
function inOrder(plan: readonly ToPlace[]): readonly ToPlace[] {
  const left = [...plan];
  const order: ToPlace[] = [];
  while (left.length > 0) {
    const chain: ToPlace[] = [];
    let next = left[0]!;
    for (
      let before: ToPlace | undefined = next;
      before;
      before = left.find((one) => next.after.includes(one.slug) && !chain.includes(one))
    ) {
      chain.push(before);
      next = before;
    }
    left.splice(left.indexOf(next), 1);
    order.push(next);
  }
  return order;
}

/** By the promises of the schedule, in the words of RULES.md: what people wish goes first, and what was told is kept. */
function ownOf(post: ToPlace, { at: now, calendar }: SlotRequest): Own {
  const { asked, askedBy, pinned, pinnedBy = null, dated = null, ready, lapsed = false, notBefore, laterThan } = post;
  // A later day in the text is in the place of the slot that was told.
  const announced = dated ? null : post.announced;
  // An approved post keeps a slot that has gone by, unless it lapsed or a later one was told since.
  const isOwed = (slot: Instant) => slot <= now && ready && !lapsed && !(post.announced && post.announced > slot);
  const isInTime = (slot: Instant) => (notBefore === null || slot >= notBefore) && (laterThan === null || slot > laterThan);
  const isFrozen = (slot: Instant, by: string | null) => calendar.freezeAt(slot, by) !== null;
  const counts = (slot: Instant, by: string | null) => isInTime(slot) && !isFrozen(slot, by);
  const wanted = [
    { slot: asked, by: askedBy },
    { slot: pinned, by: pinnedBy },
    { slot: dated, by: null },
    { slot: announced && announced <= now ? announced : null, by: null },
  ].flatMap(({ slot, by }) => (slot && (slot > now || isOwed(slot)) ? [{ slot, by }] : []));
  // Of several who wish the same slot the first has said it.
  const wishes = wanted.filter(({ slot }, place) => wanted.findIndex((other) => other.slot === slot) === place);
  const coming = announced && announced > now ? announced : null;
  const first = wishes[0] ?? (coming ? { slot: coming, by: null } : null);
  const frozen = first && isInTime(first.slot) && isFrozen(first.slot, first.by) ? first.slot : null;
  return {
    post,
    wishes: wishes.flatMap(({ slot, by }) => (counts(slot, by) ? [slot] : [])),
    told: coming && counts(coming, null) ? coming : null,
    easy: latest([post.soonest, frozen]),
  };
}

function compareScores(a: Score, b: Score): number {
  return a.map((one, place) => one - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** As far as any post could have to wait: after the last thing that can keep it, once for every post as long as the widest gap. */
function enoughSlots(request: SlotRequest, posts: readonly Own[]): readonly Instant[] {
  const { spread, beside = [], taken } = request;
  const asked = posts.flatMap(({ post }) => [post.asked, post.pinned, post.announced, post.notBefore, post.soonest, post.laterThan]);
  const last = latest([request.at, ...asked, ...taken, ...beside.map(({ at }) => at)]) ?? request.at;
  const gap = Math.max(spread?.byline?.days ?? 0, spread?.beatGap ?? 0) * DAY;
  const slots: Instant[] = [];
  let [left, mark] = [posts.length + 1, last];
  for (let slot = request.calendar.after(request.at); slot && left > 0; slot = request.calendar.after(slot)) {
    if (taken.includes(slot)) continue;
    slots.push(slot);
    if (slot > last && slot >= plus(mark, gap)) {
      left -= 1;
      mark = slot;
    }
  }
  return slots;
}

/** Post by post in the plan's order, slot by slot from the earliest: so the first way of its score that is met is the answer. */
function search(
  request: SlotRequest,
  posts: readonly Own[],
  calendar: readonly Instant[],
  byHand: ReadonlyMap<string, Instant>,
  any: boolean,
): Omit<Best, "granted"> | null {
  const { at, zone, spread, taken } = request;
  // A deadline that has passed hurries nobody.
  const deadline = request.deadline > at ? request.deadline : null;
  const gone = new Set<Instant>([...taken, ...byHand.values()]);
  const slots = new Map<string, Instant | null>();
  let best: Omit<Best, "granted"> | null = null;
  const days = new Map<Instant, number>();
  const day = (slot: Instant): number => {
    const known = days.get(slot) ?? Date.parse(dayOf(slot, zone)) / DAY;
    days.set(slot, known);
    return known;
  };

  // One crowd for each person and each beat: who of the posts is in it, and on which days others stand there for good.
  const live = request.posts.flatMap((post) => (post.liveAt ? [{ ...post, at: post.liveAt }] : []));
  const hand = posts.flatMap(({ post }) => (byHand.has(post.slug) ? [{ ...post, at: byHand.get(post.slug)! }] : []));
  const fixed = [...(request.beside ?? []), ...live, ...hand];
  const crowd = (of: "byline" | "beats", name: string, most: number, span: number) => {
    const isIn = (one: CrowdMember) => one[of].some((own) => own.toLowerCase() === name);
    const members = posts.filter(({ post }) => isIn(post) && !byHand.has(post.slug)).map(({ post }) => post.slug);
    return { most, span, members: new Set(members), days: fixed.filter(isIn).map((one) => day(one.at)) };
  };
  const names = (of: "byline" | "beats") => [...new Set(posts.flatMap(({ post }) => post[of].map((name) => name.toLowerCase())))];
  const crowds = [
    ...(spread?.byline ? names("byline").map((name) => crowd("byline", name, spread.byline?.most ?? 0, spread.byline?.days ?? 0)) : []),
    ...(spread && spread.beatGap > 0 ? names("beats").map((name) => crowd("beats", name, 1, spread.beatGap)) : []),
  ];
  const crowded = (slug: string, slot: Instant): boolean =>
    crowds.some(({ most, span, members, days: others }) => {
      if (!members.has(slug)) return false;
      const all = [...others, ...[...slots].flatMap(([other, own]) => (own && members.has(other) ? [day(own)] : [])), day(slot)];
      const holdsIt = (from: number) => from <= day(slot) && day(slot) < from + span;
      return all.some((from) => holdsIt(from) && all.filter((one) => one >= from && one < from + span).length > most);
    });

  // A post that is by hand may stand where another of them stands; any other comes strictly behind.
  const waits = posts.map(({ post }, place) =>
    posts.flatMap((_, other) => (other < place && post.after.includes(posts[other]!.post.slug) ? [other] : [])),
  );
  const inTurn = (place: number, own: Instant | null): boolean => {
    const handOf = (one: number) => byHand.get(posts[one]!.post.slug);
    const before = (one: number, a: Instant | null, other: number, b: Instant | null) =>
      b === null || (a !== null && (handOf(one) && handOf(other) ? a <= b : a < b));
    const placed = (one: number) => (one < place ? slots.get(posts[one]!.post.slug)! : handOf(one));
    return posts.every((_, other) => {
      if (waits[place]!.includes(other)) return before(other, placed(other) ?? null, place, own);
      const theirs = waits[other]!.includes(place) ? placed(other) : undefined;
      return theirs === undefined || before(place, own, other, theirs);
    });
  };

  const tryFrom = (place: number, score: Score): void => {
    if (best && (any || compareScores(score, best.score) >= 0)) return;
    const own = posts[place];
    if (!own) {
      best = { slots: new Map([...slots].flatMap(([slug, slot]) => (slot ? [[slug, slot]] : []))), score };
      return;
    }
    const { post, easy } = own;
    const wish = byHand.get(post.slug);
    if (wish) {
      if (!inTurn(place, wish)) return;
      slots.set(post.slug, wish);
      tryFrom(place + 1, score);
      slots.delete(post.slug);
      return;
    }
    const told = own.told && !gone.has(own.told) ? own.told : null;
    const possible = [...new Set([...calendar.filter((slot) => !gone.has(slot)), ...(told ? [told] : [])])].sort();
    for (const slot of [...possible, null]) {
      if (
        slot &&
        ([...slots.values()].includes(slot) || (post.notBefore && slot < post.notBefore) || (post.laterThan && slot <= post.laterThan))
      )
        continue;
      if (!inTurn(place, slot) || (slot && crowded(post.slug, slot))) continue;
      const [late, without, lateness, hurried, moved] = score;
      const past = slot && deadline && slot > deadline ? between(deadline, slot) : 0;
      slots.set(post.slug, slot);
      tryFrom(place + 1, [
        late + (past > 0 || !slot ? 1 : 0),
        without + (slot ? 0 : 1),
        lateness + past,
        hurried + (slot && slot !== told && easy && slot < easy ? 1 : 0),
        moved + (told && slot !== told ? 1 : 0),
      ]);
      slots.delete(post.slug);
    }
  };
  tryFrom(0, [0, 0, 0, 0, 0]);
  return best;
}

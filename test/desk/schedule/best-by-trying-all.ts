/** The best assignment found by trying them all: what the schedule's own answer is compared with on small campaigns. */
import type { SlotRequest } from "../../../src/desk/schedule/slot-request.js";
import { between, type Instant } from "../../../src/desk/zone.js";

export interface Score {
  readonly late: number;
  readonly lateness: number;
  /** Announced slots, still to come, that were not kept. */
  readonly moved: number;
}

/** What `slots` costs; posts placed by hand have their instant in `byHand` and cannot be said to have been moved. */
export function score(request: SlotRequest, slots: ReadonlyMap<string, Instant>, byHand: ReadonlyMap<string, Instant>): Score {
  let [late, lateness, moved] = [0, 0, 0];
  for (const post of request.posts) {
    const at = slots.get(post.slug);
    if (!at || post.liveAt) continue;
    if (at > request.deadline) {
      late += 1;
      lateness += between(request.deadline, at);
    }
    if (!byHand.has(post.slug) && post.announced && post.announced > request.at && post.announced !== at) moved += 1;
  }
  return { late, lateness, moved };
}

export function compareScores(a: Score, b: Score): number {
  return a.late - b.late || a.lateness - b.lateness || a.moved - b.moved;
}

/** The least score when the posts in `byHand` are where they are. Exponential: for five posts or so. */
export function bestByTryingAll(request: SlotRequest, byHand: ReadonlyMap<string, Instant>): Score | null {
  const posts = request.posts.filter(({ liveAt }) => !liveAt);
  const unlive = new Set(posts.map(({ slug }) => slug));
  const gone = new Set<Instant>([...request.taken, ...byHand.values()]);
  const weekly: Instant[] = [];
  const slotAfter = request.calendar.after;
  // Enough slots after the last embargo, wish and announcement for every post to have one.
  const last = posts
    .flatMap((one) => [one.notBefore, one.announced, one.asked, one.pinned])
    .reduce((a, b) => (b && (!a || b > a) ? b : a), null);
  for (let slot = slotAfter(request.at), spare = posts.length + gone.size; slot && spare > 0; slot = slotAfter(slot)) {
    if (!gone.has(slot)) weekly.push(slot);
    if (!last || slot > last) spare -= 1;
  }

  let best: Score | null = null;
  const slots = new Map<string, Instant>(byHand);
  const used = new Set<Instant>();
  const inOrder = () =>
    posts.every((post) => {
      const at = slots.get(post.slug);
      return post.after.every((other) => {
        const before = slots.get(other);
        if (!unlive.has(other) || !at || !before) return true;
        return byHand.has(post.slug) && byHand.has(other) ? before <= at : before < at;
      });
    });
  const tryFrom = (index: number): void => {
    if (!inOrder()) return;
    const post = posts[index];
    if (!post) {
      const found = score(request, slots, byHand);
      if (!best || compareScores(found, best) < 0) best = found;
      return;
    }
    if (byHand.has(post.slug)) {
      tryFrom(index + 1);
      return;
    }
    const own = post.announced && post.announced > request.at && !gone.has(post.announced) ? [post.announced] : [];
    for (const slot of new Set([...weekly, ...own])) {
      if (used.has(slot) || (post.notBefore && slot < post.notBefore)) continue;
      used.add(slot);
      slots.set(post.slug, slot);
      tryFrom(index + 1);
      slots.delete(post.slug);
      used.delete(slot);
    }
  };
  tryFrom(0);
  return best;
}

/** Campaigns of any size for the bench of the schedule: people, beats, chains, embargoes and pins, by a seed. */
import { slotCalendar } from "../../src/desk/calendar/slot-calendar.js";
import type { AssignedSlot, SlotRequest, ToPlace } from "../../src/desk/schedule/solve/slot-request.js";
import { DAY, dayOf, plus, readInstant, type Day, type Instant } from "../../src/desk/time/zone.js";

interface SeasonKind {
  readonly name: string;
  /** Slots before the deadline, by the number of posts. */
  readonly slots: number;
}

/** With slots to spare, with hardly one, and with too few. */
export const KINDS: readonly SeasonKind[] = [
  { name: "roomy", slots: 1.3 },
  { name: "tight", slots: 1.02 },
  { name: "short", slots: 0.9 },
];

const NOW = readInstant("2014-07-01T09:00:00Z");

/** A slot a weekday; a person signs eight posts or so and has at most two in any seven days; posts of one beat are two days apart. */
export function seasonOfPosts(posts: number, kind: SeasonKind, seed: number): SlotRequest {
  const chance = chanceFrom(seed);
  const calendar = slotCalendar({
    zone: "Europe/London",
    slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"],
    closed: [{ from: day(NOW, 20), to: day(NOW, 22), why: "the conference" }],
    extra: [],
    freezes: [{ from: plus(NOW, 40 * DAY), to: plus(NOW, 42 * DAY), why: "the launch", pass: [] }],
    holidays: [],
  });
  const slots: Instant[] = [];
  for (let at = calendar.after(NOW); at && slots.length < posts * 2; at = calendar.after(at)) slots.push(at);
  const slotAt = (share: number): Instant | null => slots[Math.floor(share * posts)] ?? null;
  const people = Math.max(2, Math.ceil(posts / 8));
  const beats = Math.max(3, Math.min(12, Math.ceil(posts / 12)));
  return {
    at: NOW,
    zone: "Europe/London",
    calendar,
    deadline: plus(slots[Math.max(1, Math.round(posts * kind.slots)) - 1] ?? NOW, DAY / 8),
    lead: { draft: 3, review: 1 },
    taken: [],
    spread: { byline: { most: 2, days: 7 }, beatGap: 2 },
    posts: Array.from({ length: posts }, (_, place): ToPlace => ({
      slug: `post-${place}`,
      after: place > 0 && chance() < 0.12 ? [`post-${Math.floor(chance() * place)}`] : [],
      asked: null,
      askedBy: null,
      pinned: chance() < 0.03 ? slotAt(chance()) : null,
      laterThan: null,
      byline: [`person-${Math.floor(chance() * people)}`],
      beats: chance() < 0.6 ? [`beat-${Math.floor(chance() * beats)}`] : [],
      notBefore: chance() < 0.05 ? slotAt(chance() * 0.8) : null,
      soonest: plus(NOW, (chance() < 0.5 ? 4 : 1) * DAY),
      announced: null,
      liveAt: null,
      ready: false,
      open: false,
    })),
  };
}

/** As it is once people were told, and then a post in the first third missed its slot. */
export function afterOneSlip(request: SlotRequest, slots: ReadonlyMap<string, AssignedSlot>): SlotRequest {
  const told = request.posts.map((post) => ({ ...post, announced: slots.get(post.slug)?.at ?? null }));
  const inOrder = told.toSorted((a, b) => ((a.announced ?? "~") < (b.announced ?? "~") ? -1 : 1));
  const slipped = inOrder[Math.floor(told.length / 6)];
  const at = slipped?.announced ? plus(slipped.announced, DAY / 24) : request.at;
  // Whatever was due until then is live, but for the one.
  return {
    ...request,
    at,
    posts: told.map((post) => (post.announced && post.announced < at && post !== slipped ? { ...post, liveAt: post.announced } : post)),
  };
}

function day(at: Instant, days: number): Day {
  return dayOf(plus(at, days * DAY), "Europe/London");
}

/** mulberry32: small, and good enough to be unlike. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

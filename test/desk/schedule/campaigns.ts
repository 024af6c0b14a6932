/** Campaigns for the schedule's tests: one written in a line, and random ones for fast-check. */
import fc from "fast-check";
import type { AssignedSlot, SlotRequest, ToPlace } from "../../../src/desk/schedule/slot-request.js";
import { weeklyCalendar } from "../../../src/desk/schedule/weekly-calendar.js";
import { DAY, HOUR, plus, readInstant, type Instant } from "../../../src/desk/zone.js";

/** Tuesday 1 July 2014, 10:00 in London. */
export const START = readInstant("2014-07-01T09:00:00Z");

const WEEKDAYS = ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"];

/** A request with the pattern that its calendar was made from. */
export interface WeeklyRequest extends SlotRequest {
  readonly weekly: readonly string[];
}

type Overrides = Partial<Omit<WeeklyRequest, "calendar">>;

/** The same request with another pattern. */
export function withPattern(request: WeeklyRequest, weekly: readonly string[]): WeeklyRequest {
  return { ...request, weekly, calendar: calendarOf(weekly, request.zone) };
}

function calendarOf(weekly: readonly string[], zone: string): SlotRequest["calendar"] {
  return { after: weeklyCalendar(weekly, zone), freezeAt: () => null, closedAt: () => null };
}

/** Weekdays at noon in London, toward Friday 11 July: eight slots from START on. */
export function campaign(posts: readonly ToPlace[], { weekly = WEEKDAYS, ...overrides }: Overrides = {}): WeeklyRequest {
  const zone = overrides.zone ?? "Europe/London";
  return {
    at: START,
    zone,
    weekly,
    calendar: calendarOf(weekly, zone),
    deadline: readInstant("2014-07-11T16:00:00Z"),
    lead: { draft: 3, review: 1 },
    taken: [],
    posts,
    ...overrides,
  };
}

export function post(slug: string, overrides: Partial<ToPlace> = {}): ToPlace {
  const nothing = {
    byline: [],
    beats: [],
    pinned: null,
    asked: null,
    askedBy: null,
    laterThan: null,
    notBefore: null,
    announced: null,
    liveAt: null,
  };
  return { slug, after: [], ...nothing, ready: false, open: false, ...overrides };
}

/** Noon in London on a day of July 2014. */
export function noon(day: number): Instant {
  return readInstant(`2014-07-${String(day).padStart(2, "0")}T11:00:00Z`);
}

/** The posts as they are once people have been told these slots. */
export function announce(request: WeeklyRequest, slots: ReadonlyMap<string, AssignedSlot>): WeeklyRequest {
  return { ...request, posts: request.posts.map((one) => ({ ...one, announced: slots.get(one.slug)?.at ?? one.announced })) };
}

const slot = (from: number, to: number): fc.Arbitrary<Instant> =>
  fc.integer({ min: from, max: to }).map((days) => plus(noon(1), days * DAY));
const maybe = <Value>(value: fc.Arbitrary<Value>, weight: number): fc.Arbitrary<Value | null> =>
  fc.oneof({ arbitrary: value, weight }, { arbitrary: fc.constant(null), weight: 6 - weight });

/** Campaigns of up to `size` posts in three weeks around START; `after` points to posts earlier in the plan or, mixed, later. */
export function campaigns(size: number): fc.Arbitrary<WeeklyRequest> {
  const one = fc.record({
    waitsFor: fc.array(fc.nat({ max: size - 1 }), { maxLength: 2 }),
    pinned: maybe(slot(-3, 12), 1),
    asked: maybe(
      fc.oneof(
        slot(-3, 12),
        fc.integer({ min: -3, max: 9 }).map((days) => plus(START, days * DAY + 5 * HOUR)),
      ),
      1,
    ),
    notBefore: maybe(slot(-3, 14), 1),
    announced: maybe(slot(-4, 14), 3),
    liveAt: fc.constantFrom(null, null, null, null, null, null, plus(START, -DAY)),
    ready: fc.boolean(),
    open: fc.boolean(),
  });
  return fc
    .record({
      posts: fc.array(one, { minLength: 1, maxLength: size }),
      rank: fc.shuffledSubarray(
        Array.from({ length: size }, (_, index) => index),
        { minLength: size },
      ),
      weekly: fc.subarray(["Mon 12:00", "Tue 12:00", "Tue 17:30", "Wed 12:00", "Thu 12:00", "Fri 12:00", "Sun 00:30"], { minLength: 1 }),
      deadline: slot(1, 12),
      taken: fc.array(slot(0, 14), { maxLength: 2 }),
    })
    .map(({ posts, rank, weekly, deadline, taken }) =>
      campaign(
        posts.map(({ waitsFor, ...rest }, index) => {
          const after = waitsFor
            .filter((other) => other < posts.length && (rank[other] ?? 0) < (rank[index] ?? 0))
            .map((other) => `p${other}`);
          return post(`p${index}`, { after, ...rest });
        }),
        { weekly, deadline, taken },
      ),
    );
}

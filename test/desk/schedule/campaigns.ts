/** Campaigns for the schedule's tests: one written in a line, and random ones for fast-check. */
import fc from "fast-check";
import { slotCalendar, type CalendarParts } from "../../../src/desk/calendar/slot-calendar.js";
import type { AssignedSlot, SlotRequest, ToPlace } from "../../../src/desk/schedule/solve/slot-request.js";
import { DAY, HOUR, plus, readInstant, type Day, type Instant } from "../../../src/desk/time/zone.js";

/** Tuesday 1 July 2014, 10:00 in London. */
export const START = readInstant("2014-07-01T09:00:00Z");

const WEEKDAYS = ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"];

type Parts = Omit<CalendarParts, "zone" | "slots">;

/** A request with what its calendar was made from. */
export interface WeeklyRequest extends SlotRequest {
  readonly weekly: readonly string[];
  readonly parts: Parts;
}

type Overrides = Partial<Omit<WeeklyRequest, "calendar">>;

const PLAIN: Parts = { closed: [], extra: [], freezes: [], holidays: [] };

/** The same request with another pattern, or with more or less on its calendar. */
export function withPattern(request: WeeklyRequest, weekly: readonly string[], parts: Partial<Parts> = {}): WeeklyRequest {
  const all = { ...request.parts, ...parts };
  return { ...request, weekly, parts: all, calendar: calendarOf(weekly, all, request.zone) };
}

function calendarOf(weekly: readonly string[], parts: Parts, zone: string): SlotRequest["calendar"] {
  return slotCalendar({ ...parts, zone, slots: weekly });
}

/** Weekdays at noon in London, toward Friday 11 July: eight slots from START on. */
export function campaign(posts: readonly ToPlace[], { weekly = WEEKDAYS, parts = PLAIN, ...overrides }: Overrides = {}): WeeklyRequest {
  const zone = overrides.zone ?? "Europe/London";
  return {
    at: START,
    zone,
    weekly,
    parts,
    calendar: calendarOf(weekly, parts, zone),
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

/** An instant of the first days that is on no pattern. */
const evening = (from: number, to: number): fc.Arbitrary<Instant> =>
  fc.integer({ min: from, max: to }).map((days) => plus(START, days * DAY + 5 * HOUR));

/** Campaigns of up to `size` posts in three weeks around START with everything mixed; `after` points to posts earlier in the plan or later. */
export function campaigns(size: number): fc.Arbitrary<WeeklyRequest> {
  const one = fc.record({
    waitsFor: fc.array(fc.nat({ max: size - 1 }), { maxLength: 2 }),
    pinned: maybe(slot(-3, 12), 1),
    asked: maybe(fc.oneof(slot(-3, 12), evening(-3, 9)), 1),
    askedBy: fc.constantFrom(null, "amir", "anil"),
    laterThan: fc.oneof({ arbitrary: fc.constant(null), weight: 7 }, { arbitrary: slot(-2, 6), weight: 1 }),
    notBefore: maybe(slot(-3, 14), 1),
    soonest: maybe(slot(0, 9), 2),
    announced: maybe(fc.oneof({ arbitrary: slot(-4, 14), weight: 4 }, { arbitrary: evening(0, 12), weight: 1 }), 3),
    liveAt: fc.constantFrom(null, null, null, null, null, null, plus(START, -DAY)),
    ready: fc.boolean(),
    open: fc.boolean(),
    byline: fc.subarray(["sam", "kim"]),
    beats: fc.subarray(["storage", "networks"], { maxLength: 1 }),
  });
  return fc
    .record({
      posts: fc.array(one, { minLength: 1, maxLength: size }),
      rank: fc.shuffledSubarray(
        Array.from({ length: size }, (_, index) => index),
        { minLength: size },
      ),
      weekly: fc.subarray(["Mon 12:00", "Tue 12:00", "Tue 17:30", "Wed 12:00", "Thu 12:00", "Fri 12:00", "Sun 00:30"], { minLength: 1 }),
      ends: fc.constantFrom(false, false, false, false, false, false, true),
      extra: fc.array(fc.oneof(slot(0, 12), evening(0, 12)), { maxLength: 2 }),
      closed: maybe(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 3 })), 1),
      freeze: maybe(fc.tuple(slot(-1, 9), fc.integer({ min: 1, max: 72 })), 2),
      deadline: slot(1, 12),
      taken: fc.array(slot(0, 14), { maxLength: 2 }),
      byline: maybe(fc.record({ most: fc.integer({ min: 1, max: 2 }), days: fc.integer({ min: 1, max: 5 }) }), 4),
      beatGap: fc.constantFrom(0, 0, 1, 2, 3),
      beside: fc.array(fc.record({ at: slot(-2, 8), byline: fc.constant(["Sam"]), beats: fc.subarray(["networks"]) }), { maxLength: 2 }),
    })
    .map(({ posts, rank, weekly, ends, extra, closed, freeze, byline, beatGap, ...rest }) =>
      campaign(
        posts.map(({ waitsFor, ...more }, index) => {
          const after = waitsFor
            .filter((other) => other < posts.length && (rank[other] ?? 0) < (rank[index] ?? 0))
            .map((other) => `p${other}`);
          return post(`p${index}`, { after, ...more });
        }),
        {
          ...rest,
          // A calendar that comes to an end has extra slots alone.
          weekly: ends ? [] : weekly,
          parts: {
            extra,
            closed: closed ? [{ from: julyDay(closed[0]), to: julyDay(closed[0] + closed[1]), why: "away together" }] : [],
            freezes: freeze ? [{ from: freeze[0], to: plus(freeze[0], freeze[1] * HOUR), why: "the launch", pass: ["Amir"] }] : [],
            holidays: [],
          },
          spread: { byline, beatGap },
        },
      ),
    );
}

function julyDay(day: number): Day {
  return noon(day).slice(0, 10) as Day;
}

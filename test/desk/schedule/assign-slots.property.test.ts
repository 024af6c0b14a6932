/** What holds for the slots of every campaign, however it stands. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { assignSlots, settle } from "../../../src/desk/schedule/assign-slots.js";
import { claimsOf } from "../../../src/desk/schedule/solve/claim.js";
import type { AssignedSlot, SlotRequest } from "../../../src/desk/schedule/solve/slot-request.js";
import { between, DAY, dayOf, earliest, HOUR, plus, type Instant } from "../../../src/desk/time/zone.js";
import { announce, campaigns, START, withPattern } from "./campaigns.js";

type Slots = ReadonlyMap<string, AssignedSlot>;

const unlive = (request: SlotRequest) => request.posts.filter(({ liveAt }) => !liveAt);
const instants = (slots: Slots) => new Map([...slots].map(([slug, { at }]) => [slug, at]));
const day = (slot: Instant): number => Date.parse(dayOf(slot, "Europe/London")) / DAY;
const at = (slots: Slots, slug: string): Instant | null => slots.get(slug)?.at ?? null;

/** Posts that are where a person, or their approval, has put them. */
function placedByHand(request: SlotRequest, slots: Slots): ReadonlyMap<string, Instant> {
  const byHand = unlive(request).flatMap((post): [string, Instant][] => {
    const own = at(slots, post.slug);
    const wish = claimsOf(post, request.at, request.calendar).wishes.find((one) => one.at === own);
    return wish ? [[post.slug, wish.at]] : [];
  });
  return new Map(byHand);
}

function everyPost(check: (request: SlotRequest, slots: Slots) => boolean): void {
  fc.assert(
    fc.property(campaigns(8), (request) => check(request, assignSlots(request))),
    { numRuns: 300, seed: 20140721 },
  );
}

describe("the slots of any campaign", () => {
  it("[SC1] never hold two posts, unless people put both there", () => {
    everyPost((request, slots) => {
      const byHand = placedByHand(request, slots);
      const given = unlive(request).flatMap(({ slug }) => (byHand.has(slug) ? [] : (at(slots, slug) ?? [])));
      const elsewhere = new Set([...byHand.values(), ...request.taken]);
      return new Set(given).size === given.length && !given.some((slot) => elsewhere.has(slot));
    });
  });

  it("[SC2] never come before the slot of a post they come after", () => {
    everyPost((request, slots) => {
      const waited = new Set(unlive(request).map(({ slug }) => slug));
      const inOrder = (slug: string, other: string) => !waited.has(other) || (at(slots, other) ?? "~") <= (at(slots, slug) ?? "~");
      return unlive(request).every(({ slug, after }) => after.every((other) => inOrder(slug, other)));
    });
  });

  it("[SC3] are to come, unless the post is approved and due", () => {
    everyPost((request, slots) => unlive(request).every(({ slug, ready }) => ready || (at(slots, slug) ?? "~") > request.at));
  });

  it("[SC4] are never within an embargo", () => {
    everyPost((request, slots) => unlive(request).every(({ slug, notBefore }) => (at(slots, slug) ?? "~") >= (notBefore ?? "")));
  });

  it("[SC5] are slots of the weekly pattern, or somebody's wish, or announced", () => {
    everyPost((request, slots) => {
      const slotAfter = request.calendar.after;
      return unlive(request).every(({ slug, asked, pinned, announced }) => {
        const own = at(slots, slug);
        return own === null || [asked, pinned, announced].includes(own) || slotAfter(plus(own, -1000)) === own;
      });
    });
  });

  it("[SC6] stay as they are once announced, now and at any instant before the next of them", () => {
    fc.assert(
      fc.property(campaigns(8), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (request, share) => {
        const slots = assignSlots(request);
        const told = announce(request, slots);
        expect(instants(assignSlots(told))).toEqual(instants(slots));
        const next = earliest([...slots.values()].map((slot) => slot.at).filter((slot) => slot > request.at));
        const later = next ? plus(request.at, Math.floor(share * between(request.at, next))) : request.at;
        expect(instants(assignSlots({ ...told, at: later }))).toEqual(instants(slots));
      }),
      { numRuns: 300, seed: 20140721 },
    );
  });

  it("[SC7] do not depend on the order in which `after`, the weekly pattern and the taken slots are written down", () => {
    fc.assert(
      fc.property(campaigns(8), (request) => {
        const reversed = {
          ...withPattern(request, request.weekly.toReversed()),
          taken: request.taken.toReversed(),
          posts: request.posts.map((post) => ({ ...post, after: post.after.toReversed() })),
        };
        expect(assignSlots(reversed)).toEqual(assignSlots(request));
      }),
      { numRuns: 300, seed: 20140721 },
    );
  });

  it("[SC24] leave bylines and beats as far apart as the desk says, but where people put posts by hand", () => {
    everyPost((request, slots) => {
      const byHand = placedByHand(request, slots);
      const placed = unlive(request).flatMap((post) => {
        const own = at(slots, post.slug);
        return own ? [{ ...post, day: day(own), given: !byHand.has(post.slug) }] : [];
      });
      const others = [...request.beside!, ...request.posts.flatMap((post) => (post.liveAt ? [{ ...post, at: post.liveAt }] : []))].map(
        (one) => ({
          ...one,
          day: day(one.at),
          given: false,
        }),
      );
      const all = [...placed, ...others];
      const { byline, beatGap } = request.spread!;
      const tooMany = (same: readonly { readonly day: number; readonly given: boolean }[], most: number, days: number) =>
        same.some(({ day: from }) => {
          const near = same.filter((one) => one.day >= from && one.day < from + days);
          return near.length > most && near.some(({ given }) => given);
        });
      const signedBy = (name: string) => all.filter((one) => one.byline.some((own) => own.toLowerCase() === name));
      const onBeat = (name: string) => all.filter((one) => one.beats.includes(name));
      return (
        (!byline || !["sam", "kim"].some((name) => tooMany(signedBy(name), byline.most, byline.days))) &&
        (beatGap === 0 || !["storage", "networks"].some((name) => tooMany(onBeat(name), 1, beatGap)))
      );
    });
  });

  it("[SC25] are in no freeze, but where somebody wished it who may pass", () => {
    everyPost((request, slots) =>
      unlive(request).every((post) => {
        const own = at(slots, post.slug);
        const freeze = own && request.calendar.freezeAt(own, null);
        return !freeze || (own === post.asked && post.askedBy === "amir");
      }),
    );
  });

  it("[SC26] are none the worse for one slot more", () => {
    fc.assert(
      fc.property(campaigns(7), fc.integer({ min: 0, max: 12 }), fc.boolean(), (request, days, late) => {
        const more = plus(START, days * DAY + (late ? 7 * HOUR : 2 * HOUR));
        const richer = withPattern(request, request.weekly, { extra: [...request.parts.extra, more] });
        expect(compareAll(worth(richer), worth(request))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 300, seed: 20140721 },
    );
  });

  it("[SC27] are told with why, wherever one that was announced or wished is not kept", () => {
    everyPost((request, slots) =>
      unlive(request).every((post) => {
        const { first } = claimsOf(post, request.at, request.calendar);
        const own = slots.get(post.slug);
        return !first || !own || own.at === first || WHY_NOT.test(own.why);
      }),
    );
  });
});

/** Said of a slot that is not the one it should have been. */
const WHY_NOT =
  /^(?:The post may not go live before|`\/slot next` asked for a slot later|Its slot of .* (?:is in a freeze|would be too early|was given to another post)|The post was moved from|.*Its slot of .* could not be used)/u;

/** Which wishes are kept, in the plan's order, and what the rest costs: the gravest first. */
function worth(request: SlotRequest): readonly number[] {
  const { problem, wishes, cost } = settle(request);
  const granted = problem.posts.map(({ claims }, place) => {
    const wish = wishes[place];
    return wish ? claims.wishes.indexOf(wish) : claims.wishes.length;
  });
  return [...granted, cost.late, cost.without, cost.lateness, cost.hurried, cost.moved];
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  return a.map((one, place) => one - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** What holds for the slots of every campaign, however it stands. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { assignSlots } from "../../../src/desk/schedule/assign-slots.js";
import { claimsOf } from "../../../src/desk/schedule/claim.js";
import type { AssignedSlot, SlotRequest } from "../../../src/desk/schedule/slot-request.js";
import { between, earliest, plus, type Instant } from "../../../src/desk/zone.js";
import { bestByTryingAll } from "./best-by-trying-all.js";
import { announce, campaigns, withPattern } from "./campaigns.js";

type Slots = ReadonlyMap<string, AssignedSlot>;

const unlive = (request: SlotRequest) => request.posts.filter(({ liveAt }) => !liveAt);
const instants = (slots: Slots) => new Map([...slots].map(([slug, { at }]) => [slug, at]));
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
    { numRuns: 400, seed: 20140721 },
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
      const inOrder = (slug: string, other: string) => !waited.has(other) || (at(slots, other) ?? "~") <= (at(slots, slug) ?? "");
      return unlive(request).every(({ slug, after }) => after.every((other) => inOrder(slug, other)));
    });
  });

  it("[SC3] are to come, unless the post is approved and due", () => {
    everyPost((request, slots) => unlive(request).every(({ slug, ready }) => ready || (at(slots, slug) ?? "") > request.at));
  });

  it("[SC4] are never within an embargo", () => {
    everyPost((request, slots) => unlive(request).every(({ slug, notBefore }) => (at(slots, slug) ?? "") >= (notBefore ?? "")));
  });

  it("[SC5] are slots of the weekly pattern, or somebody's wish, or announced", () => {
    everyPost((request, slots) => {
      const slotAfter = request.calendar.after;
      return unlive(request).every(({ slug, asked, pinned, announced }) => {
        const own = at(slots, slug);
        return own !== null && ([asked, pinned, announced].includes(own) || slotAfter(plus(own, -1000)) === own);
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
      { numRuns: 500, seed: 20140721 },
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

  it("[SC8] are those that trying everything finds: as few late, as little, as few hurried and moved, in the plan's order", () => {
    fc.assert(
      fc.property(campaigns(4), (request) => {
        const slots = assignSlots(request);
        const mine = new Map(unlive(request).flatMap(({ slug }) => (slots.has(slug) ? [[slug, at(slots, slug)]] : [])));
        expect(Object.fromEntries(mine)).toEqual(Object.fromEntries(bestByTryingAll(request).slots));
      }),
      { numRuns: Number(process.env.SLOT_RUNS ?? 1500), seed: Number(process.env.SLOT_SEED ?? 20140721) },
    );
  });
});

/** The schedule against exhaustive search: the same slots, on thousands of small campaigns with everything mixed. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { settle } from "../../../src/desk/schedule/assign-slots.js";
import { bestByTryingAll } from "./best-by-trying-all.js";
import { campaigns } from "./campaigns.js";

/** More by `SLOT_CAMPAIGNS=20000 npx jest test/desk/schedule/best-of-all`. */
const CAMPAIGNS = Number(process.env.SLOT_CAMPAIGNS ?? 2_000);

describe("the slots of a small campaign", () => {
  it("[SC8] are exactly those that trying everything finds, and known to be the best", () => {
    const met = { late: 0, without: 0, hurried: 0, moved: 0 };
    fc.assert(
      fc.property(campaigns(4), (request) => {
        const { problem, at, best, cost } = settle(request);
        const found = problem.posts.flatMap(({ post }, place) => (at[place] ? [[post.slug, at[place]]] : []));
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(bestByTryingAll(request).slots));
        expect(best).toBe(true);
        for (const kind of ["late", "without", "hurried", "moved"] as const) met[kind] += cost[kind] > 0 ? 1 : 0;
      }),
      { numRuns: CAMPAIGNS, seed: 20140721 },
    );
    // So that nobody makes the campaigns too easy.
    for (const campaignsWith of Object.values(met)) expect(campaignsWith).toBeGreaterThan(CAMPAIGNS / 50);
  });
});

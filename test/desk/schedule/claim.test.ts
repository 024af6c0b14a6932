/** What a post may claim at the very instant of a wish, and in a freeze. */
import { describe, expect, it } from "@jest/globals";
import { claimsOf } from "../../../src/desk/schedule/solve/claim.js";
import type { ToPlace } from "../../../src/desk/schedule/solve/slot-request.js";
import { plus, readInstant } from "../../../src/desk/time/zone.js";

const NOON = readInstant("2014-07-15T11:00:00Z");
const OPEN = { freezeAt: () => null };
const post = (more: Partial<ToPlace>): ToPlace => ({
  slug: "irmin",
  after: [],
  pinned: null,
  asked: null,
  laterThan: null,
  askedBy: null,
  byline: [],
  beats: [],
  notBefore: null,
  announced: null,
  liveAt: null,
  ready: false,
  open: true,
  ...more,
});

describe("a wish", () => {
  it("[SC20] for this very instant has gone by for a post that is not approved: it missed it, and is placed anew", () => {
    for (const wish of [{ asked: NOON, askedBy: "ann" }, { pinned: NOON }, { announced: NOON }])
      expect(claimsOf(post(wish), NOON, OPEN)).toMatchObject({ wishes: [], announced: null, missed: NOON, first: null });
    expect(claimsOf(post({ asked: NOON, askedBy: "ann" }), plus(NOON, -1000), OPEN)).toMatchObject({
      wishes: [{ kind: "asked", at: NOON }],
      missed: null,
    });
  });

  it("[SC20] for this very instant is due for a post that is approved", () => {
    expect(claimsOf(post({ asked: NOON, askedBy: "ann", ready: true }), NOON, OPEN).wishes).toEqual([{ kind: "due", at: NOON, by: "ann" }]);
  });
});

/** Stories of slots: what a campaign's posts are told, and why. */
import { describe, expect, it } from "@jest/globals";
import { assignSlots } from "../../../src/desk/schedule/assign-slots.js";
import type { SlotRequest, ToPlace } from "../../../src/desk/schedule/solve/slot-request.js";
import { plus, HOUR, readInstant, sayWhen } from "../../../src/desk/time/zone.js";
import { announce, campaign, noon, post, START, withPattern, type WeeklyRequest } from "./campaigns.js";

/** `tls: Tue 1 July`, in the plan's order. */
function days(request: SlotRequest): readonly string[] {
  const slots = assignSlots(request);
  return request.posts.map(({ slug }) => {
    const at = slots.get(slug)?.at;
    return `${slug}: ${at ? sayWhen(at, request.zone).replace(" 2014, 12:00 (Europe/London)", "") : "no slot"}`;
  });
}

const why = (request: SlotRequest, slug: string): string => assignSlots(request).get(slug)?.why ?? "";
const many = (n: number, overrides: Partial<ToPlace> = {}) => Array.from({ length: n }, (_, index) => post(`p${index + 1}`, overrides));

describe("a new campaign", () => {
  it("[SC9] gives the next free slots in the plan's order", () => {
    const request = campaign([post("tls"), post("nocrypto"), post("x509"), post("asn1")]);
    expect(days(request)).toEqual(["tls: Tue 1 July", "nocrypto: Wed 2 July", "x509: Thu 3 July", "asn1: Fri 4 July"]);
    expect(why(campaign([post("tls", { open: true })]), "tls")).toBe(
      "This is the next free slot in the plan's order; there is little time: the review is needed now.",
    );
    expect(assignSlots(request).get("asn1")).toEqual({
      at: noon(4),
      by: null,
      why: "This is the next free slot in the plan's order; there is little time: the draft is needed now.",
      fits: true,
    });
  });

  it("[SC9] pulls a post ahead of those that come after it, and says whom it waits for", () => {
    const request = campaign([post("api", { after: ["tls"] }), post("vchan"), post("tls")]);
    expect(days(request)).toEqual(["api: Wed 2 July", "vchan: Thu 3 July", "tls: Tue 1 July"]);
    expect(why(request, "api")).toContain("it comes after `tls`, whose slot is Tue 1 July 2014, 12:00 (Europe/London)");
  });

  it("[SC9] keeps wall-clock time through a change of the clocks", () => {
    const request = campaign([post("a"), post("b")], {
      at: readInstant("2014-10-24T12:00:00Z"),
      deadline: readInstant("2014-11-30T12:00:00Z"),
      weekly: ["Fri 12:00"],
    });
    expect([...assignSlots(request).values()].map(({ at }) => at)).toEqual(["2014-10-31T12:00:00Z", "2014-11-07T12:00:00Z"]);
    const spring = { ...request, at: readInstant("2014-03-21T13:00:00Z") };
    expect([...assignSlots(spring).values()].map(({ at }) => at)).toEqual(["2014-03-28T12:00:00Z", "2014-04-04T11:00:00Z"]);
  });

  it("[SC9] leaves slots of other campaigns alone", () => {
    expect(days(campaign([post("tls"), post("x509")], { taken: [noon(1), noon(3)] }))).toEqual(["tls: Wed 2 July", "x509: Fri 4 July"]);
  });
});

describe("people's wishes", () => {
  it("[SC10] go before the pattern, even off it, even two at one instant", () => {
    const evening = readInstant("2014-07-05T19:00:00Z");
    const request = campaign([
      post("a", { pinned: noon(2) }),
      post("b", { asked: evening }),
      post("c", { pinned: evening }),
      post("d"),
      post("e"),
    ]);
    expect(days(request)).toEqual([
      "a: Wed 2 July",
      "b: Sat 5 July 2014, 20:00 (Europe/London)",
      "c: Sat 5 July 2014, 20:00 (Europe/London)",
      "d: Tue 1 July",
      "e: Thu 3 July",
    ]);
    expect(why(request, "a")).toBe("The plan pins the post to this slot.");
    expect(why(request, "b")).toBe("The post has the slot that was asked for with `/slot`.");
  });

  it("[SC10] in a comment go before the plan's", () => {
    expect(days(campaign([post("a", { pinned: noon(2), asked: noon(4) })]))).toEqual(["a: Fri 4 July"]);
  });

  it("[SC10] pull what has to come before them ahead of the plan's order", () => {
    const request = campaign([post("a"), post("b"), post("c"), post("d", { after: ["c"], pinned: noon(2) })]);
    expect(days(request)).toEqual(["a: Thu 3 July", "b: Fri 4 July", "c: Tue 1 July", "d: Wed 2 July"]);
  });

  it("[SC10] give way to the embargo and to `after`, and the reason says so", () => {
    const embargoed = campaign([post("a", { pinned: noon(2), notBefore: noon(4) })]);
    expect(days(embargoed)).toEqual(["a: Fri 4 July"]);
    expect(why(embargoed, "a")).toContain("The post may not go live before Fri 4 July 2014, 12:00 (Europe/London)");
    const behind = campaign([post("a", { pinned: noon(4) }), post("b", { after: ["a"], pinned: noon(2) })]);
    expect(days(behind)).toEqual(["a: Fri 4 July", "b: Mon 7 July"]);
    expect(why(behind, "b")).toContain("Its slot of Wed 2 July 2014, 12:00 (Europe/London) would be too early: it comes after `a`");
  });

  it("[SC10] for a post behind one that nobody can place in time give way too", () => {
    const request = campaign([post("a"), post("b"), post("c", { after: ["a", "b"], pinned: noon(2) })]);
    expect(days(request)).toEqual(["a: Tue 1 July", "b: Wed 2 July", "c: Thu 3 July"]);
  });
});

describe("slots that people were told", () => {
  const told = (posts: readonly ToPlace[], overrides: Partial<SlotRequest> = {}): WeeklyRequest => {
    const request = campaign(posts, overrides);
    return announce(request, assignSlots(request));
  };

  it("[SC11] are kept when a post is added at the head of the plan or dropped from it", () => {
    const request = told([post("a"), post("b"), post("c")]);
    expect(days({ ...request, posts: [post("new"), ...request.posts] })).toEqual([
      "new: Fri 4 July",
      "a: Tue 1 July",
      "b: Wed 2 July",
      "c: Thu 3 July",
    ]);
    expect(days({ ...request, posts: request.posts.slice(1) })).toEqual(["b: Wed 2 July", "c: Thu 3 July"]);
    expect(why(request, "b")).toBe("This is the slot that was announced for the post.");
  });

  it("[SC11] are kept when the weekly pattern changes, by those that have one", () => {
    const request = told([post("a"), post("b")]);
    expect(days({ ...withPattern(request, ["Mon 12:00"]), posts: [...request.posts, post("c")] })).toEqual([
      "a: Tue 1 July",
      "b: Wed 2 July",
      "c: Mon 7 July",
    ]);
  });

  it("[SC11] are not disturbed by a post that missed its own: it takes the next free one, and says so", () => {
    const request = told([post("a"), post("b"), post("c")]);
    const later = { ...request, at: plus(noon(1), HOUR) };
    expect(days(later)).toEqual(["a: Fri 4 July", "b: Wed 2 July", "c: Thu 3 July"]);
    expect(why(later, "a")).toContain("The post missed its slot of Tue 1 July 2014, 12:00 (Europe/London); this is the next free one");
  });

  it("[SC11] move for a post they come after, and only those", () => {
    const request = told([post("a"), post("b", { after: ["a"] }), post("c")]);
    const later = { ...request, at: plus(noon(1), HOUR) };
    expect(days(later)).toEqual(["a: Wed 2 July", "b: Fri 4 July", "c: Thu 3 July"]);
    expect(why(later, "b")).toContain("would be too early: it comes after `a`");
  });

  it("[SC11] move for a wish, with the reason", () => {
    const request = told([post("a"), post("b")]);
    const wished = { ...request, posts: [...request.posts, post("c", { asked: noon(1) })] };
    expect(days(wished)).toEqual(["a: Thu 3 July", "b: Wed 2 July", "c: Tue 1 July"]);
    expect(why(wished, "a")).toContain(
      "Its slot of Tue 1 July 2014, 12:00 (Europe/London) was given to another post; this is the next free one",
    );
  });

  it("[SC12] stay with an approved post that is due, so that it goes live late rather than later", () => {
    const request = told([post("a", { ready: true, open: true }), post("b")]);
    const later = { ...request, at: plus(noon(1), 5 * HOUR) };
    expect(days(later)).toEqual(["a: Tue 1 July", "b: Wed 2 July"]);
    expect(why(later, "a")).toBe("The post is approved and keeps its slot until it is merged.");
  });

  it("[SC12] do not stay with an approved post that waits for another", () => {
    const request = told([post("a"), post("b", { after: ["a"], ready: true })]);
    expect(days({ ...request, at: plus(noon(2), HOUR) })).toEqual(["a: Thu 3 July", "b: Fri 4 July"]);
  });
});

describe("when slots run out", () => {
  it("[SC13] the weekly pattern goes on past the deadline, and the reason counts posts and slots", () => {
    const request = campaign(many(5), { deadline: noon(3) });
    expect(days(request).slice(3)).toEqual(["p4: Fri 4 July", "p5: Mon 7 July"]);
    expect(assignSlots(request).get("p5")).toMatchObject({ fits: false });
    expect(assignSlots(request).get("p3")).toMatchObject({ at: noon(3), fits: true });
    expect(why(request, "p5")).toContain("it is after the deadline, because there are only 3 slots before the deadline for 5 posts.");
  });

  it("[SC13] a slot that falls free before the deadline is used at once, by one post and no more", () => {
    const request = campaign(many(5), { deadline: noon(3) });
    const told = announce(request, assignSlots(request));
    const dropped = { ...told, posts: told.posts.filter(({ slug }) => slug !== "p2") };
    expect(days(dropped)).toEqual(["p1: Tue 1 July", "p3: Thu 3 July", "p4: Fri 4 July", "p5: Wed 2 July"]);
    expect(why(dropped, "p5")).toContain(
      "The post was moved from Mon 7 July 2014, 12:00 (Europe/London) so that fewer posts are late, or late by less time",
    );
  });

  it("[SC13] a deadline moved forward by a week shows in what no longer fits, and moves nothing that is kept", () => {
    const request = campaign(many(8));
    const told = announce(request, assignSlots(request));
    const sooner = { ...told, deadline: readInstant("2014-07-04T16:00:00Z") };
    expect(days(sooner)).toEqual(days(told));
    expect([...assignSlots(sooner).values()].filter(({ fits }) => !fits)).toHaveLength(4);
  });

  it("[SC13] a desk without a weekly pattern gives slots only to those that people place", () => {
    expect(
      days(campaign([post("a"), post("b", { pinned: noon(2) }), post("c", { after: ["a"], pinned: noon(3) })], { weekly: [] })),
    ).toEqual(["a: no slot", "b: Wed 2 July", "c: no slot"]);
  });
});

describe("odd campaigns", () => {
  it("[SC14] a circle of `after`, an unknown slug, a slug twice and an embargo at the end of time end in an answer", () => {
    const circle = campaign([post("a", { after: ["b"] }), post("b", { after: ["a"] }), post("c", { after: ["nowhere", "c"] }), post("a")]);
    expect(assignSlots(circle).size).toBe(3);
    const never = campaign([post("a", { notBefore: readInstant("9999-12-31T23:00:00Z") }), post("b", { after: ["a"] }), post("c")]);
    expect([...assignSlots(never).keys()]).toEqual(["c"]);
  });

  it("[SC14] a post that is live answers with when, and holds nobody back", () => {
    const request = campaign([post("a", { liveAt: readInstant("2014-06-30T12:39:38Z"), announced: noon(3) }), post("b", { after: ["a"] })]);
    expect(assignSlots(request).get("a")).toEqual({
      at: "2014-06-30T12:39:38Z",
      by: null,
      why: "It went live Mon 30 June 2014, 13:39 (Europe/London).",
      fits: true,
    });
    expect(assignSlots(request).get("b")?.at).toBe(noon(1));
  });

  it("[SC14] two thousand posts, each after the one before, are placed", () => {
    const chain = Array.from({ length: 2000 }, (_, index) => post(`p${index}`, { after: index > 0 ? [`p${index - 1}`] : [] }));
    const slots = assignSlots(campaign(chain.toReversed(), { at: START }));
    expect(slots.size).toBe(2000);
    expect(slots.get("p1999")?.why).toContain("there are only 9 slots before the deadline for 2000 posts");
  });
});

describe("posts of one byline and of one beat", () => {
  const sam = (slug: string, more: Partial<ToPlace> = {}) => post(slug, { byline: ["sam"], ...more });
  const twoAWeek = { byline: { most: 2, days: 7 }, beatGap: 0 };

  it("[SC24] stand apart as the desk says, and the reason says who is there already", () => {
    const request = campaign([sam("a"), sam("b"), sam("c"), post("d")], { spread: twoAWeek });
    expect(days(request)).toEqual(["a: Tue 1 July", "b: Wed 2 July", "c: Tue 8 July", "d: Thu 3 July"]);
    expect(why(request, "c")).toBe("This is the next free slot for the post: `sam` already has 2 posts in that week.");
    const beats = campaign([post("a", { beats: ["xen"] }), post("b", { beats: ["xen"] })], { spread: { byline: null, beatGap: 3 } });
    expect(days(beats)).toEqual(["a: Tue 1 July", "b: Fri 4 July"]);
    expect(why(beats, "b")).toBe(
      "This is the next free slot for the post: another post about `xen` has a slot less than 3 days from an earlier slot; there is little time: the draft is needed now.",
    );
  });

  it("[SC24] count live ones and those of other campaigns, and whoever signs with them", () => {
    const beside = [{ at: noon(3), byline: ["Sam"], beats: [] }];
    const pair = post("pair", { byline: ["kim", "sam"] });
    const live = sam("old", { liveAt: readInstant("2014-06-30T11:00:00Z") });
    expect(days(campaign([live, pair], { spread: twoAWeek, beside }))[1]).toBe("pair: Mon 7 July");
  });

  it("[SC24] may be put closer by hand; then the schedule adds none", () => {
    const wished = [sam("a", { asked: noon(2) }), sam("b", { pinned: noon(3) }), sam("c", { pinned: noon(4) })];
    expect(days(campaign([...wished, sam("d")], { spread: twoAWeek }))).toEqual([
      "a: Wed 2 July",
      "b: Thu 3 July",
      "c: Fri 4 July",
      "d: Thu 10 July",
    ]);
  });

  it("[SC24] that were announced before the desk said so move, and are told why", () => {
    const told = [sam("a", { announced: noon(1) }), sam("b", { announced: noon(2) }), sam("c", { announced: noon(3) })];
    const request = campaign(told, { spread: twoAWeek });
    expect(days(request)).toEqual(["a: Tue 1 July", "b: Wed 2 July", "c: Tue 8 July"]);
    expect(why(request, "c")).toBe(
      "The post was moved from Thu 3 July 2014, 12:00 (Europe/London), because that slot is too close to other posts: `sam` already has 2 posts in that week.",
    );
  });
});

describe("a freeze", () => {
  const freeze = (pass: readonly string[]) => ({
    parts: {
      closed: [],
      extra: [],
      holidays: [],
      freezes: [{ from: noon(3), to: noon(8), why: "the site moves", pass }],
    },
  });

  it("[SC31] over the slot moves the post behind it and not forward, and gives the slot back when it ends early", () => {
    const told = [post("a", { announced: noon(1) }), post("b", { announced: noon(4) })];
    const frozen = campaign(told, freeze([]));
    expect(days(frozen)).toEqual(["a: Tue 1 July", "b: Tue 8 July"]);
    expect(why(frozen, "b")).toBe(
      "Its slot of Fri 4 July 2014, 12:00 (Europe/London) is in a freeze (`the site moves`), so nothing goes live then; this is the next free slot.",
    );
    expect(days(campaign(told))).toEqual(["a: Tue 1 July", "b: Fri 4 July"]);
    // With a deadline within it, forward is better than late.
    expect(days(campaign(told, { ...freeze([]), deadline: noon(7) }))).toEqual(["a: Tue 1 July", "b: Wed 2 July"]);
  });

  it("[SC25] takes a wish of whoever may not pass it, and not of whoever may", () => {
    const wish = (askedBy: string) => campaign([post("a", { asked: noon(4), askedBy })], freeze(["Anil"]));
    expect(days(wish("anil"))).toEqual(["a: Fri 4 July"]);
    expect(days(wish("amir"))).toEqual(["a: Tue 8 July"]);
  });
});

describe("what people ask for", () => {
  it("[SC28] as the next slot is later than the one it had, with who wanted it", () => {
    const told = post("a", { announced: noon(2), laterThan: noon(2), laterBy: "kim" });
    const slot = assignSlots(campaign([told, post("b", { announced: noon(3) })])).get("a");
    expect(slot).toEqual({
      at: noon(4),
      by: "kim",
      why: "`/slot next` asked for a slot later than Wed 2 July 2014, 12:00 (Europe/London); this is the next free one; there is little time: the draft is needed now.",
      fits: true,
    });
  });

  it("[SC29] tells who asked for it, by `/slot` or `/pin`; of the plan and the schedule it is nobody", () => {
    const posts = [
      post("a", { asked: noon(1), askedBy: "ann" }),
      post("b", { pinned: noon(2), pinnedBy: "ben" }),
      post("c", { pinned: noon(3) }),
      post("d", { askedBy: "ann", asked: noon(2), notBefore: noon(4) }),
    ];
    expect([...assignSlots(campaign(posts)).values()].map(({ by }) => by)).toEqual(["ann", "ben", null, null]);
    expect(why(campaign(posts), "b")).toBe("The post was pinned to this slot with `/pin`.");
  });
});

describe("time to write", () => {
  it("[SC30] is given to each post that lacks it, where that makes none late", () => {
    const request = campaign([post("a", { soonest: noon(3) }), post("b"), post("c", { soonest: noon(2) })], { deadline: noon(4) });
    expect(days(request)).toEqual(["a: Thu 3 July", "b: Tue 1 July", "c: Wed 2 July"]);
  });

  it("[SC30] is taken from as few as may be when posts would be late otherwise", () => {
    const unwritten = (slug: string) => post(slug, { soonest: noon(3) });
    const request = campaign([unwritten("a"), unwritten("b"), unwritten("c")], { deadline: noon(4) });
    expect(days(request)).toEqual(["a: Tue 1 July", "b: Thu 3 July", "c: Fri 4 July"]);
  });
});

describe("a campaign too intricate to be proved", () => {
  it("[SC32] is answered all the same, and says so", () => {
    const posts = Array.from({ length: 24 }, (_, n) =>
      post(`p${n}`, {
        byline: [`w${n % 4}`, `w${(n * 7 + 1) % 4}`],
        beats: [`b${(n * 5) % 3}`],
        soonest: noon(1 + ((n * 3) % 9)),
        after: n % 6 === 5 ? [`p${n - 3}`] : [],
      }),
    );
    const request = campaign(posts, { deadline: plus(noon(1), 33 * 24 * HOUR), spread: { byline: { most: 2, days: 5 }, beatGap: 3 } });
    const slots = assignSlots(request);
    expect(slots.size).toBe(24);
    expect(
      [...slots.values()].every((slot) =>
        slot.why.endsWith("Presstime did not compare all possible orders, so a better one may exist. Nobody has to do anything."),
      ),
    ).toBe(true);
  });
});

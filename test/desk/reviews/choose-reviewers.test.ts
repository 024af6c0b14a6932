/** Who is asked to review, and who cannot be. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { PLAIN_CALENDAR } from "../../../src/desk/facts/desk.js";
import { includesLogin, type Person } from "../../../src/desk/facts/person.js";
import { chooseReviewers } from "../../../src/desk/reviews/choose-reviewers.js";
import { reasonToAsk } from "../../../src/desk/reviews/reason-to-ask.js";
import type { ReviewersRequest } from "../../../src/desk/reviews/reviewers-request.js";
import { readInstant, type Day } from "../../../src/desk/time/zone.js";

function person(login: string, overrides: Partial<Person> = {}): Person {
  return { login, name: login, aliases: [], zone: "Europe/London", beats: ["storage"], capacity: 3, away: [], ...overrides };
}

function request(people: readonly Person[], overrides: Partial<ReviewersRequest> = {}): ReviewersRequest {
  return {
    at: readInstant("2014-07-10T09:00:00Z"),
    slug: "introducing-irmin",
    people,
    desk: { people, calendar: PLAIN_CALENDAR },
    beats: ["storage"],
    byline: ["samoht"],
    openedBy: "samoht",
    writers: [],
    already: [],
    refused: [],
    never: [],
    load: new Map(),
    want: 2,
    ...overrides,
  };
}

const chosen = (one: ReviewersRequest) => chooseReviewers(one).logins;
const days = (from: string, to: string) => [{ from: from as Day, to: to as Day }];

/** With the reasons in one order: they come in that of the desk, which begins elsewhere for each post. */
const sorted = (said: string) => {
  const [whole = "", reasons = ""] = said.replace(/\.$/, "").split(": ");
  return [whole, ...reasons.split(/, (?=\d)| and (?=\d)/).sort(), said.includes(" and 1 "), said.split(", 1 ").length].join("; ");
};

describe("choosing reviewers", () => {
  it("[RV1] takes those who cover the beat, the least loaded first", () => {
    const people = [person("avsm", { beats: ["*"] }), person("djs55", { beats: ["Storage"] }), person("yallop", { beats: ["ffi"] })];
    const load = new Map([
      ["avsm", 2],
      ["djs55", 1],
    ]);
    expect(chooseReviewers(request(people, { load }))).toEqual({ logins: ["djs55", "avsm"], shortfall: null });
  });

  it("[RV1] a post without a beat may be asked of anyone", () => {
    expect(chosen(request([person("yallop", { beats: [] })], { beats: [], want: 1 }))).toEqual(["yallop"]);
  });

  it("[RV2] never takes the byline, the opener, those asked, taken off, refused, away, full, or who never review", () => {
    const people = [
      person("Samoht"),
      person("amirmc"),
      person("asked"),
      person("declined"),
      person("refused"),
      person("away", { away: days("2014-07-10", "2014-07-10") }),
      person("full", { capacity: 1 }),
      person("never", { capacity: 0 }),
    ];
    const result = chooseReviewers(
      request(people, {
        openedBy: "AmirMC",
        already: ["Asked"],
        never: ["DECLINED"],
        refused: [{ login: "Refused", why: "not a collaborator" }],
        load: new Map([["full", 1]]),
      }),
    );
    expect(result.logins).toEqual([]);
    expect(result.shortfall).toMatch(/^Nobody can be asked\. The desk has 8 people: /);
    for (const reason of [
      "1 is an author of the post",
      "1 opened the pull request",
      "1 has been asked already",
      "1 declined, or the request was cancelled",
    ])
      expect(result.shortfall).toContain(reason);
    for (const reason of [
      "1 was not accepted by GitHub",
      "1 is away",
      "1 already has as many open reviews as `capacity` allows",
      "1 never reviews",
    ])
      expect(result.shortfall).toContain(reason);
  });

  it("[RV3] away is by the person's own calendar, and leaving on the next working day counts", () => {
    const tomorrow = person("djs55", { away: days("2014-07-11", "2014-07-20") });
    const auckland = person("jacky", { zone: "Pacific/Auckland", away: days("2014-07-08", "2014-07-10") });
    expect(chosen(request([tomorrow, auckland]))).toEqual([]);
    // 13:00 in London is the 11th in Auckland, and a Friday; jacky is back.
    expect(chosen(request([tomorrow, auckland], { at: readInstant("2014-07-10T12:30:00Z") }))).toEqual(["jacky"]);
    const monday = person("djs55", { away: days("2014-07-14", "2014-07-20") });
    expect(chosen(request([monday], { at: readInstant("2014-07-11T09:00:00Z") }))).toEqual([]);
  });

  it("[RV3] [SC86] a public holiday of theirs is as good as a leave: from its eve on, over the weekend before it, to its end", () => {
    const people = [person("djs55", { holidays: ["FR"] }), person("avsm", { holidays: [] })];
    const feasts = { FR: [{ day: "2014-07-14" as Day, name: "Bastille Day" }] };
    const askedAt = (at: string, calendar = PLAIN_CALENDAR) =>
      chosen(request(people, { at: readInstant(at), want: 1, load: new Map([["avsm", 1]]), desk: { people, calendar, holidays: feasts } }));
    expect(
      ["2014-07-10T09:00:00Z", "2014-07-11T09:00:00Z", "2014-07-13T09:00:00Z", "2014-07-14T09:00:00Z"].map((at) => askedAt(at)),
    ).toEqual([["djs55"], ["avsm"], ["avsm"], ["avsm"]]);
    expect(askedAt("2014-07-14T23:30:00Z")).toEqual(["djs55"]);
    // Whoever says nothing of holidays has the desk's; whoever says that they have none has none.
    expect(askedAt("2014-07-10T09:00:00Z", { ...PLAIN_CALENDAR, holidays: ["FR"] })).toEqual(["djs55"]);
  });

  it("[RV4] when nobody free covers the beat, anyone free is asked", () => {
    const people = [person("djs55", { away: days("2014-07-01", "2014-07-20") }), person("yallop", { beats: ["ffi"] })];
    expect(chooseReviewers(request(people))).toEqual({
      logins: ["yallop"],
      shortfall: "2 more reviewers are needed, and only 1 can be asked. The desk has 2 people: 1 is away.",
    });
  });

  // Whom the desk has, how many of them are needed, and what is said of those who cannot be asked.
  const shortfalls: readonly (readonly [string, readonly Person[], Partial<ReviewersRequest>, string | null])[] = [
    ["enough", [person("a"), person("b"), person("c")], {}, null],
    ["as many as needed", [person("a"), person("b")], {}, null],
    ["one of two", [person("a")], {}, "2 more reviewers are needed, and only 1 can be asked. The desk has 1 person."],
    [
      "none of one",
      [person("a")],
      { want: 1, never: ["a"] },
      `Nobody can be asked. The desk has 1 person: 1 declined, or the request was cancelled.`,
    ],
    [
      "none, for one reason each",
      [person("a"), person("b"), person("c")],
      { byline: ["A"], openedBy: "B", writers: ["C"], slug: "introducing-irmin" },
      "Nobody can be asked. The desk has 3 people: 1 is an author of the post, 1 opened the pull request and 1 wrote part of the present text.",
    ],
    [
      "none, for one reason together",
      [person("a"), person("b")],
      { byline: ["a", "b"] },
      "Nobody can be asked. The desk has 2 people: 2 are authors of the post.",
    ],
    [
      "none of many who wrote it",
      [person("a"), person("b")],
      { writers: ["a", "b"] },
      "Nobody can be asked. The desk has 2 people: 2 wrote parts of the present text.",
    ],
    [
      "none of many who are asked",
      [person("a"), person("b")],
      { already: ["a", "b"] },
      "Nobody can be asked. The desk has 2 people: 2 have been asked already.",
    ],
    [
      "none of many without room",
      [person("a", { capacity: 2 }), person("b", { capacity: 1 })],
      {
        load: new Map([
          ["a", 2],
          ["b", 3],
        ]),
      },
      "Nobody can be asked. The desk has 2 people: 2 already have as many open reviews as `capacity` allows.",
    ],
    [
      "none of many who never review",
      [person("a", { capacity: 0 }), person("b", { capacity: 0 })],
      {},
      "Nobody can be asked. The desk has 2 people: 2 never review.",
    ],
  ];
  it.each(shortfalls)("[RV4] says why fewer can be asked than are needed: %s", (_, people, given, shortfall) => {
    const said = chooseReviewers(request(people, { byline: [], openedBy: null, ...given })).shortfall;
    expect(said && sorted(said)).toBe(shortfall && sorted(shortfall));
  });

  it("[RV4] a desk without people says so", () => {
    expect(chooseReviewers(request([])).shortfall).toBe("Nobody can be asked. The desk has no people.");
    expect(chooseReviewers(request([], { want: 0 })).shortfall).toBeNull();
  });

  it("[RV5] ties go round: over many posts nobody is asked much more often than another", () => {
    const people = ["avsm", "djs55", "mor1", "yallop"].map((login) => person(login));
    const counts = new Map<string, number>();
    for (let post = 0; post < 400; post += 1)
      for (const login of chosen(request(people, { slug: `post-${post}`, want: 1 }))) counts.set(login, (counts.get(login) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(["avsm", "djs55", "mor1", "yallop"]);
    expect(Math.min(...counts.values())).toBeGreaterThan(70);
  });

  it("[RV5] posts asked for one after the other, each counted, spread within one review of each other", () => {
    const people = ["avsm", "djs55", "mor1", "yallop"].map((login) => person(login, { capacity: 50 }));
    const load = new Map<string, number>();
    for (let post = 0; post < 50; post += 1) {
      for (const login of chosen(request(people, { slug: `post-${post}`, load }))) load.set(login, (load.get(login) ?? 0) + 1);
      const counts = people.map(({ login }) => load.get(login) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it("[RV6] the same facts give the same people, in whatever order they come; nobody unfit is ever chosen", () => {
    const logins = ["a", "b", "c", "d", "e"];
    const some = fc.subarray(logins);
    const facts = fc.record({
      byline: some,
      already: some,
      never: some,
      full: some,
      away: some,
      want: fc.nat({ max: 4 }),
      slug: fc.string(),
    });
    fc.assert(
      fc.property(facts, ({ byline, already, never, full, away, want, slug }) => {
        const people = logins.map((login) => person(login, { away: away.includes(login) ? days("2014-07-10", "2014-07-12") : [] }));
        const load = new Map(full.map((login) => [login, 3]));
        const one = request(people, { byline, already, never, load, want, slug, openedBy: null });
        const result = chooseReviewers(one);
        const turned = { ...one, byline: byline.toReversed(), already: already.toReversed(), never: never.toReversed() };
        expect(chooseReviewers(turned)).toEqual(result);
        const fit = people.filter(
          (each) => !includesLogin([...byline, ...already, ...never, ...full], each.login) && !includesLogin(away, each.login),
        );
        expect(result.logins).toHaveLength(Math.min(want, fit.length));
        expect(fit.map(({ login }) => login)).toEqual(expect.arrayContaining([...result.logins]));
        expect(result.shortfall === null).toBe(fit.length >= want);
      }),
      { numRuns: 300, seed: 186 },
    );
  });
});

describe("why somebody is asked", () => {
  const rows: readonly (readonly [string, readonly string[] | null, readonly string[], string])[] = [
    ["somebody of whom the desk knows nothing", null, ["storage"], "asked on GitHub, not by Presstime"],
    ["somebody who covers a beat of it", ["*", "Storage"], ["ffi", "storage"], "reviews posts about storage"],
    ["somebody who covers every beat", ["*"], ["storage"], "reviews posts about every subject"],
    ["somebody who covers none of its beats", ["ffi"], ["storage"], "asked because no reviewer of this subject was available"],
    ["somebody for a post without beats", ["ffi"], [], "had the fewest open reviews"],
    ["somebody of every beat for a post without any", ["*"], [], "had the fewest open reviews"],
  ];
  it.each(rows)("[RV1, RV4] of %s", (_, own, beats, why) => {
    expect(reasonToAsk(own && person("avsm", { beats: own }), beats)).toBe(why);
  });
});

/** Posts that one pull request brings, as their reviewers are asked for it: told of one, two and three, of which ann, ben and cat sign one each. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { Reading, Remembered, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { reviewAll, type Reviewed } from "../../../src/desk/reviews/review-post.js";
import { submissionOf } from "../../../src/desk/reviews/submission.js";
import { UNREVIEWED, type ReviewVerdict } from "../../../src/desk/reviews/verdict-of.js";
import { DAY, plus, type Day, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const SLUGS = ["one", "two", "three"] as const;
const posts = ["ann", "ben", "cat"].map((login, n) => ({ slug: SLUGS[n] ?? "", byline: [login], beats: [`beat ${n}`, "news"] }));
const shared = paperWorld({ desk: { campaigns: [campaign(posts)] } });
shared.submits("amir", "one", { with: ["two", "three"] });
const snapshot: Snapshot = shared.facts();
const NOW = snapshot.at;
const [one, two, three] = SLUGS.map((slug) => gatherDossiers(snapshot).posts.find((post) => post.slug === slug)) as [
  Dossier,
  Dossier,
  Dossier,
];

type Part = readonly [Dossier, Partial<ReviewVerdict>?];
const together = (...parts: readonly Part[]) => {
  const verdicts = new Map(parts.map(([dossier, verdict]) => [dossier, verdict ? { ...UNREVIEWED, ...verdict } : null] as const));
  return submissionOf([...verdicts.keys()], verdicts, snapshot);
};
const stop = { by: "amir", why: "", at: NOW };
const decided = (post: Dossier, more: Partial<Dossier["decided"]>): Dossier => ({ ...post, decided: { ...post.decided, ...more } });
const flawed = (post: Dossier, severity: "error" | "warning"): Dossier => {
  const { leading } = post;
  const texts = (leading?.texts ?? []).flatMap((text) => {
    const reading = { post: {}, findings: [{ severity }] } as unknown as Reading;
    return [
      { ...text, reading: null },
      { ...text, reading },
    ];
  });
  return { ...post, leading: leading && { ...leading, texts } };
};

describe("a submission", () => {
  it("[RV24] of one post is that post with its verdict", () => {
    const verdict = { approvedBy: ["dan"], lapsed: ["eve"], commented: ["dan"], passes: true };
    expect(together([one, verdict])).toEqual({ dossier: one, verdict: { ...UNREVIEWED, ...verdict }, asks: true });
    expect(together([one])).toEqual({ dossier: one, verdict: UNREVIEWED, asks: true });
  });

  it("[RV24] of several has the beats, the bylines and the wishes of all, each once", () => {
    const cc = (login: string) => ({ login, by: "amir", at: NOW });
    const unsaid = (login: string) => ({ named: [], off: [login], at: NOW, undoneAt: NOW });
    const first = { ...decided(one, { cc: [cc("dan")], uncc: ["eve"] }), unsaid: [unsaid("dan")] };
    const second = { ...decided({ ...two, byline: ["Ann", "ben"] }, { cc: [cc("fay")], uncc: ["Eve", "gus"] }), unsaid: [unsaid("fay")] };
    const { dossier } = together([first], [second]);
    expect(dossier).toEqual({
      ...first,
      beats: ["beat 0", "news", "beat 1"],
      byline: ["ann", "ben"],
      brought: [...one.brought, ...two.brought],
      unsaid: [unsaid("dan"), unsaid("fay")],
      decided: { ...first.decided, cc: [cc("dan"), cc("fay")], uncc: ["eve", "gus"] },
    });
  });

  // Two posts, and whether reviewers are asked for both, for one of them, or for neither.
  const rows: readonly (readonly [string, readonly [Dossier, Dossier], "both" | "two" | "neither"])[] = [
    ["that may go", [one, two], "both"],
    ["one of which is live", [{ ...one, live: { at: NOW, pull: 9, path: null } }, two], "two"],
    ["one of which is held", [decided(one, { held: stop }), two], "two"],
    ["one of which was dropped", [decided(one, { dropped: stop }), two], "two"],
    ["both of which are held", [decided(one, { held: stop }), decided(two, { held: stop })], "neither"],
    ["one of which has an error", [one, flawed(two, "error")], "neither"],
    ["one of which has a warning", [one, flawed(two, "warning")], "both"],
    ["one of which is held and has an error", [decided(flawed(one, "error"), { held: stop }), two], "two"],
    ["one of which nothing leads any more", [{ ...one, leading: null }, two], "both"],
  ];
  it.each(rows)("[RV24] of two posts %s", (_, [first, second], asks) => {
    const submission = together([first, { approvedBy: ["dan"] }], [second, { writers: ["eve"] }]);
    expect(submission.asks).toBe(asks !== "neither");
    expect(submission.dossier.slug).toBe(asks === "two" ? "two" : "one");
    expect(submission.dossier.byline).toEqual(asks === "two" ? ["ben"] : ["ann", "ben"]);
    expect(submission.verdict.writers).toEqual(["eve"]);
  });

  it("[RV24] of no posts is an error", () => {
    expect(() => submissionOf([], new Map(), snapshot)).toThrow(RangeError);
  });
});

describe("reviews of several posts", () => {
  const verdictOn = (...given: readonly Partial<ReviewVerdict>[]) =>
    together(...given.map((verdict, n): Part => [[one, two, three][n] ?? one, verdict])).verdict;

  it("[RV7] are enough where each has enough, whoever gave them", () => {
    expect(verdictOn({ approvedBy: ["dan"], passes: true }, { approvedBy: ["eve", "Dan"], passes: true })).toMatchObject({
      approvedBy: ["dan", "eve"],
      passes: true,
    });
    expect(verdictOn({ approvedBy: ["dan"], passes: true }, { approvedBy: ["eve"], passes: false })).toMatchObject({
      approvedBy: ["dan", "eve"],
      passes: false,
    });
  });

  it("[RV7] count for all only where they count for each, where one has not enough", () => {
    expect(verdictOn({ approvedBy: ["dan"] }, { approvedBy: [] }).approvedBy).toEqual([]);
    const two = { ...snapshot, desk: { ...snapshot.desk, review: { approvals: 2, ask: 1 } } };
    const given = new Map([
      [one, { ...UNREVIEWED, approvedBy: ["dan", "eve"] }],
      [three, { ...UNREVIEWED, approvedBy: ["Eve"] }],
    ]);
    expect(submissionOf([one, three], given, two).verdict.approvedBy).toEqual(["eve"]);
  });

  it("[RV24] are told together, each person once, and as comments only where they said nothing else", () => {
    const [left, right] = [
      { login: "gus", why: "gus is a bot" },
      { login: "hal", why: "it was dismissed" },
    ];
    expect(
      verdictOn(
        {
          approvedBy: ["dan"],
          requestsChanges: ["eve"],
          lapsed: ["fay"],
          commented: ["ivy"],
          discounted: [left],
          changedSince: ["a"],
          writers: ["ann"],
        },
        {
          answered: ["jim"],
          requestsChanges: ["Eve"],
          commented: ["Ivy", "dan", "Jim", "Eve", "kay"],
          discounted: [right],
          changedSince: ["a", "b"],
          writers: ["Ann", "ben"],
        },
      ),
    ).toEqual({
      approvedBy: [],
      requestsChanges: ["eve"],
      answered: ["jim"],
      lapsed: ["fay"],
      commented: ["ivy", "kay"],
      discounted: [left, right],
      changedSince: ["a", "b"],
      writers: ["ann", "ben"],
      passes: false,
    });
  });
});

describe("reviewing all that is submitted", () => {
  interface Case {
    readonly desk?: Partial<Desk>;
    readonly promises?: readonly string[];
    readonly due?: (slug: string) => Instant | null;
    readonly acts: (world: PaperWorld) => void;
    readonly effects?: Readonly<Record<string, Remembered>>;
  }
  const reviewed = ({
    desk = {},
    promises = ["one", "two"],
    due = () => null,
    acts,
    effects = {},
  }: Case): Readonly<Record<string, Reviewed>> => {
    const world = paperWorld({ desk: { people: [person("dan")], campaigns: [campaign(promises)], ...desk } });
    acts(world);
    const facts = { ...world.facts(), memory: { effects, announced: {} } };
    const all = reviewAll(gatherDossiers(facts).posts, facts, ({ slug }) => due(slug));
    return Object.fromEntries(all.map((each) => [each.dossier.slug, each]));
  };
  const asks = (each: Reviewed | undefined) => each?.requests?.ask ?? null;

  it("[RV24] asks for what is there and may go, and for no draft, and tells the same of all that come in one", () => {
    const all = reviewed({
      promises: ["one", "two", "three", "four"],
      acts: (world) => {
        world.submits("amir", "one", { with: ["two"] });
        world.submits("amir", "three", { draft: true });
      },
    });
    expect(SLUGS.concat("four" as never).map((slug) => asks(all[slug]))).toEqual([["dan"], ["dan"], null, null]);
    expect(all.two?.requests).toBe(all.one?.requests);
    expect([all.one, all.three, all.four].map((each) => each?.verdict === null)).toEqual([false, true, true]);
  });

  it("[RV24] asks nobody while only its writer can go on, or once it has ended, and tells what reviews came to", () => {
    const all = reviewed({
      acts: (world) => {
        world.submits("amir", "one", { errors: 1 });
        const number = world.submits("amir", "two");
        world.reviews("dan", number);
        world.merges(number);
      },
    });
    expect([asks(all.one), asks(all.two)]).toEqual([null, null]);
    expect(all.two?.verdict).toMatchObject({ approvedBy: ["dan"], passes: true });
  });

  it("[RV24] tells what reviews of a draft came to that was merged as one, and nothing of one that is open", () => {
    const all = reviewed({
      acts: (world) => {
        const number = world.submits("amir", "one", { draft: true });
        world.reviews("dan", number);
        world.merges(number);
        world.reviews("dan", world.submits("amir", "two", { draft: true }));
      },
    });
    expect(all.one?.verdict).toMatchObject({ approvedBy: ["dan"] });
    expect(all.two?.verdict).toBeNull();
  });

  it("[RV25] asks for promised posts first, whatever is asked for others, and then for these by number", () => {
    const people = [person("dan", { capacity: 2 })];
    const acts = (world: PaperWorld) => {
      for (const slug of ["b", "a", "one"]) world.submits("amir", slug);
    };
    const all = reviewed({ desk: { people }, acts });
    expect(["one", "b", "a"].map((slug) => asks(all[slug]))).toEqual([["dan"], ["dan"], []]);
    const full = reviewed({
      desk: { people: [person("dan", { capacity: 1 })] },
      acts: (world) => {
        const number = world.submits("amir", "a");
        world.becomes(number, { requested: [{ login: "dan", at: world.at() }] });
        world.submits("amir", "one");
        world.submits("amir", "b");
      },
    });
    expect(["one", "a", "b"].map((slug) => asks(full[slug]))).toEqual([["dan"], [], []]);
  });

  it("[RV25] counts once what is asked for a promise, and asks for others by number, in whatever order they come", () => {
    const once = reviewed({
      desk: { people: [person("dan", { capacity: 2 })] },
      acts: (world) => {
        const number = world.submits("amir", "one");
        world.becomes(number, { requested: [{ login: "dan", at: world.at() }] });
        world.submits("amir", "a");
      },
    });
    expect(["one", "a"].map((slug) => asks(once[slug]))).toEqual([[], ["dan"]]);
    const world = paperWorld({ desk: { people: [person("dan", { capacity: 1 })], campaigns: [campaign(["one"])] } });
    for (const slug of ["b", "a"]) world.submits("amir", slug);
    const facts = world.facts();
    const { posts } = gatherDossiers(facts);
    for (const order of [posts, posts.toReversed()]) {
      const all = reviewAll(order, facts, () => null).map((each) => [each.dossier.slug, asks(each)] as const);
      expect(Object.fromEntries(all)).toMatchObject({ a: [], b: ["dan"] });
    }
  });

  it("[RV8] counts no review of whoever opened it, and others also where that account is gone", () => {
    const acts = (world: PaperWorld) => {
      const number = world.submits("amir", "one");
      world.reviews("amir", number);
      world.reviews("dan", number);
    };
    expect(reviewed({ acts }).one?.verdict).toMatchObject({
      approvedBy: ["dan"],
      discounted: [{ login: "amir", why: "amir opened the pull request" }],
    });
    const gone = reviewed({
      acts: (world) => {
        acts(world);
        for (const { number } of world.facts().open) world.becomes(number, { openedBy: null });
      },
    });
    expect(Object.values(gone).flatMap(({ verdict }) => verdict?.approvedBy ?? [])).toContain("dan");
  });

  it("[RV25] counts what is asked for one promise against the next", () => {
    const all = reviewed({
      desk: { people: [person("dan", { capacity: 1 })] },
      acts: (world) => {
        const number = world.submits("amir", "two");
        world.becomes(number, { requested: [{ login: "dan", at: world.at() }] });
        world.submits("amir", "one");
      },
    });
    expect([asks(all.one), asks(all.two)]).toEqual([[], []]);
  });

  it("[RV2] asks nobody anew whom the ledger tells of there, and takes no notice of what it tells of elsewhere", () => {
    const people = [person("dan"), person("eve")];
    const asked: Remembered = { digest: "", ended: "refused", why: "gone", at: NOW };
    const after = (about: number) =>
      reviewed({
        desk: { people, review: { approvals: 1, ask: 2 } },
        acts: (world) => {
          world.submits("amir", "one", { number: 7 });
        },
        effects: { [`ask/${about}/dan`]: asked },
      }).one?.requests;
    expect(after(7)).toMatchObject({ ask: ["eve"], refused: [{ login: "dan", why: "gone" }] });
    expect(after(8)).toMatchObject({ refused: [] });
    expect(after(8)?.ask).toHaveLength(2);
  });

  it("[RV3] waits for the review until the first of its posts is due", () => {
    const week = [{ from: "2014-07-07" as Day, to: "2014-07-11" as Day }];
    const due = (days: Readonly<Record<string, number>>) => (slug: string) => {
      const after = days[slug];
      return after === undefined ? null : plus(NOW, after * DAY);
    };
    const waits = (days: Readonly<Record<string, number>>) =>
      reviewed({
        desk: { people: [person("dan", { away: week }), person("eve")] },
        due: due(days),
        acts: (world) => {
          const number = world.submits("amir", "one", { with: ["two"] });
          world.becomes(number, { requested: [{ login: "dan", at: world.at() }] });
        },
      }).one?.requests?.waiting;
    expect(waits({ one: 14, two: 14 })).toEqual(["dan"]);
    expect(waits({ one: 14 })).toEqual(["dan"]);
    expect(waits({ one: 14, two: 2 })).toEqual(["eve"]);
    expect(waits({})).toEqual(["eve"]);
  });
});

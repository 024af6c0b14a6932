/**
 * Whom a submission that is ready asks: told of one that ann signs and opened, on a desk of ann, ben, cat and dan, who are asked in this order
 * because ben has least to do and dan most.
 */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { PullRequest, Review } from "../../../src/desk/facts/snapshot.js";
import type { PastRequest } from "../../../src/desk/reviews/past-requests.js";
import { planRequests, type RequestPlan } from "../../../src/desk/reviews/plan-requests.js";
import { UNREVIEWED, type ReviewVerdict } from "../../../src/desk/reviews/verdict-of.js";
import { HOUR, MINUTE, plus, type Day, type Instant } from "../../../src/desk/time/zone.js";
import { campaign, desk, paperWorld, person } from "../paper-world.js";

const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }])] } });
const number = world.submits("ann", "irmin");
const snapshot = world.facts();
const NOW = snapshot.at;
const hours = (n: number): Instant => plus(NOW, n * HOUR);
const PULL = world.pull(number);
const [POST] = gatherDossiers(snapshot).posts as [Dossier];
const WEEK = [{ from: "2014-07-01" as Day, to: "2014-07-11" as Day }];
const FRIDAY = "2014-07-11";

interface Case {
  readonly review?: Desk["review"];
  readonly away?: readonly string[];
  readonly people?: readonly string[];
  readonly verdict?: Partial<ReviewVerdict>;
  /** Asked now, since an hour ago. */
  readonly requested?: readonly string[];
  readonly pull?: Partial<PullRequest>;
  readonly post?: Partial<Dossier>;
  readonly decided?: Partial<Dossier["decided"]>;
  readonly asked?: readonly (Partial<PastRequest> & { readonly login: string })[];
  readonly due?: Instant | null;
}

function planned(given: Case): { readonly plan: RequestPlan; readonly load: ReadonlyMap<string, number> } {
  const { review = { approvals: 1, ask: 1 }, away = [], people = ["ann", "ben", "cat", "dan"], requested = [], asked = [] } = given;
  const staff = desk({ review, people: people.map((login) => person(login, away.includes(login) ? { away: WEEK } : {})) });
  const pull: PullRequest = { ...PULL, requested: requested.map((login) => ({ login, at: hours(-1) })), ...given.pull };
  const dossier: Dossier = { ...POST, decided: { ...POST.decided, ...given.decided }, ...given.post };
  const load = new Map([
    ["cat", 1],
    ["dan", 2],
  ]);
  const past = asked.map((one): PastRequest => ({ why: null, at: hours(-2), takenBackAt: null, ...one }));
  const verdict = { ...UNREVIEWED, ...given.verdict };
  const plan = planRequests(dossier, pull, verdict, { ...snapshot, desk: staff }, load, past, given.due ?? null);
  return { plan, load };
}
const requests = (given: Case): RequestPlan => planned(given).plan;
const told = ({ ask, withdraw, waiting }: RequestPlan) => ({ ask, withdraw, waiting });
const review = (login: string, at: number, more: Partial<Review> = {}): Review => ({
  id: 1,
  by: { login, bot: false },
  at: hours(at),
  says: "approves",
  head: PULL.head.sha,
  outdated: [],
  body: "",
  mark: null,
  ...more,
});
const cc = (login: string, at = -1) => ({ login, by: "amir", at: hours(at) });
const unsaid = (off: readonly string[], at = -3, undoneAt = -1) => ({ named: [], off, at: hours(at), undoneAt: hours(undoneAt) });
const earlier = (more: Partial<PullRequest>, before = 1) => {
  const [brought] = POST.brought as [Dossier["brought"][number]];
  return { brought: [{ ...brought, pull: { ...PULL, number: number - before, standing: "closed" as const, ...more } }, brought] };
};
const bot: Review = review("dan", -9, { by: { login: "cat", bot: true } });

type Row = readonly [string, Case, Partial<Record<"ask" | "withdraw" | "waiting", readonly string[]>>];
const judged = (rows: readonly Row[]) =>
  rows.map(([title, given, expected]) => [title, given, { ask: [], withdraw: [], waiting: [], ...expected }] as const);

describe("a submission that nobody was asked for", () => {
  it("[RV1] asks whoever has least to do, says why, and counts it for the next", () => {
    const { plan, load } = planned({ review: { approvals: 1, ask: 2 } });
    const why = "had the fewest open reviews";
    expect(plan).toEqual({
      ask: ["ben", "cat"],
      withdraw: [],
      refused: [],
      waiting: ["ben", "cat"],
      unanswered: [],
      lookingAgain: [],
      shortfall: null,
      asked: ["ben", "cat"].map((login) => ({ login, why, at: null, answered: null })),
    });
    expect([...load].sort()).toEqual([
      ["ben", 1],
      ["cat", 2],
      ["dan", 2],
    ]);
  });

  it.each(
    judged([
      ["asks as many as have to approve", { review: { approvals: 2, ask: 1 } }, { ask: ["ben", "cat"], waiting: ["ben", "cat"] }],
      ["asks nobody who wrote it", { verdict: { writers: ["ben"] } }, { ask: ["cat"], waiting: ["cat"] }],
      ["asks nobody who opened it", { pull: { openedBy: { login: "Ben", bot: false } } }, { ask: ["cat"], waiting: ["cat"] }],
      ["asks though the account is gone that opened it", { pull: { openedBy: null } }, { ask: ["ben"], waiting: ["ben"] }],
      ["asks nobody who was taken off", { decided: { uncc: ["ben"] } }, { ask: ["cat"], waiting: ["cat"] }],
      ["asks nobody whose request somebody removed by hand", { asked: [{ login: "ben" }] }, { ask: ["cat"], waiting: ["cat"] }],
      ["asks whose request the app took back", { asked: [{ login: "ben", takenBackAt: hours(-1) }] }, { ask: ["ben"], waiting: ["ben"] }],
      ["asks nobody whom GitHub refused", { asked: [{ login: "ben", why: "no collaborator" }] }, { ask: ["cat"], waiting: ["cat"] }],
      ["asks nobody once it has its approvals", { verdict: { approvedBy: ["ben"] } }, {}],
      [
        "asks as many more as have to approve",
        { review: { approvals: 2, ask: 1 }, verdict: { approvedBy: ["ben"] } },
        { ask: ["cat"], waiting: ["cat"] },
      ],
      ["asks nobody beside whoever asks for changes", { verdict: { requestsChanges: ["ben"] } }, {}],
    ]),
  )("[RV2] %s", (_, given, expected) => {
    expect(told(requests(given))).toEqual(expected);
  });

  it("[RV4] says why fewer can be asked than have to approve, and not that fewer can be asked than the desk likes", () => {
    const alone = { people: ["ann", "ben"] };
    const none = "Nobody can be asked. The desk has 1 person: 1 is an author of the post.";
    expect(requests({ people: ["ann"] }).shortfall).toBe(none);
    expect(requests({ ...alone, review: { approvals: 2, ask: 1 } }).shortfall).toMatch(/^2 more reviewers are needed, and only 1/);
    expect(requests({ ...alone, review: { approvals: 1, ask: 2 } }).shortfall).toBeNull();
    expect(requests({ people: ["ann"], verdict: { approvedBy: ["zoe"] } }).shortfall).toBeNull();
    expect(requests({ ...alone, review: { approvals: 2, ask: 3 }, verdict: { approvedBy: ["zoe"] } }).shortfall).toBeNull();
    expect(requests({ ...alone, asked: [{ login: "ben", why: "gone" }] }).shortfall).toBe(
      "Nobody can be asked. The desk has 2 people: 1 is an author of the post and 1 was not accepted by GitHub.",
    );
    expect(requests({ ...alone, asked: [{ login: "ben" }] }).shortfall).toMatch(/ and 1 declined, or the request was cancelled\.$/);
    const commented = { wereAsked: [{ login: "zoe", at: hours(-3) }], reviews: [review("zoe", -2, { says: "comments", body: "Five?" })] };
    expect(requests({ people: ["ann"], pull: commented, review: { approvals: 1, ask: 2 } })).toMatchObject({
      shortfall: null,
      unanswered: ["zoe"],
    });
    expect(requests({ people: ["ann"], requested: ["zoe"], review: { approvals: 1, ask: 2 } }).shortfall).toBeNull();
  });

  it("[GH18] says whom GitHub refused, for as long as they are neither asked nor have reviewed", () => {
    const asked = [{ login: "ben", why: "no collaborator" }, { login: "cat", why: "gone" }, { login: "dan" }];
    expect(requests({ asked }).refused).toEqual([
      { login: "ben", why: "no collaborator" },
      { login: "cat", why: "gone" },
    ]);
    expect(requests({ asked, requested: ["ben"], pull: { reviews: [review("cat", -1)] } }).refused).toEqual([]);
  });
});

describe("a submission for which somebody is asked already", () => {
  it.each(
    judged([
      ["waits for them", { requested: ["dan"] }, { waiting: ["dan"] }],
      ["waits for them though the desk knows nothing of them", { requested: ["zoe"] }, { waiting: ["zoe"] }],
      [
        "takes back what was asked of who was taken off",
        { requested: ["dan"], decided: { uncc: ["Dan"] } },
        { withdraw: ["dan"], ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "takes back what was asked of who wrote it",
        { requested: ["dan"], verdict: { writers: ["Dan"] } },
        { withdraw: ["dan"], ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "takes back what the app asked of who has left",
        { requested: ["zoe", "dan"], asked: [{ login: "zoe" }] },
        { withdraw: ["zoe"], waiting: ["dan"] },
      ],
      ["asks somebody beside one who is away", { requested: ["dan"], away: ["dan"] }, { ask: ["ben"], waiting: ["ben"] }],
      ["waits for one who is back in time", { requested: ["dan"], away: ["dan"], due: hours(24 * 14) }, { waiting: ["dan"] }],
      ["asks somebody beside one who signs it", { requested: ["ann"] }, { ask: ["ben"], waiting: ["ben"] }],
    ]),
  )("[RV2] %s", (_, given, expected) => {
    expect(told(requests(given))).toEqual(expected);
  });

  it("[LV3] says of who is away until when, and of whoever is asked besides in whose stead", () => {
    const { asked } = requests({ requested: ["Dan"], away: ["dan"] });
    expect(asked).toEqual([
      { login: "ben", why: "had the fewest open reviews; Dan is away until Fri 11 July", at: null, answered: null },
      { login: "Dan", why: "had the fewest open reviews", at: hours(-1), answered: null, away: FRIDAY },
    ]);
  });

  it("[LV3] says of whoever is asked besides that one has left", () => {
    const given: Case = { requested: ["zoe"], asked: [{ login: "zoe" }] };
    expect(requests(given).asked).toEqual([
      { login: "ben", why: "had the fewest open reviews; zoe is not on the desk any more", at: null, answered: null },
    ]);
  });

  // Since when ben is asked, when zoe's request was taken back, and whether that is why he is.
  const since: readonly (readonly [string, Instant, Instant, boolean])[] = [
    ["since it was taken back", hours(-1), hours(-2), true],
    ["a moment before it was taken back", plus(hours(-1), -MINUTE), hours(-1), true],
    ["longer", plus(hours(-1), -MINUTE - 1000), hours(-1), false],
  ];
  it.each(since)("[LV3] goes on saying that somebody has left of whoever is asked in their stead: %s", (_, at, takenBackAt, isSaid) => {
    const given: Case = { pull: { requested: [{ login: "ben", at }] }, asked: [{ login: "zoe", takenBackAt }] };
    const why = ["had the fewest open reviews", ...(isSaid ? ["zoe is not on the desk any more"] : [])].join("; ");
    expect(requests(given).asked).toEqual([{ login: "ben", why, at, answered: null }]);
  });

  it("[LV3] says nothing of whoever was taken off and is only away, or whose request stands", () => {
    const given = (asked: Case["asked"] & object, more: Case = {}): unknown =>
      requests({ requested: ["ben"], asked, ...more }).asked[0]?.why;
    expect(given([{ login: "dan", takenBackAt: hours(-2) }], { away: ["dan"] })).toBe("had the fewest open reviews");
    expect(given([{ login: "zoe" }])).toBe("had the fewest open reviews");
    expect(given([{ login: "zoe" }], { requested: [] })).toBe("had the fewest open reviews");
  });

  it("[RV7] shows in the order of their names whoever is asked or has answered, and what", () => {
    const { asked } = requests({
      requested: ["zoe", "Ben"],
      verdict: { approvedBy: ["dan"], requestsChanges: ["Cat"], commented: ["yan", "ben"] },
    });
    expect(asked.map(({ login, answered, at }) => [login, answered, at === null])).toEqual([
      ["Ben", null, false],
      ["Cat", "requests changes", true],
      ["dan", "approves", true],
      ["yan", "comments", true],
      ["zoe", null, false],
    ]);
    expect(asked.at(-1)?.why).toBe("asked on GitHub, not by Presstime");
    const again = requests({ requested: ["dan"], verdict: { approvedBy: ["dan"] } }).asked;
    expect(again).toMatchObject([{ login: "dan", answered: null }]);
  });
});

describe("whoever has reviewed it", () => {
  const two = { approvals: 2, ask: 1 };
  const replied = { wereAsked: [{ login: "dan", at: hours(-3) }], reviews: [review("dan", -2, { says: "comments", head: "0123456" })] };
  const unanswered = { wereAsked: replied.wereAsked, reviews: [review("dan", -2, { says: "comments", body: "Is it five?" })] };

  it.each(
    judged([
      ["is asked again once their changes have come", { verdict: { answered: ["dan"] } }, { ask: ["dan"], waiting: ["dan"] }],
      [
        "is asked again for those, though there are approvals",
        { verdict: { answered: ["dan"], approvedBy: ["cat"] } },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      ["is asked again who approved an older text", { verdict: { lapsed: ["dan"] } }, { ask: ["dan"], waiting: ["dan"] }],
      ["is not asked again where others have approved", { verdict: { lapsed: ["dan"], approvedBy: ["cat"] } }, {}],
      ["is asked again whose comments have an answer", { pull: replied }, { ask: ["dan"], waiting: ["dan"] }],
      ["is not asked again for those where others have approved", { pull: replied, verdict: { approvedBy: ["cat"] } }, {}],
      [
        "is once asked again",
        { verdict: { answered: ["dan"], lapsed: ["Dan"] }, review: two },
        { ask: ["dan", "ben"], waiting: ["dan", "ben"] },
      ],
      ["is not asked again who is asked", { requested: ["Dan"], verdict: { answered: ["dan"] } }, { waiting: ["Dan"] }],
      [
        "is not asked again who was taken off",
        { verdict: { answered: ["dan"] }, decided: { uncc: ["Dan"] } },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "is not asked again whom GitHub refused",
        { verdict: { answered: ["dan"] }, asked: [{ login: "Dan", why: "gone" }] },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "is asked again though GitHub refused another",
        { verdict: { answered: ["dan"] }, asked: [{ login: "cat", why: "gone" }] },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      ["is not asked again while away", { verdict: { answered: ["dan"] }, away: ["dan"] }, { ask: ["ben"], waiting: ["ben"] }],
      ["is waited for with nobody, where their comments have none", { pull: unanswered }, {}],
      ["is not waited for who was taken off", { pull: unanswered, decided: { uncc: ["Dan"] } }, { ask: ["ben"], waiting: ["ben"] }],
    ]),
  )("[RV9, RV10, RV36] %s", (_, given, expected) => {
    expect(told(requests(given))).toEqual(expected);
  });

  it("[RV36] has the byline's answer to come only while approvals are missing", () => {
    expect(requests({ pull: unanswered }).unanswered).toEqual(["dan"]);
    expect(requests({ pull: unanswered, verdict: { approvedBy: ["cat"] } }).unanswered).toEqual([]);
    expect(requests({ pull: unanswered, decided: { uncc: ["Dan"] } }).unanswered).toEqual([]);
  });

  it("[LV3] is told to be away who is to look again, and nobody else", () => {
    const { lookingAgain } = requests({ away: ["cat", "dan"], requested: ["cat"], verdict: { answered: ["Dan"] } });
    expect(lookingAgain).toMatchObject([{ login: "Dan", until: FRIDAY }]);
  });
});

describe("whoever is named with `/cc`", () => {
  it.each(
    judged([
      ["is asked, and is enough", { decided: { cc: [cc("dan")] } }, { ask: ["dan"], waiting: ["dan"] }],
      [
        "is asked though there are approvals",
        { decided: { cc: [cc("dan")] }, verdict: { approvedBy: ["cat"] } },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      [
        "is asked though the account is gone that opened it",
        { decided: { cc: [cc("dan")] }, pull: { openedBy: null } },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      ["is asked once", { decided: { cc: [cc("dan"), cc("Dan")] } }, { ask: ["dan"], waiting: ["dan"] }],
      ["is not asked who signs it", { decided: { cc: [cc("Ann")] } }, { ask: ["ben"], waiting: ["ben"] }],
      [
        "is not asked who opened it",
        { decided: { cc: [cc("dan")] }, pull: { openedBy: { login: "Dan", bot: false } } },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      ["is not asked who wrote it", { decided: { cc: [cc("dan")] }, verdict: { writers: ["Dan"] } }, { ask: ["ben"], waiting: ["ben"] }],
      ["is not asked who is asked", { decided: { cc: [cc("dan")] }, requested: ["Dan"] }, { waiting: ["Dan"] }],
      [
        "is asked once who is to look again",
        { decided: { cc: [cc("Dan")] }, verdict: { answered: ["dan"] } },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      [
        "is not asked who has reviewed since",
        { decided: { cc: [cc("dan", -3)] }, pull: { reviews: [review("Dan", -2)] } },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "is not asked who reviewed just then",
        { decided: { cc: [cc("dan", -2)] }, pull: { reviews: [review("dan", -2)] } },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "is asked who reviewed before",
        { decided: { cc: [cc("dan", -1)] }, pull: { reviews: [review("dan", -2)] } },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      [
        "is asked though others have reviewed since",
        { decided: { cc: [cc("dan", -3)] }, pull: { reviews: [review("zoe", -2), review("zoe", -2, { by: null })] } },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      [
        "is asked though GitHub refused them before",
        { decided: { cc: [cc("dan", -1)] }, asked: [{ login: "dan", why: "gone", at: hours(-2) }] },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      [
        "is not asked whom GitHub refused since",
        { decided: { cc: [cc("dan", -3)] }, asked: [{ login: "dan", why: "gone", at: hours(-2) }] },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "is not asked whom GitHub refused just then",
        { decided: { cc: [cc("dan", -2)] }, asked: [{ login: "dan", why: "gone", at: hours(-2) }] },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "is asked whose request somebody removed by hand",
        { decided: { cc: [cc("dan", -3)] }, asked: [{ login: "dan" }] },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      [
        "is asked though away, beside somebody who is there",
        { decided: { cc: [cc("dan")] }, away: ["dan"] },
        { ask: ["dan", "ben"], waiting: ["ben"] },
      ],
      [
        "is asked of whom the desk knows nothing",
        { decided: { cc: [cc("zoe")] }, asked: [{ login: "zoe", takenBackAt: hours(-1) }] },
        { ask: ["zoe"], waiting: ["zoe"] },
      ],
    ]),
  )("[RV2] %s", (_, given, expected) => {
    expect(told(requests(given))).toEqual(expected);
  });

  it("[RV1] is shown with who named them", () => {
    expect(requests({ decided: { cc: [cc("zoe"), cc("Dan")] }, requested: ["dan"] }).asked.map(({ why }) => why)).toEqual(
      ["dan", "zoe"].map(() => "named by amir with `/cc`"),
    );
  });
});

describe("when a command about its reviewers is taken back", () => {
  const was = { login: "dan", at: hours(-4), takenBackAt: hours(-2) };
  const off = { unsaid: [unsaid(["dan"])] };

  it.each(
    judged([
      ["whoever was taken off is asked again", { post: off, asked: [was] }, { ask: ["dan"], waiting: ["dan"] }],
      [
        "nobody is asked again who wrote it",
        { post: off, asked: [was], verdict: { writers: ["Dan"] } },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      ["nobody is asked again who has approved", { post: off, asked: [was], verdict: { approvedBy: ["Dan"] } }, {}],
      ["nobody is asked again who is away", { post: off, asked: [was], away: ["dan"] }, { ask: ["ben"], waiting: ["ben"] }],
      [
        "nobody is asked again who has left",
        { post: off, asked: [was], people: ["ann", "ben", "cat"] },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      ["nobody is asked again who is asked", { post: off, asked: [was], requested: ["Dan"] }, { waiting: ["Dan"] }],
      [
        "whoever was asked in their stead is let go",
        { post: off, asked: [was, { login: "cat", at: hours(-2) }], requested: ["cat"] },
        { ask: ["dan"], withdraw: ["cat"], waiting: ["dan"] },
      ],
      [
        "whoever was asked in their stead stays where two have to approve",
        { post: off, asked: [was, { login: "cat", at: hours(-2) }], requested: ["cat"], review: { approvals: 2, ask: 1 } },
        { ask: ["dan"], waiting: ["cat", "dan"] },
      ],
      [
        "whoever was asked in their stead stays where those taken off are away",
        { post: off, asked: [was, { login: "cat", at: hours(-2) }], requested: ["cat"], away: ["dan"] },
        { waiting: ["cat"] },
      ],
      [
        "one of two who were named stays where nobody else is asked",
        {
          post: { unsaid: [unsaid([])] },
          asked: [
            { login: "cat", at: hours(-2) },
            { login: "dan", at: hours(-2) },
          ],
          requested: ["cat", "dan"],
        },
        { withdraw: ["dan"], waiting: ["cat"] },
      ],
      [
        "one stays who was named where whoever else is asked signs it",
        { post: { unsaid: [unsaid([])] }, asked: [{ login: "cat", at: hours(-2) }], requested: ["ann", "cat"] },
        { waiting: ["cat"] },
      ],
      [
        "whoever was named is let go where others have approved",
        { post: { unsaid: [unsaid([])] }, asked: [{ login: "cat", at: hours(-2) }], requested: ["cat"], verdict: { approvedBy: ["ben"] } },
        { withdraw: ["cat"] },
      ],
      [
        "whoever was named and is not on the desk is let go, and somebody else is asked",
        {
          post: { unsaid: [unsaid([])] },
          pull: { requested: [{ login: "zoe", at: hours(-2) }] },
          decided: { cc: [] },
          asked: [{ login: "zoe", at: hours(-2) }],
        },
        { ask: ["ben"], withdraw: ["zoe"], waiting: ["ben"] },
      ],
    ]),
  )("[CM22] %s", (_, given, expected) => {
    expect(told(requests(given))).toEqual(expected);
  });
});

describe("a submission that replaces another", () => {
  it.each(
    judged([
      [
        "asks first who was asked there",
        { post: earlier({ requested: [{ login: "Dan", at: hours(-9) }] }) },
        { ask: ["dan"], waiting: ["dan"] },
      ],
      ["asks first who reviewed there", { post: earlier({ reviews: [review("dan", -9)] }) }, { ask: ["dan"], waiting: ["dan"] }],
      [
        "asks further ones besides",
        { post: earlier({ reviews: [review("dan", -9)] }), review: { approvals: 2, ask: 2 } },
        { ask: ["dan", "ben"], waiting: ["dan", "ben"] },
      ],
      ["asks nobody first for what a bot said there", { post: earlier({ reviews: [bot] }) }, { ask: ["ben"], waiting: ["ben"] }],
      [
        "asks nobody first for what an account said that is gone",
        { post: earlier({ reviews: [{ ...bot, by: null }] }) },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "asks nobody first who was asked for one that came later",
        { post: earlier({ reviews: [review("dan", -9)] }, -1) },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "asks nobody first who reviewed it itself",
        { post: earlier({ reviews: [review("dan", -1)] }, 0) },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "asks nobody from there who may not be asked",
        { post: earlier({ reviews: [review("ann", -9)] }) },
        { ask: ["ben"], waiting: ["ben"] },
      ],
      [
        "asks nobody from there where somebody is asked",
        { post: earlier({ reviews: [review("dan", -9)] }), requested: ["cat"] },
        { waiting: ["cat"] },
      ],
    ]),
  )("[RV1] %s", (_, given, expected) => {
    expect(told(requests(given))).toEqual(expected);
  });

  it("[RV1] says so of them", () => {
    const { asked } = requests({ post: earlier({ reviews: [review("Dan", -9)] }), review: { approvals: 2, ask: 2 } });
    expect(asked.map(({ login, why }) => `${login}: ${why}`)).toEqual([
      "ben: had the fewest open reviews",
      "dan: was asked on the pull request that this one replaces",
    ]);
  });
});

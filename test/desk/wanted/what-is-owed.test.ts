/** What each person owes for a post, where they are reminded of it, and since when it is their turn: told of one post, on Wednesday 9 July at nine in London. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { Announcement, Board, Comment, PullRequest, Remembered, Snapshot } from "../../../src/desk/facts/snapshot.js";
import type { JudgedPost } from "../../../src/desk/judged.js";
import { HOUR, plus, readInstant, type Day, type Instant } from "../../../src/desk/time/zone.js";
import { placeFor, turnSince, wantReminders } from "../../../src/desk/wanted/reminders.js";
import { campaign, paperWorld, person } from "../paper-world.js";

const at = (text: string): Instant => readInstant(`2014-07-${text}:00Z`);
const NOW = at("09T08:00");
const morning = (day: string) => at(`${day}T08:00`);
/** Its draft has to be there on Monday 14, its review on Tuesday 15. */
const SLOT = at("16T11:00");

interface Case {
  readonly at?: Instant;
  readonly post?: Partial<JudgedPost>;
  readonly dossier?: Partial<Dossier>;
  readonly pull?: Partial<PullRequest>;
  /** Nobody has opened a pull request. */
  readonly unwritten?: true;
  readonly boards?: readonly Partial<Board>[];
  readonly desk?: Partial<Desk>;
  readonly remembered?: Readonly<Record<string, Remembered>>;
  readonly open?: readonly Partial<PullRequest>[];
  readonly closed?: readonly Partial<PullRequest>[];
}

function onPaper(given: Case): { readonly dossier: Dossier; readonly post: JudgedPost; readonly snapshot: Snapshot } {
  const people = ["ann", "ben", "cat"].map((login) => person(login));
  const posts = [{ slug: "irmin", byline: ["ann"], pinned: SLOT }];
  const world = paperWorld({ desk: { people, campaigns: [campaign(posts, { deadline: at("30T08:00") })], ...given.desk } });
  world.looks();
  const number = world.submits("ann", "irmin", { number: 7 });
  world.looks();
  const facts = world.facts();
  const [dossier] = gatherDossiers(facts).posts;
  const [board] = facts.boards;
  if (!dossier?.leading || !board) throw new Error("Unexpected absence of the post, expected it with its board");
  const pull = { ...world.pull(number), requested: [{ login: "ben", at: at("07T08:00") }], ...given.pull };
  const leading = { ...dossier.leading, pull };
  const brought = given.unwritten ? { leading: null, brought: [] } : { leading, brought: [leading] };
  const others = (list: readonly Partial<PullRequest>[] = []) => list.map((one) => ({ ...pull, number: 8, ...one }));
  return {
    dossier: { ...dossier, ...brought, ...given.dossier },
    post: { ...world.post("irmin"), ...(given.unwritten && { leading: null }), ...given.post },
    snapshot: {
      ...facts,
      at: given.at ?? NOW,
      open: [...(given.unwritten ? [] : [pull]), ...others(given.open)],
      closed: others(given.closed),
      boards: given.boards?.map((one) => ({ ...board, ...one })) ?? facts.boards,
      memory: { ...facts.memory, effects: given.remembered ?? {} },
    },
  };
}

const said = (body: string, when: Instant, more: Partial<Comment> = {}): Comment => ({
  id: 5,
  node: "IC_5",
  by: { login: "ann", bot: false },
  at: when,
  editedAt: null,
  body,
  mark: null,
  reactions: [],
  ...more,
});
const reminder = (login: string, when: Instant, body = "") =>
  said(body, when, { by: { login: "presstime[bot]", bot: true }, mark: `remind/${login}/${when.slice(0, 10)}` });
const asked = (login: string, answered: JudgedPost["asked"][number]["answered"]) => ({ login, why: "", at: morning("07"), answered });

const wanted = (given: Case) => {
  const { dossier, post, snapshot } = onPaper(given);
  return wantReminders([{ dossier, post, requests: null }], snapshot);
};
const bodies = (given: Case) => wanted(given).effects.map(({ body }) => body.split("\n")[0]);
const turn = (whose: JudgedPost["turn"], stage: JudgedPost["stage"], more: Partial<JudgedPost> = {}): Partial<JudgedPost> => ({
  turn: whose,
  stage,
  waitingFor: whose === "coordinator" ? ["amir"] : whose === "reviewer" ? ["ben"] : whose === "byline" ? ["ann"] : [],
  ...more,
});
const commented = { asked: [asked("ben", "comments")], approvals: { by: [], needed: 1 } };

describe("what somebody owes", () => {
  const IRMIN = "“About irmin” (#7)";
  const REVIEWED = "due on Tue 15 July 17:00 (Europe/London)";
  const DRAFTED = "due on Mon 14 July 17:00 (Europe/London)";
  const FAILS = "but other checks fail";
  const AT_SLOT = "Wed 16 July 12:00 (Europe/London)";
  const needed = (when: string) => `${IRMIN} waits for a coordinator, who is needed by ${when} (Europe/London)`;
  const rows: readonly (readonly [string, Case, string])[] = [
    ["a review", { post: turn("reviewer", "in review") }, `@ben Your review of ${IRMIN} is ${REVIEWED}`],
    ["a review, of a post without a slot", { post: turn("reviewer", "in review", { slot: null }) }, `@ben ${IRMIN} waits for your review`],
    ["changes", { post: turn("byline", "sent back") }, `@ann Your changes to ${IRMIN} are ${REVIEWED}`],
    ["an answer", { post: turn("byline", "sent back", commented) }, `@ann Your answer to the comments on ${IRMIN} is ${REVIEWED}`],
    [
      "changes, where somebody only commented",
      { post: turn("byline", "sent back", { ...commented, asked: [asked("ben", "comments"), asked("cat", "requests changes")] }) },
      `@ann Your changes to ${IRMIN}`,
    ],
    [
      "changes, where approvals are not what is missing",
      { post: turn("byline", "sent back", { ...commented, approvals: { by: ["cat"], needed: 1 } }) },
      `@ann Your changes to ${IRMIN}`,
    ],
    [
      "changes, where nobody commented",
      { post: turn("byline", "sent back", { ...commented, asked: [asked("ben", null)] }) },
      `@ann Your changes`,
    ],
    ["a draft", { post: turn("byline", "in progress") }, `@ann The draft of ${IRMIN} is ${DRAFTED}`],
    [
      "a draft that nobody has begun",
      { at: morning("10"), unwritten: true, post: turn("byline", "promised") },
      `@ann The draft of “About irmin” is ${DRAFTED}, and no pull`,
    ],
    [
      "to mend checks",
      { pull: { checks: "failing" }, post: turn("byline", "approved") },
      `@ann ${IRMIN} is approved and goes live on ${AT_SLOT}, ${FAILS}`,
    ],
    [
      "to mend checks after the slot",
      { at: morning("18"), pull: { checks: "failing" }, post: turn("byline", "due") },
      `@ann ${IRMIN} is approved, and its slot was ${AT_SLOT}, ${FAILS}`,
    ],
    [
      "to mend something else",
      { post: turn("byline", "approved") },
      `@ann ${IRMIN} is approved and goes live on ${AT_SLOT}, but something that you can correct`,
    ],
    [
      "to mend something else after the slot",
      { at: morning("18"), post: turn("byline", "due") },
      `@ann ${IRMIN} is approved, and its slot was ${AT_SLOT}, but something`,
    ],
    [
      "a decision",
      { post: turn("coordinator", "in review", { needsDecision: { missed: [morning("04"), morning("07")] } }) },
      `@amir ${IRMIN} has missed two slots`,
    ],
    ["to let it go", { post: turn("coordinator", "approved") }, `@amir ${needed("Wed 16 July 12:00")}`],
    [
      "to see to what is missing",
      { post: turn("coordinator", "approved", { reasons: ["checks fail", "more"] }) },
      `(Europe/London): checks fail.`,
    ],
    [
      "to let it go, after the slot",
      { at: morning("18"), post: turn("coordinator", "due") },
      `@amir ${IRMIN} waits for a coordinator, who was needed by ${AT_SLOT}`,
    ],
    ["to see to its review", { post: turn("coordinator", "in review") }, `@amir ${needed("Tue 15 July 17:00")}`],
    ["to see to its changes", { post: turn("coordinator", "sent back") }, `@amir ${needed("Tue 15 July 17:00")}`],
    ["to see to its draft", { post: turn("coordinator", "in progress") }, `@amir ${needed("Mon 14 July 17:00")}`],
    [
      "to see to one that nobody has begun",
      { unwritten: true, post: turn("coordinator", "promised") },
      `@amir “About irmin” waits for a coordinator, who is needed by Mon 14 July 17:00`,
    ],
    [
      "to see to a change of a live post",
      { post: turn("coordinator", "in review"), dossier: { correction: true } },
      `@amir ${needed("Tue 15 July 17:00")}`,
    ],
  ];
  it.each(rows)("[LV2] [RM5] is %s", (_, given, body) => {
    expect(bodies(given)).toEqual([expect.stringContaining(body)]);
  });

  const nothing: readonly (readonly [string, Case])[] = [
    ["whose move is nobody's", { post: turn("nobody", "approved", { waitingFor: ["ann"] }) }],
    ["that is live", { post: turn("reviewer", "live") }],
    ["that changes a live post", { post: turn("reviewer", "in review"), dossier: { correction: true } }],
    ["that has no place to be told in", { at: morning("18"), unwritten: true, boards: [], post: turn("byline", "promised") }],
    ["whose draft is far off", { unwritten: true, post: turn("byline", "promised") }],
  ];
  it.each(nothing)("[RM3] is nothing for a post %s", (_, given) => {
    expect(bodies(given)).toEqual([]);
  });

  it("[RM5] is told where its post is, of all that one person owes, with what the post is about and the person's own day", () => {
    const people = [person("ben", { zone: "Pacific/Auckland" })];
    const { dossier, post, snapshot } = onPaper({ post: turn("reviewer", "in review"), desk: { people }, at: at("09T22:00") });
    const other = { ...post, slug: "xen", title: "Xen", waitingFor: ["ben", "cat"] };
    const { effects } = wantReminders(
      [
        { dossier, post, requests: null },
        { dossier, post: other, requests: null },
      ],
      snapshot,
    );
    expect(effects).toMatchObject([
      { kind: "remind", to: "ben", issue: 7, channel: "pull request", about: ["irmin", "xen"], mark: "remind/ben/2014-07-10" },
    ]);
    expect(effects[0]?.body).toMatch(/^@ben these wait for you:\n- .*irmin.*\n- .*Xen/u);
  });

  it("[RM6] is not mentioned until a snooze ends, of everybody or theirs", () => {
    const { dossier } = onPaper({});
    const snoozed = (...list: Dossier["decided"]["snoozed"]) =>
      bodies({ post: turn("reviewer", "in review"), dossier: { decided: { ...dossier.decided, snoozed: list } } }).length;
    const until = at("20T08:00");
    expect(snoozed()).toBe(1);
    expect(snoozed({ login: null, until })).toBe(0);
    expect(snoozed({ login: "Ben", until })).toBe(0);
    expect(snoozed({ login: "cat", until })).toBe(1);
    expect(snoozed({ login: "ben", until: at("08T08:00") })).toBe(1);
    expect(snoozed({ login: "ben", until }, { login: "ben", until: at("08T08:00") })).toBe(0);
  });
});

describe("the place of a reminder", () => {
  const boards = (...list: readonly Partial<Board>[]) =>
    list.map((one, n) => ({ number: 100 + n, open: true, campaign: "Another", ...one }));
  const own = { campaign: "OSCON 2014" };
  const rows: readonly (readonly [string, Case, object | null])[] = [
    ["its pull request", {}, { issue: 7, channel: "pull request" }],
    [
      "the board of its campaign, once its pull request is closed",
      { pull: { standing: "closed" }, boards: boards({}, own) },
      { issue: 101, channel: "board" },
    ],
    [
      "the board of its campaign, before there is a pull request",
      { unwritten: true, boards: boards({}, own) },
      { issue: 101, channel: "board" },
    ],
    [
      "another board, where its own is put away",
      { unwritten: true, boards: boards({ ...own, open: false }, {}, {}) },
      { issue: 101, channel: "board" },
    ],
    ["none, where all boards are put away", { unwritten: true, boards: boards({ ...own, open: false }, { open: false }) }, null],
  ];
  it.each(rows)("[LV2] [RM5] is %s", (_, given, place) => {
    const { dossier, post, snapshot } = onPaper(given);
    expect(placeFor(dossier, post, snapshot)).toEqual(place);
  });
});

describe("a turn", () => {
  const since = (given: Case, login = "ann") => {
    const { dossier, post, snapshot } = onPaper(given);
    return turnSince(login, dossier, post, snapshot);
  };
  const OPENED = morning("07");
  const head = (when: Instant) => ({ head: { ...onPaper({}).dossier.leading!.pull.head, since: when } });
  const review = (says: PullRequest["reviews"][number]["says"], when: Instant, login = "ben"): PullRequest["reviews"][number] => ({
    id: 1,
    by: { login, bot: false },
    at: when,
    says,
    head: null,
    outdated: [],
    body: "",
    mark: null,
  });
  const told = (slot: Instant, when: Instant): Announcement => ({ slot, at: when, by: null, why: "" });
  const TUESDAY = at("08T10:00");
  const back = turn("byline", "sent back", { asked: [asked("ben", "comments"), asked("cat", null)] });

  const writers: readonly (readonly [string, Case, Instant])[] = [
    ["when it was opened", { post: turn("byline", "in progress") }, OPENED],
    ["with the last push", { post: turn("byline", "in progress"), pull: head(TUESDAY) }, TUESDAY],
    [
      "with a request for changes",
      { post: back, pull: { reviews: [review("requests changes", TUESDAY), review("approves", at("07T10:00"))] } },
      TUESDAY,
    ],
    ["with an approval", { post: back, pull: { reviews: [review("approves", TUESDAY)] } }, TUESDAY],
    [
      "with a comment that is the answer of who was asked",
      { post: back, pull: { reviews: [review("comments", TUESDAY, "Ben")] } },
      TUESDAY,
    ],
    ["with no comment of anybody else", { post: back, pull: { reviews: [review("comments", TUESDAY, "cat")] } }, OPENED],
    ["with no review that was dismissed", { post: back, pull: { reviews: [review("dismissed", TUESDAY)] } }, OPENED],
    ["with its slot", { at: morning("18"), post: turn("byline", "due") }, SLOT],
    ["with its opening, of what is due and has no slot", { post: turn("byline", "due", { slot: null }) }, OPENED],
    [
      "when its first slot was told, before there is a pull request",
      { unwritten: true, post: turn("byline", "promised"), dossier: { announced: [told(SLOT, TUESDAY)] } },
      TUESDAY,
    ],
    ["now, before any slot was told", { unwritten: true, post: turn("byline", "promised"), dossier: { announced: [] } }, NOW],
    ["when its pull request was closed", { post: turn("byline", "promised"), pull: { standing: "closed", endedAt: TUESDAY } }, TUESDAY],
  ];
  it.each(writers)("[RM1] of its writer begins %s", (_, given, begins) => {
    expect(since(given)).toBe(begins);
  });

  it("[RM1] of a reviewer begins when they were asked", () => {
    const requested = [
      { login: "cat", at: OPENED },
      { login: "Ben", at: TUESDAY },
    ];
    const inReview: Case = { post: turn("reviewer", "in review"), pull: { requested } };
    expect([since(inReview, "ben"), since(inReview, "cat"), since(inReview, "eve")]).toEqual([TUESDAY, OPENED, NOW]);
  });

  it("[SL8] that needs a decision begins with the last slot that was missed, whoever has it", () => {
    for (const whose of ["coordinator", "byline"] as const)
      expect(since({ post: turn(whose, "in review", { needsDecision: { missed: [OPENED, at("07T20:00"), TUESDAY] } }) })).toBe(TUESDAY);
  });

  const stepIn = turn("coordinator", "in review");
  const leave = (from: string) => [{ from: `2014-07-${from}` as Day, to: "2014-07-30" as Day }];
  const away = (login: string, from: string): Case => ({
    post: { ...stepIn, asked: [asked("cat", null)] },
    desk: { people: ["ann", "ben", "cat", "amir"].map((one) => person(one, one === login ? { away: leave(from) } : {})) },
  });
  const coordinators: readonly (readonly [string, Case, Instant])[] = [
    ["with its pull request", { post: stepIn }, OPENED],
    ["with the last push", { post: stepIn, pull: head(TUESDAY) }, TUESDAY],
    ["when its pull request was closed", { post: stepIn, pull: { endedAt: TUESDAY } }, TUESDAY],
    ["with the last review, whatever it says", { post: stepIn, pull: { reviews: [review("comments", TUESDAY)] } }, TUESDAY],
    ["when a reviewer declined", { post: stepIn, pull: { comments: [said("/decline", TUESDAY)] } }, TUESDAY],
    ["when a reviewer took themselves off it", { post: stepIn, pull: { comments: [said("/uncc", TUESDAY)] } }, TUESDAY],
    [
      "when somebody took a reviewer off it, in a comment that was edited",
      { post: stepIn, pull: { comments: [said("/uncc @ben", OPENED, { editedAt: TUESDAY })] } },
      TUESDAY,
    ],
    [
      "with no other words",
      {
        post: stepIn,
        pull: { comments: [said("/cc @ben", TUESDAY), said("uncc", TUESDAY), said("1/2", TUESDAY), said("/lgtm", TUESDAY)] },
      },
      OPENED,
    ],
    [
      "with no words of a bot",
      { post: stepIn, pull: { comments: [said("/uncc @ben", TUESDAY, { by: { login: "robot", bot: true } })] } },
      OPENED,
    ],
    ["with no words of an account that is gone", { post: stepIn, pull: { comments: [said("/uncc @ben", TUESDAY, { by: null })] } }, OPENED],
    ["when its writer was about to leave", away("ann", "09"), at("07T23:00")],
    ["when a reviewer who was asked was", away("cat", "09"), at("07T23:00")],
    ["when the coordinator was", away("amir", "09"), at("07T23:00")],
    ["with nobody else's leave", away("ben", "09"), OPENED],
    [
      "with the last digest that did not speak of it",
      { post: stepIn, pull: { comments: [reminder("amir", TUESDAY, "“Xen” (#8)")] } },
      plus(TUESDAY, 1000),
    ],
    [
      "with the last digest on another pull request",
      { post: stepIn, open: [{ comments: [reminder("amir", TUESDAY)] }] },
      plus(TUESDAY, 1000),
    ],
    ["with the last digest on a board", { post: stepIn, boards: [{ comments: [reminder("amir", TUESDAY)] }] }, plus(TUESDAY, 1000)],
    [
      "with no digest that spoke of it",
      { post: stepIn, pull: { comments: [reminder("amir", TUESDAY, "- “About irmin” (#7) waits")] } },
      OPENED,
    ],
    ["with no reminder to another", { post: stepIn, pull: { comments: [reminder("ann", TUESDAY)] } }, OPENED],
    [
      "when its first slot was told, approved",
      { post: turn("coordinator", "approved"), dossier: { announced: [told(SLOT, TUESDAY)] } },
      TUESDAY,
    ],
    ["not when its first slot was told, in review", { post: stepIn, dossier: { announced: [told(SLOT, TUESDAY)] } }, OPENED],
    ["with its slot, approved", { at: morning("18"), post: turn("coordinator", "approved") }, SLOT],
    ["with its slot at that very instant", { at: SLOT, post: turn("coordinator", "approved") }, SLOT],
    ["before its slot, approved", { at: at("16T10:59"), post: turn("coordinator", "approved") }, OPENED],
    ["with its opening, approved and without a slot", { post: turn("coordinator", "approved", { slot: null }) }, OPENED],
    ["with its opening, approved before any slot was told", { post: turn("coordinator", "approved"), dossier: { announced: [] } }, OPENED],
    [
      "with the last digest that spoke of it when it had no pull request",
      { post: stepIn, pull: { comments: [reminder("amir", TUESDAY, "- “About irmin” waits")] } },
      plus(TUESDAY, 1000),
    ],
    ["with its slot, due", { at: morning("18"), post: turn("coordinator", "due") }, SLOT],
    [
      "when its first slot was told, unwritten",
      { unwritten: true, post: turn("coordinator", "promised"), dossier: { announced: [told(SLOT, TUESDAY)] } },
      TUESDAY,
    ],
    [
      "now, unwritten, where no slot was told yet",
      { unwritten: true, post: turn("coordinator", "promised"), dossier: { announced: [] } },
      NOW,
    ],
    [
      "long ago, unwritten and without a slot",
      { unwritten: true, post: turn("coordinator", "promised", { slot: null }), dossier: { announced: [] } },
      readInstant("2000-01-01T00:00:00Z"),
    ],
    [
      "with no digest that spoke of one that is unwritten",
      {
        unwritten: true,
        post: turn("coordinator", "promised"),
        boards: [{ comments: [reminder("amir", TUESDAY, "- “About irmin” waits")] }],
      },
      OPENED,
    ],
  ];
  it.each(coordinators)("[LV5] [RM1] of the coordinators begins %s", (_, given, begins) => {
    expect(since(given, "amir")).toBe(begins);
  });
});

describe("the next reminder", () => {
  const next = (given: Case, ...mornings: readonly Instant[]) => {
    const whom = given.post?.waitingFor?.[0] ?? "";
    // Each speaks of it, so that the turn is no younger.
    const comments = mornings.map((one) => reminder(whom, one, "“About irmin” (#7)"));
    return wanted({ at: plus(mornings.at(-1) ?? NOW, HOUR), ...given, pull: { ...given.pull, comments } }).againAt;
  };
  const every = (pace: number) => ({ reminders: { every: pace, hour: 9 } });
  const far = { at: SLOT, by: null, why: "", draftBy: at("25T16:00"), reviewBy: at("28T16:00"), lateness: "on time" } as const;

  const rows: readonly (readonly [string, Case, string])[] = [
    ["at the pace of the desk, to a reviewer", { post: turn("reviewer", "in review") }, "10"],
    ["at the pace of the desk, to a coordinator who steps in", { post: turn("coordinator", "in review") }, "10"],
    [
      "at the pace of the desk, of a decision, whatever else is due",
      { post: turn("coordinator", "in review", { needsDecision: { missed: [morning("07")] }, slot: { ...far, draftBy: at("10T16:00") } }) },
      "10",
    ],
    [
      "after five working days at the latest, to a coordinator",
      { desk: every(9), post: turn("coordinator", "in review", { slot: far }) },
      "15",
    ],
    [
      "after five working days, to a coordinator who lets it go",
      { post: turn("coordinator", "approved", { slot: { ...far, at: at("30T11:00") } }) },
      "15",
    ],
    ["after five working days, to a coordinator of what has no slot", { post: turn("coordinator", "in review", { slot: null }) }, "15"],
    [
      "after five working days, to a coordinator of what is far off",
      { post: turn("coordinator", "promised", { slot: { ...far, draftBy: at("31T16:00") } }) },
      "15",
    ],
  ];
  it.each(rows)("[LV2] [RM10] comes %s", (_, given, day) => {
    expect(next(given, morning("08"))).toBe(morning(day));
  });

  it("[RM1] comes the next morning to a coordinator who steps in, and after a working day to anybody else", () => {
    const noon = {
      head: { ...onPaper({}).dossier.leading!.pull.head, since: at("09T11:00") },
      requested: [{ login: "ben", at: at("09T11:00") }],
    };
    const post = (whose: JudgedPost["turn"], stage: JudgedPost["stage"]): Case => ({
      at: at("09T12:00"),
      pull: noon,
      post: turn(whose, stage, { slot: null }),
    });
    expect(wanted(post("coordinator", "in review")).againAt).toBe(morning("10"));
    expect(wanted(post("coordinator", "approved")).againAt).toBe(morning("11"));
    expect(wanted(post("reviewer", "in review")).againAt).toBe(morning("11"));
  });

  it("[RM10] of what is far off is at another pace once it comes near, which is a time to look", () => {
    const promised = (draftBy: Instant): Case => ({ post: turn("coordinator", "promised", { slot: { ...far, draftBy } }) });
    // Three working days before Monday 14.
    expect(next(promised(at("14T16:00")), morning("08"))).toBe(morning("09"));
    expect(next({ ...promised(at("14T16:00")), at: morning("09") }, morning("08"))).toBe(morning("10"));
    expect(next({ ...promised(at("14T16:00")), post: turn("byline", "promised") }, morning("08"))).toBe(morning("10"));
  });

  it("[RM2] comes on the eve of a day that was told before, where another was told only then", () => {
    const announced = (until: Instant): readonly Announcement[] => [
      { slot: at("11T11:00"), at: morning("07"), by: null, why: "" },
      { slot: SLOT, at: until, by: null, why: "" },
    ];
    // Its review had to be there on Thursday 10.
    const given = (until: Instant): Case => ({ desk: every(10), post: turn("reviewer", "in review", { announced: announced(until) }) });
    expect(next(given(at("09T12:00")), morning("08"))).toBe(morning("09"));
    expect(next(given(at("08T09:00")), morning("08"))).toBe(morning("14"));
    // That was before the turn began.
    const later = { requested: [{ login: "ben", at: at("09T12:00") }] };
    expect(next({ ...given(at("09T12:00")), pull: later, at: at("09T12:30") }, morning("08"))).toBe(morning("11"));
  });

  it("[RM2] comes on the eve of the day that is told now, where that of the one before was no day of the turn", () => {
    const announced: readonly Announcement[] = [
      { slot: at("11T11:00"), at: morning("02"), by: null, why: "" },
      // Its review had to be there on Wednesday 9, and its eve was over when the turn began.
      { slot: at("10T11:00"), at: at("07T12:00"), by: null, why: "" },
      { slot: SLOT, at: at("09T12:00"), by: null, why: "" },
    ];
    const pull = { requested: [{ login: "ben", at: at("08T12:00") }] };
    const given: Case = { at: at("10T09:00"), desk: every(10), post: turn("reviewer", "in review", { announced }), pull };
    expect(next(given, morning("10"))).toBe(morning("14"));
  });

  it("[RM5] [RM7] is none on a day that had one, wherever it was written, or is only remembered", () => {
    const inReview: Case = { post: turn("reviewer", "in review") };
    const sent = [reminder("ben", at("09T07:00"))];
    const key = "remind/ben/2014-07-09";
    const last = { digest: "", why: null, at: at("09T07:00") } as const;
    expect(bodies(inReview)).toHaveLength(1);
    expect(bodies({ ...inReview, open: [{ comments: sent }] })).toEqual([]);
    expect(bodies({ ...inReview, closed: [{ comments: sent }] })).toEqual([]);
    expect(bodies({ ...inReview, boards: [{ comments: sent }] })).toEqual([]);
    expect(bodies({ ...inReview, remembered: { [key]: { ...last, ended: "done" } } })).toEqual([]);
    expect(bodies({ ...inReview, remembered: { [key]: { ...last, ended: "refused" } } })).toHaveLength(1);
    expect(bodies({ ...inReview, pull: { comments: [said("Thanks.", at("09T07:00"))] } })).toHaveLength(1);
  });
});

/** Views made by hand for tests: one post at any stage, and a season with a post at every stage. */
import type { Announcement } from "../../src/desk/facts/snapshot.js";
import type { JudgedCampaign, JudgedPost, JudgedSlot } from "../../src/desk/judged.js";
import type { Instant } from "../../src/desk/time/zone.js";
import type { Repository } from "../../src/repository.js";
import type { Happening } from "../../src/store/ledger.js";
import type { View } from "../../src/view.js";
import type { Shown } from "../../src/web/known-views.js";

export const at = (text: string): Instant => text as Instant;

/** The moment the sample season is seen at: Friday noon in London, three days before the deadline. */
export const NOW = at("2014-07-18T11:00:00Z");

export const slot = (day: string, more: Partial<JudgedSlot> = {}): JudgedSlot => ({
  at: at(`2014-07-${day}T11:00:00Z`),
  by: null,
  why: "the first free slot in plan order",
  draftBy: at("2014-07-14T16:00:00Z"),
  reviewBy: at("2014-07-17T16:00:00Z"),
  lateness: "on time",
  ...more,
});

export const announced = (...days: readonly string[]): readonly Announcement[] =>
  days.map((day, index) => ({
    slot: at(`2014-07-${day}T11:00:00Z`),
    at: at(`2014-07-0${index + 1}T09:00:00Z`),
    by: null,
    why: index === 0 ? "the first free slot in plan order" : "the draft came late",
  }));

export function post(more: Partial<JudgedPost> = {}): JudgedPost {
  return {
    slug: "introducing-buoy",
    title: "Introducing Buoy",
    campaign: "Regatta 2014",
    promised: true,
    byline: ["greta"],
    stage: "in progress",
    turn: "byline",
    waitingFor: ["greta"],
    reasons: ["the pull request is a draft"],
    stopped: null,
    submissions: [186],
    leading: 186,
    slot: slot("21"),
    announced: announced("21"),
    asked: [],
    approvals: { by: [], needed: 1 },
    findings: [],
    live: null,
    ...more,
  };
}

const live = (slug: string, title: string, byline: readonly string[], pulls: readonly number[], day: string, by: string): JudgedPost =>
  post({
    slug,
    title,
    byline,
    stage: "live",
    turn: "nobody",
    waitingFor: [],
    reasons: [],
    submissions: pulls,
    leading: pulls.at(-1) ?? null,
    slot: slot(day),
    announced: announced(day),
    approvals: { by: [by], needed: 1 },
    asked: [{ login: by, why: "covers this beat; has no open review", at: at("2014-07-05T09:00:00Z"), answered: "approves" }],
    live: { at: at(`2014-07-${day}T12:40:00Z`), by: "bruno", pull: pulls.at(-1) ?? null, path: `posts/${slug}.md` },
  });

/** A season in the middle: every stage is there once at least. */
export const POSTS: readonly JudgedPost[] = [
  live("harbour-lights", "Introducing harbour lights: signals that need no keeper", ["dora", "farah"], [150, 151], "08", "bruno"),
  live("lights-core", "Harbour lights: building the lamp at the core", ["farah"], [160], "09", "dora"),
  live("lights-charts", "Harbour lights: adventures in reading charts", ["dora"], [164, 165], "10", "bruno"),
  {
    ...live("lights-notation", "Harbour lights: a notation for flashes", ["farah"], [169, 170], "14", "bruno"),
    announced: announced("11", "14"),
  },
  live("pilots", "Pilots for foreign ships", ["ines"], [182], "15", "ada"),
  post({
    slug: "channels",
    title: "Channels: low water between two quays",
    byline: ["emil"],
    stage: "due",
    turn: "coordinator",
    waitingFor: ["ada"],
    reasons: ["nothing: it may go now, and ada can merge it"],
    submissions: [180],
    leading: 180,
    slot: slot("16", { lateness: "slot missed" }),
    announced: announced("16"),
    approvals: { by: ["chidi"], needed: 1 },
    asked: [{ login: "chidi", why: "covers boats; has 1 open review, the fewest", at: at("2014-07-14T10:00:00Z"), answered: "approves" }],
  }),
  post({
    slug: "tide-tables",
    title: "Fitting the tide tables together",
    campaign: null,
    promised: false,
    byline: ["jun"],
    stage: "approved",
    turn: "nobody",
    waitingFor: [],
    reasons: ["it can be merged from Fri 18 July on; then I ask a coordinator to merge it"],
    submissions: [184],
    leading: 184,
    slot: slot("18"),
    announced: announced("18"),
    approvals: { by: ["bruno"], needed: 1 },
  }),
  post({
    stage: "in review",
    turn: "reviewer",
    waitingFor: ["chidi", "henrik"],
    reasons: ["1 approval by somebody who is not one of its authors (0 so far); asked: chidi and henrik"],
    asked: [
      { login: "chidi", why: "covers buoys; has 1 open review, the fewest", at: at("2014-07-17T10:00:00Z"), answered: null },
      { login: "henrik", why: "covers buoys; has 2 open reviews", at: at("2014-07-17T10:00:00Z"), answered: "comments" },
    ],
    findings: [
      {
        rule: "no-duplicate-headings",
        severity: "warning",
        message: "Unexpected heading with the same text as line 12, expected unique headings",
        place: { line: 41, column: 1, endLine: 41, endColumn: 12 },
        path: "posts/introducing-buoy.md",
      },
    ],
  }),
  post({
    slug: "small-boats",
    title: "Building a fleet of small boats",
    byline: ["henrik"],
    stage: "sent back",
    waitingFor: ["henrik"],
    reasons: ["the changes that bruno asked for"],
    submissions: [187, 189],
    leading: 189,
    slot: slot("22", { lateness: "past the deadline" }),
    announced: announced("18", "22"),
    asked: [{ login: "bruno", why: "covers boats; has 3 open reviews", at: at("2014-07-16T10:00:00Z"), answered: "requests changes" }],
    findings: [
      {
        rule: "front-matter",
        severity: "error",
        message: "Unexpected `:` in an unquoted title, expected the title in quotes",
        place: { line: 2, column: 8, endLine: 2, endColumn: 30 },
        path: "posts/small-boats.md",
      },
    ],
  }),
  post({
    slug: "buoy-storms",
    title: "Using Buoy to keep the registry through storms",
    byline: ["chidi"],
    stage: "held",
    turn: "coordinator",
    waitingFor: ["ada"],
    reasons: ["ada put it on hold (“numbers are being checked”); `/unhold` ends the hold"],
    stopped: { by: "ada", why: "numbers are being checked", at: at("2014-07-17T15:00:00Z") },
    submissions: [190],
    leading: 190,
    slot: slot("21", { at: at("2014-07-21T07:00:00Z") }),
  }),
  post({
    slug: "harbour-2",
    title: "Harbour 2.0: a recap of the new piers",
    byline: [],
    stage: "promised",
    turn: "coordinator",
    waitingFor: [],
    reasons: ["no pull request adds it yet"],
    submissions: [],
    leading: null,
    slot: slot("20", { lateness: "draft late" }),
    announced: announced("20"),
  }),
  post({
    slug: "customs",
    title: "Customs",
    byline: ["bruno"],
    stage: "dropped",
    turn: "nobody",
    waitingFor: [],
    reasons: ["bruno dropped it"],
    stopped: { by: "bruno", why: "not this season", at: at("2014-07-17T09:00:00Z") },
    submissions: [],
    leading: null,
    slot: null,
    announced: announced("17"),
  }),
  post({
    slug: "lights-protocol",
    title: "Harbour lights: the protocol",
    byline: ["farah", "dora"],
    submissions: [175],
    leading: 175,
    slot: slot("18"),
    announced: announced("14", "15", "18"),
  }),
];

const inCampaign = (posts: readonly JudgedPost[]): JudgedCampaign => ({
  name: "Regatta 2014",
  deadline: at("2014-07-21T08:00:00Z"),
  board: { number: 148, url: "https://github.com/harbour/harbour-www/issues/148" },
  slugs: posts.filter(({ promised }) => promised).map(({ slug }) => slug),
  live: posts.filter(({ stage }) => stage === "live").length,
  dropped: posts.filter(({ stage }) => stage === "dropped").length,
  total: posts.filter(({ promised }) => promised).length,
  buffer: null,
  conflict: null,
  ahead: { free: [], closed: [] },
});

export function view(posts: readonly JudgedPost[] = POSTS, more: Partial<View> = {}): View {
  const names: readonly [string, string][] = [
    ["ada", "Ada Larsen"],
    ["bruno", "Bruno Keita"],
    ["chidi", "Chidi Okoro"],
    ["dora", "Dora Weiss"],
    ["emil", "Emil Sand"],
    ["farah", "Farah Nasser"],
    ["greta", "Greta Holm"],
    ["henrik", "Henrik Lund"],
    ["ines", "Ines Duarte"],
    ["jun", "Jun Mori"],
  ];
  return {
    repository: {
      owner: "harbour",
      name: "harbour-www",
      url: "https://github.com/harbour/harbour-www",
      defaultBranch: "master",
      archived: false,
      private: false,
    },
    zone: "Europe/London",
    people: names.map(([login, name]) => ({ login, name, zone: "Europe/London" })),
    deskFindings: [],
    plan: { at: NOW, posts, campaigns: [inCampaign(posts)], troubles: [], lookAgainAt: null },
    at: NOW,
    ...more,
  };
}

export const HAPPENINGS: readonly Happening[] = [
  { at: at("2014-07-18T09:00:04Z"), says: "reminded henrik on #189 of “Building a fleet of small boats”" },
  { at: at("2014-07-17T10:00:02Z"), says: "asked chidi and henrik to review #186" },
  { at: at("2014-07-15T15:14:00Z"), says: "merged #182 at its slot" },
];

/** A ledger that holds these views, under the ids 1, 2, 3 … */
export function ledgerOf(views: readonly (View | null)[], happenings: readonly Happening[] = HAPPENINGS): Shown {
  const repositories = views.map((one, index): Repository => ({
    id: index + 1,
    installation: 7,
    owner: one?.repository.owner ?? "harbour",
    name: one?.repository.name ?? `unseen-${index + 1}`,
  }));
  return {
    repositories: () => Promise.resolve(repositories),
    cached: (kind, keys) =>
      Promise.resolve(
        new Map(
          keys.flatMap((key): [string, unknown][] => {
            const found = kind === "view" ? views[Number(key) - 1] : null;
            return found ? [[key, JSON.parse(JSON.stringify(found))]] : [];
          }),
        ),
      ),
    recent: (_, limit) => Promise.resolve(happenings.slice(0, limit)),
  };
}

/** Views made by hand for tests: one post at any stage, and a season with a post at every stage. */
import type { JudgedCampaign, JudgedPost, JudgedSlot } from "../../src/desk/judged.js";
import type { Announcement } from "../../src/desk/snapshot.js";
import type { Instant } from "../../src/desk/zone.js";
import type { Repository } from "../../src/repository.js";
import type { Happening } from "../../src/store/ledger.js";
import type { Shown } from "../../src/web/known-views.js";
import type { View } from "../../src/view.js";

export const at = (text: string): Instant => text as Instant;

/** The moment the sample season is seen at: Friday noon in London, three days before the deadline. */
export const NOW = at("2014-07-18T11:00:00Z");

export const slot = (day: string, more: Partial<JudgedSlot> = {}): JudgedSlot => ({
  at: at(`2014-07-${day}T11:00:00Z`),
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
    why: index === 0 ? "the first free slot in plan order" : "the draft came late",
  }));

export function post(more: Partial<JudgedPost> = {}): JudgedPost {
  return {
    slug: "introducing-irmin",
    title: "Introducing Irmin",
    campaign: "OSCON 2014",
    promised: true,
    byline: ["samoht"],
    stage: "in progress",
    turn: "byline",
    waitingFor: ["samoht"],
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
    live: { at: at(`2014-07-${day}T12:40:00Z`), by: "avsm", pull: pulls.at(-1) ?? null, path: `posts/${slug}.md` },
  });

/** A season in the middle: every stage is there once at least. */
export const POSTS: readonly JudgedPost[] = [
  live("introducing-ocaml-tls", "Introducing transport layer security (TLS) in pure OCaml", ["hannesm", "pqwy"], [150, 151], "08", "avsm"),
  live("introducing-nocrypto", "OCaml-TLS: building the nocrypto library core", ["pqwy"], [160], "09", "hannesm"),
  live("introducing-x509", "OCaml-TLS: Adventures in X.509 certificate parsing", ["hannesm"], [164, 165], "10", "avsm"),
  {
    ...live("introducing-asn1", "OCaml-TLS: ASN.1 and notation embedding", ["pqwy"], [169, 170], "14", "avsm"),
    announced: announced("11", "14"),
  },
  live("modular-ffi", "Modular foreign function bindings", ["yallop"], [182], "15", "amirmc"),
  post({
    slug: "update-on-vchan",
    title: "Vchan: Low-latency inter-VM communication channels",
    byline: ["jonludlam"],
    stage: "due",
    turn: "coordinator",
    waitingFor: ["amirmc"],
    reasons: ["nothing: it may go now, and amirmc can merge it"],
    submissions: [180],
    leading: 180,
    slot: slot("16", { lateness: "slot missed" }),
    announced: announced("16"),
    approvals: { by: ["djs55"], needed: 1 },
    asked: [{ login: "djs55", why: "covers xen; has 1 open review, the fewest", at: at("2014-07-14T10:00:00Z"), answered: "approves" }],
  }),
  post({
    slug: "intro-tcpip",
    title: "Fitting the modular Mirage TCP/IP stack together",
    campaign: null,
    promised: false,
    byline: ["yomimono"],
    stage: "approved",
    turn: "nobody",
    waitingFor: [],
    reasons: ["nothing: it may go on Fri 18 July, and the coordinator will be told"],
    submissions: [184],
    leading: 184,
    slot: slot("18"),
    announced: announced("18"),
    approvals: { by: ["avsm"], needed: 1 },
  }),
  post({
    stage: "in review",
    turn: "reviewer",
    waitingFor: ["djs55", "talex5"],
    reasons: ["1 approval by somebody who does not sign it (0 so far); asked: djs55 and talex5"],
    asked: [
      { login: "djs55", why: "covers storage; has 1 open review, the fewest", at: at("2014-07-17T10:00:00Z"), answered: null },
      { login: "talex5", why: "covers storage; has 2 open reviews", at: at("2014-07-17T10:00:00Z"), answered: "comments" },
    ],
    findings: [
      {
        rule: "no-duplicate-headings",
        severity: "warning",
        message: "Unexpected heading with the same text as line 12, expected unique headings",
        place: { line: 41, column: 1, endLine: 41, endColumn: 12 },
        path: "posts/introducing-irmin.md",
      },
    ],
  }),
  post({
    slug: "introducing-xen-minios-arm",
    title: "Building an ARMy of Xen unikernels",
    byline: ["talex5"],
    stage: "sent back",
    waitingFor: ["talex5"],
    reasons: ["the changes that avsm asked for"],
    submissions: [187, 189],
    leading: 189,
    slot: slot("22", { lateness: "past the deadline" }),
    announced: announced("18", "22"),
    asked: [{ login: "avsm", why: "covers xen; has 3 open reviews", at: at("2014-07-16T10:00:00Z"), answered: "requests changes" }],
    findings: [
      {
        rule: "front-matter",
        severity: "error",
        message: "Unexpected `:` in an unquoted title, expected the title in quotes",
        place: { line: 2, column: 8, endLine: 2, endColumn: 30 },
        path: "posts/introducing-xen-minios-arm.md",
      },
    ],
  }),
  post({
    slug: "irmin-xenstore",
    title: "Using Irmin to add fault-tolerance to the Xenstore database",
    byline: ["djs55"],
    stage: "held",
    turn: "coordinator",
    waitingFor: ["amirmc"],
    reasons: ["amirmc holds it (“numbers are being checked”); `/unhold` lets it go on"],
    stopped: { by: "amirmc", why: "numbers are being checked", at: at("2014-07-17T15:00:00Z") },
    submissions: [190],
    leading: 190,
    slot: slot("21", { at: at("2014-07-21T07:00:00Z") }),
  }),
  post({
    slug: "mirage-2-recap",
    title: "Mirage v2.0: a recap of the new features",
    byline: [],
    stage: "promised",
    turn: "coordinator",
    waitingFor: [],
    reasons: ["a pull request that brings it"],
    submissions: [],
    leading: null,
    slot: slot("20", { lateness: "draft late" }),
    announced: announced("20"),
  }),
  post({
    slug: "introducing-conduit",
    title: "Conduit",
    byline: ["avsm"],
    stage: "dropped",
    turn: "nobody",
    waitingFor: [],
    reasons: ["avsm dropped it"],
    stopped: { by: "avsm", why: "not before OSCON", at: at("2014-07-17T09:00:00Z") },
    submissions: [],
    leading: null,
    slot: null,
    announced: announced("17"),
  }),
  post({
    slug: "ocaml-tls-api",
    title: "OCaml-TLS: the protocol implementation",
    byline: ["pqwy", "hannesm"],
    submissions: [175],
    leading: 175,
    slot: slot("18"),
    announced: announced("14", "15", "18"),
  }),
];

const inCampaign = (posts: readonly JudgedPost[]): JudgedCampaign => ({
  name: "OSCON 2014",
  deadline: at("2014-07-21T08:00:00Z"),
  board: { number: 148, url: "https://github.com/mirage/mirage-www/issues/148" },
  slugs: posts.filter(({ promised }) => promised).map(({ slug }) => slug),
  live: posts.filter(({ stage }) => stage === "live").length,
  dropped: posts.filter(({ stage }) => stage === "dropped").length,
  total: posts.length,
});

export function view(posts: readonly JudgedPost[] = POSTS, more: Partial<View> = {}): View {
  const names: readonly [string, string][] = [
    ["amirmc", "Amir Chaudhry"],
    ["avsm", "Anil Madhavapeddy"],
    ["djs55", "Dave Scott"],
    ["hannesm", "Hannes Mehnert"],
    ["jonludlam", "Jon Ludlam"],
    ["pqwy", "David Kaloper"],
    ["samoht", "Thomas Gazagnaire"],
    ["talex5", "Thomas Leonard"],
    ["yallop", "Jeremy Yallop"],
    ["yomimono", "Mindy Preston"],
  ];
  return {
    repository: {
      owner: "mirage",
      name: "mirage-www",
      url: "https://github.com/mirage/mirage-www",
      defaultBranch: "master",
      archived: false,
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
  { at: at("2014-07-18T09:00:04Z"), says: "reminded talex5 on #189 of “Building an ARMy of Xen unikernels”" },
  { at: at("2014-07-17T10:00:02Z"), says: "asked djs55 and talex5 to review #186" },
  { at: at("2014-07-15T15:14:00Z"), says: "merged #182 at its slot" },
];

/** A ledger that holds these views, under the ids 1, 2, 3 … */
export function ledgerOf(views: readonly (View | null)[], happenings: readonly Happening[] = HAPPENINGS): Shown {
  const repositories = views.map((one, index): Repository => ({
    id: index + 1,
    installation: 7,
    owner: one?.repository.owner ?? "mirage",
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

/** The facts of 2014: which posts there were, who signed them, which pull requests brought them, and when each went live. */
import { readInstant, type Instant } from "../../src/desk/time/zone.js";

export interface PostFact {
  /** Its permalink in 2014. */
  readonly slug: string;
  /** The slug that the meeting's list gives it when imported; null for a post that nobody had promised on 24 June. */
  readonly listedAs: string | null;
  /** Logins. */
  readonly byline: readonly string[];
  /** The day in the last edition of the team's own tracking issue; null where it named none. */
  readonly plannedDay: string | null;
  readonly beats: readonly string[];
  /** The push that put it live, at the earliest. */
  readonly live2014: Instant;
}

interface PullFact {
  readonly number: number;
  readonly title: string;
  /** Often not the one who signs the post. */
  readonly openedBy: string;
  /** From its first commit where only the day of opening is known; see `hour`. */
  readonly openedAt: Instant;
  /** Whether history tells the hour; otherwise it is assumed, and only the day is history's. */
  readonly hour: "known" | "assumed";
  readonly slug: string;
  /** Its title called it a draft. */
  readonly draft: boolean;
}

const at = readInstant;
const TLS = ["tls", "security"] as const;

/** By the day on which they went live in 2014. */
export const POSTS: readonly PostFact[] = [
  {
    slug: "mirage-1.2-released",
    listedAs: null,
    byline: ["avsm"],
    plannedDay: null,
    beats: ["release"],
    live2014: at("2014-07-08T11:19:59Z"),
  },
  {
    slug: "introducing-ocaml-tls",
    listedAs: "overview-of-tls",
    byline: ["hannesm", "pqwy"],
    plannedDay: "2014-07-08",
    beats: TLS,
    live2014: at("2014-07-08T14:11:55Z"),
  },
  {
    slug: "introducing-nocrypto",
    listedAs: "tls-nocrypto-lib",
    byline: ["pqwy"],
    plannedDay: "2014-07-09",
    beats: TLS,
    live2014: at("2014-07-09T15:02:45Z"),
  },
  {
    slug: "introducing-x509",
    listedAs: "tls-x509-lib",
    byline: ["hannesm"],
    plannedDay: "2014-07-10",
    beats: TLS,
    live2014: at("2014-07-10T13:51:33Z"),
  },
  {
    slug: "introducing-asn1",
    listedAs: "tls-asn1-lib",
    byline: ["pqwy"],
    plannedDay: "2014-07-11",
    beats: ["tls"],
    live2014: at("2014-07-11T12:30:14Z"),
  },
  {
    slug: "ocaml-tls-api-internals-attacks-mitigation",
    listedAs: "tls-api",
    byline: ["pqwy", "hannesm"],
    plannedDay: "2014-07-14",
    beats: TLS,
    live2014: at("2014-07-14T11:56:12Z"),
  },
  {
    slug: "modular-foreign-function-bindings",
    listedAs: "ctypes",
    byline: ["yallop"],
    plannedDay: "2014-07-15",
    beats: ["bindings"],
    live2014: at("2014-07-15T16:14:33Z"),
  },
  {
    slug: "update-on-vchan",
    listedAs: "vchan",
    byline: ["jonludlam"],
    plannedDay: "2014-07-16",
    beats: ["xen"],
    live2014: at("2014-07-16T16:04:22Z"),
  },
  {
    slug: "intro-tcpip",
    listedAs: null,
    byline: ["yomimono"],
    plannedDay: "2014-07-17",
    beats: ["networking"],
    live2014: at("2014-07-17T11:16:10Z"),
  },
  {
    slug: "introducing-irmin",
    listedAs: "irmin",
    byline: ["samoht"],
    plannedDay: "2014-07-18",
    beats: ["storage"],
    live2014: at("2014-07-18T12:39:38Z"),
  },
  {
    slug: "introducing-irmin-in-xenstore",
    listedAs: null,
    byline: ["djs55"],
    plannedDay: "2014-07-21",
    beats: ["storage", "xen"],
    live2014: at("2014-07-21T11:45:04Z"),
  },
  {
    slug: "introducing-xen-minios-arm",
    listedAs: "minios-arm",
    byline: ["talex5"],
    plannedDay: "2014-07-22",
    beats: ["xen", "arm"],
    live2014: at("2014-07-22T06:51:42Z"),
  },
  {
    slug: "announcing-mirage-20-release",
    listedAs: null,
    byline: ["avsm"],
    plannedDay: "2014-07-22",
    beats: ["release"],
    live2014: at("2014-07-22T13:48:13Z"),
  },
];

/** The last one did not bring its post in 2014: that was pushed without any, and #196 carried it elsewhere afterwards. */
export const PULLS: readonly PullFact[] = [
  pull(149, "mirage 1.2 blog post", "avsm", "2014-07-08T11:05:08Z", "mirage-1.2-released"),
  pull(150, "Add introductory post on OCaml-TLS", "amirmc", "2014-07-08T11:35:40Z", "introducing-ocaml-tls"),
  pull(160, "Add blog post on nocrypto", "amirmc", "2014-07-09T14:48:54Z", "introducing-nocrypto"),
  pull(164, "Add X.509 blog post", "amirmc", "2014-07-10T10:46:55Z", "introducing-x509"),
  pull(165, "x509 blog post", "avsm", "2014-07-10T12:30:00Z", "introducing-x509", { hour: "assumed" }),
  pull(169, "Add post on ASN1", "amirmc", "2014-07-11T00:17:00Z", "introducing-asn1"),
  pull(
    175,
    "Add post on OCaml-TLS API, attacks and mitigations",
    "amirmc",
    "2014-07-14T01:01:43Z",
    "ocaml-tls-api-internals-attacks-mitigation",
  ),
  pull(180, "Draft of vchan update blog post", "jonludlam", "2014-07-14T10:00:00Z", "update-on-vchan", { hour: "assumed", draft: true }),
  pull(182, "Draft ctypes blog post.", "yallop", "2014-07-15T12:55:20Z", "modular-foreign-function-bindings", { draft: true }),
  pull(184, "Add self to people; 1st draft of mirage-tcpip post.", "yomimono", "2014-07-15T22:07:24Z", "intro-tcpip", { draft: true }),
  pull(186, "Add Irmin intro blog post", "samoht", "2014-07-17T11:50:54Z", "introducing-irmin"),
  pull(187, "Add blog post on Xen/ARM", "amirmc", "2014-07-18T14:00:21Z", "introducing-xen-minios-arm"),
  pull(189, "Add post on Xen/ARM", "amirmc", "2014-07-18T15:20:00Z", "introducing-xen-minios-arm", { hour: "assumed" }),
  pull(190, "Draft of introducing irmin in xenstore", "djs55", "2014-07-18T15:30:00Z", "introducing-irmin-in-xenstore", {
    hour: "assumed",
    draft: true,
  }),
  pull(196, "Mirage 2.0", "avsm", "2014-07-22T13:40:00Z", "announcing-mirage-20-release", { hour: "assumed" }),
];

export function pullFact(number: number): PullFact {
  const found = PULLS.find((one) => one.number === number);
  if (!found) throw new Error(`Unexpected pull request ${number}, expected one of the season's`);
  return found;
}

function pull(
  number: number,
  title: string,
  openedBy: string,
  opened: string,
  slug: string,
  more: { readonly hour?: "assumed"; readonly draft?: boolean } = {},
): PullFact {
  return { number, title, openedBy, openedAt: at(opened), hour: more.hour ?? "known", slug, draft: more.draft ?? false };
}

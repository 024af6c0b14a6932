/** What the desk made of each post and campaign: the verdicts, with their reasons, that words and pages are written from. */
import type { Finding } from "./facts/finding.js";
import type { Announcement } from "./facts/snapshot.js";
import type { Stage, Turn, Without } from "./stage.js";
import type { Day, Instant } from "./time/zone.js";

export interface JudgedPost {
  readonly slug: string;
  readonly title: string;
  /** The campaign that promised it; null for a post nobody promised. */
  readonly campaign: string | null;
  readonly promised: boolean;
  /** It changes a post that is live; this and the next ones are left out of views that were kept before they were told. */
  readonly correction?: boolean;
  /** The slug of the promise that is open and whose name it has, though it is another post. */
  readonly namedLike?: string | null;
  /** The slug of the post of which it is a text in another language, in a pull request of its own. */
  readonly translates?: string | null;
  /** The files that are it, in as many languages, the leading one in front; left out where there is one, and where none is known. */
  readonly texts?: readonly string[];
  /** When it was live before, and by which pull request: it was taken off the site again. */
  readonly takenOff?: readonly { readonly at: Instant | null; readonly pull: number | null }[];
  /** Logins, or names where no login is known. */
  readonly byline: readonly string[];
  readonly stage: Stage;
  readonly turn: Turn;
  /** Logins whose move it is; empty when the turn is nobody's. */
  readonly waitingFor: readonly string[];
  /** Why the stage is what it is, and what is missing: one short sentence each, the most pressing first. */
  readonly reasons: readonly string[];
  /** What its writer may want to set, though it keeps the post from nothing; left out of views that were kept before it was told. */
  readonly remarks?: readonly string[];
  /** Why it was held or dropped, and by whom. */
  readonly stopped: { readonly by: string; readonly why: string; readonly at: Instant } | null;
  /** Its pull requests, oldest first; the one that counts is `leading`. */
  readonly submissions: readonly number[];
  readonly leading: number | null;
  readonly slot: JudgedSlot | null;
  /** Every slot that was ever announced for it, oldest first. */
  readonly announced: readonly Announcement[];
  /** What was announced for promises that became part of it; left out of views that were kept before it was told. */
  readonly joined?: readonly { readonly slug: string; readonly announced: readonly Announcement[] }[];
  /**
   * The slots that it missed with nobody at work on it, where a coordinator has to decide what becomes of it: until then no
   * other is told. Null where nobody has to; left out of views that were kept before it was told.
   */
  readonly needsDecision?: { readonly missed: readonly Instant[] } | null;
  readonly asked: readonly AskedReviewer[];
  readonly approvals: {
    readonly by: readonly string[];
    readonly needed: number;
    /** Whose approval does not count, or not any more, and why, one short sentence each; left out where there are none. */
    readonly lacking?: readonly string[];
    /** Logins of those who wrote what nobody else has approved yet; left out where nobody is known. */
    readonly writers?: readonly string[];
  };
  readonly findings: readonly (Finding & { readonly path: string })[];
  readonly live: {
    readonly at: Instant | null;
    readonly by: string | null;
    readonly pull: number | null;
    readonly path: string | null;
    /** From when on its site shows it, where that hides what is to come; left out where that is no later. */
    readonly shownFrom?: Instant;
    /** What it went live without; left out of views that were kept before it was told. */
    readonly without?: readonly Without[];
  } | null;
}

export interface JudgedSlot {
  readonly at: Instant;
  /** The login of whoever asked for it; null when the schedule gave it. */
  readonly by: string | null;
  /** One sentence: why this slot. */
  readonly why: string;
  /** Not past the deadline; left out of views that were kept before it was told. */
  readonly fits?: boolean;
  readonly draftBy: Instant;
  readonly reviewBy: Instant;
  /** Past its deadline, past a "by" of its own, or neither. */
  readonly lateness: "on time" | "draft late" | "review late" | "slot missed" | "past the deadline";
}

export interface AskedReviewer {
  readonly login: string;
  /** Why this person, in one sentence. */
  readonly why: string;
  /** When they were asked; null when the request is part of this plan. */
  readonly at: Instant | null;
  readonly answered: "approves" | "requests changes" | "comments" | null;
  /** The last day of the leave that they are on: nothing is expected of them. Left out of those who are there. */
  readonly away?: Day;
}

export interface JudgedCampaign {
  readonly name: string;
  readonly deadline: Instant;
  readonly board: { readonly number: number; readonly url: string } | null;
  /** Slugs, in the order of their slots; those without one last. */
  readonly slugs: readonly string[];
  /** Of the posts that it promises: counted here alone, and said by `words/count.ts`. */
  readonly live: number;
  /** Of those live, how many went live by the deadline, or nobody knows when; left out of views that were kept before it was told. */
  readonly inTime?: number;
  readonly dropped: number;
  /** With those that were dropped. */
  readonly total: number;
  /** The reserve before the deadline; null when the campaign has none. */
  readonly buffer: Buffer | null;
  /** Why not all its posts can be live by the deadline; null when they can. */
  readonly conflict: Conflict | null;
  readonly ahead: Ahead;
}

/** What lies between now and the deadline; nothing, when nothing is still to go live. */
export interface Ahead {
  /** The next slots that no post has, a few of them. */
  readonly free: readonly Instant[];
  /** Days on which nothing goes live, by their beginning. */
  readonly closed: readonly ClosedDays[];
}

/** Days of the desk's zone, both ends included. */
export interface ClosedDays {
  readonly kind: "holiday" | "closed" | "freeze";
  readonly from: Day;
  readonly to: Day;
  /** The holiday's name, or the reason that the desk gives; may be empty. */
  readonly why: string;
  /** When it begins and when it is over: a freeze may do so within a day. */
  readonly since: Instant;
  readonly until: Instant;
}

export interface Buffer {
  /** Working days. */
  readonly days: number;
  /** How many of them the last slot leaves no more; at most `days`. */
  readonly used: number;
  readonly third: "green" | "amber" | "red";
}

export interface Conflict {
  /** `5 posts need the 3 slots before 14 July: …` */
  readonly says: string;
  /** The posts of the smallest set that cannot all be in time. */
  readonly slugs: readonly string[];
  /** What would mend it, cheapest first, each tried: `a slot on Sat 19 July would be enough`. */
  readonly waysOut: readonly string[];
  /** When the first of the slots has gone by that could be added; left out when there are none. */
  readonly until?: Instant;
}

/** A change to a live post that has been made, and of which there is nothing more to say. */
export function isOver({ correction, live }: JudgedPost): boolean {
  return correction === true && live !== null && (live.without ?? []).length === 0;
}

/** In the order in which they go live or went: first what is live since nobody knows when, last what has no slot. */
export function bySlot(posts: readonly JudgedPost[]): readonly JudgedPost[] {
  const when = ({ live, slot }: JudgedPost) => (live ? (live.at ?? "") : (slot?.at ?? "9999"));
  return posts.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.slug < b.slug ? -1 : 1));
}

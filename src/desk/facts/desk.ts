/** The desk: what `.github/presstime.yml` says, as the rest of the desk uses it. What may be written there is `deskSchema`'s to say. */
import type { Day, Instant } from "../time/zone.js";
import type { HolidayDays } from "./holidays.js";
import type { DeskLint } from "./lint-settings.js";
import type { Person } from "./person.js";

/** A desk as the rest of the desk uses it: every name resolved to a person, every time to an instant. */
export interface Desk {
  readonly zone: string;
  /** Globs of the files that are posts. */
  readonly posts: readonly string[];
  readonly people: readonly Person[];
  /** Logins. */
  readonly coordinators: readonly string[];
  /** Of a desk that names none: how the one was found who answers for it; left out where it names some, and where nobody was found. */
  readonly coordinatorFrom?: "last change" | "owner";
  readonly review: Reviewing;
  /** How its posts are laid out; null when each path tells. */
  readonly site: SiteKind | null;
  /** Where the site lies; left out where the desk does not say. */
  readonly siteFolders?: SiteFolders;
  /** Who signs without a login: teams and guests; none when left out. */
  readonly teams?: readonly Team[];
  /** The pattern, wall-clock in the desk's zone: `Mon 12:00`, `first Tue 12:00`. */
  readonly slots: readonly string[];
  readonly calendar: Calendar;
  /** What the linter asks for; the house style as it comes when left out. */
  readonly lint?: DeskLint;
  readonly lead: Lead;
  /** A reminder each `every` working days, at `hour` in the zone of the one reminded. */
  readonly reminders: { readonly every: number; readonly hour: number };
  /** The app's checks stand on pull requests too in which there is nothing for them; left out where they need not. */
  readonly checksOnAll?: true;
  readonly merge: Merging;
  readonly campaigns: readonly Campaign[];
  /** The holidays of every country that it names, for the years that matter; none are known when left out. */
  readonly holidays?: HolidayDays;
}

export type SiteKind = "jekyll" | "hugo" | "zola" | "astro" | "docusaurus" | "plain";

/** Folders without a slash at their ends. */
export interface SiteFolders {
  /** Null where it is told by the paths of posts. */
  readonly root: string | null;
  /** From there, those whose files are published at the root of the site. */
  readonly static: readonly string[];
}

/** Known by what it signs with. */
export interface Team {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Working days: the draft is due `draft` of them before the review, the review `review` of them before the slot. */
export interface Lead {
  readonly draft: number;
  readonly review: number;
}

/** A calendar that adds nothing to the pattern and takes nothing from it. */
export const PLAIN_CALENDAR: Calendar = { holidays: [], closed: [], extra: [], freezes: [], byline: null, beatGap: 0 };

/** What the pattern leaves out or has besides, and how posts are spread over it. Days are the desk's own. */
export interface Calendar {
  /** Codes such as `GB`, `US-CA`: on their public holidays there is no slot and nobody works. */
  readonly holidays: readonly string[];
  /** Days without slots. */
  readonly closed: readonly Closure[];
  /** Slots besides the pattern. */
  readonly extra: readonly Instant[];
  /** Spans in which nothing goes live. */
  readonly freezes: readonly Freeze[];
  /** At most `most` posts of one byline in any `days` days; null when it does not matter. */
  readonly byline: { readonly most: number; readonly days: number } | null;
  /** Posts of one beat are at least so many days apart; 0 when it does not matter. */
  readonly beatGap: number;
}

/** Both ends included. */
export interface Closure {
  readonly from: Day;
  readonly to: Day;
  readonly why: string;
}

/** From the first instant until just before the last. */
export interface Freeze {
  readonly from: Instant;
  readonly to: Instant;
  readonly why: string;
  /** Logins of those who may place a post inside it all the same. */
  readonly pass: readonly string[];
}

export interface Reviewing {
  readonly approvals: number;
  readonly ask: number;
  /** Whether the merge of what is approved waits for open conversations on its lines, or its notice only tells of them; `tell` when left out. */
  readonly conversations?: "block" | "tell";
  /** What makes a pull request a draft when its title begins with it; `DRAFT_TITLES` when left out. */
  readonly draftTitles?: readonly string[];
  /** Teams whose members review; none when left out. Those who are known stand among the people of the desk. */
  readonly teams?: readonly ReviewTeam[];
  /** Those of them of whose members GitHub does not tell. */
  readonly unreadTeams?: readonly string[];
}

export interface ReviewTeam {
  /** `mirage/storage`. */
  readonly team: string;
  readonly beats: readonly string[];
  readonly capacity: number;
}

/** Whether the app merges at the slot, and how; otherwise the coordinator is told that it may go. */
export interface Merging {
  readonly atSlot: boolean;
  readonly method: "merge" | "squash" | "rebase";
  /** What becomes of a slot that went by while nobody could publish: caught up at once, or handed to the coordinator. */
  readonly missed: "catch up" | "ask";
  /** Which checks of others keep a post back: every one, or those alone that branch protection requires. All when left out. */
  readonly checks?: "all" | "required";
  /** What becomes of a post that readers would not find at its slot: held back until that is mended, or told and merged. Held when left out. */
  readonly wouldNotShow?: "hold" | "warn";
  /** Whether the app may commit the slot's date to the post before it merges. */
  readonly fixDates: boolean;
}

export interface Campaign {
  readonly name: string;
  readonly deadline: Instant;
  /** Its first instant: no slot is given before it. Null or left out when it has begun. */
  readonly starts?: Instant | null;
  /** Its own lengths; null or left out for the desk's. */
  readonly lead?: Lead | null;
  /** Working days before the deadline that its posts share as a reserve; none when left out. */
  readonly buffer?: number;
  /** All posts go live together, in the plan's order, at the slot of the last; or none. False when left out. */
  readonly together?: boolean;
  /** In the plan's own order. */
  readonly posts: readonly Promised[];
}

/** A post that was promised; whether anything was written is the pull requests' to tell. */
export interface Promised {
  readonly slug: string;
  /** Other slugs it has gone by. */
  readonly also: readonly string[];
  /** Those of them that were of other posts, which became part of it by a comment; none when left out. */
  readonly joined?: readonly string[];
  readonly title: string;
  /** Logins of those who sign it; empty while nobody is named. */
  readonly byline: readonly string[];
  readonly beats: readonly string[];
  /** Slugs that must be live first. */
  readonly after: readonly string[];
  /** The series that it is part of; left out when the plan does not say. */
  readonly series?: string;
  /** The file that it is, where the plan names it; null or left out where its name tells. */
  readonly path?: string | null;
  /**
   * When it came into the plan: exactly, where the desk was known before it had it, or else at the latest. Only what came since keeps it.
   * Left out where nobody knows; then it was made when a slot was first announced for it.
   */
  readonly since?: { readonly at: Instant; readonly exact: boolean };
  /** The slot the plan pins it to. */
  readonly pinned: Instant | null;
  /** The embargo: not before this instant; null or left out when there is none. */
  readonly notBefore?: Instant | null;
  /** Its own lengths; null or left out for the campaign's. */
  readonly lead?: Lead | null;
}

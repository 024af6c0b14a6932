/** What people owe, and what of it has fallen due: the words of this room. */
import type { Person } from "../facts/person.js";
import type { Instant, Zone } from "../time/zone.js";

export interface RemindersRequest {
  readonly at: Instant;
  /** The desk's zone, for people the desk does not know. */
  readonly zone: Zone;
  readonly people: readonly Person[];
  /** A reminder each `every` working days, at `hour` in the zone of the one reminded. */
  readonly reminders: { readonly every: number; readonly hour: number };
  readonly owed: readonly Owed[];
  /** Every reminder ever posted. */
  readonly reminded: readonly Reminded[];
}

/** A move that somebody has to make for a post. */
export interface Owed {
  readonly slug: string;
  readonly title: string;
  /** Logins of those whose turn it is, coordinators included; nobody else is reminded. */
  readonly to: readonly string[];
  /** When it became their turn. */
  readonly since: Instant;
  /** "Draft by", "review by" or the slot. */
  readonly by: Instant | null;
  /** By when it had to be there before, oldest first, each until another was told: since this turn began. None when left out. */
  readonly before?: readonly Replaced[];
  /** Too early before this instant to say anything of it; null or left out when it is not. */
  readonly quietUntil?: Instant | null;
  readonly snoozedUntil: Instant | null;
  readonly place: ReminderPlace;
  readonly what: "draft" | "review" | "changes" | "answer" | "checks" | "rest" | "go" | "decision" | "step in";
  /** Brought up on the first morning, not after a day's grace: nobody else is there to see to it. */
  readonly atOnce?: true;
  /** Working days between two reminders of it; the desk's own when left out. */
  readonly every?: number;
}

interface Replaced {
  readonly by: Instant;
  readonly until: Instant;
}

/** Where a reminder is written. */
export interface ReminderPlace {
  readonly issue: number;
  readonly channel: "pull request" | "board";
}

/** A reminder that was posted, and when: not when it had fallen due. */
export interface Reminded {
  readonly to: string;
  readonly at: Instant;
}

/** One reminder to one person, about all that they owe that day. */
export interface Due {
  readonly to: string;
  /** When it fell due, which is before now when nobody looked in time. */
  readonly at: Instant;
  /** The place of the most urgent post. */
  readonly issue: number;
  readonly channel: ReminderPlace["channel"];
  /** The most urgent first; never empty. */
  readonly about: readonly Owed[];
}

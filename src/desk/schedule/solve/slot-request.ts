/** What the schedule is asked, and what it answers: the posts of one campaign, and a slot with its reason for each. */
import type { Crew } from "../../calendar/diaries.js";
import type { SlotCalendar } from "../../calendar/slot-calendar.js";
import type { Lead } from "../../facts/desk.js";
import type { Instant, Zone } from "../../time/zone.js";
import type { Spread, CrowdMember } from "./crowds.js";

export interface SlotRequest {
  readonly at: Instant;
  /** The desk's zone. */
  readonly zone: Zone;
  readonly calendar: SlotCalendar;
  /** The end of the calendar for posts that have none. */
  readonly deadline: Instant;
  readonly lead: Lead;
  /** The posts of one campaign, in the plan's own order. */
  readonly posts: readonly ToPlace[];
  /** Instants that are not free: slots of other campaigns, and of posts that are live. */
  readonly taken: readonly Instant[];
  /** How far apart posts of one byline or one beat have to stand; as close as may be when left out. */
  readonly spread?: Spread;
  /** Posts that are not of this request and count for the spread: live ones, and those of other campaigns. */
  readonly beside?: readonly Beside[];
}

export interface Beside extends CrowdMember {
  readonly at: Instant;
}

export interface ToPlace extends CrowdMember {
  readonly slug: string;
  /** Slugs that must be live first; those of other campaigns are not waited for. */
  readonly after: readonly string[];
  /** The slot that the plan pins it to. */
  readonly pinned: Instant | null;
  /** The slot that somebody asked for by `/slot`; goes before `pinned`. */
  readonly asked: Instant | null;
  /** Somebody wants another slot, later than this one (`/slot next`); null when nobody does. */
  readonly laterThan: Instant | null;
  /** Who asked for it; they may be one of those who may pass a freeze. */
  readonly askedBy: string | null;
  /** Who pinned it by `/pin`, and who wants a later one; null or left out for the plan, or nobody. */
  readonly pinnedBy?: string | null;
  readonly laterBy?: string | null;
  /** The embargo: not before this instant, whoever asks. */
  readonly notBefore: Instant | null;
  /** Its earliest possible draft, reviewed: a slot before it leaves no time for the work. Null or left out when there is enough. */
  readonly soonest?: Instant | null;
  /** Its earliest possible draft, reviewed, where that is past the deadline; null or left out where it is not. */
  readonly lateAnyway?: Instant | null;
  /** The schedule gives it no slot before this instant, though people may; null or left out when any will do. */
  readonly notEarlier?: Instant | null;
  /** When its text asks to be live, later than what people were told; null or left out when it does not. */
  readonly dated?: Instant | null;
  /** The last slot that people were told. */
  readonly announced: Instant | null;
  /** That slot and the one before were missed with nobody at work: what is approved afterwards is not due at it. False when left out. */
  readonly lapsed?: boolean;
  readonly liveAt: Instant | null;
  /** Approved: nothing is missing but the slot. */
  readonly ready: boolean;
  /** Whether there is a submission. */
  readonly open: boolean;
  /** Its own lengths; those of the request when left out. */
  readonly lead?: Lead;
  /** Who writes and reviews it; when left out, people who work on weekdays in the desk's zone. */
  readonly crew?: Crew;
}

export interface AssignedSlot {
  readonly at: Instant;
  /** The login of whoever asked for it; null when the schedule gave it. */
  readonly by: string | null;
  /** One sentence for people: why this slot. */
  readonly why: string;
  /** Not past the deadline. The app tells it by `lateness`; readers of `plan.json` find it there. */
  readonly fits: boolean;
}

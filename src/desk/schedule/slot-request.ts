/** What the schedule is asked, and what it answers: the posts of one campaign, and a slot with its reason for each. */
import type { Instant, Zone } from "../zone.js";

export interface SlotRequest {
  readonly at: Instant;
  /** The desk's zone. */
  readonly zone: Zone;
  /** `Mon 12:00`, wall-clock in the desk's zone. */
  readonly weekly: readonly string[];
  readonly deadline: Instant;
  readonly lead: Lead;
  /** The posts of one campaign, in the plan's own order. */
  readonly posts: readonly ToPlace[];
  /** Instants that are not free: slots of other campaigns, and of posts that are live. */
  readonly taken: readonly Instant[];
}

/** Working days: the draft is due `draft` of them before the review, the review `review` of them before the slot. */
export interface Lead {
  readonly draft: number;
  readonly review: number;
}

export interface ToPlace {
  readonly slug: string;
  /** Slugs that must be live first; those of other campaigns are not waited for. */
  readonly after: readonly string[];
  /** The slot that the plan pins it to. */
  readonly pinned: Instant | null;
  /** The slot that somebody asked for by `/slot`; goes before `pinned`. */
  readonly asked: Instant | null;
  /** The embargo: not before this instant, whoever asks. */
  readonly notBefore: Instant | null;
  /** The last slot that people were told. */
  readonly announced: Instant | null;
  readonly liveAt: Instant | null;
  /** Approved: nothing is missing but the slot. */
  readonly ready: boolean;
  /** Whether there is a submission. */
  readonly open: boolean;
}

export interface AssignedSlot {
  readonly at: Instant;
  /** One sentence for people: why this slot. */
  readonly why: string;
  /** Not past the deadline. */
  readonly fits: boolean;
}

/** The desk: what `.github/presstime.yml` says, as the rest of the desk uses it. What may be written there is `deskSchema`'s to say. */
import type { Person } from "./person.js";
import type { Instant } from "./zone.js";

export { deskSchema, type DeskFile } from "./desk-schema.js";

/** A desk as the rest of the desk uses it: every name resolved to a person, every time to an instant. */
export interface Desk {
  readonly zone: string;
  /** Globs of the files that are posts. */
  readonly posts: readonly string[];
  readonly people: readonly Person[];
  /** Logins. */
  readonly coordinators: readonly string[];
  readonly review: { readonly approvals: number; readonly ask: number };
  /** `Mon 12:00`, wall-clock in the desk's zone. */
  readonly slots: readonly string[];
  /** Working days: the draft is due `draft` of them before the review, the review `review` of them before the slot. */
  readonly lead: { readonly draft: number; readonly review: number };
  /** A reminder each `every` working days, at `hour` in the zone of the one reminded. */
  readonly reminders: { readonly every: number; readonly hour: number };
  /** Whether the app merges at the slot, and how; otherwise the coordinator is told that it may go. */
  readonly merge: { readonly atSlot: boolean; readonly method: "merge" | "squash" | "rebase" };
  readonly campaigns: readonly Campaign[];
}

export interface Campaign {
  readonly name: string;
  readonly deadline: Instant;
  /** Its first instant: no slot is given before it. Null or left out when it has begun. */
  readonly starts?: Instant | null;
  /** In the plan's own order. */
  readonly posts: readonly Promised[];
}

/** A post that was promised; whether anything was written is the pull requests' to tell. */
export interface Promised {
  readonly slug: string;
  /** Other slugs it has gone by. */
  readonly also: readonly string[];
  readonly title: string;
  /** Logins of those who sign it; empty while nobody is named. */
  readonly byline: readonly string[];
  readonly beats: readonly string[];
  /** Slugs that must be live first. */
  readonly after: readonly string[];
  /** The slot the plan pins it to. */
  readonly pinned: Instant | null;
}

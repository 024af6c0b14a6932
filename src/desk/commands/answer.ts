/** Answers: how each command was taken, for words and reactions to be made of it. Nothing in them changes from look to look. */
import type { Allowed, CommandName } from "../comments/grammar.js";
import type { Had } from "../comments/reply-mark.js";
import type { Freeze } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import type { CannotFix } from "../facts/text-fix.js";
import type { SpokenTime } from "../time/read-time.js";
import type { Instant } from "../time/zone.js";

/** How one comment with commands is answered. */
export interface Answer {
  readonly issue: number;
  readonly comment: Comment;
  readonly lines: readonly CommandAnswer[];
  /** The slots that posts had when it was taken in, as far as it matters. */
  readonly had: Had;
}

export type CommandAnswer = Accepted | Refused;

/** What went well. */
export type Accepted =
  | { readonly kind: "done" }
  | { readonly kind: "help" }
  | { readonly kind: "status"; readonly slugs: readonly string[] }
  | NamedReviewers
  | PlacedPost
  | { readonly kind: "next"; readonly slug: string; readonly had: Instant }
  | { readonly kind: "swapped"; readonly slug: string; readonly at: Instant; readonly other: string; readonly otherAt: Instant }
  | { readonly kind: "unslotted"; readonly slug: string }
  | { readonly kind: "unpinned"; readonly slug: string }
  | { readonly kind: "ordered"; readonly slug: string; readonly after: string }
  | { readonly kind: "split"; readonly slug: string; readonly made: string; readonly title: string }
  | { readonly kind: "merged"; readonly slug: string; readonly into: string }
  | { readonly kind: "renamed"; readonly slug: string; readonly to: string }
  | { readonly kind: "undone"; readonly command: string; readonly by: string; readonly at: Instant }
  | { readonly kind: "so already"; readonly command: CommandName; readonly slug: string }
  /** Asked for; what becomes of it is told once it is known. */
  | { readonly kind: "fix" }
  /** All is fixed that can be; `anything` is false when there was nothing to fix. */
  | { readonly kind: "fixed"; readonly anything: boolean }
  | DryRunAsked;

/** `/cc`: what becomes of it is told where it is more than being asked. */
export interface NamedReviewers {
  readonly kind: "named";
  readonly slugs: readonly string[];
  readonly logins: readonly string[];
  /** Those of them who sign the post or opened its pull request. */
  readonly signers: readonly string[];
}

/** `/slot` and `/pin`. */
export interface PlacedPost {
  readonly kind: "slot" | "pinned";
  readonly slugs: readonly string[];
  readonly at: Instant;
  /** The time that was written and that spring skips on that day; null when clocks show it. */
  readonly skipped: string | null;
  /** The deadline, when the slot is past it. */
  readonly deadline: Instant | null;
  /** The freeze that it is in, and that whoever asked may pass. */
  readonly freeze: Freeze | null;
  /** The posts that had that slot when this was said. */
  readonly holders: readonly string[];
}

export interface DryRunAsked {
  readonly kind: "dry run";
  readonly comment: number;
  /** Which of the comment's commands it is, from 0. */
  readonly line: number;
  /** What would be said: `/slot next`. */
  readonly command: string;
}

/** What needs another try; nothing has changed. */
export type Refused =
  | { readonly kind: "not yours"; readonly command: CommandName; readonly allowed: Allowed }
  | { readonly kind: "unknown"; readonly word: string; readonly meant: CommandName }
  | { readonly kind: "no such post"; readonly slug: string; readonly meant: string | null }
  | { readonly kind: "which post"; readonly command: CommandName; readonly slugs: readonly string[] }
  | { readonly kind: "past"; readonly at: Instant }
  | { readonly kind: "unreadable"; readonly command: CommandName; readonly why: string }
  | {
      readonly kind: "which moment";
      readonly command: CommandName;
      readonly slug: string | null;
      readonly moment: Extract<SpokenTime, { readonly kind: "which" }>;
    }
  | { readonly kind: "embargoed"; readonly slug: string; readonly until: Instant }
  | { readonly kind: "frozen"; readonly freeze: Freeze }
  | { readonly kind: "given"; readonly at: Instant; readonly holders: readonly string[] }
  | { readonly kind: "no slot yet"; readonly slug: string }
  | { readonly kind: "live"; readonly slug: string }
  | { readonly kind: "circle"; readonly slugs: readonly string[] }
  | { readonly kind: "taken"; readonly slug: string }
  | { readonly kind: "itself"; readonly command: CommandName; readonly slug: string }
  | { readonly kind: "not promised"; readonly command: CommandName; readonly slug: string }
  | { readonly kind: "too many amendments"; readonly most: number }
  | { readonly kind: "nothing to undo" }
  | { readonly kind: "cannot fix"; readonly why: CannotFix };

const ACCEPTED: ReadonlySet<CommandAnswer["kind"]> = new Set<Accepted["kind"]>([
  "done",
  "help",
  "status",
  "named",
  "slot",
  "pinned",
  "next",
  "swapped",
  "unslotted",
  "unpinned",
  "ordered",
  "split",
  "merged",
  "renamed",
  "undone",
  "so already",
  "fix",
  "fixed",
  "dry run",
]);

export function isAccepted(answered: CommandAnswer): answered is Accepted {
  return ACCEPTED.has(answered.kind);
}

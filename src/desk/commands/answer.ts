/** Answers: how each command was taken, for words and reactions to be made of it. Nothing in them changes from look to look. */
import type { Allowed } from "../comments/permissions.js";
import type { Freeze } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import type { CannotFix } from "../facts/text-fix.js";
import type { SpokenTime } from "../time/read-time.js";
import type { Instant } from "../time/zone.js";
import type { Had } from "./had.js";

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
  | TakenOff
  | PlacedPost
  | { readonly kind: "next"; readonly slug: string; readonly had: Instant }
  | { readonly kind: "swapped"; readonly slug: string; readonly at: Instant; readonly other: string; readonly otherAt: Instant }
  | { readonly kind: "tied"; readonly slug: string }
  /** `/snooze`; by a coordinator, everybody is left alone. */
  | { readonly kind: "snoozed"; readonly slugs: readonly string[]; readonly until: Instant; readonly everybody: boolean }
  /** An `/unhold` that was edited into a comment, and with which nothing stops the post. */
  | { readonly kind: "not stopped"; readonly slug: string }
  | { readonly kind: "unslotted"; readonly slug: string }
  | { readonly kind: "unpinned"; readonly slug: string }
  | { readonly kind: "ordered"; readonly slug: string; readonly after: string }
  | { readonly kind: "split"; readonly slug: string; readonly made: string; readonly title: string }
  | { readonly kind: "merged"; readonly slug: string; readonly into: string }
  | { readonly kind: "renamed"; readonly slug: string; readonly to: string }
  | { readonly kind: "undone"; readonly command: string; readonly by: string; readonly at: Instant }
  /** Asked for; what becomes of it is told once it is known. */
  | { readonly kind: "fix" }
  /** All is fixed that can be; `anything` is false when there was nothing to fix. */
  | { readonly kind: "fixed"; readonly anything: boolean }
  | DryRunAsked;

/** `/cc`: what becomes of it is told where it is more than being asked. */
export interface NamedReviewers extends OutOfReach {
  readonly kind: "named";
  readonly slugs: readonly string[];
  readonly logins: readonly string[];
  /** Those of them who sign the post or opened its pull request. */
  readonly signers: readonly string[];
  readonly at: Instant;
}

/** `/uncc` and `/decline`. */
export interface TakenOff extends OutOfReach {
  readonly kind: "taken off";
  readonly slugs: readonly string[];
  readonly logins: readonly string[];
  /** Those of them whom nobody had asked. */
  readonly idle: readonly string[];
  /** Whether it is the speaker's own request; then `besides` are those who were spoken of and not meant. */
  readonly own: boolean;
  readonly besides: readonly string[];
}

/** Those who were named and cannot review here. */
export interface OutOfReach {
  /** Logins that are neither on the desk nor may write to the repository. */
  readonly strangers: readonly string[];
  /** Teams, bots, and what cannot be a login. */
  readonly nobody: readonly string[];
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
  /** Where the comment stands, wherever it was said. */
  readonly comment: string;
  /** Which of the comment's commands it is, from 0. */
  readonly line: number;
  /** What would be said: `/slot next`. */
  readonly command: string;
}

/** What needs another try; nothing has changed. */
export type Refused =
  | { readonly kind: "not yours"; readonly command: string; readonly allowed: Allowed }
  | { readonly kind: "unknown"; readonly word: string; readonly meant: string }
  | { readonly kind: "no such post"; readonly slug: string; readonly meant: string | null }
  | { readonly kind: "which post"; readonly command: string; readonly slugs: readonly string[] }
  | { readonly kind: "past"; readonly at: Instant }
  | Unreadable
  /** It asks for what is so; `edited`: by a comment that was edited, which other comments may have followed before that. */
  | { readonly kind: "so already"; readonly command: string; readonly slug: string; readonly edited?: boolean }
  /** It was edited into a comment that others have followed, and what they say wins. */
  | { readonly kind: "overruled"; readonly command: string; readonly slugs: readonly string[] }
  | ({ readonly kind: "strangers"; readonly command: string } & Pick<OutOfReach, "nobody"> & { readonly logins: readonly string[] })
  /** `/uncc` by those who sign the post. */
  | { readonly kind: "never asked"; readonly slugs: readonly string[] }
  | { readonly kind: "dropped"; readonly slug: string }
  | { readonly kind: "no pull request"; readonly command: string }
  /** `/post`, where the pull request brings others all the same. */
  | { readonly kind: "not tied"; readonly slug: string; readonly brought: readonly string[] }
  /** `/lgtm` and `/approve` by somebody who is asked. */
  | { readonly kind: "approve in a review" }
  | {
      readonly kind: "which moment";
      readonly command: string;
      readonly slug: string | null;
      readonly moment: Extract<SpokenTime, { readonly kind: "which" }>;
    }
  | { readonly kind: "embargoed"; readonly slug: string; readonly until: Instant }
  /** A translation goes live with its post, whose slot `until` is, or after it. */
  | { readonly kind: "before its post"; readonly slug: string; readonly original: string; readonly until: Instant | null }
  | { readonly kind: "frozen"; readonly freeze: Freeze }
  | { readonly kind: "given"; readonly at: Instant; readonly holders: readonly string[] }
  | { readonly kind: "no slot yet"; readonly slug: string }
  | { readonly kind: "live"; readonly slug: string }
  | { readonly kind: "circle"; readonly slugs: readonly string[] }
  | { readonly kind: "taken"; readonly slug: string }
  | { readonly kind: "itself"; readonly command: string; readonly slug: string }
  | { readonly kind: "not promised"; readonly command: string; readonly slug: string }
  | { readonly kind: "too many amendments"; readonly most: number }
  | { readonly kind: "nothing to undo" }
  | { readonly kind: "cannot fix"; readonly why: CannotFix; readonly suggested: boolean };

/** What the words should have been, as the end of a sentence that begins with the command. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly command: string;
  readonly why: string;
}

const ACCEPTED: ReadonlySet<CommandAnswer["kind"]> = new Set<Accepted["kind"]>([
  "done",
  "help",
  "status",
  "named",
  "taken off",
  "slot",
  "pinned",
  "next",
  "swapped",
  "tied",
  "snoozed",
  "not stopped",
  "unslotted",
  "unpinned",
  "ordered",
  "split",
  "merged",
  "renamed",
  "undone",
  "fix",
  "fixed",
  "dry run",
]);

export function isAccepted(answered: CommandAnswer): answered is Accepted {
  return ACCEPTED.has(answered.kind);
}

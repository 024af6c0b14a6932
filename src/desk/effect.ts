/** Effects: states of the world that the desk wants. Each is safe to repeat, and says by its key what it is about. */
import { createHash } from "node:crypto";
import type { Finding, Place } from "./facts/finding.js";
import type { Announcement, Comment, OwnReaction } from "./facts/snapshot.js";
import { checkKey, type CHECK_NAMES, headKey, labelsKey, listKey } from "./facts/ledger-key.js";
import { placeOfWords } from "./facts/spoken.js";
import type { Instant } from "./time/zone.js";

export type Effect =
  | Notice
  | Check
  | RequestReviews
  | WithdrawRequests
  | Assign
  | Labels
  | BoardEffect
  | Unsay
  | Reminder
  | Reply
  | React
  | Suggest
  | Resolve
  | Foresee
  | Commit
  | UpdateBranch
  | Merge
  | Announce;

/** The one comment kept on each pull request. */
export interface Notice {
  readonly kind: "notice";
  readonly pull: number;
  /** The comment to edit; null when there is none yet. */
  readonly comment: { readonly id: number; readonly node: string } | null;
  readonly mark: string;
  readonly body: string;
}

export interface Check {
  readonly kind: "check";
  readonly pull: number;
  readonly head: string;
  readonly name: CheckName;
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  /** The verdict in one line. */
  readonly title: string;
  /** Markdown; at most 65,535 bytes, which apply makes sure of. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Buttons beside it; left out when there are none. */
  readonly actions?: readonly CheckAction[];
}

/** https://docs.github.com/rest/checks/runs#check-runs-and-requested-actions: at most three, with at most so many characters. */
export interface CheckAction {
  /** At most 20. */
  readonly label: string;
  /** At most 40. */
  readonly description: string;
  /** At most 20; comes back when somebody clicks it. */
  readonly identifier: string;
}

export type CheckName = (typeof CHECK_NAMES)[number];

export interface Annotation extends Finding {
  readonly path: string;
}

/** These people are asked to review; one request for all of them. */
export interface RequestReviews {
  readonly kind: "ask";
  readonly pull: number;
  readonly head: string;
  readonly logins: readonly string[];
}

export interface WithdrawRequests {
  readonly kind: "withdraw";
  readonly pull: number;
  readonly logins: readonly string[];
}

/** Somebody who signs a post is assigned where it is worked on, unless they were at any time before. */
export interface Assign {
  readonly kind: "assign";
  /** The pull request, or the issue that it closes. */
  readonly issue: number;
  readonly on: "pull request" | "issue";
  readonly login: string;
  /** GraphQL ids of the pull request and of whoever opened it, where it is they; null of anybody else. */
  readonly own: { readonly pull: string; readonly person: string } | null;
}

export interface Labels {
  readonly kind: "labels";
  readonly pull: number;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The campaign's tracking issue. */
export interface BoardEffect {
  readonly kind: "board";
  readonly campaign: string;
  readonly issue: { readonly number: number; readonly node: string } | null;
  readonly mark: string;
  readonly title: string;
  readonly body: string;
  /** It is one too many, and closed. */
  readonly double?: true;
}

/** Comments of the app's that are there twice are gone. */
export interface Unsay {
  readonly kind: "unsay";
  readonly issue: number;
  /** Their ids. */
  readonly comments: readonly number[];
}

/** A nudge to one person, about everything owed that day, in one comment. */
export interface Reminder {
  readonly kind: "remind";
  /** The pull request, or the board's issue. */
  readonly issue: number;
  readonly channel: "pull request" | "board";
  readonly to: string;
  readonly about: readonly string[];
  readonly mark: string;
  readonly body: string;
}

/** Words in answer to a command. */
export interface Reply {
  readonly kind: "reply";
  readonly issue: number;
  /** The first comment of the conversation on lines in which it is given; left out of answers in the conversation itself. */
  readonly thread?: number;
  readonly mark: string;
  readonly body: string;
}

export interface React {
  readonly kind: "react";
  readonly issue: number;
  readonly comment: Pick<Comment, "id" | "node" | "in">;
  readonly reaction: OwnReaction;
}

/** One review with suggestions that its reader takes over with a button; never an approval, nor a request for changes. */
export interface Suggest {
  readonly kind: "suggest";
  readonly pull: number;
  readonly head: string;
  readonly mark: string;
  readonly body: string;
  readonly comments: readonly SuggestionComment[];
}

/** A comment on lines of the difference; GitHub takes no other lines. */
export interface SuggestionComment {
  readonly path: string;
  /** The first of several lines; null when it is about one. */
  readonly startLine: number | null;
  /** The last line, at the head that is reviewed. */
  readonly line: number;
  readonly mark: string;
  readonly body: string;
}

/** The conversations that these suggestions of the app's began are closed: what they are about is fixed. */
export interface Resolve {
  readonly kind: "resolve";
  readonly pull: number;
  /** Marks of the suggestions. */
  readonly marks: readonly string[];
}

/** What the app would set in texts so that they fit their slot: kept by the ledger, so that it voids no review and makes nobody a writer, whoever sets it. */
export interface Foresee {
  readonly kind: "foresee";
  readonly pull: number;
  readonly head: string;
  readonly changes: readonly TextChange[];
}

/** One commit on the branch of a pull request, provided its head is still the one that was judged. */
export interface Commit {
  readonly kind: "commit";
  readonly pull: number;
  readonly head: string;
  /** Of the same repository: the app cannot write to a fork. */
  readonly branch: string;
  readonly changes: readonly TextChange[];
  /** The first line is the headline. */
  readonly message: string;
  /** Left out where the text says afterwards what it said before, so that reviews of the one are reviews of the other. */
  readonly alters?: true;
}

export interface TextChange {
  readonly path: string;
  /** Git's id of the text that the edits are made to. */
  readonly blob: string;
  /** Where the text lies afterwards; `path` when it stays. */
  readonly to: string;
  readonly edits: readonly Edit[];
}

/** In the place of `was`, and of nothing else, comes `replacement`. */
export interface Edit {
  readonly place: Place;
  readonly was: string;
  readonly replacement: string;
}

/** The base is taken into the branch of a pull request, where that must be up to date; of the same repository alone. */
export interface UpdateBranch {
  readonly kind: "update";
  readonly pull: number;
  readonly head: string;
}

/** Publishes a post: merges, provided the head is still the one that was judged. */
export interface Merge {
  readonly kind: "merge";
  readonly pull: number;
  readonly head: string;
  readonly method: "merge" | "squash" | "rebase";
  /** Through the merge queue of its base. */
  readonly queue?: true;
  /** It changes workflows of GitHub Actions, for which GitHub wants a permission of its own. */
  readonly workflows?: true;
  readonly slugs: readonly string[];
}

/** The slot that people are told; kept by the ledger, so that a slip shows for ever. */
export interface Announce {
  readonly kind: "announce";
  readonly slug: string;
  readonly slot: Instant;
  /** The login of whoever moved the post there; null when the schedule did. */
  readonly by: string | null;
  readonly why: string;
  /** The slot that people were told before; left out of the first. */
  readonly was?: Instant;
  /** Set when there were others before it that are not known any more. */
  readonly earlier?: "unknown";
  /** What the ledger had lost, and the board still knew: written down before it. */
  readonly recovered?: readonly Announcement[];
}

/** What an effect is about. Two effects with one key want the same thing to be in different states. */
export function keyOf(effect: Effect): string {
  switch (effect.kind) {
    case "notice":
      return `notice/${effect.pull}`;
    case "check":
      return checkKey(effect.name, effect.head);
    case "ask":
      return listKey(`ask/${effect.pull}/${effect.head}`, effect.logins);
    case "withdraw":
      return listKey(`withdraw/${effect.pull}`, effect.logins);
    case "assign":
      return `assign/${effect.issue}/${effect.login.toLowerCase()}`;
    case "labels":
      return labelsKey(effect.pull);
    case "board":
      return effect.double && effect.issue ? `double/${effect.issue.number}` : `board/${effect.campaign}`;
    case "unsay":
      return listKey(`unsay/${effect.issue}`, effect.comments.map(String));
    case "remind":
    case "reply":
      return effect.mark;
    case "react":
      return `react/${placeOfWords(effect.comment)}/${effect.reaction}`;
    case "suggest":
      return `suggest/${effect.pull}/${effect.head}`;
    case "resolve":
      return listKey(`resolve/${effect.pull}`, effect.marks);
    case "foresee":
      return `foresee/${effect.pull}/${effect.head}`;
    case "commit":
      return headKey("commit", effect.pull, effect.head);
    case "update":
    case "merge":
      return headKey(effect.kind, effect.pull, effect.head);
    case "announce":
      return `announce/${effect.slug}/${effect.slot}`;
  }
}

/** The pull request or issue that it is brought about on; null where it is none, or one yet to be made. */
export function threadOf(effect: Effect): number | null {
  if (effect.kind === "board") return effect.issue?.number ?? null;
  if ("pull" in effect) return effect.pull;
  return "issue" in effect ? effect.issue : null;
}

/** A short fingerprint of all that an effect wants: equal effects, equal digests. */
export function digestOf(effect: Effect): string {
  return createHash("sha256").update(JSON.stringify(effect)).digest("base64url").slice(0, 22);
}

/** News: what deliveries told, and what the app itself did, a short while ago: GitHub's reads may not show it yet. */
import { earliest, MINUTE, plus, type Instant } from "./desk/time/zone.js";

/** Milliseconds for which news is kept. It is believed for a minute. */
export const NEWS_FOR = MINUTE + 5_000;

/** Milliseconds after the news at which to look for it again. After the last what is read is believed. */
const LOOKS = [2_000, 5_000, 15_000, MINUTE] as const;

/** When to look next for what came to be at `since`; null when what is read by now is believed. */
export function nextLook(since: Instant, at: Instant): Instant | null {
  return earliest(LOOKS.map((wait) => plus(since, wait)).filter((next) => next > at));
}

/** One thing that is so, whatever a read says that does not know it. Times and logins are GitHub's, as REST writes them. */
export type News =
  Said | Unsaid | Reviewed | PullStood | IssueStood | Left | Boarded | Asked | Assigned | Labelled | Reacted | OnLine | PushedOn | Checked;

/** A comment stands there with these words. */
interface Said {
  readonly kind: "said";
  readonly issue: number;
  readonly id: number;
  readonly node: string;
  readonly by: Speaker | null;
  readonly at: string;
  /** Null while it is as it was first said. */
  readonly editedAt: string | null;
  readonly body: string;
}

/** A comment was deleted. */
interface Unsaid {
  readonly kind: "unsaid";
  readonly id: number;
}

interface Reviewed {
  readonly kind: "reviewed";
  readonly pull: number;
  readonly id: number;
  readonly node: string;
  readonly by: Speaker | null;
  readonly at: string;
  readonly editedAt: string | null;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED";
  readonly body: string;
  readonly head: string | null;
}

/** How a pull request stood when a delivery spoke of it. */
interface PullStood {
  readonly kind: "pull stood";
  readonly pull: number;
  /** GitHub's instant of its last change. */
  readonly at: string;
  readonly head: string;
  /** The head that this one came in place of; null where it came in place of none. */
  readonly before: string | null;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly draft: boolean;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** The same of an issue. */
interface IssueStood {
  readonly kind: "issue stood";
  readonly issue: number;
  readonly at: string;
  readonly state: "OPEN" | "CLOSED";
}

/** The app has merged that head, or put another in its place. */
interface Left {
  readonly kind: "left";
  readonly pull: number;
  readonly head: string;
}

/** The app's board, as the app wrote it. */
interface Boarded {
  readonly kind: "boarded";
  readonly issue: number;
  readonly node: string;
  readonly url: string;
  readonly body: string;
  readonly open: boolean;
}

interface Asked {
  readonly kind: "asked";
  readonly pull: number;
  readonly login: string;
  /** Or taken off. */
  readonly on: boolean;
}

/** Or taken off: either way it is over. */
interface Assigned {
  readonly kind: "assigned";
  readonly pull: number;
  readonly login: string;
}

interface Labelled {
  readonly kind: "labelled";
  readonly pull: number;
  readonly label: string;
  readonly on: boolean;
}

/** By the app, as GraphQL writes it. */
interface Reacted {
  readonly kind: "reacted";
  readonly node: string;
  readonly content: string;
}

/** A comment on lines, as it was last edited or, when `node` is that of its conversation, whether that is closed. */
interface OnLine {
  readonly kind: "on a line";
  readonly pull: number;
  readonly node: string;
  readonly at: string | null;
  readonly resolved: boolean | null;
}

/** To the default branch. */
interface PushedOn {
  readonly kind: "pushed";
  readonly head: string;
  readonly before: string;
  readonly at: string;
}

/** A check run has ended, or a commit status was set. */
interface Checked {
  readonly kind: "checked";
  readonly head: string;
  readonly name: string;
  readonly id: number;
  /** The slug of the App whose run it is; null for a status. */
  readonly app: string | null;
  /** The conclusion or state, as GraphQL writes it. */
  readonly says: string;
  readonly at: string;
}

interface Speaker {
  readonly login: string;
  readonly bot: boolean;
}

/** When the app came to know of it. */
export type Known = News & { readonly since: Instant };

/** What a command is: how it is written, who may say it, what its words mean, what it does, and its help. One file each. */
import type { Allowed } from "../comments/permissions.js";
import type { Access } from "../facts/snapshot.js";
import type { SpokenTime } from "../time/read-time.js";
import type { Unreadable } from "./answer.js";
import type { GivenCommand, Taken } from "./taken.js";

export interface CommandRule<Said extends { readonly kind: string }> {
  readonly name: Said["kind"];
  readonly usage: string;
  readonly does: string;
  /** What the line in a comment's help leaves out. */
  readonly more: string;
  /** One line as somebody would write it. */
  readonly example: string;
  readonly allowed: Allowed;
  readonly about: About;
  readonly read: (words: string, ear: Ear) => Said | Unreadable;
  readonly take: (said: Said, given: GivenCommand) => Taken;
  /** Where the post is tracked no more that it speaks of: what that is called now, and what becomes of it. Null where nothing does. */
  readonly outlived?: (words: string, given: GivenCommand) => Outlived | null;
}

export interface Outlived {
  readonly slug: string;
  readonly taken: Taken;
}

/** Which posts a command is about. */
export interface About {
  /** Whether a slug may come first: `never`; or, of a command that is told something, not as the only word. Without one the conversation's posts are meant. */
  readonly slugFirst: "never" | "if more follows" | "yes";
  /** How many it needs; `named`: only the one that is named, and all that were spoken of where none is. */
  readonly posts: "none" | "any" | "named" | "some" | "one";
  /** Whether free words may follow, which may begin as the slug of another post does: then it is asked which one is meant. */
  readonly reason?: true;
  /** Refused once the post has gone live; `changes as well`: also about a change to a live post. */
  readonly live?: "refused" | "refused, changes as well";
}

/** What it takes to understand words: who speaks, whom they may mean, and what their times are. */
export interface Ear {
  readonly speaker: string;
  /** Whether the speaker signs these posts, or opened a pull request for one, and so is never asked to review them. */
  readonly signs: boolean;
  /** The login as the desk has it; null when nobody of the desk has it. */
  readonly onDesk: (word: string) => string | null;
  /** What GitHub says that somebody who is named may do here. */
  readonly access: (login: string) => Access;
  readonly time: (text: string) => SpokenTime;
  /** The command of ours that these words are, as it is said; null when they are none. */
  readonly command: (text: string) => string | null;
}

/** It is about none, or about the conversation. */
export const NO_POST: About = { slugFirst: "never", posts: "none" };
/** It changes the slot, the order or the plan. */
export const ONE_TO_MOVE: About = { slugFirst: "yes", posts: "one", live: "refused, changes as well" };
/** So does one whose only word is what it is told. */
export const ONE_TO_MOVE_BY_WORD: About = { ...ONE_TO_MOVE, slugFirst: "if more follows" };

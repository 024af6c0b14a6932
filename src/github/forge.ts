/** The port to GitHub: facts in, effects out. Nothing of GitHub's own shapes passes it. START HERE. */
import type { Effect } from "../desk/effect.js";
import type { Snapshot } from "../desk/facts/snapshot.js";
import type { RememberedClick } from "../desk/fixes/remembered-clicks.js";
import type { Instant } from "../desk/time/zone.js";
import type { Repository } from "../repository.js";
import type { Known } from "../news.js";
import type { Hindrance } from "./hindrance.js";
import type { Outcome } from "./outcome.js";

export type Facts = Omit<Snapshot, "memory"> & { readonly behind?: Behind | null };

/** What a reading does not show of what is known: GitHub's reads lag behind its webhooks and our own writes. */
export interface Behind {
  /** Pull requests and issues that stand otherwise by now, or where somebody has spoken: it may lack more of that time, so nothing is to be done about them. */
  readonly apart: readonly number[];
  /** Pull requests of which texts wait to be read, since so much was read for whoever sent them: that is said there, and nothing else done. */
  readonly notReadYet?: readonly number[];
  /** The default branch has moved on, and everything hangs on it. */
  readonly all: boolean;
  /** When to read again. */
  readonly again: Instant;
}

export interface Forge {
  /**
   * Reads every fact of one repository. In a repository at rest this is one request.
   * Null when there is no desk file: the app was not asked to do anything here.
   * Throws `Unavailable` when GitHub cannot be read now. `clicks` on buttons are asked about like what people say; `news` is so, whatever
   * GitHub shows.
   */
  read(repository: Repository, clicks?: readonly RememberedClick[], news?: readonly Known[]): Promise<Facts | null>;
  /**
   * Brings effects about in order, those that disturb nobody together in one document.
   * Yields each outcome as soon as it is known; stops after a `later`.
   * `doubtful` holds keys that were begun before and whose end is unknown: these are looked up before they are done.
   */
  apply(repository: Repository, effects: readonly Effect[], doubtful: ReadonlySet<string>): AsyncIterable<Applied>;
  /** Every repository that the App is installed on. */
  repositories(): AsyncIterable<Repository>;
  /**
   * Ids of those, all of one installation, that have no desk file and whose owner has none: nothing is to be looked at there. A hundred of
   * them are a request and a point. Throws `Unavailable`.
   */
  deskless(repositories: readonly Repository[]): Promise<ReadonlySet<number>>;
  /** Until when GitHub is to be asked about what goes live soon alone, since little of the installation's hourly allowance is left; else null. */
  heldBackUntil(repository: Repository): Instant | null;
  /** Requests made and GraphQL points spent so far. */
  readonly spent: { readonly calls: number; readonly points: number };
}

export interface Applied {
  readonly effect: Effect;
  readonly outcome: Outcome;
}

/** GitHub cannot be used now: an outage, a rate limit, a lost installation. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  /** When to try again, at the earliest. */
  readonly until: Instant;
  readonly by: Hindrance;
  constructor(message: string, until: Instant, { by = "limit", ...options }: ErrorOptions & { readonly by?: Hindrance } = {}) {
    super(message, options);
    this.until = until;
    this.by = by;
  }
}

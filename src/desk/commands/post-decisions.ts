/** What people have decided about one post: the outcome of all their commands about it. */
import { includesLogin } from "../facts/person.js";
import type { Instant } from "../time/zone.js";

export interface PostDecisions {
  readonly held: Stop | null;
  readonly dropped: Stop | null;
  readonly slot: { readonly at: Instant; readonly by: string } | null;
  /** `/slot next`: any slot later than this one, which it had when that was said. */
  readonly laterThan: { readonly at: Instant; readonly by: string } | null;
  /** What `/pin` and `/unpin` say instead of the plan: pinned there, or (with a null instant) not at all. Null when nobody said either. */
  readonly pin: { readonly at: Instant | null; readonly by: string } | null;
  /** Slugs that must be live first, besides the plan's. */
  readonly after: readonly string[];
  readonly cc: readonly { readonly login: string; readonly by: string; readonly at: Instant }[];
  readonly uncc: readonly string[];
  /** Who is left alone until when; a null login is everybody. */
  readonly snoozed: readonly { readonly login: string | null; readonly until: Instant }[];
}

/** A `/cc`, `/uncc` or `/decline` that was taken back: between these instants people were asked, or not, because of it. */
export interface Unsaid {
  readonly named: readonly string[];
  readonly off: readonly string[];
  readonly at: Instant;
  readonly undoneAt: Instant;
}

export interface Stop {
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}

/** Characters of a reason that are kept. */
const LONGEST_REASON = 300;

export function stopBy(
  why: string,
  { speaker, comment }: { readonly speaker: { readonly login: string }; readonly comment: { readonly at: Instant } },
): Stop {
  return { by: speaker.login, why: why.slice(0, LONGEST_REASON), at: comment.at };
}

export const UNDECIDED: PostDecisions = {
  held: null,
  dropped: null,
  slot: null,
  laterThan: null,
  pin: null,
  after: [],
  cc: [],
  uncc: [],
  snoozed: [],
};

/**
 * What holds for a post when another becomes part of it: its own decisions, and of the other's those that keep people out of harm:
 * who is to read it, who is left alone, and above all a hold, which two promises becoming one must not end.
 */
export function joinDecisions(own: PostDecisions, other: PostDecisions): PostDecisions {
  return {
    ...own,
    held: own.held ?? other.held,
    cc: [...own.cc, ...other.cc.filter(({ login }) => !includesLogin([...own.uncc, ...own.cc.map((one) => one.login)], login))],
    uncc: [...own.uncc, ...other.uncc.filter((login) => !own.cc.some((one) => includesLogin([one.login], login)))],
    snoozed: [...own.snoozed, ...other.snoozed],
  };
}

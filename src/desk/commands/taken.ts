/** What is known of a command when it is taken in, and what becomes of it. */
import type { Comment } from "../facts/snapshot.js";
import type { Voice } from "../facts/standing.js";
import type { Instant } from "../time/zone.js";
import type { Act } from "./acts.js";
import type { CommandAnswer } from "./answer.js";
import { idOf, type CommandFacts } from "./command-facts.js";
import type { DecisionChange, DecisionsSoFar } from "./decisions-so-far.js";
import { UNDECIDED, type PostDecisions } from "./post-decisions.js";

export interface GivenCommand {
  /** The posts that it is about, as they are called now. */
  readonly slugs: readonly string[];
  readonly speaker: Voice;
  readonly issue: number;
  readonly comment: Comment;
  /** When it was said: a command that was edited into a comment was said then. */
  readonly at: Instant;
  /** Which of the comment's commands it is, from 0. */
  readonly line: number;
  readonly facts: CommandFacts;
  readonly decisions: DecisionsSoFar;
  /** What changed something and stands so far, in order. */
  readonly acts: readonly Act[];
  /** Whether the speaker may give this command about that post too. */
  readonly may: (slug: string) => boolean;
  /** The slot that people had been told when this was said; null when none. Of several posts, the second is `1`. */
  readonly hadThen: (slug: string, place?: number) => Instant | null;
}

/** `undo`: that act is as if it had never been said. A null change: all stays as it is. */
export interface Taken {
  readonly answered: CommandAnswer;
  readonly change: DecisionChange | { readonly kind: "undo"; readonly act: Act } | null;
}

/** An answer that changes nothing. */
export function only(answered: CommandAnswer): Taken {
  return { answered, change: null };
}

/** Something is decided about these posts. */
export function decideFor(
  slugs: readonly string[],
  { facts }: Pick<GivenCommand, "facts">,
  answered: CommandAnswer,
  alter: (was: PostDecisions) => Partial<PostDecisions>,
): Taken {
  return { answered, change: { kind: "decide", posts: slugs.map((slug) => idOf(facts, slug)), alter } };
}

/** What people have decided about it so far. */
export function decidedOf(slug: string, { facts, decisions }: Pick<GivenCommand, "facts" | "decisions">): PostDecisions {
  return decisions.decided.get(idOf(facts, slug)) ?? UNDECIDED;
}
